package vn.minhbach.core.publish.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Court;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.ranking.RowFilter;

/** What is read of a published result: cards as frozen, side by side, over the years. */
class ReadScorecardTest {

  private static final Instant LOCKED = Instant.parse("2020-11-02T00:00:00Z");

  private final Province province = Province.opened();

  private void published() {
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));
  }

  private ReadScorecard.Sheet card(String unit) {
    return accepted(province.scorecards.published(province.campaign(), province.unit(unit), 0));
  }

  @Test
  void everyUnitHasACardWhoseSumsAreThoseOfItsRow() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    province.answerAll("SNV");
    published();
    for (int group = 1; group <= 3; group++) {
      for (RankingRow row : rows(group, RowFilter.ALL, Rankings.Order.RANK)) {
        ReadScorecard.Sheet sheet = card(row.unit().value());
        assertEquals(row.points(), sheet.scores().points(), row.name());
        assertEquals(row.applicableMax(), sheet.scores().max(), row.name());
        assertEquals(row.index(), sheet.scores().index(), row.name());
        assertEquals(row, sheet.ranked().orElseThrow().row());
      }
    }
    assertFalse(card("STTTT").card().lines().getFirst().inputs().isEmpty());
    // What was typed and never sent is in no card.
    assertTrue(card("SNV").card().lines().stream().allMatch(line -> line.inputs().isEmpty()));
    GroupReport.Middle middle =
        card("STTTT").ranked().orElseThrow().report().orElseThrow().middles().get("I");
    assertEquals(Points.ZERO, middle.least());
    assertEquals(Points.ZERO, middle.median());
    assertEquals(card("STTTT").scores().pointsOf("I"), middle.most());
  }

  @Test
  void cardStaysWhatItWasWhileItsResultIsCorrectedAndUnderItsIssueForEver() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    refused(
        PublicationProblem.NOT_PUBLISHED,
        province.scorecards.published(province.campaign(), province.unit("STTTT"), 0));
    published();
    UnitCard first = card("STTTT").card();
    accepted(
        province.publish.reissue(
            ID, act(LOCKED), PublishResult.reason(Map.of("reason", "Sai nhóm"))));
    assertEquals(first, card("STTTT").card());
    published();
    assertEquals(2, card("STTTT").ranked().orElseThrow().issue());
    var formerly =
        accepted(province.scorecards.published(province.campaign(), province.unit("STTTT"), 1));
    assertEquals(1, formerly.ranked().orElseThrow().issue());
    assertEquals(first, formerly.card());
    refused(
        PublicationProblem.NO_SUCH_ISSUE,
        province.scorecards.published(province.campaign(), province.unit("STTTT"), 3));
    province.board.forgetCards();
    refused(
        PublicationProblem.SCORECARD_NOT_FROZEN,
        province.scorecards.published(province.campaign(), province.unit("STTTT"), 0));
  }

  @Test
  void cardTellsWhatHearingTheUnitChanged() {
    var court = new Court();
    Province heard = court.province;
    court.marked(Court.UNIT, "I.1", "I.2", "I.3");
    List.of("I.1", "I.2", "I.3").forEach(criterion -> court.cut(Court.UNIT, criterion));
    accepted(court.ask(Bench.STTTT, Court.UNIT, "I.3"));
    accepted(court.answer(Court.UNIT, "I.3", "Hóa đơn gửi kèm"));
    accepted(court.submit(Court.UNIT, true));
    Points own = court.bench.line(Bench.LEAD, Court.UNIT, "I.3").view().cell().own().points();
    accepted(
        court.bench.mark(
            Bench.STTTT,
            Court.UNIT,
            "I.3",
            court.bench.read(Bench.STTTT, Court.UNIT, "I.3"),
            "points",
            own.toString(),
            "reason",
            "Đã có hóa đơn"));
    accepted(court.show());
    accepted(court.petition(Court.UNIT, "I.1", "Xin xem lại"));
    accepted(court.petition(Court.UNIT, "I.2", "Xin xem lại"));
    accepted(court.sign(Court.UNIT));
    accepted(
        court.decide(
            Bench.LEAD, Court.UNIT, "I.1", Map.of("decision", "kept", "reason", "Chưa đủ")));
    Points wanted = court.bench.line(Bench.LEAD, Court.UNIT, "I.2").view().cell().own().points();
    accepted(
        court.decide(
            Bench.DEPUTY,
            Court.UNIT,
            "I.2",
            Map.of("decision", "newPoints", "points", wanted.toString(), "reason", "Đã đủ")));
    while (court.now().isBefore(Instant.parse("2020-11-30T00:00:00Z"))) {
      court.bench.later();
    }
    accepted(court.bench.close(Bench.LEAD, Court.UNIT));
    court.bench.meet();
    accepted(heard.publish.report(ID, act(court.now())));
    accepted(heard.approve(Map.of(), court.now()));
    accepted(heard.publish.publish(ID, act(court.now())));
    var sheet = accepted(heard.scorecards.published(heard.campaign(), heard.unit(Court.UNIT), 0));
    assertTrue(sheet.card().appraised());
    CardLine kept = sheet.line(new CriterionId("I.1")).orElseThrow();
    assertEquals(CardLine.Ended.KEPT, kept.petitioned().orElseThrow().ended());
    assertEquals(Points.ZERO, kept.points());
    assertTrue(kept.explained().isEmpty());
    CardLine other = sheet.line(new CriterionId("I.2")).orElseThrow();
    assertEquals(CardLine.Ended.NEW_POINTS, other.petitioned().orElseThrow().ended());
    assertEquals(Points.ZERO, other.appraised().orElseThrow().points());
    assertEquals(wanted, other.points());
    CardLine explained = sheet.line(new CriterionId("I.3")).orElseThrow();
    assertEquals(CardLine.Ended.NEW_POINTS, explained.explained().orElseThrow().ended());
    assertEquals(Points.ZERO, explained.appraised().orElseThrow().points());
    assertEquals(own, explained.points());
    CardLine agreed = sheet.line(new CriterionId("I.6")).orElseThrow();
    assertTrue(agreed.explained().isEmpty() && agreed.petitioned().isEmpty());
    assertEquals(agreed.self().map(one -> one.points()), Optional.of(agreed.points()));
  }

  @Test
  void whatTheSetDoesNotMakePublicIsInTheUnitsOwnCardAlone() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    var hidden = new CriterionId("I.5");
    var draft =
        accepted(province.scorecards.draft(province.campaign(), province.unit("STTTT"), false));
    assertTrue(draft.line(hidden).isPresent());
    published();
    ReadScorecard.Sheet sheet = card("STTTT");
    assertTrue(sheet.hides(sheet.criteria().criterion(hidden).orElseThrow()));
    assertEquals(Optional.empty(), sheet.line(hidden));
    assertEquals(draft.scores().pointsOf("I"), sheet.scores().pointsOf("I"));
    assertTrue(
        card("SNV").next().orElseThrow().steps().stream()
            .noneMatch(step -> step.criterion().equals(hidden)));
    var weak =
        accepted(province.results.publishedReport(province.campaign(), 0)).getFirst().weakest();
    for (GroupReport.Weak one : weak) {
      boolean told = !sheet.hides(sheet.criteria().criterion(one.criterion()).orElseThrow());
      assertTrue(told || one.belowUnits().isEmpty(), one.title());
    }
  }

  @Test
  void unitsOfAGroupStandSideBySideInTheOrderAskedFor() {
    published();
    List<UnitCode> asked = List.of(new UnitCode("SNV"), new UnitCode("STTTT"));
    var sheets =
        accepted(province.scorecards.compared(province.campaign(), 1, 0, Outcome.accepted(asked)));
    assertEquals(asked, sheets.stream().map(one -> one.card().unit()).toList());
    refused(
        PublicationProblem.NOT_IN_TABLE,
        province.scorecards.compared(
            province.campaign(),
            1,
            0,
            Outcome.accepted(List.of(new UnitCode("SNV"), new UnitCode("193")))));
  }

  @Test
  void historyGoesBackAlongTheLineageAndSaysWhereItEnds() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    CampaignId next = next();
    refused(
        PublicationProblem.NOT_PUBLISHED,
        province.history.of(province.campaign(), province.unit("STTTT")));
    published();
    var first = accepted(province.history.of(province.campaign(), province.unit("STTTT")));
    assertEquals(1, first.years().size());
    assertEquals(Optional.empty(), first.notComparable());
    accepted(province.publish.report(next, act(LOCKED)));
    accepted(
        province.approve.approve(
            next, Province.by(Role.APPROVER, LOCKED), ApprovalDraft.read(Map.of())));
    accepted(province.publish.publish(next, act(LOCKED)));
    var campaign = province.memory.campaigns().find(next).orElseThrow();
    var both = accepted(province.history.of(campaign, province.unit("STTTT")));
    assertEquals(
        List.of(next, ID), both.years().stream().map(year -> year.campaign().id()).toList());
    assertEquals(30, both.years().getLast().units());
    assertEquals(1, both.years().getLast().row().rank().orElseThrow());
  }

  private CampaignId next() {
    accepted(
        NewCampaign.read(Map.of("template", "131-2020", "id", "next", "previous", ID.value()))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    var next = new CampaignId("next");
    accepted(
        OpenCampaign.said(Map.of()).flatMap(sent -> province.open.open(next, act(OPENED), sent)));
    return next;
  }

  @Test
  void aFilteredTableIsReadInPagesWhoseCursorsStayTrue() {
    published();
    List<RankingRow> all = rows(3, RowFilter.ALL, Rankings.Order.NAME);
    assertEquals(all.stream().sorted(RankingRow.BY_NAME).toList(), all);
    String district = all.getFirst().parent().orElseThrow().value();
    var filter =
        new RowFilter(
            Optional.of(new UnitCode(district)),
            Optional.empty(),
            Optional.empty(),
            Optional.of("xa"));
    List<RankingRow> whole = rows(3, filter, Rankings.Order.NAME);
    assertEquals(all.stream().filter(filter).toList(), whole);
    var paged = new ArrayList<RankingRow>();
    Optional<Integer> from = Optional.of(0);
    while (from.isPresent()) {
      var page =
          accepted(
              province.results.published(
                  province.campaign(),
                  3,
                  0,
                  new ReadResult.Part(filter, Rankings.Order.NAME, from.get(), 2)));
      paged.addAll(page.rows());
      from = page.next();
    }
    assertEquals(whole, paged);
  }

  private List<RankingRow> rows(int group, RowFilter filter, Rankings.Order order) {
    return accepted(
            province.results.published(
                province.campaign(), group, 0, new ReadResult.Part(filter, order, 0, 500)))
        .rows();
  }

  @Test
  void whoMayBeCommendedIsSaidByRulesAndNeverWhoSentNothing() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    var rules = new ListCommendable.Rules(3, Optional.empty(), Optional.empty());
    refused(PublicationProblem.NOT_REPORTED, province.commendable.of(province.campaign(), rules));
    accepted(province.publish.report(ID, act(LOCKED)));
    var groups = accepted(province.commendable.of(province.campaign(), rules));
    assertEquals(List.of(1, 2, 3), groups.stream().map(one -> one.group()).toList());
    assertEquals(
        List.of("STTTT"),
        groups.getFirst().candidates().stream().map(one -> one.row().unit().value()).toList());
    assertEquals(List.of(), groups.getLast().candidates());
    refused(
        PublicationProblem.NO_SUCH_LEVEL,
        province.commendable.of(
            province.campaign(),
            new ListCommendable.Rules(3, Optional.of("GIOI"), Optional.empty())));
  }
}
