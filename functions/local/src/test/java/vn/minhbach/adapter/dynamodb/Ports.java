package vn.minhbach.adapter.dynamodb;

import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.session.Sessions;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.gate.Remarks;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Transactions;
import vn.minhbach.core.memory.Memory;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.feed.ParMappings;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.core.publish.review.Reviews;

/** The ports of one store through which rules read and write. */
record Ports(
    Transactions transactions,
    Ledger ledger,
    Receipts receipts,
    Jobs jobs,
    Campaigns campaigns,
    Corrections corrections,
    Submissions submissions,
    Remarks remarks,
    Transmittals transmittals,
    Readings readings,
    Takedowns takedowns,
    Questions questions,
    Marks marks,
    Explanations explanations,
    Petitions petitions,
    Inspections inspections,
    Sessions sessions,
    Plans plans,
    Reviews reviews,
    ParMappings parMappings) {

  private static final int ALL = 1_000;

  static Ports of(Memory memory) {
    return new Ports(
        memory.transactions(),
        memory.ledger(),
        memory.receipts(),
        memory.jobs(),
        memory.campaigns(),
        memory.corrections(),
        memory.submissions(),
        memory.remarks(),
        memory.transmittals(),
        memory.readings(),
        memory.takedowns(),
        memory.questions(),
        memory.marks(),
        memory.explanations(),
        memory.petitions(),
        memory.inspections(),
        memory.sessions(),
        memory.plans(),
        memory.reviews(),
        memory.parMappings());
  }

  static Ports of(DynamoTable table) {
    return new Ports(
        new DynamoCommit(table),
        new DynamoLedger(table),
        new DynamoReceipts(table),
        new DynamoJobs(table),
        new DynamoCampaigns(table),
        new DynamoCorrections(table),
        new DynamoSubmissions(table),
        new DynamoRemarks(table),
        new DynamoTransmittals(table),
        new DynamoReadings(table),
        new DynamoTakedowns(table),
        new DynamoQuestions(table),
        new DynamoMarks(table),
        new DynamoExplanations(table),
        new DynamoPetitions(table),
        new DynamoInspections(table),
        new DynamoSessions(table),
        new DynamoPlans(table),
        new DynamoReviews(table),
        new DynamoParMappings(table));
  }

  /** What every port answers to every question, by the question. */
  Map<String, Object> everything(Collection<String> scopes) {
    var all = new LinkedHashMap<String, Object>();
    scopes.forEach(scope -> all.put("receipt " + scope, receipts.find(scope)));
    all.put("campaign", campaigns.find(CAMPAIGN));
    all.put("campaigns", campaigns.list(Optional.empty(), ALL));
    all.put("campaigns after", campaigns.list(Optional.of(CAMPAIGN), ALL));
    all.put("campaign's chain", ledger.entries(ChainId.of(CAMPAIGN), 0, ALL));
    all.put("corrections", corrections.of(CAMPAIGN, Writing.GROUP, ALL));
    all.put("jobs", jobs.open(CAMPAIGN, ALL));
    all.put("a job", jobs.open(CAMPAIGN, 1));
    all.put("questions", questions.all(CAMPAIGN));
    all.put("published", questions.published(CAMPAIGN, Writing.GROUP));
    all.put("inspections", inspections.all(CAMPAIGN));
    all.put("session", sessions.find(CAMPAIGN));
    all.put("takedowns", takedowns.all(CAMPAIGN));
    all.put("plans", plans.all(CAMPAIGN));
    all.put("reviews", reviews.all(CAMPAIGN));
    all.put("mapping", parMappings.current(CAMPAIGN));
    all.put("first mapping", parMappings.find(CAMPAIGN, 1));
    all.put("transmittals", transmittals.of(CAMPAIGN, Sample.DISTRICT));
    all.put("heads", sorted(submissions.heads(CAMPAIGN, Writing.UNITS)));
    Writing.CRITERIA.forEach(criterion -> ofCriterion(all, criterion));
    Writing.UNITS.forEach(unit -> ofUnit(all, unit));
    return all;
  }

  private void ofCriterion(Map<String, Object> all, CriterionId criterion) {
    String at = " of " + criterion;
    all.put("marks" + at, sorted(marks.of(CAMPAIGN, criterion, Writing.UNITS)));
    all.put("explanations" + at, explanations.of(CAMPAIGN, criterion, Writing.UNITS));
    all.put("petitions" + at, petitions.of(CAMPAIGN, criterion, Writing.UNITS));
  }

  private void ofUnit(Map<String, Object> all, UnitCode unit) {
    String at = " of " + unit;
    all.put("form" + at, submissions.form(CAMPAIGN, unit));
    all.put("head" + at, submissions.head(CAMPAIGN, unit));
    all.put("evidence" + at, submissions.evidenceOf(CAMPAIGN, unit));
    all.put("team's files" + at, submissions.teamFilesOf(CAMPAIGN, unit));
    all.put("particulars" + at, submissions.particulars(CAMPAIGN, unit));
    all.put("chain" + at, ledger.entries(ChainId.of(CAMPAIGN, unit), 0, ALL));
    all.put("chain from 1" + at, ledger.entries(ChainId.of(CAMPAIGN, unit), 1, 2));
    all.put("remarks" + at, remarks.of(CAMPAIGN, unit));
    all.put("questions" + at, questions.ofUnit(CAMPAIGN, unit));
    all.put("marks" + at, sorted(marks.ofUnit(CAMPAIGN, unit)));
    all.put("explanations" + at, explanations.ofUnit(CAMPAIGN, unit));
    all.put("petitions" + at, petitions.ofUnit(CAMPAIGN, unit));
    all.put("findings" + at, inspections.findings(CAMPAIGN, unit));
    all.put("minutes" + at, inspections.minutes(CAMPAIGN, unit));
    all.put("plan" + at, plans.find(CAMPAIGN, unit));
    all.put("plan's review" + at, plans.review(CAMPAIGN, unit));
    all.put("reviews" + at, reviews.ofUnit(CAMPAIGN, unit));
    for (int i = 0; i < Writing.EACH; i++) {
      String one = " " + i + at;
      all.put("file" + one, submissions.evidence(CAMPAIGN, unit, Writing.file(i)));
      all.put("team's file" + one, submissions.evidence(CAMPAIGN, unit, Writing.teamFile(i)));
      all.put("reading" + one, readings.of(CAMPAIGN, unit, Writing.sha(i)));
      all.put("takedown" + one, takedowns.of(CAMPAIGN, unit, Writing.sha(i)));
      all.put("barred" + one, takedowns.barred(CAMPAIGN, Writing.sha(i)));
      all.put("finding" + one, inspections.finding(CAMPAIGN, unit, Writing.finding(i)));
      all.put("review" + one, reviews.find(CAMPAIGN, unit, Writing.review(i)));
      all.put("minutes" + one, inspections.minutes(CAMPAIGN, unit, i + 1));
      all.put("inspection" + one, inspections.find(CAMPAIGN, i + 1));
    }
    for (CriterionId criterion : Writing.CRITERIA) {
      String one = " " + criterion + at;
      all.put("answer" + one, submissions.answer(CAMPAIGN, unit, criterion));
      all.put("remark" + one, remarks.find(CAMPAIGN, unit, criterion));
      all.put("mark" + one, marks.find(CAMPAIGN, unit, criterion));
      all.put("explanation" + one, explanations.find(CAMPAIGN, unit, criterion));
      all.put("petition" + one, petitions.find(CAMPAIGN, unit, criterion));
      all.put(
          "answers" + one,
          List.copyOf(
              submissions
                  .answers(CAMPAIGN, List.of(new Submissions.Asked(unit, criterion)))
                  .values()));
    }
  }

  private static <K, V> Map<K, V> sorted(Map<K, V> map) {
    return new TreeMap<>(map);
  }
}
