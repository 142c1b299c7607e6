package vn.minhbach.core.source;

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
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.VerifyBy;
import vn.minhbach.core.memory.Province;

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
    refused(Problem.CONTEST_NEEDS_REASON, save(Map.of("inputs", Map.of(key(0), 2, key(1), 10))));
    refused(
        Problem.NOTHING_TO_CONTEST,
        save(
            Map.of("inputs", Map.of(key(0), 1, key(1), 10), "contest", Map.of("reason", "Thiếu"))));
    refused(Problem.STALE_BASELINE, save(Map.of("confirm", true, "baselineVersion", 1)));
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
        places(refused(Problem.INCOMPLETE_FORM, province.submit("STTTT", OPENED)))
            .contains("answers." + id + " UNCONFIRMED"));
  }

  @Test
  void nothingIsConfirmedWhereTheProvinceKnowsNothing() {
    refused(Problem.NO_BASELINE, save(Map.of("confirm", true)));
  }

  /** In Vietnam 1.000 is a thousand, elsewhere it is one. */
  @Test
  void numberThatCanBeReadAsTwoIsRefusedAtItsInput() {
    for (String two : new String[] {"1.000", "1,890", "{\"%s\":1.000,\"%s\":2.000}"}) {
      boolean json = two.startsWith("{");
      String cell =
          json
              ? '"' + two.formatted(key(0), key(1)).replace("\"", "\"\"") + '"'
              : '"' + key(0) + "=" + two + ";" + key(1) + "=2000\"";
      assertEquals(
          Set.of("dòng/line 2, inputs." + key(0) + " TWO_NUMBERS"),
          places(refused(Problem.MALFORMED_CSV, bring(QLVB, "STTTT," + id + "," + cell + "\n"))));
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
                Problem.MALFORMED_CSV,
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
    refused(Problem.NO_FIGURES, bring(QLVB, ""));
  }

  @Test
  void figureHasOneSource() {
    accepted(bring(QLVB, "STTTT," + id + "," + figure + "\n"));
    assertEquals(
        Set.of("dòng/line 2, criterion FIGURE_OF_OTHER_SOURCE"),
        places(
            refused(
                Problem.MALFORMED_CSV,
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
        places(refused(Problem.INVALID_SOURCE, bring(QLVB, Map.of(), ""))));
    for (Map.Entry<String, String> wrong :
        Map.of(
                "extractedAt BAD_TIME", "1/9/2020",
                "extractedAt IN_THE_FUTURE", "2020-09-01T08:00:00+07:00")
            .entrySet()) {
      var head = new HashMap<>(head());
      head.put("extractedAt", wrong.getValue());
      assertEquals(
          Set.of(wrong.getKey()),
          places(refused(Problem.INVALID_SOURCE, bring(QLVB, head, HEADER))));
    }
    var backwards = new HashMap<>(head());
    backwards.put("to", "2019-12-31");
    assertEquals(
        Set.of("to DATES_NOT_ASCENDING"),
        places(refused(Problem.INVALID_SOURCE, bring(QLVB, backwards, HEADER))));
  }

  @Test
  void figuresComeAfterTheUnits() {
    var empty = new Province();
    accepted(
        empty.prepare.create(
            act(OPENED),
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
                    "publishBefore", "2021-04-01"))));
    refused(
        Problem.NEEDS_UNITS,
        empty.importSource.bring(
            ID,
            QLVB,
            act(OPENED),
            new ImportSource.Sent(head(), HEADER, ImportSourceTest::noJson)));
  }

  private Outcome<?> save(Map<String, Object> body) {
    return province.save("STTTT", id, body, OPENED);
  }

  private Outcome<Extraction> bring(SourceId source, String lines) {
    return bring(source, head(), HEADER + lines);
  }

  private Outcome<Extraction> bring(SourceId source, Map<String, Object> head, String csv) {
    return province.importSource.bring(
        ID, source, act(OPENED), new ImportSource.Sent(head, csv, ImportSourceTest::noJson));
  }

  private String key(int i) {
    return shared.inputs().stream().map(Input::key).toList().get(i);
  }

  private String figure(int value) {
    return shared.inputs().getFirst().key() + "=" + value;
  }

  private static Outcome<Object> noJson(String text) {
    return Outcome.refused(Problem.MALFORMED_JSON);
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
