package vn.minhbach.core.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.explanation.PutExplanation;
import vn.minhbach.core.appraise.inspection.Finding;
import vn.minhbach.core.appraise.inspection.Inspection;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.inspection.Minutes;
import vn.minhbach.core.appraise.inspection.PutFinding;
import vn.minhbach.core.appraise.inspection.PutInspection;
import vn.minhbach.core.appraise.inspection.PutMinutes;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.appraise.marking.PutMark;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.petition.PutPetition;
import vn.minhbach.core.appraise.session.PutSession;
import vn.minhbach.core.appraise.session.Session;
import vn.minhbach.core.appraise.session.Sessions;
import vn.minhbach.core.assess.consolidation.PutTransmittal;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.custody.PutReading;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.gate.PutRemark;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.core.assess.gate.Remarks;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.PutPublished;
import vn.minhbach.core.assess.question.PutQuestion;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.PutParticulars;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.takedown.PutTakedown;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.PutCorrection;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Transactions;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.core.publish.feed.ParMappings;
import vn.minhbach.core.publish.feed.PutParMapping;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.core.publish.plan.PutPlan;
import vn.minhbach.core.publish.plan.PutPlanReview;
import vn.minhbach.core.publish.review.PutReview;
import vn.minhbach.core.publish.review.Review;
import vn.minhbach.core.publish.review.Reviews;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The stores in memory, for tests of the rules alone: a commit holds whole or not at all, as the
 * ports promise. The real store is tested in functions/local.
 */
public final class Memory {

  /**
   * What stands under a key; nothing has version 0.
   *
   * @param version of the record's own count, or of its chain
   */
  private record Kept(long version, Object record) {
    static final Kept NOTHING = new Kept(0, new Object());
  }

  /**
   * One record of a commit.
   *
   * @param over whether it may be written over the version that stands
   */
  private record Put(String key, Kept next, LongPredicate over) {}

  private final NavigableMap<String, Kept> records = new TreeMap<>();
  private final Map<String, List<Unit>> registers = new HashMap<>();
  private final Map<String, Object> sets = new HashMap<>();
  private final Map<String, CriteriaSet> read = new HashMap<>();
  private final Map<String, List<Entry>> chains = new TreeMap<>();
  private int overtaken;

  /**
   * Begins where another stands that knows campaigns and their registers and sets, and nothing that
   * came after their opening.
   */
  void beginAs(Memory other) {
    if (!other.records.keySet().stream().allMatch(key -> key.matches("(campaign|receipt)/.*"))) {
      throw new AssertionError("more than an opening");
    }
    records.putAll(other.records);
    registers.putAll(other.registers);
    sets.putAll(other.sets);
    read.putAll(other.read);
    other.chains.forEach((chain, entries) -> chains.put(chain, new ArrayList<>(entries)));
  }

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
        return one(Campaign.class, "campaign", id);
      }

      @Override
      public List<Campaign> list(Optional<CampaignId> after, int limit) {
        return all(Campaign.class, "campaign").stream()
            .filter(one -> after.isEmpty() || one.id().compareTo(after.get()) > 0)
            .limit(limit)
            .toList();
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
        all(Correction.class, "correction", campaign, group).stream().limit(count).toList();
  }

  public Ledger ledger() {
    return (chain, after, limit) ->
        chain(chain.toString()).stream().skip(after).limit(limit).toList();
  }

  public Receipts receipts() {
    return scope -> one(Receipt.class, "receipt", scope);
  }

  public Remarks remarks() {
    return new Remarks() {
      @Override
      public Optional<Remark> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return one(Remark.class, "remark", campaign, unit, criterion);
      }

      @Override
      public List<Remark> of(CampaignId campaign, UnitCode unit) {
        return all(Remark.class, "remark", campaign, unit);
      }
    };
  }

  public Transmittals transmittals() {
    return (campaign, district) -> all(Transmittal.class, "transmittal", campaign, district);
  }

  public Jobs jobs() {
    return new Jobs() {
      @Override
      public List<Job> open(CampaignId campaign, int limit) {
        return all(Job.class, "job", campaign).stream().limit(limit).toList();
      }

      @Override
      public void keep(Job job) {
        records.computeIfPresent(
            key("job", job.campaign(), job.id()), (id, before) -> new Kept(1, job));
      }

      @Override
      public void done(Job job) {
        records.remove(key("job", job.campaign(), job.id()));
      }
    };
  }

  public Submissions submissions() {
    return new Submissions() {
      @Override
      public Optional<Form> form(CampaignId campaign, UnitCode unit) {
        return head(campaign, unit)
            .map(head ->
                new Form(
                    head,
                    all(Answer.class, "answer", campaign, unit).stream()
                        .collect(Collectors.toMap(Answer::criterion, answer -> answer)),
                    evidenceOf(campaign, unit),
                    particulars(campaign, unit)));
      }

      @Override
      public Optional<Head> head(CampaignId campaign, UnitCode unit) {
        return one(Head.class, "head", campaign, unit);
      }

      @Override
      public Map<UnitCode, Head> heads(CampaignId campaign, Collection<UnitCode> units) {
        return ofEach(units, unit -> head(campaign, unit));
      }

      @Override
      public Optional<Answer> answer(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return one(Answer.class, "answer", campaign, unit, criterion);
      }

      @Override
      public Map<Asked, Answer> answers(CampaignId campaign, Collection<Asked> asked) {
        return ofEach(asked, one -> answer(campaign, one.unit(), one.criterion()));
      }

      @Override
      public Optional<Evidence> evidence(CampaignId campaign, UnitCode unit, String id) {
        return one(Evidence.class, "evidence", campaign, unit, id)
            .or(() -> one(Evidence.class, "team-file", campaign, unit, id));
      }

      @Override
      public List<Evidence> teamFilesOf(CampaignId campaign, UnitCode unit) {
        return files("team-file", campaign, unit);
      }

      @Override
      public List<Evidence> evidenceOf(CampaignId campaign, UnitCode unit) {
        return files("evidence", campaign, unit);
      }

      @Override
      public Optional<Particulars> particulars(CampaignId campaign, UnitCode unit) {
        return one(Particulars.class, "particulars", campaign, unit);
      }
    };
  }

  private List<Evidence> files(String kind, CampaignId campaign, UnitCode unit) {
    return all(Evidence.class, kind, campaign, unit).stream().sorted(Evidence.BY_GRANT).toList();
  }

  public Plans plans() {
    return new Plans() {
      @Override
      public Optional<Plan> find(CampaignId campaign, UnitCode unit) {
        return one(Plan.class, "plan", campaign, unit);
      }

      @Override
      public List<Plan> all(CampaignId campaign) {
        return Memory.this.all(Plan.class, "plan", campaign);
      }

      @Override
      public Optional<PlanReview> review(CampaignId campaign, UnitCode unit) {
        return one(PlanReview.class, "plan-review", campaign, unit);
      }
    };
  }

  public Readings readings() {
    return new Readings() {
      @Override
      public Optional<FileReading> of(CampaignId campaign, UnitCode unit, String sha256) {
        return one(FileReading.class, "reading", campaign, unit, sha256);
      }

      @Override
      public void note(FileReading reading) {
        Put put = put(new PutReading(reading));
        if (stands(put)) {
          records.put(put.key(), put.next());
        }
      }
    };
  }

  public Takedowns takedowns() {
    return new Takedowns() {
      @Override
      public Optional<Takedown> of(CampaignId campaign, UnitCode unit, String sha256) {
        return one(Takedown.class, "takedown", campaign, sha256, unit);
      }

      @Override
      public List<Takedown> ofBytes(CampaignId campaign, String sha256) {
        return Memory.this.all(Takedown.class, "takedown", campaign, sha256);
      }

      @Override
      public List<Takedown> all(CampaignId campaign) {
        return Memory.this.all(Takedown.class, "takedown", campaign);
      }
    };
  }

  public Reviews reviews() {
    return new Reviews() {
      @Override
      public Optional<Review> find(CampaignId campaign, UnitCode unit, String id) {
        return one(Review.class, "review", campaign, unit, id);
      }

      @Override
      public List<Review> ofUnit(CampaignId campaign, UnitCode unit) {
        return Memory.this.all(Review.class, "review", campaign, unit);
      }

      @Override
      public List<Review> all(CampaignId campaign) {
        return Memory.this.all(Review.class, "review", campaign);
      }
    };
  }

  public ParMappings parMappings() {
    return new ParMappings() {
      @Override
      public Optional<ParMapping> current(CampaignId campaign) {
        return one(ParMapping.class, "par-mapping-now", campaign);
      }

      @Override
      public Optional<ParMapping> find(CampaignId campaign, long version) {
        return one(ParMapping.class, "par-mapping", campaign, number(version));
      }
    };
  }

  public Marks marks() {
    return new Marks() {
      @Override
      public Optional<Mark> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return one(Mark.class, "mark", campaign, unit, criterion);
      }

      @Override
      public Map<CriterionId, Mark> ofUnit(CampaignId campaign, UnitCode unit) {
        return all(Mark.class, "mark", campaign, unit).stream()
            .collect(Collectors.toMap(Mark::criterion, mark -> mark));
      }

      @Override
      public Map<UnitCode, Mark> of(
          CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
        return ofEach(units, unit -> find(campaign, unit, criterion));
      }
    };
  }

  public Explanations explanations() {
    return new Explanations() {
      @Override
      public Optional<Explanation> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return one(Explanation.class, "explanation", campaign, unit, criterion);
      }

      @Override
      public List<Explanation> ofUnit(CampaignId campaign, UnitCode unit) {
        return all(Explanation.class, "explanation", campaign, unit);
      }

      @Override
      public List<Explanation> of(
          CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
        return units.stream().flatMap(unit -> find(campaign, unit, criterion).stream()).toList();
      }
    };
  }

  public Petitions petitions() {
    return new Petitions() {
      @Override
      public Optional<Petition> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return one(Petition.class, "petition", campaign, unit, criterion);
      }

      @Override
      public List<Petition> ofUnit(CampaignId campaign, UnitCode unit) {
        return all(Petition.class, "petition", campaign, unit);
      }

      @Override
      public List<Petition> of(
          CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
        return units.stream().flatMap(unit -> find(campaign, unit, criterion).stream()).toList();
      }
    };
  }

  public Inspections inspections() {
    return new Inspections() {
      @Override
      public Optional<Inspection> find(CampaignId campaign, int number) {
        return one(Inspection.class, "inspection", campaign, number(number));
      }

      @Override
      public List<Inspection> all(CampaignId campaign) {
        return Memory.this.all(Inspection.class, "inspection", campaign);
      }

      @Override
      public List<Finding> findings(CampaignId campaign, UnitCode unit) {
        return Memory.this.all(Finding.class, "finding", campaign, unit).stream()
            .sorted(Finding.IN_ORDER)
            .toList();
      }

      @Override
      public Optional<Finding> finding(CampaignId campaign, UnitCode unit, String id) {
        return one(Finding.class, "finding", campaign, unit, id);
      }

      @Override
      public Optional<Minutes> minutes(CampaignId campaign, UnitCode unit, int inspection) {
        return one(Minutes.class, "minutes", campaign, unit, number(inspection));
      }

      @Override
      public List<Minutes> minutes(CampaignId campaign, UnitCode unit) {
        return Memory.this.all(Minutes.class, "minutes", campaign, unit);
      }
    };
  }

  public Sessions sessions() {
    return campaign -> one(Session.class, "session", campaign);
  }

  public Questions questions() {
    return new Questions() {
      @Override
      public Optional<Question> find(CampaignId campaign, UnitCode unit, String id) {
        return one(Question.class, "question", campaign, unit, id);
      }

      @Override
      public List<Question> ofUnit(CampaignId campaign, UnitCode unit) {
        return Memory.this.all(Question.class, "question", campaign, unit);
      }

      @Override
      public List<Question> all(CampaignId campaign) {
        return Memory.this.all(Question.class, "question", campaign);
      }

      @Override
      public List<Published> published(CampaignId campaign, int group) {
        return Memory.this.all(Published.class, "published", campaign, group).stream()
            .filter(Published::shown)
            .toList();
      }
    };
  }

  /** Every capability's commits: whole, each record over the version that it follows, or not. */
  public Transactions transactions() {
    return commit -> {
      List<Put> puts =
          Stream.of(
                  puts(commit.head()),
                  commit.writes().stream().flatMap(Memory::puts),
                  commit.receipt().stream()
                      .map(receipt -> first(receipt, "receipt", receipt.key().scope())))
              .flatMap(all -> all)
              .toList();
      if (late() || !puts.stream().allMatch(this::stands)) {
        return false;
      }
      puts.forEach(put -> records.put(put.key(), put.next()));
      chains
          .computeIfAbsent(commit.entry().chain(), chain -> new ArrayList<>())
          .add(commit.entry());
      return true;
    };
  }

  private boolean stands(Put put) {
    return put.over().test(records.getOrDefault(put.key(), Kept.NOTHING).version());
  }

  private static Stream<Put> puts(Write write) {
    return write instanceof PutParMapping(ParMapping one)
        ? Stream.of(put(write), next(one.version(), one, "par-mapping-now", one.campaign()))
        : Stream.of(put(write));
  }

  private static Put put(Write write) {
    return switch (write) {
      case PutHead(Head before, Head after, var at) ->
          new Put(
              key("head", after.campaign(), after.unit()),
              new Kept(after.tip().seq(), after),
              standing -> standing == (before.stored() ? before.tip().seq() : 0));
      case PutCampaign(Campaign next) -> next(next.version(), next, "campaign", next.id());
      case PutQuestion(Question next) ->
          next(next.version(), next, "question", next.campaign(), next.unit(), next.id());
      case PutPublished(Published copy) ->
          new Put(
              key("published", copy.campaign(), copy.group(), copy.criterion(), copy.id()),
              new Kept(copy.version(), copy),
              standing -> standing <= copy.version());
      case PutAnswer(CampaignId campaign, UnitCode unit, Answer answer) ->
          next(answer.version(), answer, "answer", campaign, unit, answer.criterion());
      case PutEvidence(CampaignId campaign, UnitCode unit, Evidence file) ->
          next(
              file.version(),
              file,
              file.ofTheTeam() ? "team-file" : "evidence",
              campaign,
              unit,
              file.id());
      case PutParticulars(CampaignId campaign, UnitCode unit, Particulars filled) ->
          next(filled.version(), filled, "particulars", campaign, unit);
      case PutReading(FileReading one) ->
          next(one.version(), one, "reading", one.campaign(), one.unit(), one.sha256());
      case PutTakedown(Takedown one) ->
          next(one.version(), one, "takedown", one.campaign(), one.sha256(), one.unit());
      case PutRemark(CampaignId campaign, UnitCode unit, Remark remark) ->
          next(remark.version(), remark, "remark", campaign, unit, remark.criterion());
      case PutMark(Mark mark) ->
          next(mark.version(), mark, "mark", mark.campaign(), mark.unit(), mark.criterion());
      case PutExplanation(Explanation one) ->
          next(one.version(), one, "explanation", one.campaign(), one.unit(), one.criterion());
      case PutPetition(Petition one) ->
          next(one.version(), one, "petition", one.campaign(), one.unit(), one.criterion());
      case PutInspection(Inspection plan) ->
          next(plan.version(), plan, "inspection", plan.campaign(), number(plan.number()));
      case PutFinding(Finding one) -> first(one, "finding", one.campaign(), one.unit(), one.id());
      case PutMinutes(Minutes kept) ->
          first(kept, "minutes", kept.campaign(), kept.unit(), number(kept.inspection()));
      case PutSession(Session kept) -> next(kept.version(), kept, "session", kept.campaign());
      case PutPlan(Plan plan) -> next(plan.version(), plan, "plan", plan.campaign(), plan.unit());
      case PutPlanReview(PlanReview one) ->
          next(one.version(), one, "plan-review", one.campaign(), one.unit());
      case PutReview(Review one) ->
          next(one.version(), one, "review", one.campaign(), one.unit(), one.id());
      case PutParMapping(ParMapping one) ->
          first(one, "par-mapping", one.campaign(), number(one.version()));
      case PutTransmittal(Transmittal one) ->
          first(one, "transmittal", one.campaign(), one.district(), number(one.number()));
      case PutCorrection(Correction one) ->
          first(one, "correction", one.campaign(), one.group(), number(one.number()));
      case PutJob(Job job) -> first(job, "job", job.campaign(), job.id());
      default -> throw new AssertionError(write);
    };
  }

  private static Put next(long version, Object record, String kind, Object... place) {
    return new Put(
        key(kind, place), new Kept(version, record), standing -> standing == version - 1);
  }

  private static Put first(Object record, String kind, Object... place) {
    return next(1, record, kind, place);
  }

  private static String key(String kind, Object... place) {
    return Stream.concat(Stream.of(kind), Stream.of(place))
        .map(Object::toString)
        .collect(Collectors.joining("/"));
  }

  // Numbers in a key stand in their order.
  private static String number(long number) {
    return String.format("%06d", number);
  }

  private <T> Optional<T> one(Class<T> type, String kind, Object... place) {
    return Optional.ofNullable(records.get(key(kind, place))).map(Kept::record).map(type::cast);
  }

  private <T> List<T> all(Class<T> type, String kind, Object... under) {
    String prefix = key(kind, under) + "/";
    return records.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
        .map(Kept::record)
        .map(type::cast)
        .toList();
  }

  private static <K, T> Map<K, T> ofEach(Collection<K> keys, Function<K, Optional<T>> find) {
    var found = new LinkedHashMap<K, T>();
    keys.forEach(key -> find.apply(key).ifPresent(record -> found.put(key, record)));
    return found;
  }

  private boolean late() {
    overtaken--;
    return overtaken >= 0;
  }

  private static <T> T never(Object refusal) {
    throw new AssertionError(refusal);
  }
}
