package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;
import static vn.minhbach.adapter.dynamodb.Sample.UNIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.PutMark;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.PutPublished;
import vn.minhbach.core.assess.question.PutQuestion;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignTemplates;
import vn.minhbach.core.prepare.campaign.DeadlineRules;
import vn.minhbach.core.prepare.campaign.Holidays;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.core.publish.feed.PutParMapping;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.publish.plan.PutPlan;
import vn.minhbach.core.publish.plan.PutPlanReview;
import vn.minhbach.core.publish.publication.UnitCard;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Unit;

/** The costs that the package's page names, metered for a form and a register as the plan's are. */
class AccessCostTest {

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

  private final Metering metering = new Metering();

  @Test
  void costsWhatThePackageSays() {
    try (DynamoDbClient client = metered()) {
      DynamoTable table = embedded.table(client);
      submission(table);
      campaign(table);
      rankings(table);
      plans(table);
      questions(table);
      evidence(table);
    }
  }

  /** A unit with 40 files, each cited by one other unit too. */
  private void evidence(DynamoTable table) {
    var commits = new DynamoCommit(table);
    var submissions = new DynamoSubmissions(table);
    UnitCode unit = Sample.unit(200).code();
    Head head = Sample.unwritten(unit);
    for (int n = 0; n < 40; n++) {
      String id = Sample.nonce();
      Commit<PutHead> grant =
          Sample.change(
              head,
              Move.EDIT,
              AT,
              Optional.of(Sample.receipt(Sample.nonce() + Sample.nonce(), AT.plusSeconds(9_999))),
              new PutEvidence(CAMPAIGN, unit, Sample.evidence(id, 1)));
      assertEquals(8, cost(() -> commits.commit(grant)), "grant with receipt");
      Commit<PutHead> checked =
          Sample.change(
              grant.head().after(), new PutEvidence(CAMPAIGN, unit, Sample.evidence(id, 2)));
      assertEquals(6, cost(() -> commits.commit(checked)), "a check noted");
      head = checked.head().after();
      assertEquals(1, cost(() -> submissions.evidence(CAMPAIGN, unit, id)), "a file");
    }
    assertEquals(5, cost(() -> submissions.evidenceOf(CAMPAIGN, unit)), "40 files of a unit");

    var strays = new DynamoStrays(table);
    assertEquals(
        1,
        cost(() ->
            strays.note(new Strays.Stray(CAMPAIGN, Strays.Reason.NO_GRANT, "131-2020/x", AT))),
        "a stray");
    assertEquals(1, cost(() -> strays.list(CAMPAIGN, 100)), "strays");

    var openings = new DynamoOpenings(table);
    for (int n = 0; n < 10; n++) {
      assertEquals(
          1,
          cost(() ->
              openings.note(
                  new Openings.Opening(
                      CAMPAIGN, unit, "e1", Sample.nonce(), "sub-1", Set.of(Role.OFFICE), AT))),
          "an opening");
    }
    assertEquals(1, cost(() -> openings.of(CAMPAIGN, unit, "e1", 100)), "openings of a file");

    var shared = new DynamoSharedFiles(table);
    for (int n = 0; n < 40; n++) {
      String hash = Sample.nonce() + Sample.nonce();
      for (UnitCode holder : List.of(unit, UNIT)) {
        assertEquals(
            1,
            cost(() -> shared.put(new SharedFiles.Holder(CAMPAIGN, hash, holder, "e1", true, 1))),
            "a holder");
        var found = new SharedFiles.Shared(CAMPAIGN, hash, Set.of(unit, UNIT), 2);
        assertEquals(1, cost(() -> shared.put(holder, found)), "a finding");
      }
      assertEquals(1, cost(() -> shared.holders(CAMPAIGN, hash)), "holders");
    }
    assertEquals(1.5, cost(() -> shared.at(CAMPAIGN, unit)), "findings at a unit");
    assertEquals(3, cost(() -> shared.all(CAMPAIGN)), "all findings");

    var audits = new DynamoAudits(table);
    Audit audit = Audit.start(CAMPAIGN, Sample.nonce(), AT, "sub-1", 220);
    assertEquals(1, cost(() -> audits.put(audit)), "an audit");
    assertEquals(1, cost(() -> audits.latest(CAMPAIGN)), "latest audit");
  }

  private void questions(DynamoTable table) {
    var commits = new DynamoCommit(table);
    var questions = new DynamoQuestions(table);
    var criterion = new CriterionId("I.1");
    for (int n = 0; n < 10; n++) {
      String id = Sample.nonce();
      var unwritten =
          new Question(
              CAMPAIGN,
              UNIT,
              3,
              id,
              criterion,
              "Gì?",
              AT,
              "sub",
              List.of(),
              List.of(),
              ChainTip.START);
      Commit<PutQuestion> asked =
          commit(
              unwritten,
              "QUESTION_ASKED",
              Optional.empty(),
              Optional.of(Sample.receipt(id + id, AT.plusSeconds(9_999_999_999L))));
      assertEquals(6, cost(() -> commits.commit(asked)), "asked with receipt");
      var reply = new Question.Reply("Có.", true, Optional.empty(), AT, "sub");
      var replied =
          new Question(
              CAMPAIGN,
              UNIT,
              3,
              id,
              criterion,
              "Gì?",
              AT,
              "sub",
              List.of(reply),
              List.of(),
              asked.head().tip());
      var copy =
          new Published(CAMPAIGN, 3, id, criterion, "Gì?", "Có.", Optional.empty(), AT, true, 2);
      Commit<PutQuestion> answered =
          commit(replied, "QUESTION_ANSWERED", Optional.of(copy), Optional.empty());
      assertEquals(6, cost(() -> commits.commit(answered)), "answered and published");
    }
    assertEquals(10, questions.published(CAMPAIGN, 3).size());
    assertEquals(0.5, cost(() -> questions.published(CAMPAIGN, 3)), "10 published, may lag");
    assertEquals(2, cost(() -> questions.ofUnit(CAMPAIGN, UNIT)), "10 of a unit");
  }

  private static Commit<PutQuestion> commit(
      Question question, String kind, Optional<Published> copy, Optional<Receipt> receipt) {
    Entry entry =
        Entry.after(
            question.tip(),
            question.chain(),
            AT,
            new Sample.Said(kind, new Body()),
            Sample.nonce());
    var next =
        new Question(
            question.campaign(),
            question.unit(),
            question.group(),
            question.id(),
            question.criterion(),
            question.text(),
            question.askedAt(),
            question.askedBy(),
            question.replies(),
            question.referrals(),
            entry.tip());
    return new Commit<>(
        question.tip(),
        new PutQuestion(next),
        entry,
        copy.<List<Write>>map(published -> List.of(new PutPublished(published))).orElse(List.of()),
        receipt);
  }

  private void submission(DynamoTable table) {
    var commits = new DynamoCommit(table);
    var submissions = new DynamoSubmissions(table);
    Head head = Sample.unwritten(UNIT);
    Commit<PutHead> first =
        Sample.change(
            head,
            Move.EDIT,
            AT,
            Optional.of(Sample.receipt("0".repeat(64), AT.plusSeconds(9_999_999_999L))),
            Sample.put("I.1", 1));
    assertEquals(8, cost(() -> commits.commit(first)), "saved answer with receipt");
    head = first.head().after();
    for (int i = 2; i <= 35; i++) {
      Commit<PutHead> change =
          Sample.change(
              head, Sample.put("I." + i, 1), Sample.put(Sample.evidence(Sample.nonce(), 1)));
      assertEquals(8, cost(() -> commits.commit(change)), "answer and evidence");
      head = change.head().after();
    }
    Commit<PutHead> again = Sample.change(head, Sample.put("I.1", 2));
    assertEquals(6, cost(() -> commits.commit(again)), "saved answer");
    head = again.head().after();
    var marks = new DynamoMarks(table);
    for (int i = 1; i <= 35; i++) {
      Commit<PutHead> marked = Sample.note(head, AT, new PutMark(Sample.mark("I." + i)));
      assertEquals(6, cost(() -> commits.commit(marked)), "a mark: head, mark, entry");
      head = marked.head().after();
    }
    assertEquals(1, cost(() -> marks.find(CAMPAIGN, UNIT, new CriterionId("I.1"))), "a mark");
    assertEquals(5, cost(() -> marks.ofUnit(CAMPAIGN, UNIT)), "35 marks of a unit");
    assertEquals(
        1,
        cost(() -> marks.of(CAMPAIGN, new CriterionId("I.1"), List.of(UNIT))),
        "marks of a criterion, each");
    assertEquals(6, cost(() -> submissions.form(CAMPAIGN, UNIT)), "form, without its marks");
    assertEquals(1, cost(() -> submissions.head(CAMPAIGN, UNIT)), "head");
    savesAnswer(table);
    assertEquals(1, cost(() -> submissions.heads(CAMPAIGN, List.of(UNIT))), "heads, each");
    assertEquals(
        3,
        cost(() -> new DynamoLedger(table).entries(Sample.unwritten(UNIT).chain(), 0, 20)),
        "20 entries");
    var board = new DynamoProgressBoard(table);
    for (int i = 0; i < 220; i++) {
      UnitCode code = Sample.unit(i).code();
      assertEquals(
          1, cost(() -> board.put(CAMPAIGN, Sample.progress(code, 5, 10))), "progress row");
    }
    assertEquals(14.5, cost(() -> board.all(CAMPAIGN)), "board");
  }

  /** The use as a whole: one read of the form, on which it is decided, written and warned. */
  private void savesAnswer(DynamoTable table) {
    var submissions = new DynamoSubmissions(table);
    var sets = new DynamoCriteriaSets(table);
    Campaign open =
        Sample.campaign(CAMPAIGN.value())
            .withUnits(1)
            .withCriteria(3, 1)
            .withStage(Stage.OPEN)
            .withOpenedAt(AT.minusSeconds(9));
    CampaignTemplates.Template template = new ResourceTemplates().find("131-2020").orElseThrow();
    sets.stage(CAMPAIGN, 3, 1, template.criteria().get(3));
    var units = new DynamoUnits(table);
    var save =
        new SaveAnswer(
            new Forms(submissions, sets, new DynamoCorrections(table)),
            new Baselines(new DynamoSources(table)),
            new Fillings(units, submissions),
            new Commits(
                new CommitProtocol(
                    new DynamoCommit(table),
                    new DynamoReceipts(table),
                    new Attempts(attempt -> {}),
                    Sample::nonce)));
    var hints = new Hints(new LastYear(new DynamoCampaigns(table), units, sets, submissions));
    var criterion = new CriterionId("I.1");
    Unit unit = new Unit(UNIT, 3, "ward", "Phường Hồng Gai", Optional.of(Sample.DISTRICT));
    String etag = submissions.answer(CAMPAIGN, UNIT, criterion).orElseThrow().etag();
    var act =
        new Act(new Caller("sub-1", Set.of(Role.UNIT), Optional.of(UNIT)), AT, Optional.empty());
    sets.find(CAMPAIGN, 3, 1);
    double spent =
        cost(() -> {
          SaveAnswer.Saved saved =
              save.save(
                      open,
                      unit,
                      criterion,
                      act,
                      new vn.minhbach.core.Condition(Optional.of(etag)),
                      AnswerDraft.read(Map.of("inputs", Map.of("a", 5, "b", 20))))
                  .fold(
                      refusal -> {
                        throw new AssertionError(refusal);
                      },
                      answer -> answer);
          hints.afterSaving(open, unit, saved.form(), criterion);
        });
    assertEquals(
        1 + 3 + 6, spent, "an answer saved: head, 35 answers, no file; three items written");
  }

  private void campaign(DynamoTable table) {
    var commits = new DynamoCommit(table);
    var campaigns = new DynamoCampaigns(table);
    Campaign draft = Sample.campaign("131-2020");
    Commit<PutCampaign> created = Sample.change(draft, Optional.empty());
    assertEquals(6, cost(() -> commits.commit(created)), "campaign created");
    Commit<PutCampaign> changed = Sample.change(created.head().campaign(), Optional.empty());
    assertEquals(4, cost(() -> commits.commit(changed)), "campaign changed");
    assertEquals(1, cost(() -> campaigns.find(draft.id())), "campaign");
    Campaign clocked =
        changed
            .head()
            .campaign()
            .withRules(
                DeadlineRules.DEFAULT.with(
                    Holidays.read(new ResourceTemplates().publicHolidaysCsv())
                        .fold(refusal -> Holidays.NONE, days -> days)
                        .between(2020, 2021)));
    Commit<PutCampaign> third = Sample.change(clocked, Optional.empty());
    assertEquals(8, cost(() -> commits.commit(third)), "campaign with its holidays changed");
    assertEquals(1, cost(() -> campaigns.find(draft.id())), "campaign with its holidays");

    var units = new DynamoUnits(table);
    var register = new ArrayList<Unit>();
    for (int i = 0; i < 220; i++) {
      register.add(Sample.unit(i));
    }
    assertEquals(220, cost(() -> units.stage(CAMPAIGN, 1, register)), "units staged");
    assertEquals(8, cost(() -> units.all(CAMPAIGN, 1)), "units");
    assertEquals(1, cost(() -> units.find(CAMPAIGN, 1, register.getFirst().code())), "unit");
  }

  /** What a report freezes of 30 departments by 35 criteria; a plan, its marks, a mapping. */
  private void plans(DynamoTable table) {
    var cards = new DynamoFrozenCards(table);
    var reached = new FrozenCard.Reached(Points.of("4.80"), Points.of("8.00"));
    var criteria = new TreeMap<CriterionId, FrozenCard.Reached>();
    IntStream.rangeClosed(1, 35).forEach(n -> criteria.put(new CriterionId("II." + n), reached));
    List<FrozenCard> frozen =
        IntStream.range(0, 30)
            .mapToObj(
                n -> new FrozenCard(Sample.unit(n).code(), 1, criteria, Map.of("II", reached)))
            .toList();
    assertEquals(60, cost(() -> cards.stage(CAMPAIGN, 1, 1, frozen)), "cards staged");
    assertEquals(
        Optional.of(frozen.getFirst()), cards.find(CAMPAIGN, 1, 1, frozen.getFirst().unit()));
    assertEquals(1, cost(() -> cards.find(CAMPAIGN, 1, 1, UNIT)), "a card");
    assertEquals(Set.copyOf(frozen), Set.copyOf(cards.all(CAMPAIGN, 1, 1)));
    assertEquals(12, cost(() -> cards.all(CAMPAIGN, 1, 1)), "cards of a group");

    var plans = new DynamoPlans(table);
    var item = new Plan.Item(new CriterionId("II.12"), "Mở điểm hỗ trợ", "Văn phòng", DAY);
    var plan =
        new Plan(CAMPAIGN, UNIT, 1, Collections.nCopies(6, item), Optional.empty(), "sub-1", AT, 1);
    assertEquals(2, cost(() -> table.commit(List.of(DynamoPlans.put(new PutPlan(plan))))), "plan");
    assertFalse(table.commit(List.of(DynamoPlans.put(new PutPlan(plan)))), "written by another");
    assertEquals(Optional.of(plan), plans.find(CAMPAIGN, UNIT));
    assertEquals(1, cost(() -> plans.find(CAMPAIGN, UNIT)), "a plan");
    assertEquals(List.of(plan), plans.all(CAMPAIGN));
    assertEquals(1, cost(() -> plans.all(CAMPAIGN)), "all plans");
    var mark = new PlanReview.Mark(true, Optional.of("Đã mở"), Optional.empty(), "sub-1", AT);
    var review = new PlanReview(CAMPAIGN, UNIT, CAMPAIGN, 1, Map.of(2, mark), 1);
    assertTrue(table.commit(List.of(DynamoPlans.put(new PutPlanReview(review)))));
    assertEquals(Optional.of(review), plans.review(CAMPAIGN, UNIT));
    assertEquals(1, cost(() -> plans.review(CAMPAIGN, UNIT)), "marks");

    var mappings = new DynamoParMappings(table);
    var source = new ParMapping.Source(ParMapping.Kind.CRITERION, "II.12");
    List<ParMapping.Line> lines =
        IntStream.range(0, 20)
            .mapToObj(
                n -> new ParMapping.Line("6." + n, "Hồ sơ", 2, source, Points.of("1.50"), Map.of()))
            .toList();
    var mapping = new ParMapping(CAMPAIGN, lines, "sub-1", AT, 1);
    assertEquals(
        12,
        cost(() -> table.commit(DynamoParMappings.put(new PutParMapping(mapping)))),
        "a mapping of 20 lines, twice");
    assertEquals(Optional.of(mapping), mappings.current(CAMPAIGN));
    assertEquals(Optional.of(mapping), mappings.find(CAMPAIGN, 1));
    assertEquals(1, cost(() -> mappings.current(CAMPAIGN)), "mapping");
  }

  private void rankings(DynamoTable table) {
    var rankings = new DynamoRankings(table);
    var rows = new ArrayList<RankingRow>();
    for (int i = 0; i < 177; i++) {
      rows.add(Sample.row(i, "Phường số " + i));
    }
    var staged = new Rankings.Table(CAMPAIGN, 3, 1, AT, "ef".repeat(32), 177, Map.of());
    assertEquals(256, cost(() -> rankings.stage(staged, rows)), "ranking staged");
    assertEquals(1, cost(() -> rankings.staged(CAMPAIGN, 3, 1)), "table");
    assertEquals(3, cost(() -> rankings.rows(staged, 0, 50)), "page");
    assertEquals(1, cost(() -> rankings.row(staged, rows.getFirst().unit())), "row");
    assertEquals(3, cost(() -> rankings.rows(staged, Rankings.Order.NAME, 0, 50)), "page by name");
    assertEquals(10, cost(() -> rankings.rows(staged, 0, Rankings.ROWS_MAX)), "whole table");
    var cards = new DynamoScorecards(table);
    UnitCard card = Sample.card(1, 99);
    assertEquals(
        "20.0 5.0",
        cost(() -> cards.stage(CAMPAIGN, 1, List.of(card)))
            + " "
            + cost(() -> cards.find(CAMPAIGN, 3, 1, card.unit())),
        "scorecard of 99 criteria staged, read");
  }

  private double cost(Runnable access) {
    return metering.of(access);
  }

  private DynamoDbClient metered() {
    return embedded
        .builder()
        .overrideConfiguration(all -> all.addExecutionInterceptor(metering))
        .build();
  }
}
