package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Http;
import vn.minhbach.local.whole.Province;

/** A unit that is heard, in the browser: it explains, sees its provisional result and petitions. */
@Tag("system")
@Timeout(300)
class HearingTest {

  @RegisterExtension static final Web WEB = new Web();

  private static Province province;
  private static String cut;

  @BeforeAll
  static void markOneCriterionDown() throws InterruptedException {
    province = Team.appointed(WEB.http(), "web-heard").province;
    province
        .as("lead", "PUT", "/assignments")
        .json("{\"balance\":{\"seed\":7,\"groups\":[1]}}")
        .expect(200);
    province.answerAll("SXD", 6);
    province.submit("SXD");
    assertTrue(WEB.shared().get().awaitQuiet(Duration.ofSeconds(60)), "still under way");
    JsonNode cell = firstOf("appraiser3");
    cut = cell.get("criterion").asString();
    mark("appraiser3", cell, Map.of("points", "0.00", "reason", "Chưa có hóa đơn"));
    province
        .as("lead", "POST", "/units/SXD/explanations")
        .json(Map.of("criteria", List.of(Map.of("criterion", cut, "question", "Hóa đơn ở đâu?"))))
        .expect(200);
  }

  private static JsonNode firstOf(String reader) {
    for (JsonNode cell : cells(reader)) {
      boolean worth = !cell.at("/self/points").asString("0.00").equals("0.00");
      if (cell.has("yours") && worth && cell.get("state").asString().equals("UNMARKED")) {
        return cell;
      }
    }
    throw new AssertionError(reader + " reads nothing");
  }

  /** The team settles all: who cut stays with it, and another body signs for that. */
  private static void settleAll() {
    for (String reader : List.of("appraiser3", "appraiser4")) {
      for (JsonNode cell : cells(reader)) {
        boolean open = cell.get("state").asString().matches("UNMARKED|AWAITS_SECOND");
        if (cell.has("yours") && open) {
          mark(reader, cell, Map.of("agree", true));
        }
      }
    }
    mark("appraiser3", cutFor("appraiser3"), Map.of("points", "0.00", "reason", "Hóa đơn cũ"));
    mark("appraiser4", cutFor("appraiser4"), Map.of("countersign", true));
  }

  private static JsonNode cells(String reader) {
    return province.as(reader, "GET", "/units/SXD/marks").expect(200).json().get("items");
  }

  private static JsonNode cutFor(String reader) {
    for (JsonNode cell : cells(reader)) {
      if (cell.get("criterion").asString().equals(cut)) {
        return cell;
      }
    }
    throw new AssertionError(reader + " does not see " + cut);
  }

  private static void mark(String reader, JsonNode cell, Map<String, Object> said) {
    var body = new LinkedHashMap<>(said);
    body.put("seen", cell.get("seen").asString());
    Http.Call call =
        province
            .as(reader, "PUT", "/units/SXD/marks/" + cell.get("criterion").asString())
            .json(body);
    (cell.has("etag") ? call.ifMatch("\"" + cell.get("etag").asString() + "\"") : call).expect(200);
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void sign(Page page) {
    page.locator("#name").fill("Nguyễn Văn An");
    page.locator("#title").fill("Giám đốc");
    page.locator("#number").fill("212/SXD");
    page.locator("#date").fill("2020-08-03");
  }

  private static void aPetitionThatCameByLetterIsEntered(Page office) {
    WEB.go(office, "#/c/web-heard/office/petitions");
    assertThat(office.locator("h1")).hasText("Đề nghị xem xét lại điểm đến bằng công văn");
    office.locator("#unit").selectOption("SXD");
    assertThat(office.locator("article h3")).containsText(cut);
    String other = cut.equals("I.1") ? "I.2" : "I.1";
    office.locator("#criterion").selectOption(other);
    office.locator("#text").fill("Đề nghị xem lại theo hóa đơn kèm công văn");
    button(office, "Nhập đề nghị").click();
    assertThat(office.locator(".error-summary")).containsText("Số công văn");
    office.locator("#letter-number").fill("213/SXD");
    office.locator("#letter-date").fill("2020-08-03");
    WEB.accessible(office);
    WEB.picture(office, "office-petitions");
    button(office, "Nhập đề nghị").click();
    assertThat(office.locator(".call.good")).hasText("Đã nhập đề nghị.");
    assertThat(office.locator("article")).hasCount(2);
    JsonNode entered = province.own("SXD", "GET", "/petitions").expect(200).json().get("items");
    assertEquals(2, entered.size());
    for (JsonNode one : entered) {
      assertEquals(one.get("criterion").asString().equals(other), one.has("onBehalf"));
    }
  }

  @Test
  void aUnitExplainsSeesItsProvisionalResultAndPetitions() {
    Page page = WEB.signedIn("unit-SXD", Web.PHONE);
    WEB.go(page, "#/c/web-heard/u/SXD");
    assertThat(page.locator(".call.bad h2")).containsText("yêu cầu giải trình 1 tiêu chí");
    WEB.go(page, "#/c/web-heard/u/SXD/explanations");
    assertThat(page.locator("main")).containsText("Hóa đơn ở đâu?");
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".error-summary")).containsText("cần điền");
    page.locator("textarea").first().fill("Hóa đơn lưu tại kế toán");
    page.locator("#files")
        .setInputFiles(
            new FilePayload(
                "Hóa đơn.pdf",
                "application/pdf",
                "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    page.locator("#kind").selectOption("other");
    page.locator("#no-secret").check();
    button(page, "Tải lên 1 tệp").click();
    assertThat(page.locator(".files .tag-good")).hasText("Đã nhận");
    button(page, "Lưu tạm").click();
    assertThat(page.locator("main")).containsText("Đã lưu tạm, chưa gửi");
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "clerk-explanation");
    button(page, "Chốt giải trình").click();
    assertThat(page.locator("main")).containsText("Đã chốt, chờ người đứng đầu xác nhận");
    sign(page);
    button(page, "Xác nhận và gửi giải trình").click();
    assertThat(page.locator("main")).containsText("Đã gửi giải trình tới tổ thẩm định");
    JsonNode round =
        province.own("SXD", "GET", "/explanations").expect(200).json().at("/items/0/rounds/0");
    assertEquals("Hóa đơn lưu tại kế toán", round.at("/answer/text").asString());
    assertEquals(1, round.at("/answer/evidence").size());
    assertEquals("212/SXD", round.at("/confirmed/letterNumber").asString());

    settleAll();
    Page office = WEB.signedIn("office", Web.DESK);
    WEB.go(office, "#/c/web-heard/office/hearings");
    assertThat(office.locator("h1")).hasText("Giải trình, kết quả dự kiến");
    button(office, "Thông báo kết quả dự kiến").click();
    office.locator("dialog.confirm .btn").first().click();
    assertThat(office.locator(".call.good")).isVisible();
    WEB.go(page, "#/c/web-heard/u/SXD");
    page.locator(".ways").getByText("Kết quả dự kiến").click();
    assertThat(page.locator("h1")).hasText("Kết quả thẩm định dự kiến");
    page.locator("tr")
        .filter(new Locator.FilterOptions().setHasText(cut + " "))
        .first()
        .getByRole(AriaRole.BUTTON)
        .click();
    page.locator("#text").fill("Đề nghị xem lại hóa đơn đã nộp");
    button(page, "Lưu tạm").click();
    assertThat(page.locator("main")).containsText("Đã lưu tạm đề nghị, chưa gửi");
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "clerk-result");
    sign(page);
    button(page, "Ký và gửi đề nghị").click();
    assertThat(page.locator("main")).containsText("Đã ký và gửi đề nghị");
    JsonNode petition = province.own("SXD", "GET", "/petitions").expect(200).json().at("/items/0");
    assertEquals("PENDING", petition.get("state").asString());
    assertEquals(cut, petition.get("criterion").asString());
    aPetitionThatCameByLetterIsEntered(office);
  }
}
