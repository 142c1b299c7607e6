package vn.minhbach.core.prepare.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnsweringProblem;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.correction.SourceDifferences;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.VerifyBy;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.function.http.RequestProblem;

/** The province's own figures come in whole or not at all, over stores in memory. */
class ImportSourceTest {

  private static final String HEADER = "unit,criterion,inputs\n";
  private static final SourceId QLVB = new SourceId("qlvb");

  private final Province province = Province.opened();
  private final List<Criterion> criteria =
      List.copyOf(CriteriaFixture.department().criteria().values());
  private final Criterion shared =
      criteria.stream()
          .filter(one -> one.verifyBy() == VerifyBy.SHARED_SYSTEM)
          .filter(one -> one.rule() instanceof ScoringRule.Ratio)
          .findFirst()
          .orElseThrow();
  private final String id = shared.id().value();
  private final String figure = figure(1) + ";" + shared.inputs().get(1).key() + "=10";

  @Test
  void figureIsWhatTheUnitConfirmsOrContests() {
    Extraction extraction = accepted(bring(QLVB, "STTTT," + id + "," + figure + "\n"));
    assertEquals(1, extraction.figures());
    refused(
        AnsweringProblem.CONTEST_NEEDS_REASON,
        save(Map.of("inputs", Map.of(key(0), 2, key(1), 10))));
    refused(
        AnsweringProblem.NOTHING_TO_CONTEST,
        save(
            Map.of("inputs", Map.of(key(0), 1, key(1), 10), "contest", Map.of("reason", "Thiếu"))));
    refused(AnsweringProblem.STALE_BASELINE, save(Map.of("confirm", true, "baselineVersion", 1)));
    accepted(save(Map.of("confirm", true)));
  }

  @Test
  void contestedFigureStandsWithItsReason() {
    accepted(bring(QLVB, "STTTT," + id + "," + figure + "\n"));
    accepted(
        save(
            Map.of("inputs", Map.of(key(0), 2, key(1), 10), "contest", Map.of("reason", "Thiếu"))));
  }

  @Test
  void figureThatIsNeitherConfirmedNorContestedHoldsTheFormBack() {
    accepted(bring(QLVB, "STTTT," + id + "," + figure + "\n"));
    assertTrue(
        places(refused(SigningProblem.INCOMPLETE_FORM, province.submit("STTTT", OPENED)))
            .contains("answers." + id + " UNCONFIRMED"));
  }

  @Test
  void nothingIsConfirmedWhereTheProvinceKnowsNothing() {
    refused(AnsweringProblem.NO_BASELINE, save(Map.of("confirm", true)));
  }

  /** In Vietnam 1.000 is a thousand, elsewhere it is one. */
  @Test
  void numberThatCanBeReadAsTwoIsRefusedAtItsInput() {
    for (String two : new String[] {"1.000", "1,890"}) {
      String cell = '"' + key(0) + "=" + two + ";" + key(1) + "=2000\"";
      assertEquals(
          Set.of("dòng/line 2, inputs." + key(0) + " TWO_NUMBERS"),
          places(
              refused(InputProblem.MALFORMED_CSV, bring(QLVB, "STTTT," + id + "," + cell + "\n"))));
    }
  }

  @Test
  void tellsEveryFaultOfEveryLine() {
    String document =
        criteria.stream()
            .filter(one -> one.verifyBy() != VerifyBy.SHARED_SYSTEM)
            .findFirst()
            .orElseThrow()
            .id()
            .value();
    assertEquals(
        Set.of(
            "dòng/line 2, unit UNKNOWN_UNIT",
            "dòng/line 3, criterion UNKNOWN_CRITERION",
            "dòng/line 4, criterion NOT_FROM_SHARED_SYSTEM",
            "dòng/line 5, inputs BAD_FIGURES",
            "dòng/line 7, criterion DUPLICATE_ID"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                bring(
                    QLVB,
                    "XYZ,"
                        + id
                        + ","
                        + figure
                        + "\n"
                        + "STTTT,IX.9,"
                        + figure
                        + "\n"
                        + "STTTT,"
                        + document
                        + ","
                        + figure
                        + "\n"
                        + "SNV,"
                        + id
                        + ",187\n"
                        + "STTTT,"
                        + id
                        + ","
                        + figure
                        + "\n"
                        + "STTTT,"
                        + id
                        + ","
                        + figure
                        + "\n"))));
    refused(SourceProblem.NO_FIGURES, bring(QLVB, ""));
  }

  @Test
  void figureHasOneSource() {
    accepted(bring(QLVB, "STTTT," + id + "," + figure + "\n"));
    assertEquals(
        Set.of("dòng/line 2, criterion FIGURE_OF_OTHER_SOURCE"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                bring(new SourceId("other"), "STTTT," + id + "," + figure + "\n"))));
    accepted(bring(QLVB, "STTTT," + id + "," + figure + "\n"));
  }

  @Test
  void sourceSaysWhereItsFiguresComeFrom() {
    assertEquals(
        Set.of(
            "system MISSING_FIELD",
            "from MISSING_FIELD",
            "to MISSING_FIELD",
            "extractedAt MISSING_FIELD",
            "by MISSING_FIELD"),
        places(refused(SourceProblem.INVALID_SOURCE, bring(QLVB, Map.of(), ""))));
    for (Map.Entry<String, String> wrong :
        Map.of(
                "extractedAt BAD_TIME", "1/9/2020",
                "extractedAt IN_THE_FUTURE", "2020-09-01T08:00:00+07:00")
            .entrySet()) {
      var head = new HashMap<>(head());
      head.put("extractedAt", wrong.getValue());
      assertEquals(
          Set.of(wrong.getKey()),
          places(refused(SourceProblem.INVALID_SOURCE, bring(QLVB, head, HEADER))));
    }
    var backwards = new HashMap<>(head());
    backwards.put("to", "2019-12-31");
    assertEquals(
        Set.of("to DATES_NOT_ASCENDING"),
        places(refused(SourceProblem.INVALID_SOURCE, bring(QLVB, backwards, HEADER))));
  }

  @Test
  void figuresComeAfterTheUnits() {
    var empty = new Province();
    accepted(
        NewCampaign.read(
                Map.of(
                    "id",
                    "131-2020",
                    "name",
                    "Đánh giá",
                    "year",
                    2020,
                    "plan",
                    Map.of("number", "1", "date", "2020-07-21", "issuer", "UBND tỉnh"),
                    "calendar",
                    Map.of(
                        "dueBefore", "2020-09-30",
                        "appraisedBefore", "2020-12-30",
                        "reportBefore", "2021-01-30",
                        "publishBefore", "2021-04-01")))
            .flatMap(sent -> empty.prepare.create(act(OPENED), sent)));
    refused(
        CampaignProblem.NEEDS_UNITS, empty.importSource.bring(ID, QLVB, act(OPENED), sent(HEADER)));
  }

  @Test
  void figureOfTheImportersOwnBodyWaitsForAnotherBody() {
    String others = "SKHCN," + id + "," + figure + "\n";
    Extraction first = accepted(bringAs("STTTT", others + "STTTT," + id + "," + figure + "\n"));
    assertEquals(Optional.of(new UnitCode("STTTT")), first.awaiting());
    assertEquals(Set.of("STTTT true"), waits(lines("SNV")));
    // As if nothing were known: neither confirmed nor in the way.
    refused(AnsweringProblem.NO_BASELINE, save(Map.of("confirm", true)));
    FormSheet form = form();
    assertEquals(Map.of(), form.baselines());
    assertEquals(Set.of(shared.id()), form.awaited().keySet());
    // The reader's own body is left out, and whoever reads it may confirm only what was seen.
    assertEquals(Set.of(), waits(lines("STTTT")));
    refused(
        SourceProblem.OTHER_IMPORT_IN_FORCE, confirm("STTTT", first.provenance().version() + 1));
    refused(SourceProblem.NOTHING_TO_CONFIRM, confirm("SKHCN", first.provenance().version()));
    Extraction confirmed = accepted(confirm("STTTT", first.provenance().version()));
    assertEquals(Optional.empty(), confirmed.awaiting());
    assertEquals(first.provenance().version(), confirmed.confirmed().orElseThrow().imported());
    accepted(save(Map.of("confirm", true)));
    refused(SourceProblem.NOTHING_TO_CONFIRM, confirm("STTTT", confirmed.provenance().version()));
  }

  @Test
  void ownFigureInForceStaysUntilItsSuccessorIsConfirmed() {
    accepted(bringAs("SNV", "STTTT," + id + "," + figure + "\n"));
    String better = figure(9) + ";" + key(1) + "=10";
    // Left out, or raised: either way the figure in force stays.
    for (String file : List.of("SKHCN," + id + "," + figure, "STTTT," + id + "," + better)) {
      assertEquals(
          Optional.of(new UnitCode("STTTT")), accepted(bringAs("STTTT", file + "\n")).awaiting());
      assertEquals(Set.of(shared.id()), form().baselines().keySet());
      assertEquals("1", form().baselines().get(shared.id()).inputs().get(key(0)).toString());
    }
    Extraction raised = accepted(bringAs("STTTT", "STTTT," + id + "," + better + "\n"));
    accepted(confirm("STTTT", raised.provenance().version()));
    assertEquals("9", form().baselines().get(shared.id()).inputs().get(key(0)).toString());
    // What is in force already changes nothing.
    assertEquals(
        Optional.empty(),
        accepted(bringAs("STTTT", "STTTT," + id + "," + better + "\n")).awaiting());
    // Taken away, and that confirmed.
    Extraction without = accepted(bringAs("STTTT", "SKHCN," + id + "," + figure + "\n"));
    assertEquals(Map.of(shared.id(), Optional.empty()), form().awaited());
    accepted(confirm("STTTT", without.provenance().version()));
    assertEquals(Map.of(), form().baselines());
  }

  @Test
  void figuresOfEveryUnitThatTheImporterIsRecusedFromWaitOneByOne() {
    Act act = Province.by("STTTT", OPENED, Role.OFFICE);
    Set<UnitCode> declared = Set.of(new UnitCode("SKHCN"), new UnitCode("SXD"));
    String lines = id + "," + figure + "\n";
    Extraction first =
        accepted(
            province.importSource.bring(
                ID,
                QLVB,
                new Act(act.caller().listed("opaque", declared), act.now(), act.key()),
                sent(HEADER + "STTTT," + lines + "SKHCN," + lines + "SNV," + lines)));
    assertEquals(Optional.of(new UnitCode("STTTT")), first.awaiting());
    assertEquals(List.of(new UnitCode("SKHCN")), first.recused(), "SXD has no figure in it");
    assertEquals(Map.of(), form().baselines());
    Extraction second = accepted(confirm("SKHCN", first.provenance().version()));
    assertEquals(Optional.of(new UnitCode("STTTT")), second.awaiting());
    assertEquals(List.of(), second.recused());
    Extraction third = accepted(confirm("STTTT", second.provenance().version()));
    assertEquals(Optional.empty(), third.awaiting());
    assertEquals(Set.of(shared.id()), form().baselines().keySet());
  }

  @Test
  void whatWaitsIsSpokenForInEveryOtherSource() {
    accepted(bringAs("STTTT", "STTTT," + id + "," + figure + "\n"));
    assertEquals(
        Set.of("dòng/line 2, criterion FIGURE_OF_OTHER_SOURCE"),
        places(
            refused(
                InputProblem.MALFORMED_CSV,
                bring(new SourceId("other"), "STTTT," + id + "," + figure + "\n"))));
  }

  private FormSheet form() {
    return accepted(province.readForm.read(province.campaign(), province.unit("STTTT"), OPENED));
  }

  private Outcome<Extraction> bringAs(String body, String lines) {
    return province.importSource.bring(
        ID, QLVB, Province.by(body, OPENED, Role.OFFICE), sent(HEADER + lines));
  }

  private Outcome<Extraction> confirm(String unit, long version) {
    return ConfirmFigures.seen(Map.of("version", version))
        .flatMap(sent ->
            province.confirmFigures.confirm(
                ID, QLVB, new UnitCode(unit), Province.by("SNV", OPENED, Role.DEPUTY), sent));
  }

  private List<SourceDifferences.Line> lines(String reader) {
    return accepted(
            new SourceDifferences(province.extractions, province.memory.submissions())
                .page(
                    province.campaign(), QLVB, Set.of(new UnitCode(reader)), Optional.empty(), 100))
        .lines();
  }

  private static Set<String> waits(List<SourceDifferences.Line> lines) {
    return lines.stream()
        .map(line -> line.at().unit() + " " + line.awaits())
        .collect(Collectors.toSet());
  }

  private Outcome<?> save(Map<String, Object> body) {
    return province.save("STTTT", id, body, OPENED);
  }

  private Outcome<Extraction> bring(SourceId source, String lines) {
    return bring(source, head(), HEADER + lines);
  }

  private Outcome<Extraction> bring(SourceId source, Map<String, Object> head, String csv) {
    return SourceHead.read(head, OPENED)
        .flatMap(read ->
            province.importSource.bring(
                ID,
                source,
                act(OPENED),
                new ImportSource.Sent(read, csv, ImportSourceTest::noJson)));
  }

  private ImportSource.Sent sent(String csv) {
    return new ImportSource.Sent(
        accepted(SourceHead.read(head(), OPENED)), csv, ImportSourceTest::noJson);
  }

  private String key(int i) {
    return shared.inputs().stream().map(Input::key).toList().get(i);
  }

  private String figure(int value) {
    return shared.inputs().getFirst().key() + "=" + value;
  }

  private static Outcome<Object> noJson(String text) {
    return Outcome.refused(RequestProblem.MALFORMED_JSON.of("1", "1", "none"));
  }

  private static Map<String, Object> head() {
    return Map.of(
        "system", "Hệ thống quản lý văn bản tỉnh",
        "from", "2020-01-01",
        "to", "2020-06-30",
        "extractedAt", "2020-08-01T08:00:00+07:00",
        "by", "Trần Văn Bình");
  }
}
