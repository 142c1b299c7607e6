package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Province;
import vn.minhbach.local.whole.Upload;

/** A member of the appraisal team at work: by keys alone, in blocks, and as second signature. */
@Tag("system")
@Timeout(300)
class AppraiserTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final String C = "web-team";
  private static final String AT = "#/c/" + C + "/appraise";
  private static final Map<String, String> CODES =
      Map.of("Sở Xây dựng", "SXD", "Sở Tài chính", "STC", "Sở Khoa học và Công nghệ", "SKHCN");

  private static Team team;

  @BeforeAll
  static void sendForms() throws Exception {
    team = Team.appointed(WEB.http(), C);
    team.assigned(List.of("I.1", "I.2", "I.3", "I.4"));
    byte[] pdf = Upload.pdf("danh sách trang bị máy tính");
    var files = new Upload(team.province, "SXD");
    files.through(Upload.declared("I.1", "Danh sách máy tính.pdf", pdf), pdf);
    byte[] photo = photo();
    var declared = Upload.declared("I.1", "Ảnh phòng máy.png", photo);
    declared.put("contentType", "image/png");
    files.through(declared, photo);
    for (String unit : List.of("SXD", "STC", "SKHCN")) {
      team.sent(unit, WEB);
    }
    team.mark("appraiser3", "SXD", "I.3", Map.of("agree", true));
  }

  private static byte[] photo() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static void looked(Page page, String name) {
    WEB.settled(page);
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "appraiser-" + name);
  }

  private static Locator told(Page page) {
    return page.locator("main .state-saved");
  }

  private static String unit(Page page) {
    return CODES.get(page.locator("main h1").innerText());
  }

  /** From the list of criteria to the last cell no mouse is touched. */
  @Test
  void aMemberGoesThroughCellsByKeysAloneAndConfirmsWhatMoved() {
    Page page = WEB.signedIn("appraiser3", Web.DESK);
    WEB.go(page, AT);
    assertThat(page.locator("h1")).hasText("Việc cần thẩm định");
    assertThat(page.locator("main")).containsText(Pattern.compile("Đã xong \\d trên \\d+ ô"));
    Locator first = page.locator("main table a").first();
    assertThat(first).containsText("I.1 ");
    looked(page, "work");
    first.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("main")).not().containsText("Sở Khoa học");

    page.keyboard().press("k");
    page.keyboard().press("o");
    assertThat(page.locator("main .lead")).containsText("I.1 ");
    String agreed = unit(page);
    page.keyboard().press("?");
    assertThat(page.locator("dialog h2")).hasText("Phím tắt");
    page.keyboard().press("a");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(told(page)).hasText("");
    page.keyboard().press("a");
    assertThat(told(page)).containsText("Đã đồng ý");
    assertEquals(1, team.cell("appraiser3", agreed, "I.1").get("readings").size());

    page.keyboard().press("j");
    assertThat(page.locator("main h1"))
        .hasText(agreed.equals("SXD") ? "Sở Tài chính" : "Sở Xây dựng");
    String cut = unit(page);
    page.keyboard().press("p");
    assertThat(page.locator("#points")).isFocused();
    page.keyboard().type("0");
    page.keyboard().press("Escape");
    page.keyboard().press("3");
    assertThat(page.locator("#reason")).hasValue("Tài liệu minh chứng ngoài kỳ đánh giá.");
    page.keyboard().press("r");
    assertThat(page.locator("#reason")).isFocused();
    page.keyboard().press("End");
    page.keyboard().type(" jak");
    assertEquals(cut, unit(page), "keys are dead while somebody types");
    page.keyboard().press("Control+Enter");
    assertThat(told(page)).containsText("Đã ghi kết quả chấm");
    JsonNode reading = team.cell("appraiser3", cut, "I.1").at("/readings/0");
    assertEquals("0.00", reading.at("/worth/points").asString());
    assertEquals("Tài liệu minh chứng ngoài kỳ đánh giá. jak", reading.get("reason").asString());

    moved(agreed);
    page.keyboard().press("Escape");
    page.keyboard().press("g");
    assertThat(page.locator("tbody tr").first()).containsText("Cần xem lại");
    page.keyboard().press("k");
    page.keyboard().press("o");
    assertThat(page.locator("main .call.bad")).containsText("Đã thay đổi: câu trả lời");
    looked(page, "stale");
    page.keyboard().press("c");
    assertThat(told(page)).containsText("Đã xác nhận giữ nguyên");
    assertNotEquals("STALE", team.state(agreed, "I.1"));
  }

  /** The unit is heard and changes its figure after the mark. */
  private static void moved(String unit) {
    Province province = team.province;
    province
        .as("lead", "POST", "/units/" + unit + "/explanations")
        .json(
            Map.of(
                "criteria",
                List.of(Map.of("criterion", "I.1", "question", "Số máy?", "figures", true))))
        .expect(200);
    String etag = "";
    for (JsonNode criterion : province.form(unit).at("/groups/0/criteria")) {
      if (criterion.get("id").asString().equals("I.1")) {
        etag = criterion.at("/answer/etag").asString();
      }
    }
    province
        .own(unit, "PUT", "/answers/I.1")
        .ifMatch("\"" + etag + "\"")
        .json("{\"inputs\":{\"a\":11,\"b\":12}}")
        .expect(200);
    province
        .own(unit, "PUT", "/explanations/I.1")
        .json("{\"text\":\"Đã kiểm đếm lại\"}")
        .expect(200);
    String asked = province.own(unit, "GET", "/explanations").expect(200).etag();
    province
        .own(unit, "POST", "/explanations/submission")
        .ifMatch(asked)
        .json(Province.SIGNED)
        .expect(200);
  }

  @Test
  void filesOpenBesideTheClaim() {
    Page page = WEB.signedIn("appraiser3", Web.DESK);
    WEB.go(page, AT + "/u/SXD/k/I.1");
    assertThat(page.locator(".files > li")).hasCount(2);
    page.keyboard().press("f");
    assertThat(page.locator(".viewer")).isVisible();
    page.keyboard().press("f");
    Locator shown = page.locator(".viewer img, .viewer iframe");
    assertThat(shown).hasAttribute("src", Pattern.compile("blob:.*"));
    page.getByText("Xem tại đây").locator("visible=true").last().click();
    assertThat(page.locator(".viewer img")).isVisible();
    looked(page, "cell");
  }

  @Test
  void aBlockTellsWhomItPassedOver() {
    Page page = WEB.signedIn("appraiser4", Web.DESK);
    WEB.go(page, AT + "/g/1/k/I.5");
    assertThat(page.locator("tbody tr")).hasCount(3);
    page.keyboard().press("a");
    assertThat(page.locator(".error-summary")).containsText("Chưa chọn đơn vị nào");
    looked(page, "grid");
    page.locator("tbody input").nth(0).check();
    page.locator("tbody input").nth(1).check();
    assertThat(page.locator(".block-bar")).containsText("Đã chọn 2 đơn vị");
    String gone = CODES.get(page.locator("tbody tr").nth(1).locator("a").innerText());
    team.mark("appraiser4", gone, "I.5", Map.of("points", "1.00", "reason", "Mới một nửa"));
    page.locator(".block-bar .btn-primary").click();
    page.keyboard().press("Enter");
    assertThat(page.locator("#block-done h2")).hasText("Đã đồng ý với 1 đơn vị");
    assertThat(page.locator("#block-done")).containsText("1 đơn vị bị bỏ qua");
    assertThat(page.locator("#block-done li")).containsText("đã được chấm");
    looked(page, "block");
  }

  @Test
  void aCutOfARivalIsSignedByAMemberOfAnotherBody() {
    String cut =
        List.of("I.2", "I.3", "I.4").stream()
            .filter(criterion -> {
              Map<String, Object> said = Map.of("points", "0.00", "reason", "Chưa có hóa đơn");
              team.mark("appraiser3", "STC", criterion, said);
              return team.state("STC", criterion).equals("AWAITS_COUNTERSIGN");
            })
            .findFirst()
            .orElseThrow();
    Page page = WEB.signedIn("appraiser4", Web.DESK);
    WEB.go(page, AT + "/signatures");
    Locator line =
        page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(cut + " "));
    assertThat(line).containsText("Sở Tài chính");
    looked(page, "signatures");
    line.getByRole(AriaRole.LINK).click();
    assertThat(page.locator("main")).containsText("chữ ký của thành viên cơ quan khác");
    page.keyboard().press("s");
    assertThat(told(page)).containsText("Đã ký xác nhận");
    assertEquals("PROPOSED", team.state("STC", cut));
  }

  @Test
  void chosenCriteriaAreAskedAbout() {
    Page page = WEB.signedIn("appraiser3", Web.PHONE);
    WEB.go(page, AT + "/u/SXD");
    page.locator("#only").selectOption("mine");
    page.getByLabel("Chọn tiêu chí I.4 để").check();
    page.locator("main form .btn-primary").click();
    assertThat(page.locator(".error-summary")).containsText("I.4: cần ghi");
    page.locator("main form textarea").fill("Văn bản nào chứng minh?");
    looked(page, "sheet");
    page.locator("main form .btn-primary").click();
    assertThat(told(page)).hasText("Đã yêu cầu giải trình 1 tiêu chí.");
    JsonNode asked = team.province.as("lead", "GET", "/units/SXD/explanations").expect(200).json();
    assertTrue(asked.toString().contains("Văn bản nào chứng minh?"), asked::toString);
    WEB.go(page, AT + "/u/SKHCN");
    assertThat(page.locator("main .alert")).isVisible();
    WEB.go(page, AT + "/inspections");
    assertThat(page.locator("main")).containsText("Chưa có kế hoạch kiểm tra");
    looked(page, "inspections");
  }
}
