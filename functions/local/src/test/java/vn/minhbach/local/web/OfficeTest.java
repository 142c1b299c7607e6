package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Province;
import vn.minhbach.local.whole.SharedSystem;
import vn.minhbach.local.whole.Upload;

/** The standing office, the approver and the deputy who confirms, in the browser. */
@Tag("system")
@Timeout(300)
class OfficeTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final Instant LOCKED = Instant.parse("2020-11-02T01:00:00Z");

  /** The commune of line 6 names a district that is not there. */
  private static final String FAULTY =
      """
      code,group,kind,name,parent_code
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      STTTT,1,department,Sở Thông tin và Truyền thông,
      SNV,1,department,Sở Nội vụ,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,139
      06652,3,ward,"Phường ""Hà Phong""\",193
      """;

  private static final String UNITS = FAULTY.replace(",139", ",193");

  private static final String TEAM =
      """
      account,body,role,from,until,substitute,conflicts
      lead,STTTT,lead,2020-08-01,,,
      deputy,SNV,deputy,2020-08-01,,,
      appraiser3,SKHCN,appraiser,2020-08-01,,,
      """;

  @AfterEach
  void theMorningOfTheOpeningAgain() {
    WEB.shared().get().clock().set(SharedSystem.OPENING);
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void confirm(Page page) {
    page.locator("dialog.confirm .btn").first().click();
  }

  private static void looked(Page page, String name) {
    WEB.settled(page);
    WEB.accessible(page);
    WEB.picture(page, "office-" + name);
    page.setViewportSize(Web.PHONE, 800);
    WEB.fits(page);
    page.setViewportSize(Web.DESK, 800);
  }

  private static FilePayload file(String name, String text) {
    String type = name.endsWith("json") ? "application/json" : "text/csv";
    return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Page signedIn(String user, Province province, String rest) {
    Page page = WEB.signedIn(user, Web.DESK);
    WEB.go(page, "#/c/" + province.id + rest);
    return page;
  }

  @Test
  void theOfficeGoesFromAnEmptyCampaignToFormsThatAreSent() throws IOException {
    Province province = Province.of(WEB.http(), "web-office");
    Page page = WEB.signedIn("office", Web.DESK);
    WEB.go(page, "#/office/campaigns");
    assertThat(page.locator("h1")).hasText("Các đợt đánh giá");
    page.locator("#template").selectOption("");
    button(page, "Tạo đợt đánh giá").click();
    assertThat(page.locator(".error-summary li")).hasCount(9);
    looked(page, "campaigns");
    page.locator("#id").fill(province.id);
    page.locator("#name").fill("Đánh giá thử của cơ quan thường trực");
    page.locator("#year").fill("2020");
    page.locator("#plan-number").fill("131/KH-UBND");
    page.locator("#plan-date").fill("2020-07-21");
    page.locator("#plan-issuer").fill("UBND tỉnh Quảng Ninh");
    page.locator("#dueBefore").fill("2020-09-30");
    page.locator("#closesBefore").fill("2020-11-01");
    page.locator("#appraisedBefore").fill("2020-12-30");
    page.locator("#reportBefore").fill("2021-01-30");
    page.locator("#publishBefore").fill("2021-04-01");
    page.locator("#answerDays").fill("15");
    button(page, "Tạo đợt đánh giá").click();
    assertThat(page.locator("h1")).hasText("Chuẩn bị đợt đánh giá");
    assertThat(page.locator(".steps .tag-bad")).hasCount(4);
    assertThat(button(page, "Phát phiếu cho các đơn vị")).isDisabled();

    page.locator(".steps")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Danh sách đơn vị"))
        .click();
    page.locator("#file").setInputFiles(file("don-vi.docx", "x"));
    assertThat(page.locator(".error-summary")).containsText("thuộc loại không nhận");
    page.locator("#file").setInputFiles(file("don-vi.csv", FAULTY));
    assertThat(page.locator("main")).containsText("6 đơn vị.");
    button(page, "Nhập").click();
    assertThat(page.locator(".call.bad")).containsText("Chưa nhập dòng nào");
    assertThat(page.locator("fieldset.part legend")).hasText("Dòng 6");
    assertThat(page.locator("#cell-0")).hasValue("139");
    assertEquals(
        0, province.as("office", "GET", "").expect(200).json().get("unitsVersion").asLong());
    looked(page, "import");
    page.locator(".error-summary a").first().click();
    assertThat(page.locator("#cell-0")).isFocused();
    page.locator("#cell-0").fill("193");
    button(page, "Nhập lại với chỗ đã sửa").click();
    assertThat(page.locator(".call.good")).containsText("Đã nhập 6 đơn vị.");

    for (int group = 1; group <= 3; group++) {
      importCriteria(page, province, group, file("bo.json", Province.criteria(group)));
    }
    Download book =
        page.waitForDownload(() -> button(page, "Tải bộ tiêu chí đang dùng (XLSX)").click());
    importCriteria(
        page,
        province,
        3,
        new FilePayload(
            "bo.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Files.readAllBytes(book.path())));

    WEB.go(page, "#/c/" + province.id + "/office/import/team");
    page.locator("#number").fill("77/QĐ-STTTT");
    page.locator("#date").fill("2020-08-01");
    page.locator("#file").setInputFiles(file("to.csv", TEAM));
    button(page, "Nhập").click();
    assertThat(page.locator(".call.good")).containsText("Đã nhập 3 dòng");
    WEB.go(page, "#/c/" + province.id + "/office/import/holidays");
    assertThat(page.locator("h1")).hasText("Nhập ngày nghỉ và ngày làm bù");
    page.locator("#file")
        .setInputFiles(file("nghi.csv", "date,kind,name\n2020-09-02,off,Quốc khánh\n"));
    button(page, "Nhập").click();
    assertThat(page.locator(".call.good")).containsText("Đã nhập 1 ngày.");

    WEB.go(page, "#/c/" + province.id + "/office/setup");
    assertThat(page.locator("main")).containsText("6 đơn vị.");
    assertThat(page.locator(".steps .tag-bad")).hasCount(0);
    looked(page, "setup");
    button(page, "Phát phiếu cho các đơn vị").click();
    confirm(page);
    assertThat(page.locator(".call.good")).containsText("Đã phát phiếu ngày 3/8/2020");
    assertEquals("OPEN", province.as("office", "GET", "").expect(200).at("/stage"));
  }

  private static void importCriteria(Page page, Province province, int group, FilePayload file) {
    WEB.go(page, "#/c/" + province.id + "/office/import/criteria-" + group);
    assertThat(page.locator("h1")).hasText("Nhập bộ tiêu chí nhóm " + group);
    page.locator("#file").setInputFiles(file);
    button(page, "Nhập").click();
    assertThat(page.locator(".call.good")).containsText("tiêu chí.");
  }

  @Test
  void theOfficeDecidesAnswersRemindsAndKeepsMinutes() {
    Province province = Province.empty(WEB.http(), "web-desk").filled();
    province.as("office", "PUT", "/units").csv(UNITS).expect(200);
    province.as("office", "PUT", "/team?number=77&date=2020-08-01").csv(TEAM).expect(200);
    province.opened();
    province
        .own("SKHCN", "POST", "/extension-requests")
        .json("{\"until\":\"2020-10-05\",\"reason\":\"Mất điện diện rộng do bão\"}")
        .expect(201);
    province
        .own("06649", "POST", "/questions")
        .json("{\"criterion\":\"I.1\",\"question\":\"Máy tính bảng có tính không?\"}")
        .expect(201);
    Page page = signedIn("office", province, "/office");
    assertThat(page.locator(".task-list").first()).containsText("1 câu hỏi chưa trả lời");
    looked(page, "desk");

    page.getByRole(AriaRole.LINK, link("1 đơn vị xin gia hạn, chờ quyết định")).click();
    looked(page, "extensions");
    page.getByRole(AriaRole.LINK, link("Sở Khoa học và Công nghệ").setExact(true)).click();
    assertThat(page.locator(".now")).containsText("Mất điện diện rộng do bão");
    button(page, "Cho gia hạn").click();
    assertThat(page.locator(".error-summary")).containsText("Lý do quyết định");
    page.locator("#reason").fill("Bão số 7");
    page.locator("#until").fill("2020-10-02");
    looked(page, "unit");
    button(page, "Cho gia hạn").click();
    assertThat(page.locator(".call.good")).containsText("Đã gia hạn đến hết ngày 2/10/2020.");
    assertEquals("2020-10-02", province.form("SKHCN").at("/extension/until").asString());

    page.locator("nav").getByRole(AriaRole.LINK, named("Câu hỏi")).click();
    page.locator("textarea[id^=answer-]").fill("Không; chỉ tính máy để bàn và máy xách tay.");
    page.locator("input[id^=publish-]").check();
    looked(page, "questions");
    page.locator("article button.btn-primary").click();
    assertThat(page.locator("article .state-saved").first()).hasText("Đã gửi trả lời.");
    JsonNode published =
        province.own("06652", "GET", "/questions").expect(200).json().at("/published/0");
    assertEquals("Máy tính bảng có tính không?", published.get("question").asString());
    page.locator("article summary").click();
    page.locator("input[id^=number-]").fill("6120/UBND-XDCB");
    button(page, "Lưu việc trình").click();
    assertThat(page.locator(".error-summary li")).hasCount(2);
    page.locator("input[id^=date-]").fill("2020-08-03");
    page.locator("textarea[id^=ruling-]").fill("Được tính, nếu có trong sổ tài sản.");
    looked(page, "referral");
    button(page, "Lưu việc trình").click();
    assertThat(page.locator("article .state-saved").last()).hasText("Đã lưu.");
    assertEquals(
        "Được tính, nếu có trong sổ tài sản.",
        province.own("06652", "GET", "/questions").expect(200).at("/published/0/answer"));

    page.locator("nav").getByRole(AriaRole.LINK, named("Theo dõi")).click();
    assertThat(page.locator(".heat-rows tr")).hasCount(2);
    assertThat(page.locator(".cell").last()).isVisible();
    looked(page, "board");
    page.locator("#words").fill("ha khanh");
    assertThat(page.locator(".heat-rows .cell")).hasCount(1);
    page.locator(".heat-rows .cell").click();
    assertThat(page.locator("h1")).hasText("Phường Hà Khánh");
    page.getByRole(AriaRole.LINK, link("Miễn đánh giá đơn vị này theo văn bản")).click();
    page.locator("#number").fill("55/QĐ-UBND");
    page.locator("#date").fill("2020-08-01");
    page.locator("#reason").fill("Mới thành lập");
    looked(page, "excuses");
    button(page, "Miễn đánh giá").click();
    confirm(page);
    assertThat(page.locator("tbody")).containsText("Mới thành lập");

    page.locator("nav").getByRole(AriaRole.LINK, named("Nhắc việc")).click();
    assertThat(page.locator("h1")).hasText("Nhắc việc");
    page.locator("#unit").selectOption("06652");
    button(page, "Xem thư").click();
    assertThat(page.locator("pre.mail")).containsText("Hà Phong");
    page.locator("#help").fill("Phòng CNTT, 0203 3838 000");
    looked(page, "reminders");
    button(page, "Lưu").click();
    assertThat(page.locator("main")).containsText("Đã lưu cài đặt.");
    assertEquals(
        "Phòng CNTT, 0203 3838 000",
        province.as("office", "GET", "/reminders").expect(200).at("/settings/help"));
    aRungIsAddedAndTakenAway(page, province);
    for (String rest :
        List.of(
            "reminders/sent",
            "late",
            "sources",
            "hearings",
            "reviews",
            "petitions",
            "evidence",
            "criteria/1/corrections",
            "criteria/1/exemptions",
            "criteria/1/rehearsal")) {
      WEB.go(page, "#/c/" + province.id + "/office/" + rest);
      looked(page, rest.replace('/', '-'));
    }

    WEB.go(page, "#/c/" + province.id + "/office/session");
    button(page, "Ghi biên bản").click();
    assertThat(page.locator(".error-summary li")).hasCount(3);
    page.locator("#number").fill("03/BB-TTĐ");
    page.locator("#present-lead").check();
    page.locator("#present-appraiser3").check();
    page.locator("#dissent-appraiser3").fill("Tiêu chí II.12 chấm chưa thống nhất");
    page.locator("#paper")
        .setInputFiles(
            new FilePayload(
                "Biên bản.pdf",
                "application/pdf",
                "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    looked(page, "session");
    button(page, "Ghi biên bản").click();
    assertThat(page.locator(".call.good")).hasText("Đã ghi biên bản.");
    assertEquals(
        2, province.as("lead", "GET", "/session").expect(200).json().get("present").size());
  }

  private static void aRungIsAddedAndTakenAway(Page page, Province province) {
    int before = rungs(province);
    Locator names = page.locator("fieldset.part legend");
    String[] known = names.allInnerTexts().toArray(new String[0]);
    button(page, "Thêm một lần nhắc").click();
    Locator added = page.locator("fieldset.part").last();
    assertThat(added.locator("select").first()).isFocused();
    button(page, "Lưu").click();
    assertThat(page.locator(".error-summary")).containsText("Số ngày");
    added.locator("select").first().selectOption("after-due");
    added.locator("input").fill("10");
    looked(page, "reminders-rung");
    button(page, "Lưu").click();
    assertThat(page.locator("main")).containsText("Đã lưu cài đặt.");
    assertThat(added.locator("legend")).hasText("Quá hạn 10 ngày");
    assertEquals(before + 1, rungs(province));
    added.locator("button").click();
    assertThat(page.locator("#add-rung")).isFocused();
    button(page, "Lưu").click();
    assertThat(page.locator("fieldset.part")).hasCount(before);
    assertThat(page.locator("main")).containsText("Đã lưu cài đặt.");
    assertEquals(before, rungs(province));
    again(page, province, "/office/reminders");
    assertThat(page.locator("mb-office-reminders")).hasCount(1);
    assertThat(names).hasText(known);
  }

  private static int rungs(Province province) {
    return province
        .as("office", "GET", "/reminders")
        .expect(200)
        .json()
        .at("/settings/ladder")
        .size();
  }

  @Test
  void accountsAndFiguresAreMendedWhereTheyAreWrong() {
    Province province = Province.empty(WEB.http(), "web-import").filled();
    Page page = signedIn("office", province, "/office/import/accounts");
    assertThat(page.locator("h1")).hasText("Nhập tài khoản của các đơn vị");
    page.locator("#file")
        .setInputFiles(
            file(
                "tai-khoan.csv",
                "account,unit,role,name,title,from,until\n"
                    + "lan.hk,06649,typist,Trần Thị Lan,Cán bộ,,\n"
                    + "an.hk,06649,chairman,Nguyễn Văn An,Chủ tịch,,\n"));
    button(page, "Nhập").click();
    assertThat(page.locator("fieldset.part legend")).hasText("Dòng 3");
    assertThat(page.locator("#cell-0")).hasValue("chairman");
    looked(page, "import-accounts");
    page.locator("#cell-0").fill("signer");
    button(page, "Nhập lại với chỗ đã sửa").click();
    assertThat(page.locator(".call.good")).containsText("Đã nhập 2 tài khoản.");

    WEB.go(page, "#/c/" + province.id + "/office/import/source");
    assertThat(page.locator("h1")).hasText("Nhập số liệu của tỉnh");
    page.locator("#file")
        .setInputFiles(
            file(
                "so-lieu.csv",
                "unit,criterion,inputs\n06649,II.5,\"{\"\"a\"\":187,\"\"b\"\":193}\"\n"
                    + "06653,II.5,\"{\"\"a\"\":12,\"\"b\"\":14}\"\n"));
    button(page, "Nhập").click();
    assertThat(page.locator(".error-summary")).containsText("Mã nguồn");
    page.locator("#source").fill("qlvb");
    page.locator("#system").fill("Hệ thống quản lý văn bản");
    page.locator("#from").fill("2019-10-01");
    page.locator("#to").fill("2020-06-30");
    page.locator("#by").fill("Nguyễn Văn A");
    button(page, "Nhập").click();
    assertThat(page.locator("fieldset.part legend")).hasText("Dòng 3");
    assertThat(page.locator("#cell-0")).hasValue("06653");
    page.locator("#cell-0").fill("06652");
    looked(page, "import-source");
    button(page, "Nhập lại với chỗ đã sửa").click();
    assertThat(page.locator(".call.good")).containsText("Đã nhập 2 số liệu.");
    WEB.go(page, "#/c/" + province.id + "/office/sources");
    assertThat(page.locator("section.card-box h2")).hasText("qlvb");
    looked(page, "sources-filled");
  }

  @Test
  void criteriaAreExemptedAndCorrectedTheStoreVerifiedAndASlowDistrictPassedOver() {
    Province province = Province.open(WEB.http(), "web-mended");
    Page page = signedIn("office", province, "/office");
    assertThat(page.locator("h1")).hasText("Việc của cơ quan thường trực");
    page.getByRole(AriaRole.LINK, link("Không giao tiêu chí")).click();
    assertThat(page.locator("h1")).hasText("Không giao tiêu chí");
    button(page, "Không giao tiêu chí").click();
    assertThat(page.locator(".error-summary")).containsText("Chưa chọn đơn vị nào");
    page.locator("#criterion").selectOption("I.2");
    page.locator("#search").fill("ha khanh");
    assertThat(page.locator(".unit-choices .form-check")).hasCount(1);
    page.locator("#unit-06649").check();
    page.locator("#number").fill("812/QĐ-UBND");
    looked(page, "exemptions");
    button(page, "Không giao tiêu chí").click();
    confirm(page);
    assertThat(page.locator(".call.good")).containsText("không giao tiêu chí I.2 cho 1 đơn vị");
    assertThat(page.locator("tbody")).containsText("Phường Hà Khánh");
    assertEquals(
        "812/QĐ-UBND",
        province.form("06649").at("/groups/0/criteria/1/notAssigned/number").asString());
    page.locator("#number").fill("815/QĐ-UBND");
    page.locator("tbody button").click();
    confirm(page);
    assertThat(page.locator(".call.good")).hasText("Đã giao lại tiêu chí I.2.");
    assertThat(page.locator("tbody")).containsText("815/QĐ-UBND");
    corrected(page, province);

    WEB.go(page, "#/c/" + province.id + "/office/evidence");
    assertThat(page.locator("h1")).hasText("Kho minh chứng");
    button(page, "Bắt đầu kiểm tra").click();
    assertThat(page.locator(".call.good")).hasText("Đã bắt đầu kiểm tra.");
    looked(page, "evidence");

    province.answerAll("06652", 6);
    province.submit("06652");
    WEB.shared().get().clock().set(Instant.parse("2020-10-20T01:00:00Z"));
    WEB.go(page, "#/c/" + province.id + "/office/u/193");
    assertThat(page.locator("h1")).hasText("UBND thành phố Hạ Long");
    assertThat(page.locator("form.now li")).hasCount(1);
    looked(page, "slow-district");
    page.locator("#override").fill("Huyện quá hạn, đã nhắc hai lần");
    page.locator("form.now button").click();
    assertThat(page.locator(".call.good")).hasText("Đã gửi thay 1 phiếu.");
    assertEquals("FORWARDED", province.form("06652").get("state").asString());
  }

  /** A set with a fault, mended in place, tried, and only then in force. */
  private static void corrected(Page page, Province province) {
    WEB.go(page, "#/c/" + province.id + "/office/criteria/3/corrections");
    assertThat(page.locator("h1")).hasText("Đính chính bộ tiêu chí nhóm 3");
    page.locator("#letterNumber").fill("45/STTTT-CNTT");
    page.locator("#why").fill("Làm rõ cách tính máy dùng chung");
    String set =
        Province.criteria(3)
            .replaceFirst("\"pointsIfTrue\": *[0-9.]+", "\"pointsIfTrue\": 99")
            .replaceFirst("\"title\": \"[^\"]*máy tính", "\"title\": \"Tỷ lệ máy tính");
    page.locator("#file").setInputFiles(file("bo.json", set));
    button(page, "Chạy thử").click();
    assertThat(page.locator("#cell-0")).hasValue("99");
    looked(page, "correction-fault");
    String given = Province.criteria(3).replaceAll("(?s)^.*?\"pointsIfTrue\": *([0-9.]+).*$", "$1");
    page.locator("#cell-0").fill(given);
    button(page, "Chạy thử").click();
    assertThat(page.locator(".call.todo h2")).hasText("Đã chạy thử, chưa ghi gì");
    looked(page, "correction-tried");
    assertEquals(0, corrections(province), "tried, nothing written");
    button(page, "Đính chính").click();
    assertThat(page.locator("article h2")).containsText("45/STTTT-CNTT");
    looked(page, "corrections");
    assertEquals(1, corrections(province));
  }

  private static int corrections(Province province) {
    return province
        .as("office", "GET", "/criteria/3/corrections")
        .expect(200)
        .json()
        .get("items")
        .size();
  }

  @Test
  void aReportIsRefusedNamingWhatIsOpenThenReadApprovedPublishedAndCorrected() {
    Province province = Province.empty(WEB.http(), "web-report").filled();
    province.as("office", "PUT", "/units").csv(UNITS).expect(200);
    province.opened();
    for (String unit : List.of("SKHCN", "SNV")) {
      province.answerAll(unit, unit.equals("SNV") ? 3 : 6);
      province.submit(unit);
    }
    Page office = signedIn("office", province, "/office/report");
    report(office);
    assertThat(office.locator("#open-work")).containsText("STTTT");
    assertThat(office.locator("#open-work")).isFocused();
    looked(office, "report-refused");
    office.locator("#open-work a").click();
    assertThat(office.locator("h1")).hasText("Các đơn vị đang ở đâu");

    WEB.shared().get().clock().set(LOCKED);
    WEB.go(office, "#/c/" + province.id + "/office/report");
    report(office);
    assertThat(office.locator(".code.large")).isVisible();
    looked(office, "report");
    String code = office.locator(".code.large").innerText();
    assertTrue(code.matches("[0-9a-f]{4}( [0-9a-f]{4}){3}"), code);

    Page approver = WEB.signedIn("approver", Web.DESK);
    WEB.go(approver, "#/c/" + province.id + "/decision");
    assertThat(approver.locator(".code.large")).hasText(code);
    approver
        .locator("summary")
        .filter(new Locator.FilterOptions().setHasText("Bảng xếp hạng dự thảo"))
        .first()
        .click();
    assertThat(approver.locator("main")).containsText("Sở Nội vụ");
    button(approver, "Phê duyệt kết quả").click();
    assertThat(approver.locator(".error-summary")).containsText("Xác nhận đã đọc kết quả");
    looked(approver, "decision");
    // In another language the page is read anew; the table that is open is not lost.
    assertThat(approver.locator("details[open] tbody")).containsText("Sở Nội vụ");
    approver.locator("#reason").fill("Xem lại nhóm 3");
    button(approver, "Trả lại kết quả").click();
    confirm(approver);
    assertThat(approver.locator(".call.good")).hasText("Đã trả lại.");

    again(office, province);
    assertThat(office.locator(".call.bad")).containsText("Xem lại nhóm 3");
    report(office);
    assertThat(office.locator(".code.large")).hasText(code);
    again(approver, province, "/decision");
    approver.locator("#read").check();
    approver.locator("#number").fill("812/QĐ-UBND");
    button(approver, "Phê duyệt kết quả").click();
    confirm(approver);
    assertThat(approver.locator(".call.good").first()).hasText("Đã phê duyệt.");

    again(office, province);
    publish(office);
    assertEquals("PUBLISHED", province.as("office", "GET", "").expect(200).at("/stage"));
    correctedFromThePaper(office, province);
  }

  /** Taken up again, reported, entered from the paper by the office and confirmed by the deputy. */
  private static void correctedFromThePaper(Page office, Province province) {
    office.locator("details summary").first().click();
    office.locator("#reason").fill("Tính lại tiêu chí II.3");
    office.locator("details").first().locator("button").click();
    confirm(office);
    assertThat(office.locator(".call.good")).containsText("Đã mở lại để đính chính.");
    report(office);
    assertThat(office.locator(".code.large")).isVisible();
    String code = office.locator(".code.large").innerText();
    office.locator("details summary").first().click();
    office.locator("#number").fill("900/QĐ-UBND");
    office.locator("#signer-name").fill("Nguyễn Văn B");
    office.locator("#signer-title").fill("Chủ tịch");
    office.locator("#code").fill("0000 0000 0000 0000");
    button(office, "Nhập, chờ tổ phó xác nhận").click();
    assertThat(office.locator(".error-summary")).containsText("0000 0000 0000 0000");
    office.locator("#code").fill(code.replace(" ", "-"));
    button(office, "Nhập, chờ tổ phó xác nhận").click();
    assertThat(office.locator("main")).containsText("Chờ tổ phó xác nhận.");
    looked(office, "entered");

    Page deputy = WEB.signedIn("deputy", Web.DESK);
    WEB.go(deputy, "#/c/" + province.id + "/decision");
    deputy.locator("#code").fill(code);
    button(deputy, "Xác nhận phê duyệt").click();
    confirm(deputy);
    assertThat(deputy.locator(".call.good").first()).hasText("Đã phê duyệt.");
    again(office, province);
    publish(office);
    assertEquals(
        2, province.as("office", "GET", "").expect(200).json().at("/result/issue").asInt());
  }

  @Test
  void aWrongUploadIsTakenDownByTwoBodies() throws InterruptedException {
    Province province = Team.appointed(WEB.http(), "web-takedown").province;
    byte[] bytes = Upload.pdf("mật");
    String id =
        new Upload(province, "SXD")
            .through(Upload.declared("I.1", "Nhầm.pdf", bytes), bytes)
            .get("evidenceId")
            .asString();
    Page office = signedIn("office", province, "/office/takedowns");
    office.locator("#unit").selectOption("SXD");
    office.locator("#file").selectOption(id);
    button(office, "Đề nghị gỡ bỏ").click();
    assertThat(office.locator(".error-summary li")).hasCount(2);
    office.locator("#reason").fill("Văn bản có dấu TỐI MẬT");
    office.locator("#number").fill("12/STTTT");
    looked(office, "takedown-ask");
    button(office, "Đề nghị gỡ bỏ").click();
    confirm(office);
    assertThat(office.locator("article")).containsText("Chờ cơ quan thứ hai quyết định");
    assertThat(office.locator("article button")).hasCount(0);

    Page deputy = signedIn("deputy", province, "/office/takedowns");
    assertThat(deputy.locator("article")).containsText("Nhầm.pdf – Sở Xây dựng");
    button(deputy, "Từ chối gỡ bỏ").click();
    assertThat(deputy.locator(".error-summary")).containsText("Lý do từ chối");
    looked(deputy, "takedown");
    button(deputy, "Xác nhận gỡ bỏ").click();
    confirm(deputy);
    assertThat(deputy.locator(".call.good")).containsText("Đã xác nhận");
    WEB.http().as("", "POST", "/local/schedules/takeDownFiles").expect(200);
    assertTrue(WEB.shared().get().awaitQuiet(Duration.ofSeconds(60)), "still under way");
    deputy.reload();
    assertThat(deputy.locator("article")).containsText("Đã gỡ bỏ");
    Page approver = signedIn("approver", province, "/decision");
    approver.locator("nav").getByRole(AriaRole.LINK, named("Gỡ bỏ tệp")).click();
    assertThat(approver.locator("article")).containsText("Đã gỡ bỏ");
  }

  private static void report(Page page) {
    button(page, "Chốt kết quả và báo cáo").click();
    confirm(page);
  }

  private static void publish(Page page) {
    button(page, "Công bố kết quả").click();
    confirm(page);
    assertThat(page.locator(".call.good")).hasText("Đã công bố.");
  }

  private static void again(Page page, Province province) {
    again(page, province, "/office/report");
  }

  /** Opens a page anew, as somebody who comes back to it. */
  private static void again(Page page, Province province, String rest) {
    WEB.go(page, "#/elsewhere");
    WEB.settled(page);
    WEB.go(page, "#/c/" + province.id + rest);
    WEB.settled(page);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions link(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
