package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Http.Answer;

/**
 * The lane as a page's script meets it, by the rules that the template gives browsers: it asks
 * before it sends, and may read an answer only where the answer names the page's origin.
 */
@Tag("system")
@Timeout(300)
class PageTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String UNIT = Province.DEPARTMENT;
  private static final byte[] FILE = Upload.pdf("from a page");

  private static Province province;
  private static Upload upload;
  private static String page;

  @BeforeAll
  static void open() {
    province = Province.open(SYSTEM.http(), "page");
    upload = new Upload(province, UNIT);
    page = SYSTEM.get().url().toString();
  }

  @Test
  void aScriptMaySendTheHeadersThatTheGrantNamesAndReadWhatS3Says() {
    JsonNode grant = upload.granted(Upload.declared("I.1", "từ trang.pdf", FILE));
    JsonNode link = grant.get("upload");
    List<String> names = new ArrayList<>(link.get("headers").propertyNames());
    assertEquals(List.of("content-type", "if-none-match", "x-amz-checksum-sha256"), names);
    Answer asked =
        Http.raw(
            HttpRequest.newBuilder(URI.create(link.get("url").asString()))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", page)
                .header("Access-Control-Request-Method", link.get("method").asString())
                .header("Access-Control-Request-Headers", String.join(",", names)));
    assertEquals(200, asked.status());
    readable(asked);
    byte[] wrong = FILE.clone();
    wrong[9]++;
    for (var turn : List.of(Map.entry(400, wrong), Map.entry(200, FILE), Map.entry(412, FILE))) {
      Answer put = put(link, turn.getValue());
      assertEquals(turn.getKey(), put.status());
      readable(put);
    }
  }

  /**
   * A browser that is sent from one foreign origin to another says {@code Origin: null}, which no
   * rule allows: a script cannot follow the 303, nor read where it leads. It asks for the link.
   */
  @Test
  void aScriptThatAsksForJsonIsGivenTheLinkInsteadOfBeingSentThere() {
    byte[] file = Upload.pdf("to be opened");
    String id =
        upload.through(Upload.declared("I.1", "mở.pdf", file), file).get("evidenceId").asString();
    String content = "/evidence/" + id + "/content";
    Answer told =
        province.own(UNIT, "GET", content).header("Accept", "application/json").expect(200);
    assertEquals("no-store", told.headers().get("cache-control"));
    Answer read =
        Http.raw(HttpRequest.newBuilder(URI.create(told.at("/url"))).GET().header("Origin", page));
    assertArrayEquals(file, read.bytes());
    readable(read);
    province.own(UNIT, "GET", content).header("Accept", "*/*").expect(303);
    JsonNode openings =
        province.own(UNIT, "GET", "/evidence/" + id + "/openings").expect(200).json().get("items");
    assertEquals(2, openings.size(), "either way is an opening");
  }

  @Test
  void aClerkIsToldInWordsWhatIsWrongWithAFileAndWhatToDo() {
    byte[] picture = new byte[64];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);
    JsonNode refused = upload.through(Upload.declared("I.1", "anh.pdf", picture), picture);
    assertEquals(
        "Tệp “anh.pdf” được khai là PDF nhưng nội dung là ảnh PNG. Mở tệp bằng phần mềm đã tạo ra"
            + " nó, lưu lại đúng định dạng rồi tải lên.",
        refused.get("reasonVi").asString());
    assertTrue(
        refused.get("reasonEn").asString().contains("as PDF but its content is a PNG picture"));
    String content = "/evidence/" + refused.get("evidenceId").asString() + "/content";
    assertEquals(
        "Tệp “anh.pdf” không được chấp nhận. Chỉ mở được tệp đã được chấp nhận (ACCEPTED).",
        province.own(UNIT, "GET", content).expect(409).at("/detail"));
    Map<String, Object> old = Upload.declared("I.1", "cũ.doc", FILE);
    old.put("contentType", "application/msword");
    old.put("sizeBytes", 30_000_000);
    String told = province.own(UNIT, "POST", "/evidence").json(old).expect(400).text();
    assertTrue(
        told.contains(
            "loại tệp Word kiểu cũ (.doc) không được nhận. Lưu hoặc xuất tệp thành loại được nhận"
                + " rồi tải lên: PDF, ảnh PNG, ảnh JPEG, Word (.docx), Excel (.xlsx)."),
        told);
    assertTrue(told.contains("tệp dài 30000000 byte, tối đa 20 MB mỗi tệp"), told);
  }

  private static Answer put(JsonNode link, byte[] bytes) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(link.get("url").asString()))
            .PUT(BodyPublishers.ofByteArray(bytes))
            .header("Origin", page);
    link.get("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    return Http.raw(request);
  }

  private static void readable(Answer answer) {
    assertEquals(page, answer.headers().get("access-control-allow-origin"));
  }
}
