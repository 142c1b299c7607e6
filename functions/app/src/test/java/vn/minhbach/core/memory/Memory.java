package vn.minhbach.core.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.PutCorrection;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.HeadWrite;
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

  private final Map<CampaignId, Campaign> campaigns = new TreeMap<>();
  private final Map<String, List<Unit>> registers = new HashMap<>();
  private final Map<String, Object> sets = new HashMap<>();
  private final Map<String, CriteriaSet> read = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final Map<String, Form> forms = new HashMap<>();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final Map<String, Map<CriterionId, Remark>> remarks = new HashMap<>();
  private final Map<String, List<Transmittal>> transmittals = new HashMap<>();
  private final Map<String, List<Entry>> chains = new TreeMap<>();
  private final List<Correction> corrections = new ArrayList<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Map<CriterionId, Mark>> marks = new HashMap<>();
  private final Map<String, Map<CriterionId, Explanation>> explanations = new HashMap<>();
  private final Map<String, Map<CriterionId, Petition>> petitions = new HashMap<>();
  private final Map<String, List<Evidence>> teamFiles = new HashMap<>();
  private final Map<Integer, Inspection> inspections = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Minutes> minutes = new ArrayList<>();
  private Optional<Session> session = Optional.empty();
  private final Map<String, Plan> plans = new TreeMap<>();
  private final Map<String, PlanReview> planReviews = new TreeMap<>();
  private final Map<String, FileReading> readings = new TreeMap<>();
  private final Map<String, Review> reviews = new TreeMap<>();
  private final TreeMap<Long, ParMapping> mappings = new TreeMap<>();
  private final Map<String, Published> published = new LinkedHashMap<>();
  private int overtaken;

  /**
   * Begins where another stands that knows campaigns and their registers and sets, and nothing that
   * came after their opening.
   */
  void beginAs(Memory other) {
    campaigns.putAll(other.campaigns);
    registers.putAll(other.registers);
    sets.putAll(other.sets);
    read.putAll(other.read);
    receipts.putAll(other.receipts);
    other.chains.forEach((chain, entries) -> chains.put(chain, new ArrayList<>(entries)));
    if (!other.forms.isEmpty() || !other.jobs.isEmpty() || !other.corrections.isEmpty()) {
      throw new AssertionError("more than an opening");
    }
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
        return Optional.ofNullable(campaigns.get(id));
      }

      @Override
      public List<Campaign> list(Optional<CampaignId> after, int limit) {
        return campaigns.values().stream()
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

  public Remarks remarks() {
    return new Remarks() {
      @Override
      public Optional<Remark> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return of(campaign, unit).stream()
            .filter(remark -> remark.criterion().equals(criterion))
            .findFirst();
      }

      @Override
      public List<Remark> of(CampaignId campaign, UnitCode unit) {
        return List.copyOf(remarks.getOrDefault(campaign + "/" + unit, Map.of()).values());
      }
    };
  }

  public Transmittals transmittals() {
    return (campaign, district) ->
        List.copyOf(transmittals.getOrDefault(campaign + "/" + district, List.of()));
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
        return Memory.this.form(campaign, unit);
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
        return Stream.concat(
                evidenceOf(campaign, unit).stream(), teamFilesOf(campaign, unit).stream())
            .filter(one -> one.id().equals(id))
            .findFirst();
      }

      @Override
      public List<Evidence> teamFilesOf(CampaignId campaign, UnitCode unit) {
        return List.copyOf(teamFiles.getOrDefault(campaign + "/" + unit, List.of()));
      }

      @Override
      public List<Evidence> evidenceOf(CampaignId campaign, UnitCode unit) {
        return form(campaign, unit).map(Form::evidence).orElse(List.of());
      }

      @Override
      public Optional<Particulars> particulars(CampaignId campaign, UnitCode unit) {
        return form(campaign, unit).flatMap(Form::particulars);
      }
    };
  }

  public Plans plans() {
    return new Plans() {
      @Override
      public Optional<Plan> find(CampaignId campaign, UnitCode unit) {
        return Optional.ofNullable(plans.get(campaign + "/" + unit));
      }

      @Override
      public List<Plan> all(CampaignId campaign) {
        return plans.values().stream().filter(one -> one.campaign().equals(campaign)).toList();
      }

      @Override
      public Optional<PlanReview> review(CampaignId campaign, UnitCode unit) {
        return Optional.ofNullable(planReviews.get(campaign + "/" + unit));
      }
    };
  }

  public Readings readings() {
    return new Readings() {
      @Override
      public Optional<FileReading> of(CampaignId campaign, UnitCode unit, String sha256) {
        return Optional.ofNullable(readings.get(campaign + "/" + unit + "/" + sha256));
      }

      @Override
      public void note(FileReading reading) {
        readings.putIfAbsent(place(reading), reading);
      }
    };
  }

  private static String place(FileReading reading) {
    return reading.campaign() + "/" + reading.unit() + "/" + reading.sha256();
  }

  public Reviews reviews() {
    return new Reviews() {
      @Override
      public Optional<Review> find(CampaignId campaign, UnitCode unit, String id) {
        return Optional.ofNullable(reviews.get(campaign + "/" + unit + "#" + id));
      }

      @Override
      public List<Review> ofUnit(CampaignId campaign, UnitCode unit) {
        return all(campaign).stream().filter(one -> one.unit().equals(unit)).toList();
      }

      @Override
      public List<Review> all(CampaignId campaign) {
        return reviews.values().stream().filter(one -> one.campaign().equals(campaign)).toList();
      }
    };
  }

  public ParMappings parMappings() {
    return new ParMappings() {
      @Override
      public Optional<ParMapping> current(CampaignId campaign) {
        return Optional.ofNullable(mappings.lastEntry()).map(Map.Entry::getValue);
      }

      @Override
      public Optional<ParMapping> find(CampaignId campaign, long version) {
        return Optional.ofNullable(mappings.get(version));
      }
    };
  }

  public Marks marks() {
    return new Marks() {
      @Override
      public Optional<Mark> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return Optional.ofNullable(ofUnit(campaign, unit).get(criterion));
      }

      @Override
      public Map<CriterionId, Mark> ofUnit(CampaignId campaign, UnitCode unit) {
        return marks.getOrDefault(campaign + "/" + unit, Map.of());
      }

      @Override
      public Map<UnitCode, Mark> of(
          CampaignId campaign, CriterionId criterion, Collection<UnitCode> units) {
        var found = new TreeMap<UnitCode, Mark>();
        units.forEach(
            unit -> find(campaign, unit, criterion).ifPresent(mark -> found.put(unit, mark)));
        return found;
      }
    };
  }

  public Explanations explanations() {
    return new Explanations() {
      @Override
      public Optional<Explanation> find(CampaignId campaign, UnitCode unit, CriterionId criterion) {
        return ofUnit(campaign, unit).stream()
            .filter(one -> one.criterion().equals(criterion))
            .findFirst();
      }

      @Override
      public List<Explanation> ofUnit(CampaignId campaign, UnitCode unit) {
        return List.copyOf(
            explanations.getOrDefault(campaign + "/" + unit, new TreeMap<>()).values());
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
        return ofUnit(campaign, unit).stream()
            .filter(one -> one.criterion().equals(criterion))
            .findFirst();
      }

      @Override
      public List<Petition> ofUnit(CampaignId campaign, UnitCode unit) {
        return List.copyOf(petitions.getOrDefault(campaign + "/" + unit, new TreeMap<>()).values());
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
        return Optional.ofNullable(inspections.get(number));
      }

      @Override
      public List<Inspection> all(CampaignId campaign) {
        return List.copyOf(inspections.values());
      }

      @Override
      public List<Finding> findings(CampaignId campaign, UnitCode unit) {
        return findings.stream().filter(one -> one.unit().equals(unit)).toList();
      }

      @Override
      public Optional<Finding> finding(CampaignId campaign, UnitCode unit, String id) {
        return findings(campaign, unit).stream().filter(one -> one.id().equals(id)).findFirst();
      }

      @Override
      public Optional<Minutes> minutes(CampaignId campaign, UnitCode unit, int inspection) {
        return minutes(campaign, unit).stream()
            .filter(one -> one.inspection() == inspection)
            .findFirst();
      }

      @Override
      public List<Minutes> minutes(CampaignId campaign, UnitCode unit) {
        return minutes.stream().filter(one -> one.unit().equals(unit)).toList();
      }
    };
  }

  public Sessions sessions() {
    return campaign -> session;
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
    };
  }

  /** Every capability's commits: whole, on the condition of the head, or not at all. */
  public Transactions transactions() {
    return commit -> {
      if (late() || !stands(commit.head())) {
        return false;
      }
      put(commit.head());
      commit.writes().forEach(this::put);
      chains
          .computeIfAbsent(commit.entry().chain(), chain -> new ArrayList<>())
          .add(commit.entry());
      commit.receipt().ifPresent(receipt -> receipts.put(receipt.key().scope(), receipt));
      return true;
    };
  }

  private boolean stands(HeadWrite head) {
    return switch (head) {
      case PutHead(Head before, Head after, var at) ->
          form(after.campaign(), after.unit())
              .map(form -> form.head().tip().seq() == before.tip().seq())
              .orElse(!before.stored());
      case PutCampaign(Campaign next) ->
          Optional.ofNullable(campaigns.get(next.id())).map(Campaign::version).orElse(0L)
              == next.version() - 1;
      case PutQuestion(Question next) ->
          Optional.ofNullable(questions.get(next.id())).map(Question::version).orElse(0L)
              == next.version() - 1;
      default -> throw new AssertionError(head);
    };
  }

  private void put(Write write) {
    switch (write) {
      case PutHead put -> {
        Form before =
            form(put.after().campaign(), put.after().unit())
                .orElseGet(() -> new Form(put.before(), Map.of(), List.of()));
        put(
            put.after().campaign(),
            put.after().unit(),
            new Form(put.after(), all(before), before.evidence(), before.particulars()));
      }
      case PutAnswer(CampaignId campaign, UnitCode unit, Answer answer) -> {
        Form before = form(campaign, unit).orElseThrow();
        Map<CriterionId, Answer> answers = all(before);
        answers.put(answer.criterion(), answer);
        put(
            campaign,
            unit,
            new Form(before.head(), answers, before.evidence(), before.particulars()));
      }
      case PutEvidence(CampaignId campaign, UnitCode unit, Evidence file) when file.ofTheTeam() -> {
        List<Evidence> files =
            teamFiles.computeIfAbsent(campaign + "/" + unit, form -> new ArrayList<>());
        files.removeIf(one -> one.id().equals(file.id()));
        files.add(file);
      }
      case PutEvidence(CampaignId campaign, UnitCode unit, Evidence file) -> {
        Form before = form(campaign, unit).orElseThrow();
        var evidence = new ArrayList<>(before.evidence());
        evidence.removeIf(one -> one.id().equals(file.id()));
        evidence.add(file);
        put(campaign, unit, new Form(before.head(), all(before), evidence, before.particulars()));
      }
      case PutReading(FileReading reading) -> {
        FileReading before = readings.put(place(reading), reading);
        follows(before == null ? 0 : before.version(), reading.version());
      }
      case PutMark(Mark mark) ->
          marks
              .computeIfAbsent(mark.campaign() + "/" + mark.unit(), form -> new TreeMap<>())
              .put(mark.criterion(), mark);
      case PutExplanation(Explanation explanation) -> {
        Explanation before =
            explanations
                .computeIfAbsent(
                    explanation.campaign() + "/" + explanation.unit(), form -> new TreeMap<>())
                .put(explanation.criterion(), explanation);
        follows(before == null ? 0 : before.version(), explanation.version());
      }
      case PutPetition(Petition petition) -> {
        Petition before =
            petitions
                .computeIfAbsent(
                    petition.campaign() + "/" + petition.unit(), form -> new TreeMap<>())
                .put(petition.criterion(), petition);
        follows(before == null ? 0 : before.version(), petition.version());
      }
      case PutInspection(Inspection plan) -> {
        Inspection before = inspections.put(plan.number(), plan);
        follows(before == null ? 0 : before.version(), plan.version());
      }
      case PutFinding(Finding finding) -> findings.add(finding);
      case PutMinutes(Minutes kept) -> minutes.add(kept);
      case PutPlan(Plan plan) -> {
        Plan before = plans.put(plan.campaign() + "/" + plan.unit(), plan);
        follows(before == null ? 0 : before.version(), plan.version());
      }
      case PutPlanReview(PlanReview review) -> {
        PlanReview before = planReviews.put(review.campaign() + "/" + review.unit(), review);
        follows(before == null ? 0 : before.version(), review.version());
      }
      case PutReview(Review review) -> {
        Review before =
            reviews.put(review.campaign() + "/" + review.unit() + "#" + review.id(), review);
        follows(before == null ? 0 : before.version(), review.version());
      }
      case PutParMapping(ParMapping mapping) -> {
        follows(mappings.isEmpty() ? 0 : mappings.lastKey(), mapping.version());
        mappings.put(mapping.version(), mapping);
      }
      case PutSession(Session kept) -> {
        follows(session.map(Session::version).orElse(0L), kept.version());
        session = Optional.of(kept);
      }
      case PutParticulars(CampaignId campaign, UnitCode unit, Particulars filled) -> {
        Form before = form(campaign, unit).orElseThrow();
        put(
            campaign,
            unit,
            new Form(before.head(), all(before), before.evidence(), Optional.of(filled)));
      }
      case PutRemark(CampaignId campaign, UnitCode unit, Remark remark) ->
          remarks
              .computeIfAbsent(campaign + "/" + unit, form -> new TreeMap<>())
              .put(remark.criterion(), remark);
      case PutTransmittal(Transmittal batch) ->
          transmittals
              .computeIfAbsent(batch.campaign() + "/" + batch.district(), all -> new ArrayList<>())
              .add(batch);
      case PutJob(Job job) -> jobs.put(job.id(), job);
      case PutCampaign(Campaign campaign) -> campaigns.put(campaign.id(), campaign);
      case PutCorrection(Correction correction) -> corrections.add(correction);
      case PutQuestion(Question question) -> questions.put(question.id(), question);
      case PutPublished(Published copy) -> published.put(copy.id(), copy);
      default -> throw new AssertionError(write);
    }
  }

  // What the store holds by a condition of its own; under the head it can never be overtaken.
  private static void follows(long before, long version) {
    if (version != before + 1) {
      throw new AssertionError("version " + version + " over " + before);
    }
  }

  private Optional<Form> form(CampaignId campaign, UnitCode unit) {
    return Optional.ofNullable(forms.get(campaign + "/" + unit));
  }

  private void put(CampaignId campaign, UnitCode unit, Form form) {
    forms.put(campaign + "/" + unit, form);
  }

  private static Map<CriterionId, Answer> all(Form form) {
    var answers = new TreeMap<>(form.answers());
    answers.putAll(form.contested());
    return answers;
  }

  private boolean late() {
    overtaken--;
    return overtaken >= 0;
  }

  private static <T> T never(Object refusal) {
    throw new AssertionError(refusal);
  }
}
