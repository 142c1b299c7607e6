package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignTemplates;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.RehearseCriteria;
import vn.minhbach.core.publish.publication.Rehearsed;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitRegister;

/** A rehearsal of the plan's largest group, 177 communes with full forms, fits into one call. */
class RehearsalCostTest {

  private static final int COMMUNES = 177;

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  private final AtomicInteger requests = new AtomicInteger();

  @Test
  void asksOnceForEachFormAndLittleElse(TestReporter report) {
    try (DynamoDbClient client = counting()) {
      DynamoTable table = embedded.table(client);
      var campaigns = new DynamoCampaigns(table);
      var units = new DynamoUnits(table);
      var sets = new DynamoCriteriaSets(table);
      var submissions = new DynamoSubmissions(table);
      var commits = new DynamoCommit(table);
      CampaignTemplates.Template template = new ResourceTemplates().find("131-2020").orElseThrow();
      List<Unit> register = accepted(UnitRegister.read(template.unitsCsv()));
      Campaign earlier = stored(commits, CAMPAIGN, true);
      Campaign next = stored(commits, new CampaignId("131-2021"), false);
      for (Campaign campaign : List.of(earlier, next)) {
        units.stage(campaign.id(), 1, register);
        sets.stage(campaign.id(), 3, 1, template.criteria().get(3));
      }
      CriteriaSet set = sets.find(CAMPAIGN, 3, 1).orElseThrow();
      register.stream()
          .filter(unit -> unit.group() == 3)
          .forEach(unit -> commits.commit(filled(unit.code(), set)));
      var rehearse =
          new RehearseCriteria(
              campaigns, units, sets, new Forms(submissions, sets, new DynamoCorrections(table)));
      var office = new Caller("o", Set.of(Role.OFFICE), Optional.of(new UnitCode("STTTT")));

      requests.set(0);
      long started = System.nanoTime();
      Rehearsed played =
          accepted(
              RehearseCriteria.order(Map.of("campaign", CAMPAIGN.value()))
                  .flatMap(sent -> rehearse.rehearse(next, 3, office, sent)));
      Duration took = Duration.ofNanos(System.nanoTime() - started);

      assertEquals(COMMUNES, played.rows().size());
      assertTrue(played.rows().stream().allMatch(row -> row.now().equals(row.then())));
      // The earlier campaign, its register and the other's, the reader's employer in it, the set of
      // then, and the forms.
      assertEquals(COMMUNES + 5, requests.get());
      // How long it took depends on the machine: a figure for whoever looks, not a bound.
      report.publishEntry("took", took.toString());
    }
  }

  private static Campaign stored(DynamoCommit commits, CampaignId id, boolean open) {
    Campaign draft = Sample.campaign(id.value()).withUnits(1).withCriteria(3, 1);
    Campaign ready = open ? draft.withStage(Stage.OPEN).withOpenedAt(AT.minusSeconds(9)) : draft;
    Commit<PutCampaign> change = Sample.change(ready, Optional.empty());
    assertTrue(commits.commit(change));
    return change.head().campaign();
  }

  private static Commit<PutHead> filled(UnitCode unit, CriteriaSet set) {
    var answers = new ArrayList<Write>();
    set.criteria().values().forEach(one -> answers.add(new PutAnswer(CAMPAIGN, unit, answer(one))));
    return Sample.change(
        Sample.unwritten(unit), Move.SIGN, AT, Optional.empty(), answers.toArray(Write[]::new));
  }

  private static Answer answer(Criterion criterion) {
    var inputs = new HashMap<String, Object>();
    if (criterion.rule() instanceof ScoringRule.Checklist checklist) {
      inputs.put("items", List.of(checklist.items().getFirst().key()));
    }
    for (Input input : criterion.inputs()) {
      inputs.put(
          input.key(),
          switch (input.kind()) {
            case INTEGER, DECIMAL -> 1L;
            case BOOLEAN -> true;
            case CHOICE -> ((ScoringRule.Choice) criterion.rule()).options().getFirst().value();
          });
    }
    Scored scored = accepted(Scoring.score(criterion, inputs));
    return new Answer(
        new CriterionId(criterion.id().value()),
        new Answer.Content(
            scored.inputs(),
            Optional.empty(),
            Optional.of("ghi chú của đơn vị"),
            scored.points(),
            Optional.empty()),
        Answer.Authorship.own(1, AT, "sub-1"),
        1);
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal);
        },
        value -> value);
  }

  private DynamoDbClient counting() {
    return embedded
        .builder()
        .overrideConfiguration(all ->
            all.addExecutionInterceptor(
                new ExecutionInterceptor() {
                  @Override
                  public void beforeExecution(
                      Context.BeforeExecution context, ExecutionAttributes ignored) {
                    requests.incrementAndGet();
                  }
                }))
        .build();
  }
}
