package vn.minhbach.core.publish.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.unit.Unit;

/** From the last form to the published ranking, over stores in memory. */
class PublishResultTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");
  private static final Map<String, Object> DECISION =
      Map.of("number", "123/QĐ-UBND", "date", "2021-02-10");

  private final Province province = Province.opened();

  @Test
  void nothingIsReportedWhileAnyFormCanStillChange() {
    var refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(OPENED)));
    assertEquals("220", refusal.facts().get("count"));
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(OPENED)));
    assertEquals("219", refusal.facts().get("count"));
  }

  @Test
  void nothingIsReportedWhileCriterionIsOpenAgain() {
    province.answerAll("STTTT");
    Evidence file = province.evidence("STTTT", "I.1");
    province.vault.put(
        file.id(),
        new EvidenceVault.Arrival(
            file.sizeBytes(),
            file.sha256(),
            "tag",
            OPENED,
            Optional.of(file.contentType()),
            Optional.empty()));
    accepted(province.submit("STTTT", OPENED));
    Instant scanned = LOCKED.minusSeconds(86_400);
    accepted(
        province.checkEvidence.scanned(
            ID,
            new UnitCode("STTTT"),
            file.id(),
            new Checks.Scanned(false, "THREATS_FOUND", Optional.empty()),
            scanned));
    var refusal =
        refused(PublicationProblem.FORMS_STILL_OPEN, province.publish.report(ID, act(LOCKED)));
    assertEquals("STTTT", refusal.facts().get("units"));
    accepted(province.publish.report(ID, act(LOCKED.plusSeconds(4 * 86_400))));
  }

  @Test
  void stepsGoInOrderAndNoneTwice() {
    refused(
        CampaignProblem.WRONG_STAGE,
        PublishResult.decision(DECISION)
            .flatMap(sent -> province.publish.approve(ID, act(LOCKED), sent)));
    refused(CampaignProblem.WRONG_STAGE, province.publish.publish(ID, act(LOCKED)));
    assertEquals(Stage.REPORTED, accepted(province.publish.report(ID, act(LOCKED))).stage());
    refused(CampaignProblem.WRONG_STAGE, province.publish.report(ID, act(LOCKED)));
    assertEquals(
        Stage.APPROVED,
        accepted(
                PublishResult.decision(DECISION)
                    .flatMap(sent -> province.publish.approve(ID, act(LOCKED), sent)))
            .stage());
    assertEquals(Stage.PUBLISHED, accepted(province.publish.publish(ID, act(LOCKED))).stage());
  }

  @Test
  void decisionHasNumberAndDateOrNeither() {
    accepted(province.publish.report(ID, act(LOCKED)));
    assertEquals(
        Set.of("date MISSING_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                PublishResult.decision(Map.of("number", "1"))
                    .flatMap(sent -> province.publish.approve(ID, act(LOCKED), sent)))));
    accepted(
        PublishResult.decision(Map.of())
            .flatMap(sent -> province.publish.approve(ID, act(LOCKED), sent)));
  }

  @Test
  void publicReadsNothingBeforePublication() {
    Unit unit = province.unit("STTTT");
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(
        PublishResult.decision(DECISION)
            .flatMap(sent -> province.publish.approve(ID, act(LOCKED), sent)));
    refused(
        PublicationProblem.NOT_PUBLISHED,
        province.results.published(province.campaign(), 1, 0, 10));
    refused(
        PublicationProblem.NOT_PUBLISHED,
        province.results.publishedCard(province.campaign(), unit));
    accepted(province.publish.publish(ID, act(LOCKED)));
    assertEquals(
        30, accepted(province.results.published(province.campaign(), 1, 0, 500)).rows().size());
    accepted(province.results.publishedCard(province.campaign(), unit));
  }

  @Test
  void unitThatSentNothingHasNoRankButALineWithTheCause() {
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(
        PublishResult.decision(Map.of())
            .flatMap(sent -> province.publish.approve(ID, act(LOCKED), sent)));
    accepted(province.publish.publish(ID, act(LOCKED)));
    List<RankingRow> rows =
        accepted(province.results.published(province.campaign(), 1, 0, 500)).rows();
    assertEquals("STTTT", rows.getFirst().unit().value());
    assertEquals(1, rows.getFirst().rank().orElseThrow());
    assertTrue(
        rows.stream()
            .skip(1)
            .allMatch(row -> row.unranked().orElseThrow().equals("NOT_SUBMITTED")));
  }

  @Test
  void draftIsEmptyUntilItIsBuiltAndIsBuiltOnceForTheSameFigures() {
    ReadResult.Page none = province.results.draft(province.campaign(), 1, 0, 10, OPENED);
    assertEquals(List.of(), none.rows());
    assertEquals(0, none.table().count());
    assertEquals(Optional.empty(), none.next());
    assertEquals(3, province.drafted(OPENED));
    assertEquals(0, province.drafted(OPENED));
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    assertEquals(1, province.mended());
    assertEquals(1, province.drafted(OPENED));
    ReadResult.Page built = province.results.draft(province.campaign(), 1, 0, 500, OPENED);
    assertEquals(30, built.rows().size());
    assertNotEquals(none.table().digest(), built.table().digest());
  }
}
