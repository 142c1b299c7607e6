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
import java.time.Instant;
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

  /** The lead keeps all points and closes; the result goes its way to publication. */
  private static void published(Page office) {
    for (JsonNode one :
        province.as("lead", "GET", "/units/SXD/petitions").expect(200).json().get("items")) {
      province
          .as("lead", "PUT", "/units/SXD/petitions/" + one.get("id").asString())
          .json(Map.of("decision", "kept", "reason", "Hóa đơn của năm trước"))
          .ifMatch("\"" + one.get("etag").asString() + "\"")
          .expect(200);
    }
    province
        .as("lead", "POST", "/units/SXD/appraisal")
        .json("{}")
        .ifMatch("\"" + province.formEtag("SXD").replace("\"", "") + "\"")
        .expect(200);
    WEB.go(office, "#/c/web-heard/office/session");
    assertThat(office.locator("#present-lead")).isVisible();
    office.locator("#number").fill("03/BB-TTĐ");
    office.locator("#present-lead").check();
    office.locator("#present-appraiser3").check();
    office
        .locator("#paper")
        .setInputFiles(
            new FilePayload(
                "Biên bản.pdf",
                "application/pdf",
                "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    button(office, "Ghi biên bản").click();
    assertThat(office.locator(".call.good")).hasText("Đã ghi biên bản.");
    WEB.shared().get().clock().set(Instant.parse("2020-11-02T01:00:00Z"));
    province.as("office", "POST", "/report").json("{}").expect(200);
    province.as("approver", "POST", "/approval").json("{}").expect(200);
    province.as("office", "POST", "/publication").json("{}").expect(200);
  }

  private static void aReviewIsAskedForAndAnotherEnteredFromItsLetter(Page page, Page office) {
    page.reload();
    page.locator("header .name").waitFor();
    WEB.go(page, "#/c/web-heard/u/SXD");
    page.locator(".ways").getByText("Phúc tra").click();
    assertThat(page.locator("h1")).hasText("Đề nghị phúc tra");
    button(page, "Ký và gửi đề nghị phúc tra").click();
    assertThat(page.locator(".error-summary li")).hasCount(5);
    page.locator("#criterion").selectOption("I.3");
    page.locator("#text").fill("Số máy tính đã nêu trong phụ lục");
    page.locator("#name").fill("Nguyễn Văn An");
    page.locator("#title").fill("Giám đốc");
    page.locator("#number").fill("231/SXD");
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "clerk-review");
    button(page, "Ký và gửi đề nghị phúc tra").click();
    page.locator("dialog.confirm .btn").first().click();
    assertThat(page.locator(".call.good")).containsText("Đã gửi đề nghị phúc tra tiêu chí I.3.");
    assertThat(page.locator("article .tag")).hasText("Chờ quyết định");

    office.reload();
    office.locator("header .name").waitFor();
    WEB.go(office, "#/c/web-heard/office/reviews");
    assertThat(office.locator("h1")).hasText("Đề nghị phúc tra");
    office.locator("main summary").click();
    office.locator("#unit").fill("SXD");
    office.locator("#criterion").fill("I.4");
    office.locator("#text").fill("Xem lại theo phụ lục");
    office.locator("#letter-number").fill("232/SXD");
    button(office, "Nhập đề nghị").click();
    assertThat(office.locator("main")).containsText("Đã nhập đề nghị.");
    assertThat(office.locator("article")).hasCount(2);
    WEB.go(page, "#/c/web-heard/u/SXD");
    page.locator(".ways").getByText("Phúc tra").click();
    assertThat(page.locator("article")).hasCount(2);
  }

  private static void aPlanOfImprovementIsWrittenAndIssued(Page page) {
    WEB.go(page, "#/c/web-heard/u/SXD/plan");
    assertThat(page.locator("h1")).hasText("Kế hoạch khắc phục hạn chế");
    page.locator(".plain button").first().click();
    assertThat(page.locator("#criterion-0")).isFocused();
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".error-summary li")).hasCount(3);
    page.locator("#measure-0").fill("Trang bị đủ máy tính");
    page.locator("#responsible-0").fill("Văn phòng Sở");
    page.locator("#due-0").fill("2021-03-31");
    button(page, "Lưu tạm").click();
    assertThat(page.locator("main .state-saved")).not().isEmpty();
    page.locator("details summary").last().click();
    page.locator("#number").fill("12/KH-SXD");
    page.locator("#date").fill("2020-11-02");
    page.locator("#paper")
        .setInputFiles(
            new FilePayload(
                "Kế hoạch.pdf",
                "application/pdf",
                "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "clerk-plan-filled");
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".call.good")).containsText("12/KH-SXD");
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
    assertThat(office.locator("h1")).hasText("Giải trình và kết quả dự kiến");
    button(office, "Thông báo cho các đơn vị").click();
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
    published(office);
    aReviewIsAskedForAndAnotherEnteredFromItsLetter(page, office);
    aPlanOfImprovementIsWrittenAndIssued(page);
  }
}
