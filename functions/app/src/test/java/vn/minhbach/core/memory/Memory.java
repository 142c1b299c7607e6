package vn.minhbach.core.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.question.Published;
import vn.minhbach.core.question.Question;
import vn.minhbach.core.question.Questions;
import vn.minhbach.core.submission.Answer;
import vn.minhbach.core.submission.Change;
import vn.minhbach.core.submission.Form;
import vn.minhbach.core.submission.Head;
import vn.minhbach.core.submission.Job;
import vn.minhbach.core.submission.Jobs;
import vn.minhbach.core.submission.Particulars;
import vn.minhbach.core.submission.Submissions;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The stores in memory, for tests of the rules alone: a commit holds whole or not at all, as the
 * ports promise. The real store is tested in functions/local.
 */
public final class Memory {

  private final Map<CampaignId, Campaign> campaigns = new TreeMap<>();
  private final Map<String, List<Unit>> registers = new HashMap<>();
  private final Map<String, Object> sets = new HashMap<>();
  private final Map<String, CriteriaSet> read = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final Map<String, Form> forms = new HashMap<>();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final Map<String, List<Entry>> chains = new TreeMap<>();
  private final List<Correction> corrections = new ArrayList<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Published> published = new LinkedHashMap<>();
  private int overtaken;

  /** The next so many commits find that another hand was faster. */
  public void overtake(int commits) {
    overtaken = commits;
  }

  /** All entries of a chain. */
  public List<Entry> chain(String chain) {
    return chains.getOrDefault(chain, List.of());
  }

  /** How many entries were ever written, in all chains. */
  public int entries() {
    return chains.values().stream().mapToInt(List::size).sum();
  }

  public Campaigns campaigns() {
    return new Campaigns() {
      @Override
      public Optional<Campaign> find(CampaignId id) {
        return Optional.ofNullable(campaigns.get(id));
      }

      @Override
      public List<Campaign> list(Optional<CampaignId> after, int limit) {
        return campaigns.values().stream()
            .filter(one -> after.isEmpty() || one.id().compareTo(after.get()) > 0)
            .limit(limit)
            .toList();
      }

      @Override
      public boolean commit(
          Campaign after, Entry entry, Optional<Receipt> receipt, List<Beside> beside) {
        long stored = find(after.id()).map(Campaign::version).orElse(0L);
        if (late() || stored != after.version() - 1) {
          return false;
        }
        campaigns.put(after.id(), after);
        for (Beside one : beside) {
          switch (one) {
            case PutCorrection(Correction made) -> corrections.add(made);
            case Change.PutJob(Job job) -> jobs.put(job.id(), job);
            default -> throw new AssertionError(one);
          }
        }
        note(entry, receipt);
        return true;
      }
    };
  }

  public Units units() {
    return new Units() {
      @Override
      public void stage(CampaignId campaign, long version, List<Unit> units) {
        registers.put(campaign + "#" + version, units);
      }

      @Override
      public Optional<Unit> find(CampaignId campaign, long version, UnitCode code) {
        return all(campaign, version).stream().filter(one -> one.code().equals(code)).findFirst();
      }

      @Override
      public List<Unit> all(CampaignId campaign, long version) {
        return registers.getOrDefault(campaign + "#" + version, List.of());
      }
    };
  }

  public CriteriaSets criteriaSets() {
    return new CriteriaSets() {
      @Override
      public void stage(CampaignId campaign, int group, long version, Object tree) {
        sets.put(campaign + "#" + group + "#" + version, tree);
      }

      @Override
      public Optional<CriteriaSet> find(CampaignId campaign, int group, long version) {
        return tree(campaign, group, version)
            .map(tree ->
                read.computeIfAbsent(
                    campaign + "#" + group + "#" + version,
                    key -> CriteriaSet.read(tree).fold(Memory::never, set -> set)));
      }

      @Override
      public Optional<Object> tree(CampaignId campaign, int group, long version) {
        return Optional.ofNullable(sets.get(campaign + "#" + group + "#" + version));
      }
    };
  }

  public Corrections corrections() {
    return (campaign, group, count) ->
        corrections.stream()
            .filter(one -> one.campaign().equals(campaign) && one.group() == group)
            .limit(count)
            .toList();
  }

  public Ledger ledger() {
    return (chain, after, limit) ->
        chain(chain.toString()).stream().skip(after).limit(limit).toList();
  }

  public Receipts receipts() {
    return scope -> Optional.ofNullable(receipts.get(scope));
  }

  public Jobs jobs() {
    return new Jobs() {
      @Override
      public List<Job> open(CampaignId campaign, int limit) {
        return List.copyOf(jobs.values());
      }

      @Override
      public void keep(Job job) {
        jobs.computeIfPresent(job.id(), (id, before) -> job);
      }

      @Override
      public void done(Job job) {
        jobs.remove(job.id());
      }
    };
  }

  public Submissions submissions() {
    return new Submissions() {
      @Override
      public Optional<Form> form(CampaignId campaign, UnitCode unit) {
        return Optional.ofNullable(forms.get(campaign + "/" + unit));
      }

      @Override
      public Optional<Head> head(CampaignId campaign, UnitCode unit) {
        return form(campaign, unit).map(Form::head);
      }

      @Override
      public Map<UnitCode, Head> heads(CampaignId campaign, Collection<UnitCode> units) {
        var heads = new TreeMap<UnitCode, Head>();
        units.forEach(unit -> head(campaign, unit).ifPresent(head -> heads.put(unit, head)));
        return heads;
      }

      @Override
      public Optional<Answer> answer(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return form(campaign, unit)
            .map(form -> form.answers().getOrDefault(criterion, form.contested().get(criterion)));
      }

      @Override
      public Map<Asked, Answer> answers(CampaignId campaign, Collection<Asked> asked) {
        var answers = new HashMap<Asked, Answer>();
        asked.forEach(one ->
            answer(campaign, one.unit(), one.criterion())
                .ifPresent(answer -> answers.put(one, answer)));
        return answers;
      }

      @Override
      public Optional<Evidence> evidence(CampaignId campaign, UnitCode unit, String id) {
        return evidenceOf(campaign, unit).stream().filter(one -> one.id().equals(id)).findFirst();
      }

      @Override
      public List<Evidence> evidenceOf(CampaignId campaign, UnitCode unit) {
        return form(campaign, unit).map(Form::evidence).orElse(List.of());
      }

      @Override
      public Optional<Particulars> particulars(CampaignId campaign, UnitCode unit) {
        return form(campaign, unit).flatMap(Form::particulars);
      }

      @Override
      public boolean commit(Change change) {
        String key = change.after().chain().toString();
        Form before = forms.getOrDefault(key, new Form(change.before(), Map.of(), List.of()));
        if (late() || before.head().tip().seq() != change.before().tip().seq()) {
          return false;
        }
        forms.put(key, applied(before, change));
        note(change.entry(), change.receipt());
        return true;
      }
    };
  }

  public Questions questions() {
    return new Questions() {
      @Override
      public Optional<Question> find(CampaignId campaign, UnitCode unit, String id) {
        return Optional.ofNullable(questions.get(id)).filter(one -> one.unit().equals(unit));
      }

      @Override
      public List<Question> ofUnit(CampaignId campaign, UnitCode unit) {
        return questions.values().stream().filter(one -> one.unit().equals(unit)).toList();
      }

      @Override
      public List<Question> all(CampaignId campaign) {
        return List.copyOf(questions.values());
      }

      @Override
      public List<Published> published(CampaignId campaign, int group) {
        return published.values().stream()
            .filter(copy -> copy.group() == group && copy.shown())
            .toList();
      }

      @Override
      public boolean commit(
          Question after, Entry entry, Optional<Published> copy, Optional<Receipt> receipt) {
        long stored =
            Optional.ofNullable(questions.get(after.id())).map(Question::version).orElse(0L);
        if (late() || stored != after.version() - 1) {
          return false;
        }
        questions.put(after.id(), after);
        copy.ifPresent(one -> published.put(one.id(), one));
        note(entry, receipt);
        return true;
      }
    };
  }

  private Form applied(Form before, Change change) {
    var answers = new TreeMap<>(before.answers());
    answers.putAll(before.contested());
    var evidence = new ArrayList<>(before.evidence());
    Optional<Particulars> particulars = before.particulars();
    for (Change.Write write : change.writes()) {
      switch (write) {
        case Change.PutAnswer put -> answers.put(put.answer().criterion(), put.answer());
        case Change.PutEvidence put -> {
          evidence.removeIf(one -> one.id().equals(put.evidence().id()));
          evidence.add(put.evidence());
        }
        case Change.PutParticulars put -> particulars = Optional.of(put.particulars());
        case Change.PutJob put -> jobs.put(put.job().id(), put.job());
      }
    }
    return new Form(change.after(), answers, evidence, particulars);
  }

  private boolean late() {
    overtaken--;
    return overtaken >= 0;
  }

  private void note(Entry entry, Optional<Receipt> receipt) {
    chains.computeIfAbsent(entry.chain(), chain -> new ArrayList<>()).add(entry);
    receipt.ifPresent(one -> receipts.put(one.key().scope(), one));
  }

  private static <T> T never(Object refusal) {
    throw new AssertionError(refusal);
  }
}
