package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.local.whole.Http.Answer;

/** Workbooks over HTTP, served by the function of the second zip. */
@Tag("system")
@Timeout(120)
class PapersTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static Province province;

  @BeforeAll
  static void prepare() {
    province = Province.prepared(SYSTEM.http(), "papers");
  }

  @Test
  void officeReadsTheCriteriaInForceAsAWorkbook() throws IOException {
    Answer answer = province.as("office", "GET", "/criteria/3/workbook").expect(200);
    assertEquals(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        answer.headers().get("content-type"));
    assertTrue(
        answer
            .headers()
            .get("content-disposition")
            .startsWith("attachment; filename=\"Bo tieu chi papers nhom 3.xlsx\""));
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(answer.bytes()))) {
      assertEquals("Bộ tiêu chí", book.getSheetName(0));
      assertEquals(31, book.getSheet("Tiêu chí").getPhysicalNumberOfRows());
    }
  }

  @Test
  void groupWithoutCriteriaHasNoWorkbook() {
    Province empty = Province.empty(SYSTEM.http(), "papers-empty");
    Answer answer = empty.as("office", "GET", "/criteria/3/workbook").expect(404);
    assertEquals("urn:minhbach:problem:no-criteria-yet", answer.at("/type"));
  }
}
