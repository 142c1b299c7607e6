package vn.minhbach.adapter.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.minhbach.core.appraise.explanation.PutExplanation;
import vn.minhbach.core.appraise.inspection.PutFinding;
import vn.minhbach.core.appraise.inspection.PutInspection;
import vn.minhbach.core.appraise.inspection.PutMinutes;
import vn.minhbach.core.appraise.marking.PutMark;
import vn.minhbach.core.appraise.petition.PutPetition;
import vn.minhbach.core.appraise.session.PutSession;
import vn.minhbach.core.assess.consolidation.PutTransmittal;
import vn.minhbach.core.assess.custody.PutReading;
import vn.minhbach.core.assess.gate.PutRemark;
import vn.minhbach.core.assess.question.PutPublished;
import vn.minhbach.core.assess.question.PutQuestion;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.PutParticulars;
import vn.minhbach.core.assess.takedown.PutTakedown;
import vn.minhbach.core.criteria.PutCorrection;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Transactions;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.core.publish.feed.PutParMapping;
import vn.minhbach.core.publish.plan.PutPlan;
import vn.minhbach.core.publish.plan.PutPlanReview;
import vn.minhbach.core.publish.review.PutReview;

/** Commits of every capability: one transaction each. */
public final class DynamoCommit implements Transactions {

  private static final Map<Class<? extends Write>, Function<Write, List<Item.Put>>> PUTS =
      new LinkedHashMap<>();

  static {
    several(PutCampaign.class, DynamoCampaigns::put);
    one(PutCorrection.class, write -> DynamoCorrections.put(write.correction()));
    one(PutHead.class, DynamoSubmissions::put);
    one(PutAnswer.class, DynamoSubmissions::put);
    one(PutEvidence.class, DynamoSubmissions::put);
    one(PutReading.class, DynamoReadings::put);
    one(PutTakedown.class, DynamoTakedowns::put);
    one(PutParticulars.class, DynamoSubmissions::put);
    one(PutRemark.class, DynamoRemarks::put);
    one(PutTransmittal.class, DynamoTransmittals::put);
    one(PutJob.class, write -> DynamoJobs.put(write.job()));
    one(PutQuestion.class, DynamoQuestions::put);
    one(PutPublished.class, DynamoQuestions::put);
    one(PutMark.class, DynamoMarks::put);
    one(PutExplanation.class, DynamoExplanations::put);
    one(PutPetition.class, DynamoPetitions::put);
    one(PutInspection.class, DynamoInspections::put);
    one(PutFinding.class, DynamoInspections::put);
    one(PutMinutes.class, DynamoInspections::put);
    one(PutSession.class, DynamoSessions::put);
    several(PutParMapping.class, DynamoParMappings::put);
    one(PutPlan.class, DynamoPlans::put);
    one(PutPlanReview.class, DynamoPlans::put);
    one(PutReview.class, DynamoReviews::put);
  }

  private final DynamoTable table;

  public DynamoCommit(DynamoTable table) {
    this.table = table;
  }

  @Override
  public boolean commit(Commit<?> commit) {
    var puts = new ArrayList<>(puts(commit.head()));
    commit.writes().forEach(write -> puts.addAll(puts(write)));
    puts.add(DynamoLedger.put(commit.head().chain(), commit.entry()));
    commit
        .receipt()
        .ifPresent(receipt -> puts.add(DynamoReceipts.put(receipt, table.epochSecond())));
    return table.commit(puts);
  }

  /** The classes of writes that this store can put. */
  static Set<Class<? extends Write>> known() {
    return Set.copyOf(PUTS.keySet());
  }

  private static List<Item.Put> puts(Write write) {
    Function<Write, List<Item.Put>> put = PUTS.get(write.getClass());
    if (put == null) {
      throw new IllegalArgumentException("no item is known for " + write.getClass());
    }
    return put.apply(write);
  }

  private static <W extends Write> void one(Class<W> type, Function<W, Item.Put> put) {
    several(type, write -> List.of(put.apply(write)));
  }

  private static <W extends Write> void several(Class<W> type, Function<W, List<Item.Put>> put) {
    PUTS.put(type, write -> put.apply(type.cast(write)));
  }
}
