package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Http.Answer;

/** Workbooks over HTTP, served by the function of the second zip; none of it writes anything. */
@Tag("system")
@Timeout(180)
class PapersTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final Described DESCRIBED = new Described();
  private static final String SOURCE =
      "?system=QLVB&from=2019-10-01&to=2020-07-31&extractedAt=2020-08-01T08:00:00%2B07:00&by=An";

  private static Province province;

  @BeforeAll
  static void prepare() {
    Http http = SYSTEM.http();
    http.listener(DESCRIBED);
    province = Province.prepared(http, "papers");
  }

  @AfterAll
  static void everyAnswerWasAsDescribed() {
    assertEquals(Set.of(), DESCRIBED.faults());
  }

  private static Answer converted(String path, byte[] workbook, int status) {
    return province.as("office", "POST", path).bytes(Workbooks.XLSX, workbook).expect(status);
  }

  private static List<String> errors(Answer answer) {
    return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
        .map(error ->
            error.get("place").asString()
                + " "
                + error.get("type").asString().replace("urn:minhbach:problem:", ""))
        .toList();
  }

  @Test
  void officeReadsTheCriteriaInForceAsAWorkbook() {
    Answer answer = province.as("office", "GET", "/criteria/3/workbook").expect(200);
    assertEquals(Workbooks.XLSX, answer.headers().get("content-type"));
    assertTrue(
        answer
            .headers()
            .get("content-disposition")
            .startsWith("attachment; filename=\"Bo tieu chi papers nhom 3.xlsx\""));
    Workbooks.edited(
        answer.bytes(),
        book -> {
          assertEquals("Bộ tiêu chí", book.getSheetName(0));
          var criteria = book.getSheet("Tiêu chí");
          assertEquals(31, criteria.getPhysicalNumberOfRows());
          assertEquals(1, criteria.getPaneInformation().getHorizontalSplitTopRow());
          assertTrue(criteria.getDataValidations().size() >= 6);
        });
  }

  @Test
  void groupWithoutCriteriaHasNoWorkbook() {
    Province empty = Province.empty(province.http, "papers-empty");
    Answer answer = empty.as("office", "GET", "/criteria/3/workbook").expect(404);
    assertEquals("urn:minhbach:problem:no-criteria-yet", answer.at("/type"));
  }

  /** The office takes the set home, mistypes a point, is told where, mends it and imports it. */
  @Test
  void officeEditsTheSetMendsItsMistakeAndImportsIt() {
    Province own = Province.prepared(province.http, "papers-edit");
    byte[] file = own.as("office", "GET", "/criteria/3/workbook").expect(200).bytes();
    byte[] mistyped =
        Workbooks.edited(
            file,
            book ->
                Workbooks.cell(book.getSheet("Tiêu chí"), "Mã tiêu chí", "I.2", "Điểm tối đa")
                    .setCellValue(3.5));
    Answer told =
        own.as("office", "POST", "/criteria/3/workbook")
            .bytes(Workbooks.XLSX, mistyped)
            .expect(422);
    assertEquals("urn:minhbach:problem:invalid-workbook", told.at("/type"));
    assertEquals(
        List.of("Nhóm tiêu chí!D3 (groups[0].subgroups[0].maxPoints) points-do-not-add-up"),
        errors(told));
    assertTrue(told.at("/errors/0/detail").contains("14.5"), told::text);
    // The half point is taken from the criterion below.
    byte[] mended =
        Workbooks.edited(
            mistyped,
            book -> {
              var criteria = book.getSheet("Tiêu chí");
              Workbooks.cell(criteria, "Mã tiêu chí", "I.3", "Điểm tối đa").setCellValue(2.5);
              Workbooks.cell(criteria, "Mã tiêu chí", "I.3", "Nội dung")
                  .setCellValue("Tỷ lệ máy tính có phần mềm “diệt vi-rút”");
            });
    Answer set =
        own.as("office", "POST", "/criteria/3/workbook").bytes(Workbooks.XLSX, mended).expect(200);
    own.as("office", "PUT", "/criteria/3").json(set.text()).expect(200);
    own.opened();
    JsonNode form = own.form(Province.COMMUNE);
    assertEquals("3.50", form.at("/groups/0/criteria/1/maxPoints").asString());
    assertEquals(
        "Tỷ lệ máy tính có phần mềm “diệt vi-rút”",
        form.at("/groups/0/criteria/2/title").asString());
  }

  /** 2 and 2.0 are the same number. */
  private static int compared(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.equals(other) ? 0 : 1;
  }

  @Test
  void unchangedWorkbookIsTheSetInForce() {
    for (int group = 1; group <= 3; group++) {
      String path = "/criteria/" + group + "/workbook";
      byte[] file = province.as("office", "GET", path).expect(200).bytes();
      JsonNode set = converted(path, file, 200).json();
      JsonNode inForce = Http.JSON.readTree(Province.criteria(group));
      assertTrue(inForce.equals(PapersTest::compared, set), path);
    }
  }

  @Test
  void figuresOfASourceComeInAsAWorkbook() {
    byte[] book =
        Workbooks.of(
            "QLVB",
            List.of(
                List.of("Mã đơn vị", "Ghi chú", "Mã tiêu chí", "Số liệu"),
                List.of("06649", "", "II.5", "a=187;b=193"),
                List.of(),
                List.of("06652", "x", "II.5", "{\"a\": 5, \"b\": 9}")));
    Answer csv = converted("/sources/qlvb/workbook", book, 200);
    assertEquals("text/csv; charset=utf-8", csv.headers().get("content-type"));
    assertEquals(
        "unit,criterion,inputs\n"
            + "06649,II.5,a=187;b=193\n"
            + "\n"
            + "06652,II.5,\"{\"\"a\"\": 5, \"\"b\"\": 9}\"\n",
        csv.text());
    assertEquals(
        "2",
        province
            .as("office", "PUT", "/sources/qlvb" + SOURCE)
            .csv(csv.text())
            .expect(200)
            .at("/figures"));
  }

  @Test
  void everyFaultOfASourceIsToldAtItsCell() {
    byte[] book =
        Workbooks.of(
            "Nguồn",
            List.of(
                List.of("unit", "criterion", "inputs"),
                List.of(6649, "II.5", "a=1;b=2"),
                List.of("06649", "II.5", "=1+1"),
                List.of("06652", "II.99", "a=1;b=2"),
                List.of("99999", "II.5", "a=1;b=2"),
                List.of("06652", "II.5", "a=9;b=2"),
                List.of("06652", "II.6", 12),
                List.of("06652", "II.5", "a=1;b=2")));
    Answer told = converted("/sources/qlvb2/workbook", book, 422);
    List<String> errors = errors(told);
    for (String expected :
        List.of(
            "Nguồn!A2 mangled-code",
            "Nguồn!C3 cell-is-formula",
            "Nguồn!B4 unknown-criterion",
            "Nguồn!A5 unknown-unit",
            "Nguồn!C7 cell-is-number")) {
      assertTrue(errors.contains(expected), () -> expected + " in " + errors);
    }
    assertTrue(errors.stream().anyMatch(error -> error.startsWith("Nguồn!C6 ")), errors::toString);
    assertTrue(errors.stream().anyMatch(error -> error.startsWith("Nguồn!B8 ")), errors::toString);
    assertTrue(told.text().contains("6649"), told::text);
    assertTrue(told.text().contains("Văn bản"), told::text);
  }

  @Test
  void registerOfUnitsComesInAsAWorkbook() {
    byte[] book =
        Workbooks.of(
            "Đơn vị",
            List.of(
                List.of("code", "group", "kind", "name", "parent_code"),
                List.of("SKHCN", 1, "department", "Sở Khoa học\nvà Công nghệ", ""),
                List.of("193", "2", "district_city", "UBND thành phố \"Hạ Long\", tỉnh", ""),
                List.of("06649", 3, "ward", "Phường Hà Khánh", "193")));
    Answer csv = converted("/units/workbook", book, 200);
    Province own = Province.empty(province.http, "papers-units");
    own.as("office@none", "PUT", "/units").csv(csv.text()).expect(200);
    assertTrue(csv.text().contains("SKHCN,1,department,Sở Khoa học và Công nghệ,"), csv::text);
    byte[] faulty =
        Workbooks.of(
            "Đơn vị",
            List.of(
                List.of("code", "group", "kind", "name", "parent_code"),
                List.of(6649, 3, "ward", "Phường Hà Khánh", 193),
                List.of("06652", 3, "village", "", "193")));
    assertEquals(
        List.of(
            "Đơn vị!A2 mangled-code",
            "Đơn vị!E2 mangled-code",
            "Đơn vị!C3 wrong-kind",
            "Đơn vị!D3 blank",
            "Đơn vị!E3 unknown-parent"),
        errors(converted("/units/workbook", faulty, 422)));
  }

  @Test
  void whatIsNoWorkbookIsRefusedWithTheCure() {
    byte[] csv = "unit,criterion,inputs\n".getBytes(StandardCharsets.UTF_8);
    Answer told = converted("/sources/qlvb3/workbook", csv, 422);
    assertEquals("urn:minhbach:problem:not-an-xlsx", told.at("/type"));
    assertTrue(told.at("/detail").contains("Lưu thành"), told::text);
    assertEquals(
        "urn:minhbach:problem:workbook-required",
        province
            .as("office", "POST", "/units/workbook")
            .bytes(Workbooks.XLSX, new byte[0])
            .expect(400)
            .at("/type"));
    province.as("office", "POST", "/units/workbook").csv("a").expect(415);
    assertEquals(
        "urn:minhbach:problem:body-too-large",
        converted("/units/workbook", new byte[(1 << 20) + 1], 413).at("/type"));
    byte[] other = Workbooks.of("Trang", List.of(List.of("mã", "điểm")));
    assertEquals(
        List.of("Trang!A1 column-missing", "Trang!A1 column-missing", "Trang!A1 column-missing"),
        errors(converted("/sources/qlvb3/workbook", other, 422)));
  }

  @Test
  void nothingIsWrittenWhateverComes() {
    var before = new Stored(SYSTEM.get()).about("papers");
    byte[] file = province.as("office", "GET", "/criteria/2/workbook").expect(200).bytes();
    converted("/criteria/2/workbook", file, 200);
    converted("/criteria/3/workbook", file, 422);
    var rows = new ArrayList<List<Object>>();
    rows.add(List.of("unit", "criterion", "inputs"));
    rows.add(List.of("06649", "II.7", "n=1"));
    province
        .as("office", "POST", "/sources/qlvb4/workbook")
        .bytes(Workbooks.XLSX, Workbooks.of("S", rows))
        .send();
    Stored.assertSame(before, new Stored(SYSTEM.get()).about("papers"), "papers");
  }
}
