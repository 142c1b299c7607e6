package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.local.whole.Http.Answer;

/** A form as a workbook, there and back over HTTP, with a colleague at work on the same form. */
@Tag("system")
@Timeout(180)
class FormWorkbookTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String UNIT = Province.COMMUNE;

  private static final Described DESCRIBED = new Described();

  private static Http http;
  private static int campaigns;

  private Province province;

  @BeforeAll
  static void describe() {
    http = SYSTEM.http();
    http.listener(DESCRIBED);
  }

  @AfterAll
  static void allIsDescribed() {
    assertEquals(Set.of(), DESCRIBED.faults(), "answers that openapi.yaml does not describe");
  }

  private Province opened() {
    province = Province.open(http, "book-" + ++campaigns);
    return province;
  }

  private byte[] download() {
    Answer answer = province.own(UNIT, "GET", "/workbook").expect(200);
    assertEquals(XLSX, answer.headers().get("content-type"));
    return answer.bytes();
  }

  private Http.Call bringBack(byte[] file) {
    return province.own(UNIT, "POST", "/workbook").bytes(XLSX, file);
  }

  private Http.Call sendOn(JsonNode body) {
    return province.own(UNIT, "PUT", "/answers").json(body.toString());
  }

  private static byte[] edited(byte[] file, Consumer<XSSFWorkbook> edit) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
        var out = new ByteArrayOutputStream()) {
      edit.accept(book);
      book.write(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new AssertionError(inMemory);
    }
  }

  private static void share(XSSFWorkbook book, String criterion, int part, int whole) {
    Workbooks.cell(book, criterion, "a").setCellValue(part);
    Workbooks.cell(book, criterion, "b").setCellValue(whole);
  }

  private JsonNode answer(String criterion) {
    for (JsonNode group : province.form(UNIT).get("groups")) {
      for (JsonNode one : group.get("criteria")) {
        if (one.get("id").asString().equals(criterion)) {
          return one.path("answer");
        }
      }
    }
    throw new AssertionError(criterion);
  }

  private List<String> kinds() {
    return new Chains(SYSTEM.get(), province).entries(UNIT).stream().map(Entry::kind).toList();
  }

  @Test
  void filledInOfflineAndSentBackWhileAColleagueWorksOnline() {
    opened();
    province.answer(UNIT, "I.1", "{\"a\":5,\"b\":12}");
    byte[] file =
        edited(
            download(),
            book -> {
              share(book, "I.1", 7, 12);
              share(book, "I.2", 8, 12);
              Workbooks.cell(book, "I.4", "v").setCellValue("Có");
            });
    province.answer(UNIT, "I.3", "{\"a\":9,\"b\":12}");

    JsonNode read = bringBack(file).expect(200).json();
    assertEquals(3, read.at("/preview/changed").size());
    assertEquals("I.3", read.at("/preview/kept/0").asString());
    assertEquals(List.of("ANSWER_SAVED", "ANSWER_SAVED"), kinds(), "reading writes nothing");

    Answer merged = sendOn(read).expect(200);
    assertEquals(3, merged.json().get("taken").size());
    assertEquals("I.3", merged.at("/kept/0/criterion"));
    assertEquals("7", answer("I.1").at("/inputs/a").asString());
    assertEquals("a2", answer("I.1").at("/etag").asString());
    assertEquals("9", answer("I.3").at("/inputs/a").asString());
    assertEquals(List.of("ANSWER_SAVED", "ANSWER_SAVED", "ANSWERS_SAVED"), kinds());
    // The answer was lost: the client sends it again.
    assertEquals(0, sendOn(read).expect(200).json().get("taken").size());
    assertEquals(3, kinds().size());
    assertEquals(3, new Chains(SYSTEM.get(), province).verified(UNIT).size());
    assertEquals(merged.etag(), province.own(UNIT, "GET", "/form").expect(200).etag());
  }

  @Test
  void whatBothChangedIsShownRefusedAndSettled() {
    opened();
    province.answer(UNIT, "I.1", "{\"a\":5,\"b\":12}");
    byte[] file =
        edited(
            download(),
            book -> {
              share(book, "I.1", 7, 12);
              share(book, "I.2", 8, 12);
            });
    province
        .own(UNIT, "PUT", "/answers/I.1")
        .ifMatch("\"a1\"")
        .json("{\"inputs\":{\"a\":6,\"b\":12}}")
        .expect(200);
    JsonNode read = bringBack(file).expect(200).json();
    assertEquals("I.1", read.at("/preview/conflicts/0").asString());

    ObjectNode body = (ObjectNode) read;
    body.put("dryRun", true);
    JsonNode plan = sendOn(body).expect(200).json();
    assertEquals("I.1", plan.at("/conflicts/0/criterion").asString());
    assertEquals("7", plan.at("/conflicts/0/mine/inputs/a").asString());
    assertEquals("5", plan.at("/conflicts/0/base/inputs/a").asString());
    assertEquals("6", plan.at("/conflicts/0/theirs/inputs/a").asString());
    assertEquals("I.2", plan.at("/taken/0/criterion").asString());

    body.put("dryRun", false);
    Answer refused = sendOn(body).expect(409);
    assertEquals("urn:minhbach:problem:copy-conflicts", refused.at("/type"));
    assertEquals("answers.I.1", refused.at("/errors/0/place"));
    String detail = refused.at("/errors/0/detail");
    assertTrue(
        detail.contains("a=7; b=12") && detail.contains("a=6; b=12") && detail.contains("a2"),
        detail);
    assertTrue(answer("I.2").isMissingNode(), "nothing of a refused copy is written");

    ((ObjectNode) body.at("/basedOn/answers/I.1"))
        .put("etag", plan.at("/conflicts/0/etag").asString());
    sendOn(body).expect(200);
    assertEquals("7", answer("I.1").at("/inputs/a").asString());
    assertEquals("8", answer("I.2").at("/inputs/a").asString());
  }

  @Test
  void uneditedFileChangesNothing() {
    opened();
    province.answerAll(UNIT, 5);
    int entries = kinds().size();
    String etag = province.formEtag(UNIT);
    JsonNode read = bringBack(download()).expect(200).json();
    assertEquals(0, read.at("/preview/changed").size());
    assertEquals(0, read.get("answers").size());
    assertEquals(0, sendOn(read).expect(200).json().get("taken").size());
    assertEquals(entries, kinds().size());
    assertEquals(etag, province.formEtag(UNIT));
  }

  @Test
  void cellsAtFaultAreNamedInBothLanguages() {
    opened();
    byte[] file =
        edited(
            download(),
            book -> {
              share(book, "I.1", 13, 12);
              Workbooks.cell(book, "I.2", "a").setCellFormula("3*4");
              Workbooks.cell(book, "I.2", "b").setCellValue("mười hai");
            });
    Answer vietnamese = bringBack(file).expect(422);
    assertEquals("urn:minhbach:problem:invalid-workbook", vietnamese.at("/type"));
    assertEquals(2, vietnamese.json().get("errors").size(), vietnamese::text);
    assertTrue(vietnamese.at("/errors/0/place").matches("Phiếu!F\\d+"));
    assertTrue(vietnamese.text().contains("công thức"));
    Answer english = bringBack(file).with("Accept-Language", "en").expect(422);
    assertTrue(english.text().contains("formula"), english::text);
    assertEquals(List.of(), kinds());
  }

  @Test
  void fileOfAnotherUnitOrNoFileOfOursIsRefused() {
    opened();
    byte[] other = province.own(Province.OTHER_COMMUNE, "GET", "/workbook").expect(200).bytes();
    assertEquals(
        "urn:minhbach:problem:workbook-of-another", bringBack(other).expect(422).at("/type"));
    byte[] criteria = province.as("office", "GET", "/criteria/3/workbook").expect(200).bytes();
    assertEquals(
        "urn:minhbach:problem:not-a-form-workbook", bringBack(criteria).expect(422).at("/type"));
    assertEquals(
        "urn:minhbach:problem:not-an-xlsx",
        bringBack("a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .expect(422)
            .at("/type"));
    province.own(UNIT, "POST", "/workbook").json("{}").expect(415);
    province
        .as("unit-" + Province.OTHER_COMMUNE, "GET", "/units/" + UNIT + "/workbook")
        .expect(403);
  }

  @Test
  void sentFormTakesNoChangesButIsStillRead() {
    opened();
    province.answerAll(UNIT, 5);
    byte[] file = edited(download(), book -> share(book, "I.1", 1, 12));
    province.submit(UNIT);
    download();
    Answer refused = bringBack(file).expect(422);
    assertEquals("urn:minhbach:problem:form-submitted", refused.at("/errors/0/type"));
    assertEquals(
        "urn:minhbach:problem:form-submitted",
        sendOn(
                Http.JSON.readTree(
                    "{\"basedOn\":{\"criteriaVersion\":%d,\"answers\":{\"I.1\":{\"etag\":\"a1\"}}},\"answers\":{\"I.1\":{\"inputs\":{\"a\":1,\"b\":12}}}}"
                        .formatted(
                            province.form(UNIT).at("/criteriaSet/criteriaVersion").asLong())))
            .expect(409)
            .at("/type"));
  }
}
