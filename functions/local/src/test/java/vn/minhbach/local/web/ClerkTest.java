package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Province;
import vn.minhbach.local.whole.Workbooks;

/** The clerk of a unit and its head, in the browser: each test in a campaign of its own. */
@Tag("system")
@Timeout(300)
class ClerkTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final String UNIT = Province.COMMUNE;
  private static final String CLERK = "unit-06649";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int FIRST_LOAD_MAX = 300_000;

  /** What most tests share; each takes criteria of its own. */
  private static Province province;

  @BeforeAll
  static void open() {
    province = Province.open(WEB.http(), "web-clerk");
  }

  private static String at(Province where, String rest) {
    return "#/c/" + where.id + "/u/" + UNIT + rest;
  }

  private static Page criterion(Page page, Province where, String id) {
    WEB.go(page, at(where, "/k/" + id));
    assertThat(page.locator("h1")).containsText(id + " ");
    return page;
  }

  private static void save(Page page) {
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".state-saved")).containsText("Đã lưu tạm lúc");
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static FilePayload pdf(String name) {
    byte[] bytes =
        ("%PDF-1.4\n%" + name + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
            .getBytes(StandardCharsets.UTF_8);
    return new FilePayload(name, "application/pdf", bytes);
  }

  private static JsonNode answer(String criterion) {
    for (JsonNode group : province.form(UNIT).get("groups")) {
      for (JsonNode one : group.get("criteria")) {
        if (one.get("id").asString().equals(criterion)) {
          return one.path("answer");
        }
      }
    }
    throw new AssertionError(criterion);
  }

  private static void describe(Page page) {
    page.locator("#proof-number").fill("45/QĐ-UBND");
    page.locator("#proof-date").fill("2020-02-14");
    page.locator("#proof-issuer").fill("UBND phường Hà Khánh");
    page.locator("#proof-summary").fill("Ban hành quy chế văn thư");
    page.locator("#no-secret").check();
  }

  @Test
  void aClerkGoesFromSigningInToTheSentFormOnATelephone() {
    Province fresh = Province.open(WEB.http(), "web-journey");
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    WEB.go(page, at(fresh, ""));
    assertThat(page.locator("h1")).containsText("Phường Hà Khánh");
    assertThat(page.locator("main")).containsText("30 tiêu chí do đơn vị điền");
    WEB.fits(page);
    WEB.picture(page, "clerk-tasks");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Làm tiêu chí tiếp theo"))
        .click();
    page.locator("#in-a").fill("187");
    page.locator("#in-b").fill("193");
    assertThat(page.locator(".state")).containsText("Chưa lưu vào phiếu");
    save(page);
    assertThat(page.locator(".worth")).containsText("3,88 trên 4 điểm");
    assertThat(page.locator(".state")).containsText("Phiếu chưa gửi");
    page.locator("#files").setInputFiles(pdf("Quyết định 45.pdf"));
    WEB.fits(page);
    describe(page);
    WEB.picture(page, "clerk-criterion");
    button(page, "Tải lên 1 tệp").click();
    assertThat(page.locator(".files .tag")).hasText("Đã nhận");
    fresh.answerAll(UNIT, 6);
    WEB.go(page, at(fresh, "/head"));
    page.locator("#address").fill("Số 12 đường Lê Lợi");
    page.locator("#staff-officials").fill("11");
    page.locator("#staff-civilServants").fill("10");
    page.locator("#residents").fill("8.240");
    page.locator("#enterprises").fill("96");
    page.locator("#contact-name").fill("Trần Thị Lan");
    page.locator("#contact-phone").fill("0203 3825 123");
    save(page);
    WEB.fits(page);
    WEB.go(page, at(fresh, "/check"));
    assertThat(page.locator("h1")).hasText("Kiểm tra, chốt và gửi phiếu");
    WEB.fits(page);
    button(page, "Chốt phiếu").click();
    String code = page.locator(".code.large").innerText();
    assertThat(page.locator(".call.good")).containsText("chưa gửi");
    WEB.picture(page, "clerk-closed");
    Download print = page.waitForDownload(() -> button(page, "Tải phiếu để in (PDF)").click());
    assertEquals("phieu-06649.pdf", print.suggestedFilename());

    Page head = WEB.signedIn("signer-06649", Web.PHONE);
    WEB.go(head, at(fresh, "/check"));
    head.locator("#code").fill(code.toLowerCase(Locale.ROOT));
    button(head, "Ký và gửi").click();
    // What is missing leads to its field, and nothing is sent.
    head.locator(".error-summary a").first().click();
    assertThat(head.locator("#name")).isFocused();
    head.locator("#name").fill("Nguyễn Văn An");
    head.locator("#title").fill("Chủ tịch");
    button(head, "Ký và gửi").click();
    head.locator("dialog .btn-primary").click();
    assertThat(head.locator(".call.good h2")).containsText("Phiếu đã gửi lúc");
    assertEquals("AT_DISTRICT", fresh.form(UNIT).get("state").asString());
    WEB.go(page, at(fresh, ""));
    assertThat(page.locator("main")).containsText("Đã gửi lúc");
    WEB.go(page, at(fresh, "/ledger"));
    assertThat(page.locator("table")).containsText("Ký và gửi phiếu");
    WEB.fits(page);
    WEB.picture(page, "clerk-ledger");
    WEB.go(page, at(fresh, "/why/I.1"));
    assertThat(page.locator(".history li").first()).isVisible();
  }

  @Test
  void twoClerksInOneFormSeeBothAnswersAndChoose() {
    Page one = criterion(WEB.signedIn(CLERK, Web.DESK), province, "I.2");
    Page other = criterion(WEB.signedIn(CLERK, Web.PHONE), province, "I.2");
    one.locator("#in-a").fill("10");
    one.locator("#in-b").fill("12");
    save(one);
    other.locator("#in-a").fill("11");
    other.locator("#in-b").fill("12");
    button(other, "Lưu tạm").click();
    assertThat(other.locator("#conflict")).containsText("Người khác đã sửa");
    assertThat(other.locator("#conflict")).isFocused();
    assertThat(other.locator(".side-by-side .card-box").first()).containsText("11");
    assertThat(other.locator(".side-by-side .card-box").last()).containsText("10");
    WEB.fits(other);
    WEB.picture(other, "clerk-conflict");
    // Whoever leaves now finds it again.
    WEB.go(other, at(province, ""));
    assertThat(other.locator(".call.bad")).containsText("Hai người cùng sửa 1 tiêu chí");
    criterion(other, province, "I.2");
    button(other, "Ghi bản của tôi").click();
    assertThat(other.locator(".state-saved")).containsText("Đã lưu tạm");
    assertEquals(11, answer("I.2").at("/inputs/a").asInt());
  }

  @Test
  void whatIsSavedWhileTheLineIsBrokenGoesOutWhenItReturns() {
    BrowserContext browser = WEB.context(Web.PHONE);
    Page page = criterion(WEB.signIn(WEB.page(browser), CLERK), province, "I.3");
    browser.setOffline(true);
    assertThat(page.locator(".offline")).containsText("Không có kết nối");
    page.locator("#in-a").fill("5");
    page.locator("#in-b").fill("12");
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".state-queued")).containsText("tự lưu vào phiếu khi có mạng");
    assertTrue(answer("I.3").isMissingNode(), "nothing is in the form yet");
    browser.setOffline(false);
    assertThat(page.locator(".state-saved")).containsText("Đã lưu tạm");
    assertEquals(5, answer("I.3").at("/inputs/a").asInt());
  }

  @Test
  void anUploadThatTheLineBrokeIsSentAgainByItself() {
    BrowserContext browser = WEB.context(Web.PHONE);
    Page page = criterion(WEB.signIn(WEB.page(browser), CLERK), province, "I.8");
    page.locator("#files").setInputFiles(pdf("Danh sách.pdf"));
    describe(page);
    AtomicInteger puts = new AtomicInteger();
    page.route(
        request -> request.contains("X-Amz-Signature"),
        route -> {
          if (route.request().method().equals("PUT") && puts.incrementAndGet() == 1) {
            browser.setOffline(true);
            route.abort("connectionfailed");
          } else {
            route.resume();
          }
        });
    button(page, "Tải lên 1 tệp").click();
    assertThat(page.locator(".files .tag")).containsText("Bị ngắt");
    browser.setOffline(false);
    assertThat(page.locator(".files .tag")).hasText("Đã nhận");
    assertTrue(puts.get() >= 2, "put again");
  }

  @Test
  void aFileIsDroppedOnTheCriterionAndTellsWhatItIs() throws InterruptedException {
    Page page = criterion(WEB.signedIn(CLERK, Web.DESK), province, "I.11");
    JSHandle dropped =
        page.evaluateHandle(
            "() => { const data = new DataTransfer(); data.items.add(new"
                + " File(['%PDF-1.4\\ntrailer<</Root 1 0 R>>\\n%%EOF\\n'], 'Kéo thả.pdf', {type:"
                + " 'application/pdf'})); return data; }");
    page.dispatchEvent(".drop", "dragover", Map.of("dataTransfer", dropped));
    assertThat(page.locator(".drop")).hasClass(Pattern.compile(".*over.*"));
    page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", dropped));
    describe(page);
    button(page, "Tải lên 1 tệp").click();
    assertThat(page.locator(".files .tag")).hasText("Đã nhận");
    assertTrue(WEB.shared().get().awaitQuiet(Duration.ofSeconds(60)), "still being read");
    Locator facts = page.locator("mb-file-facts");
    facts.locator("button").click();
    // A PDF by its first bytes alone: what cannot be read is said in words.
    assertThat(facts.locator("[role=status] p")).isVisible();
    WEB.accessible(page);
    WEB.picture(page, "clerk-file-facts");
  }

  @Test
  void aClerkAsksForTimeAndAboutACriterionAndReadsTheAnswers() {
    Province fresh = Province.open(WEB.http(), "web-asks");
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    WEB.go(page, at(fresh, "/time"));
    assertThat(page.locator("h1")).hasText("Hạn gửi và đề nghị gia hạn");
    button(page, "Gửi đề nghị").click();
    assertThat(page.locator(".error-summary li")).hasCount(2);
    page.locator("#until").fill("2020-09-25");
    page.locator("#reason").fill("Mất điện diện rộng do bão");
    button(page, "Gửi đề nghị").click();
    assertThat(page.locator("main .call[role=status]")).containsText("Mất điện diện rộng");
    JsonNode asked = fresh.form(UNIT).at("/extension/request");
    assertEquals("2020-09-25", asked.get("until").asString());
    fresh
        .as("office", "POST", "/units/" + UNIT + "/extensions")
        .json(
            Map.of(
                "request", asked.get("request").asString(),
                "decision", "GRANT",
                "until", "2020-09-24",
                "reason", "Bão số 7"))
        .expect(201);
    WEB.go(page, at(fresh, "/questions?criterion=I.1"));
    assertThat(page.locator("#criterion")).hasValue("I.1");
    page.locator("#question").fill("Máy tính bảng có tính không?");
    page.locator("main form button.btn-primary").click();
    assertThat(page.locator("article")).containsText("Máy tính bảng có tính không?");
    String id =
        fresh.own(UNIT, "GET", "/questions").expect(200).json().at("/items/0/id").asString();
    fresh
        .as("office", "PUT", "/units/" + UNIT + "/questions/" + id)
        .json(Map.of("answer", "Không tính máy tính bảng.", "publish", false))
        .send();
    WEB.go(page, at(fresh, ""));
    assertThat(page.locator("h1")).containsText("Phường Hà Khánh");
    assertThat(page.locator("main")).containsText("Bão số 7");
    assertThat(page.locator("main")).containsText("24/9/2020");
    page.locator(".call").getByRole(AriaRole.LINK).last().click();
    assertThat(page.locator("article")).containsText("Không tính máy tính bảng.");
  }

  @Test
  void filesOfWrongKindOrSizeAreRefusedBeforeAByteIsSent(@TempDir Path folder) throws IOException {
    // From the disk, as a person's is: through the driver's pipe twenty megabytes take as many
    // seconds.
    Path tooLarge = folder.resolve("lớn.pdf");
    try (var file = new RandomAccessFile(tooLarge.toFile(), "rw")) {
      file.setLength(21L << 20);
    }
    Path empty = Files.createFile(folder.resolve("trống.pdf"));
    Path film = Files.write(folder.resolve("phim.mp4"), new byte[] {1});
    Page page = criterion(WEB.signedIn(CLERK, Web.PHONE), province, "I.9");
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> {
      if (!request.method().equals("GET")) {
        sent.add(request.method() + " " + request.url());
      }
    });
    page.locator("#files").setInputFiles(new Path[] {film, empty, tooLarge});
    assertThat(page.locator(".error-summary")).containsText("thuộc loại không nhận");
    assertThat(page.locator(".error-summary")).containsText("Tệp “trống.pdf” trống");
    assertThat(page.locator(".error-summary")).containsText("dài 21 MB, tối đa 20 MB");
    assertEquals(List.of(), sent);
    // Particulars and the confirmation are asked before a byte is sent, too.
    page.locator("#files").setInputFiles(pdf("đúng.pdf"));
    button(page, "Tải lên 1 tệp").click();
    assertThat(page.locator(".error-summary").last()).containsText("không chứa bí mật nhà nước");
    assertEquals(List.of(), sent);
    // Chosen files are the one thing that is lost by leaving: it is asked.
    WEB.go(page, at(province, ""));
    page.locator("dialog").getByText("Ở lại").click();
    assertThat(page.locator("h1")).containsText("I.9 ");
    assertThat(page).hasURL(WEB.url(at(province, "/k/I.9")));
    assertThat(page.locator("main")).containsText("đúng.pdf");
    WEB.go(page, at(province, ""));
    page.locator("dialog .btn-danger").click();
    assertThat(page.locator("h1")).containsText("Phiếu tự đánh giá của");
  }

  @Test
  void aSessionThatEndsInMidFormLosesNothing() {
    BrowserContext browser = WEB.context(Web.DESK);
    Page page = criterion(WEB.signIn(WEB.page(browser), CLERK), province, "I.7");
    page.locator("#in-a").fill("7");
    page.locator("#in-b").fill("12");
    // The gateway no longer knows the token, and the issuer does not renew it.
    page.route("**/answers/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
    page.route(
        "**/token",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(400)
                    .setHeaders(Map.of("access-control-allow-origin", "*"))
                    .setContentType("application/json")
                    .setBody("{\"error\":\"invalid_grant\"}")));
    button(page, "Lưu tạm").click();
    Locator again = button(page, "Đăng nhập lại");
    assertThat(page.locator(".alert-danger")).containsText("Phiên đăng nhập đã hết");
    assertThat(page.locator("#in-a")).hasValue("7");
    page.unrouteAll();
    Page window = page.waitForPopup(again::click);
    window.waitForClose(() -> {});
    assertThat(page.locator(".state-saved")).containsText("Đã lưu tạm");
    assertEquals(7, answer("I.7").at("/inputs/a").asInt());
  }

  @Test
  void backButtonDoubleClickAndTwoTabsDoNoHarm() {
    BrowserContext browser = WEB.context(Web.PHONE);
    Page page = criterion(WEB.signIn(WEB.page(browser), CLERK), province, "I.5");
    List<String> puts = new ArrayList<>();
    page.onRequest(request -> {
      if (request.method().equals("PUT")) {
        puts.add(request.url());
      }
    });
    page.locator("#in-v").check();
    button(page, "Lưu tạm").dblclick();
    assertThat(page.locator(".state-saved")).containsText("Đã lưu tạm");
    assertEquals(1, puts.size(), "a double click saves once");
    // Typed and left by the back button: the other tab and the next visit find the draft.
    page.locator("#note").fill("Máy quét mua năm 2019");
    page.goBack();
    page.goForward();
    assertThat(page.locator("#note")).hasValue("Máy quét mua năm 2019");
    assertThat(page.locator(".state-typed")).isVisible();
    Page tab = WEB.page(browser);
    tab.navigate(WEB.url(at(province, "/k/I.5")));
    tab.locator("main button").first().click();
    assertThat(tab.locator("#note")).hasValue("Máy quét mua năm 2019");
    save(tab);
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".state-saved, #conflict").first()).isVisible();
    assertEquals("Máy quét mua năm 2019", answer("I.5").get("note").asString());
  }

  @Test
  void figuresAreReadAsVietnameseOfficesWriteThemAndNothingIsGuessed() {
    Page page = criterion(WEB.signedIn(CLERK, Web.PHONE), province, "II.2");
    Locator field = page.locator("#in-n");
    field.fill("1,890");
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".error-summary")).containsText("có thể hiểu hai cách");
    field.fill("mười hai");
    button(page, "Lưu tạm").click();
    assertThat(page.locator(".error-summary")).containsText("không phải là số");
    field.fill("187.5");
    assertThat(page.locator("#in-n-echo")).hasText("Hiểu là 187,5");
    field.fill("1 890");
    assertThat(page.locator("#in-n-echo")).hasText("Hiểu là 1.890");
    field.fill("1.890");
    save(page);
    assertEquals(1890, answer("II.2").at("/inputs/n").asInt());
    // What only the server knows stands at its field as well.
    criterion(page, province, "I.1");
    page.locator("#in-a").fill("200");
    page.locator("#in-b").fill("193");
    button(page, "Lưu tạm").click();
    assertThat(page.locator("#in-a-error")).containsText("lớn hơn");
    page.locator("#in-a").fill("187,5");
    button(page, "Lưu tạm").click();
    assertThat(page.locator("#in-a-error")).containsText("số nguyên");
    WEB.accessible(page);
  }

  @Test
  void aWorkbookComesBackWithItsChangesShownBeforeTheyAreTaken() throws Exception {
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    WEB.go(page, at(province, "/workbook"));
    Download out = page.waitForDownload(() -> button(page, "Tải bảng tính (XLSX)").click());
    page.locator("#workbook")
        .setInputFiles(
            new FilePayload("kế hoạch.docx", "application/octet-stream", new byte[] {1}));
    assertThat(page.locator(".error-summary")).containsText("không phải là bảng tính .xlsx");
    byte[] filled =
        Workbooks.edited(
            Files.readAllBytes(out.path()),
            book -> {
              Workbooks.cell(book, "II.3", "a").setCellValue(9);
              Workbooks.cell(book, "II.3", "b").setCellValue(10);
            });
    page.locator("#workbook").setInputFiles(new FilePayload("phiếu.xlsx", XLSX, filled));
    assertThat(page.locator("main")).containsText("1 thay đổi, chưa ghi");
    assertThat(page.locator("table")).containsText("II.3");
    assertTrue(answer("II.3").isMissingNode(), "shown, not taken");
    page.locator("#workbook")
        .setInputFiles(
            new FilePayload(
                "sai.xlsx",
                XLSX,
                Workbooks.edited(
                    filled, book -> Workbooks.cell(book, "II.3", "a").setCellValue("chín"))));
    // A faulty cell takes nothing; it is named as it is called in the workbook.
    assertThat(page.locator(".error-summary")).containsText("“chín” không phải là số");
    assertThat(page.locator("table")).hasCount(0);
    WEB.accessible(page);
    page.locator("#workbook").setInputFiles(new FilePayload("phiếu.xlsx", XLSX, filled));
    assertThat(page.locator("main")).containsText("1 thay đổi, chưa ghi");
    WEB.fits(page);
    WEB.picture(page, "clerk-workbook-changes");
    button(page, "Ghi 1 thay đổi vào phiếu").click();
    assertThat(page.locator(".state-saved")).containsText("Đã ghi 1 thay đổi vào phiếu");
    assertEquals(9, answer("II.3").at("/inputs/a").asInt());
  }

  @Test
  void noBarriersOnAnyPageOfTheClerk() {
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    for (String rest :
        List.of(
            "",
            "/k/I.6",
            "/k/I.10",
            "/k/III.3",
            "/head",
            "/check",
            "/questions",
            "/time",
            "/workbook",
            "/ledger",
            "/why/I.1",
            "/plan",
            "/explanations")) {
      WEB.go(page, at(province, rest));
      WEB.settled(page);
      WEB.fits(page);
      WEB.accessible(page);
      WEB.picture(page, "clerk" + rest.replace('/', '-').replace('.', '-'));
    }
  }

  @Test
  void theFirstLoadOfAFormStaysBelow300Kilobytes() {
    Page page = WEB.page(Web.PHONE);
    var bytes = new AtomicInteger();
    page.onRequestFinished(request ->
        bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
    WEB.signIn(page, CLERK);
    criterion(page, province, "I.1");
    WEB.settled(page);
    System.out.println("first load of a form: " + bytes.get() + " bytes");
    assertTrue(bytes.get() < FIRST_LOAD_MAX, () -> bytes.get() + " bytes");
  }
}
