package vn.minhbach.core.keep.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.by;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.question.ReferQuestion;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.memory.Edited;
import vn.minhbach.core.memory.Province;

/** What units are told beside the ladder: a signature awaited, a correction, figures typed. */
class NoticesTest {

  private static final String UNIT = "SKHCN";
  private static final String OTHER = "SNV";
  private static final String COMMUNE = "06649";
  private static final Instant CORRECTED = Instant.parse("2020-08-10T03:00:00Z");

  private final Province province = Province.opened();
  private final SignatureKind signature = new SignatureKind(province.forms);
  private final CorrectionKind correction =
      new CorrectionKind(province.forms, province.memory.corrections());
  private final TypedKind typed = new TypedKind(province.forms);

  private ReminderKind.Round at(Instant now) {
    return new ReminderKind.Round(province.campaign(), ReminderSettings.DEFAULT, now);
  }

  private void project(String... units) {
    for (String unit : units) {
      province.projectScores.project(ID, new UnitCode(unit));
    }
  }

  private List<ReminderKind.Open> open(ReminderKind kind, Instant now) {
    var overview = new Overview(province.memory.units(), province.forms, province.board);
    return kind.open(
        at(now), accepted(overview.lines(province.campaign(), Overview.Filter.ALL, now)));
  }

  private static List<String> keys(List<ReminderKind.Open> open, String unit) {
    return open.stream()
        .filter(one -> one.unit().code().value().equals(unit))
        .map(ReminderKind.Open::key)
        .toList();
  }

  private boolean still(ReminderKind kind, ReminderKind.Open open, Instant now) {
    return kind.still(at(now), open).filter(fresh -> fresh.key().equals(open.key())).isPresent();
  }

  /** Every slot of the text is filled, and nothing but the general ones is missing. */
  private static void filled(ReminderKind kind, ReminderKind.Open open) {
    assertEquals(kind.texts(ReminderSettings.DEFAULT).keySet(), Set.of(open.text()));
    kind.slots().forEach(slot -> assertTrue(open.values().containsKey(slot), slot));
    assertTrue(open.key().startsWith(kind.id() + "@"), open.key());
  }

  private void close(String unit, Instant now) {
    accepted(
        province.closeForm.close(
            province.campaign(),
            province.unit(unit),
            by(unit, now, Role.UNIT),
            new Condition(Optional.of(province.head(unit).etag())),
            CloseForm.lateReason(Map.of())));
    project(unit);
  }

  private void ruled(String unit, String number, Instant now) {
    Question question =
        accepted(
            province.questions.ask(
                province.campaign(),
                province.unit(unit),
                by(unit, now, Role.UNIT),
                QuestionDesk.asked(Map.of("criterion", "I.1", "question", "Tính không?"))));
    String day = now.atZone(province.campaign().calendar().zone()).toLocalDate().toString();
    accepted(
        province.referring.refer(
            province.campaign(),
            province.unit(unit),
            question.id(),
            act(now),
            Condition.NONE,
            ReferQuestion.read(
                Map.of(
                    "question",
                    "Chưa rõ cách tính",
                    "ruling",
                    Map.of("number", number, "date", day, "text", "Được tính.")),
                act(now))));
  }

  @Test
  void aRulingIsToldToItsGroupOnTheNextDayAndOnceForAWeek() {
    var ruling = new RulingKind(province.memory.questions());
    Instant first = Instant.parse("2020-08-05T03:00:00Z");
    ruled(COMMUNE, "6120/UBND", first);
    assertEquals(List.of(), open(ruling, first), "on the day itself more may follow");
    Instant second = Instant.parse("2020-08-06T03:00:00Z");
    List<ReminderKind.Open> told = open(ruling, second);
    assertEquals(
        Set.of(3), told.stream().map(open -> open.unit().group()).collect(Collectors.toSet()));
    ReminderKind.Open one = told.getFirst();
    filled(ruling, one);
    assertEquals("ruling@2020-08-05", one.key());
    assertTrue(still(ruling, one, second));
    ruled(COMMUNE, "6200/UBND", second);
    Instant third = Instant.parse("2020-08-07T03:00:00Z");
    ReminderKind.Open both = open(ruling, third).getFirst();
    assertEquals("ruling@2020-08-06", both.key());
    assertTrue(both.values().get("rulings").contains("6120/UBND"));
    assertTrue(both.values().get("rulings").contains("6200/UBND"));
    assertFalse(still(ruling, one, third));
    assertEquals(
        1,
        open(ruling, Instant.parse("2020-08-20T03:00:00Z")).stream()
            .map(ReminderKind.Open::key)
            .distinct()
            .count());
    assertEquals(List.of(), open(ruling, Instant.parse("2020-08-21T03:00:00Z")));
  }

  @Test
  void aClosedFormAsksForItsSignatureUntilItIsSigned() {
    province.answerAll(UNIT);
    project(UNIT);
    assertEquals(List.of(), open(signature, OPENED), "not closed");
    close(UNIT, OPENED);
    ReminderKind.Open asked = open(signature, OPENED).getFirst();
    assertEquals(List.of("signature@2020-08-03"), keys(List.of(asked), UNIT));
    filled(signature, asked);
    assertTrue(still(signature, asked, OPENED));
    // The days of grace are over, the lock is not shut.
    Instant late = Instant.parse("2020-08-07T02:00:00Z");
    assertEquals(List.of("signature@2020-08-03-late"), keys(open(signature, late), UNIT));
    assertEquals(List.of(), open(signature, Instant.parse("2020-12-01T02:00:00Z")));
    // Signed one second before the mail: the row does not know yet, the head does.
    accepted(province.submit(UNIT, OPENED.plusSeconds(60)));
    assertEquals(1, open(signature, OPENED).size());
    assertTrue(!still(signature, asked, OPENED));
    project(UNIT);
    assertEquals(List.of(), open(signature, OPENED));
  }

  private void correct(Edited set) {
    var order = new LinkedHashMap<String, Object>();
    order.put("letter", Map.of("number", "77/STTTT-CNTT", "date", "2020-08-01"));
    order.put("reason", "Bảng điểm in sai");
    order.put("days", 5L);
    order.put("set", set.tree());
    accepted(
        CorrectCriteria.order(order)
            .flatMap(
                sent -> province.correct.correct(province.campaign(), 1, act(CORRECTED), sent)));
  }

  @Test
  void aCorrectionIsToldToWhoeverOwesAnAnswerAndToNobodyElse() {
    province.answerAll(UNIT);
    accepted(province.submit(UNIT, OPENED));
    project(UNIT);
    assertEquals(List.of(), open(correction, CORRECTED));
    correct(Edited.of(province, 1).with("I.1", "evidenceRequired", false));
    List<ReminderKind.Open> told = open(correction, CORRECTED);
    assertEquals(30, told.size(), "the whole group, whether or not anything was written");
    assertEquals(List.of("correction@1"), keys(told, UNIT));
    assertEquals(List.of("correction@1"), keys(told, OTHER));
    filled(correction, told.getFirst());
    assertEquals("I.1", told.getFirst().values().get("changed"));
    assertTrue(told.stream().allMatch(one -> still(correction, one, CORRECTED)));
    Instant last = Instant.parse("2020-08-16T03:00:00Z");
    assertEquals(List.of("correction@1-last"), keys(open(correction, last), UNIT));
    assertEquals(List.of(), open(correction, Instant.parse("2020-08-18T03:00:00Z")));

    // Who has answered anew is not told again, whatever the row knows.
    Answer old =
        accepted(province.forms.read(province.campaign(), province.unit(UNIT)))
            .form()
            .answers()
            .get(new CriterionId("I.1"));
    accepted(
        province.saveAnswer.save(
            province.campaign(),
            province.unit(UNIT),
            new CriterionId("I.1"),
            by(UNIT, CORRECTED, Role.UNIT),
            new Condition(Optional.of(old.etag())),
            AnswerDraft.read(Map.of("inputs", old.inputs()))));
    ReminderKind.Open before =
        told.stream()
            .filter(one -> one.unit().code().value().equals(UNIT))
            .findFirst()
            .orElseThrow();
    assertTrue(!still(correction, before, CORRECTED));
    project(UNIT);
    assertEquals(List.of(), keys(open(correction, CORRECTED), UNIT));
  }

  @Test
  void wordsAloneAreNoNews() {
    correct(Edited.of(province, 1).with("I.1", "title", "Tỷ lệ văn bản điện tử (đính chính)"));
    assertEquals(List.of(), open(correction, CORRECTED));
  }

  private String paper(Act act) {
    var file = new HashMap<>(Province.file("I.1", Map.of()));
    file.remove("criterion");
    file.put("purpose", "paper-form");
    Evidence granted =
        accepted(
                province.grantUpload.grant(
                    province.campaign(),
                    province.unit(COMMUNE),
                    act,
                    OPENED,
                    DeclaredFile.read(file, province.campaign().settings().uploadLimits())))
            .evidence();
    province.vault.put(
        granted.id(),
        new EvidenceVault.Arrival(
            granted.sizeBytes(),
            granted.sha256(),
            "tag",
            OPENED,
            Optional.of("application/pdf"),
            Optional.empty()));
    accepted(
        province.checkEvidence.arrived(ID, province.unit(COMMUNE).code(), granted.id(), OPENED));
    return granted.id();
  }

  @Test
  void aCommuneIsToldWhatWasTypedForItUntilItSpeaksItself() {
    Act district = by("193", OPENED, Role.DISTRICT);
    Map<String, Object> figures =
        Map.of("inputs", Map.of("a", 12, "b", 21), "paper", paper(district));
    accepted(
        province.saveAnswer.save(
            province.campaign(),
            province.unit(COMMUNE),
            new CriterionId("I.1"),
            district,
            Condition.NONE,
            AnswerDraft.read(figures)));
    project(COMMUNE);
    ReminderKind.Open told = open(typed, OPENED).getFirst();
    assertEquals("typed@2020-08-06", told.key());
    filled(typed, told);
    assertEquals("1", told.values().get("count"));
    assertTrue(still(typed, told, OPENED));
    assertEquals(List.of(), open(typed, Instant.parse("2020-08-07T02:00:00Z")));
    accepted(
        province.contestTyped.contest(
            province.campaign(),
            province.unit(COMMUNE),
            by(COMMUNE, OPENED, Role.UNIT),
            ContestTyped.read(Map.of("criterion", "I.1", "reason", "Phiếu ghi 21 máy"))));
    assertTrue(!still(typed, told, OPENED), "it has spoken");
    project(COMMUNE);
    assertEquals(List.of(), open(typed, OPENED));
  }
}
