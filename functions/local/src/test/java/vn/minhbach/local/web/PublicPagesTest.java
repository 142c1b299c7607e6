package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.local.whole.Province;
import vn.minhbach.local.whole.Recomputed;

/** What everybody reads of a published result, and how they recompute it in their own browser. */
@Tag("system")
@Timeout(300)
class PublicPagesTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final Instant LOCKED = Instant.parse("2020-11-02T01:00:00Z");
  private static final String C = "web-public";
  private static final String AT = "#/c/" + C;

  private static Recomputed bundle;

  @BeforeAll
  static void publish() throws Exception {
    Province province = Province.open(WEB.http(), C);
    Province.open(WEB.http(), "web-open");
    province.answerAll(Province.DEPARTMENT, 6);
    province.answerAll(Province.OTHER_DEPARTMENT, 3);
    province.answerAll(Province.COMMUNE, 6);
    for (String unit : List.of(Province.DEPARTMENT, Province.OTHER_DEPARTMENT)) {
      province.submit(unit);
    }
    WEB.shared().get().clock().set(LOCKED);
    province.as("office", "POST", "/report").json("{}").expect(200);
    province.as("approver", "POST", "/approval").json("{}").expect(200);
    province.as("office", "POST", "/publication").json("{}").expect(200);
    WEB.http().as("", "POST", "/local/schedules/keepDeadlines").expect(200);
    bundle =
        Recomputed.fetched(
            URI.create(
                province
                    .as("", "GET", "/bundle")
                    .header("Accept", "application/json")
                    .expect(200)
                    .at("/url")));
  }

  @Test
  void whoeverComesFromTheFirstPageFindsTheResultItsTablesAndAScorecard() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(AT + "/results"));
    WEB.settled(page);
    assertThat(page.locator("main")).containsText("Mã chốt");
    looked(page, "results");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bảng xếp hạng"))
        .first()
        .click();
    assertThat(page.locator("h1")).hasText("Nhóm 1: Sở, ban, ngành cấp tỉnh");
    // Without marks, in any case, by any words of the name.
    page.locator("#words").fill("THONG tin");
    assertThat(page.locator("#found")).hasText("Hiện 1 trên 2 đơn vị.");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.locator("#words").fill("");
    page.locator("#sort").selectOption("name");
    assertThat(page.locator("tbody tr").first()).containsText("Sở Khoa học");
    page.locator(".pick input").first().check();
    assertThat(page.locator(".picked button").first()).isDisabled();
    page.locator(".pick input").nth(1).check();
    looked(page, "ranking");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("So sánh 2 đơn vị"))
        .click();
    assertThat(page.locator("h1")).hasText("So sánh các đơn vị");
    assertThat(page.locator(".compared-line").first()).isVisible();
    looked(page, "compare");
    page.locator(".compared a").first().click();
    assertThat(page.locator("h1")).hasText("Sở Khoa học và Công nghệ");
    page.locator("details.group summary").first().click();
    assertThat(page.locator("details.group").first()).containsText("không công khai");
    assertThat(page.locator("main")).containsText("104/2016/QH13");
    looked(page, "scorecard");
    Download csv =
        page.waitForDownload(() ->
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV")).click());
    assertEquals(C + "-SKHCN.csv", csv.suggestedFilename());
    page.goBack();
    assertThat(page.locator("h1")).hasText("So sánh các đơn vị");
  }

  @Test
  void pointsByCriterionComeFromTheBundle() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(AT + "/results/group/1/criteria"));
    assertThat(page.locator(".heat tbody tr")).hasCount(2);
    assertThat(page.locator(".heat td.none").first()).hasText("…");
    looked(page, "criteria");
  }

  @Test
  void beforePublicationThereAreCountsAndNoRanks() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url("#/c/web-open/results"));
    assertThat(page.locator("main")).containsText("Đã nộp 0 trên 2 đơn vị.");
    assertThat(page.locator("main")).containsText("Thứ hạng chỉ có sau khi công bố kết quả.");
    looked(page, "results-open");
    WEB.go(page, "#/c/web-open/verify");
    assertThat(page.locator(".call")).containsText("Chưa công bố kết quả");
    WEB.go(page, "#/c/web-open/results/group/1");
    assertThat(page.locator("main .alert")).isVisible();
  }

  @Test
  void thePublishedBundleIsRecomputedStepByStepInThisBrowser() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(AT + "/verify"));
    page.locator("summary").click();
    page.locator("#key").fill(bundle.key());
    page.locator("main .btn-lg").click();
    assertThat(page.locator(".verdict")).containsText("Khớp: mọi bước đều đúng");
    assertThat(page.locator(".steps > li.right")).hasCount(10);
    assertThat(page.locator(".verdict")).containsText(bundle.key());
    assertThat(page.locator(".last-line")).containsText("số liệu gốc không được chứng minh ở đây");
    looked(page, "verify");
  }

  /** Three programs, one word: the jar, the script where there is a Python, and this browser. */
  @Test
  void aBundleThatWasChangedIsNamedAsTheOtherVerifiersNameIt() throws Exception {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(AT + "/verify"));
    page.locator("summary").click();
    WEB.speak(page, "en");
    byte[] cut = java.util.Arrays.copyOf(bundle.zip(), bundle.zip().length / 2);
    List<byte[]> changed =
        List.of(
            bundle.zip(),
            cut,
            bundle.with("data/units.csv", text -> text.replaceFirst("a", "b")),
            bundle.with(
                "data/scores/group-1.jsonl",
                text -> text.replaceFirst("\"points\":\"([1-9])[.]", "\"points\":\"0.")),
            bundle.with(
                "data/ranking/group-1.json", text -> text.replaceFirst("\"rank\":1", "\"rank\":2")),
            bundle.with(
                "data/ledger/SKHCN.jsonl",
                text -> text.replaceFirst("ANSWER_SAVED", "ANSWER_SHAVED")),
            bundle.with(
                "data/anchors/publication.json",
                text -> text.replaceFirst("\"seq\":", "\"seq\":9")),
            bundle.with(
                "manifest-sha256.txt.jws",
                text -> text.replaceFirst("[.][.].", "..A").replaceFirst("[.][.]A(.)", "..B$1")),
            bundle.with(
                "data/log.jsonl",
                text -> text.replaceFirst("\"checkpoint\":\"m", "\"checkpoint\":\"M")),
            bundle.with("data/campaign.json", text -> text.replaceFirst("\\{", "{\"issue\":1,")),
            bundle.withFile("../climbs"),
            bundle.doubled("data/units.csv"));
    for (int i = 0; i < changed.size(); i++) {
      Recomputed.Told others = Recomputed.agreed(changed.get(i), bundle.key());
      page.locator("#key").fill(bundle.key());
      String name = "bundle-" + i + ".zip";
      page.locator("#bundle")
          .setInputFiles(new FilePayload(name, "application/zip", changed.get(i)));
      assertThat(page.locator("#course")).containsText(name);
      assertThat(page.locator(".last-line")).hasText(others.lines().getLast());
      assertEquals(places(others), shown(page), "change " + i);
      assertEquals(others.code() == 0, page.locator(".verdict.good").count() == 1, "change " + i);
      if (i == 3) {
        WEB.accessible(page);
        WEB.speak(page, "vi");
        WEB.picture(page, "verify-tampered");
        WEB.speak(page, "en");
      }
    }
    page.locator("#key").fill("another");
    page.locator("#bundle")
        .setInputFiles(new FilePayload("other-key.zip", "application/zip", bundle.zip()));
    assertThat(page.locator(".verdict.bad")).isVisible();
    assertEquals(Set.of("keys.json"), shown(page));
  }

  /** Of the cut one, whose name is the file's own, only that there is one. */
  private static Set<String> places(Recomputed.Told told) {
    Set<String> places = new TreeSet<>();
    told.faults()
        .forEach(one ->
            places.add(
                one.replaceFirst("^\\[[0-9]+] ", "").replaceFirst("^bundle.*[.]zip$", "zip")));
    return places;
  }

  private static Set<String> shown(Page page) {
    Set<String> places = new TreeSet<>();
    Locator faults = page.locator(".steps ul > li > code");
    faults
        .allTextContents()
        .forEach(one -> places.add(one.replaceFirst("^bundle.*[.]zip$", "zip")));
    return places;
  }

  @Test
  void aHundredAndSeventySevenRowsFitATelephone() {
    Page page = WEB.page(Web.PHONE);
    page.route(
        Pattern.compile(".*/campaigns/" + C + "/rankings/3[?].*"), PublicPagesTest::manyRows);
    page.navigate(WEB.url(AT + "/results/group/3"));
    assertThat(page.locator("tbody tr")).hasCount(177);
    WEB.fits(page);
    page.locator("#words").fill("phuong 17");
    assertThat(page.locator("#found")).hasText("Hiện 10 trên 177 đơn vị.");
    page.locator("#words").fill("");
    page.locator("#sort").selectOption("change");
    assertThat(page.locator("tbody tr").first()).containsText("▲");
    page.locator("#level").selectOption("YEU");
    assertThat(page.locator("tbody tr").first()).containsText("Yếu");
    page.locator("#level").selectOption("");
    looked(page, "ranking-177");
  }

  private static void manyRows(Route route) {
    String head =
        WEB.http().as("", "GET", "/campaigns/" + C + "/rankings/3?limit=1").expect(200).text();
    var rows = new StringJoiner(",", "[", "]");
    for (int i = 1; i <= 177; i++) {
      String level = i < 60 ? "TOT" : i < 120 ? "KHA" : i < 160 ? "TB" : "YEU";
      rows.add(
          ("{\"rank\":%d,\"unit\":\"X%d\",\"name\":\"Phường %d có tên gọi thật"
               + " dài\",\"kind\":\"ward\",\"parent\":\"193\",\"rankInDistrict\":%d,"
               + "\"index\":\"%d.%02d\",\"points\":\"90.00\",\"max\":\"98.00\",\"level\":\"%s\",\"lastYear\":{\"campaign\":\"truoc\",\"unit\":\"X%d\",\"index\":\"%d.50\",\"rank\":9}}")
              .formatted(i, i, i, i, 95 - i / 3, i % 100, level, i, 60 + i % 20));
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(
                head.replaceFirst(
                    "\"items\":\\[.*\\],\"next\":[^}]*",
                    "\"items\":" + rows.toString() + ",\"next\":null")));
  }

  @Test
  void anOfficialSeesTheProgressAndTheOfficeWhoMayBeCommended() {
    Page official = WEB.signedIn("official", Web.PHONE);
    WEB.go(official, AT + "/board");
    assertThat(official.locator("tbody tr")).hasCount(5);
    official.locator("#words").fill("ha khanh");
    assertThat(official.locator("tbody tr")).hasCount(1);
    official.locator("#words").fill("");
    looked(official, "board");
    Page office = WEB.signedIn("office", Web.PHONE);
    WEB.go(office, AT + "/commendations");
    WEB.settled(office);
    office.locator("#top").fill("nhiều");
    office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lọc")).click();
    assertThat(office.locator(".error-summary a"))
        .hasText("Các hạng đầu: nhập số nguyên từ 0 đến 500.");
    office.locator("#top").fill("1");
    office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lọc")).click();
    assertThat(office.locator(".error-summary")).hasCount(0);
    assertThat(office.locator("caption").first()).containsText("trên 2 đơn vị");
    looked(office, "commendations");
    Page citizen = WEB.page(Web.PHONE);
    citizen.navigate(WEB.url(AT + "/commendations"));
    assertThat(citizen.locator("h1")).hasText("Cần đăng nhập");
  }

  @Test
  void withoutJavaScriptTheRankingIsReadAndThePagesSayWhere() {
    Page page = WEB.scriptless(Web.PHONE);
    page.navigate(WEB.shared().get().url() + "/");
    assertThat(page.locator("tbody tr").first()).isVisible();
    WEB.fits(page);
    page.navigate(WEB.url(AT + "/results/group/1"));
    // By its own element: the driver takes no words of noscript for a page's.
    assertThat(page.locator("noscript p").first()).containsText("Trang này cần JavaScript");
    assertThat(page.locator("noscript p").first()).isVisible();
    page.locator("noscript a").first().click();
    assertThat(page).hasURL(WEB.shared().get().url() + "/");
  }

  @Test
  void theFirstPageFitsATelephoneWithoutAnyScript() {
    for (int width : List.of(360, 390, Web.DESK)) {
      Page page = WEB.page(width);
      page.navigate(WEB.shared().get().url() + "/");
      WEB.fits(page);
      Object cut =
          page.evaluate(
              "() => [...document.querySelectorAll('caption, td, th, p')].filter(e => e.scrollWidth"
                  + " > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' &&"
                  + " e.clientWidth > 1).map(e => e.outerHTML.slice(0, 90))");
      assertEquals(List.of(), cut, "cut at " + width);
    }
  }

  /** Facts, not times. */
  @Test
  void theFirstLoadOfARankingStaysSmall() {
    Page page = WEB.page(Web.PHONE);
    var bytes = new AtomicLong();
    page.onResponse(answer -> {
      String length = answer.headers().get("content-length");
      bytes.addAndGet(length == null ? answer.body().length : Long.parseLong(length));
    });
    page.navigate(WEB.url(AT + "/results/group/1"));
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertTrue(bytes.get() > 50_000 && bytes.get() < 200_000, "bytes: " + bytes);
    System.out.println("first load of a ranking: " + bytes + " bytes");
  }

  private static void looked(Page page, String name) {
    WEB.settled(page);
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "public-" + name);
  }
}
