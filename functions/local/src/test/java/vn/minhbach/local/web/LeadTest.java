package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Province;

/** Who leads the team shares the work, decides a petition and closes a unit, in the browser. */
@Tag("system")
@Timeout(300)
class LeadTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final String C = "web-lead";
  private static final String AT = "#/c/" + C + "/lead";

  private static Team team;

  @BeforeAll
  static void appoint() {
    team = Team.appointed(WEB.http(), C);
  }

  private static void looked(Page page, String name) {
    WEB.settled(page);
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "lead-" + name);
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator told(Page page) {
    return page.locator("main .state-saved");
  }

  private static JsonNode assignments() {
    return team.province.as("lead", "GET", "/assignments").expect(200).json();
  }

  @Test
  void theLeadSharesTheWorkDecidesAPetitionAndClosesAUnit() throws Exception {
    Page page = WEB.signedIn("lead", Web.DESK);
    assign(page);
    team.sent("SXD", WEB);
    String cut = marked();

    WEB.go(page, AT);
    assertThat(page.locator("#petitions h2")).hasText("Đề nghị xem xét lại điểm chờ quyết định: 1");
    looked(page, "waits");
    page.locator("#petitions a").click();
    assertThat(page.locator("h1")).hasText("Đề nghị xem xét lại điểm của Sở Xây dựng");
    button(page, "Ghi quyết định").click();
    assertThat(page.locator(".error-summary li")).hasCount(2);
    page.getByLabel("Giữ nguyên điểm").check();
    page.locator("#reason").fill("Hóa đơn của năm trước");
    looked(page, "petition");
    button(page, "Ghi quyết định").click();
    assertThat(page.locator(".call.good")).containsText("Hóa đơn của năm trước");
    assertEquals(
        "DECIDED",
        team.province.as("lead", "GET", "/units/SXD/petitions").expect(200).at("/items/0/state"));
    close(page, cut);
    read(page);
  }

  /** A trial with a seed is looked at, then just that plan is put in force. */
  private static void assign(Page page) {
    WEB.go(page, AT + "/assignments");
    assertThat(page.locator("main")).containsText("Chưa phân công");
    page.locator("#seed").fill("bảy");
    button(page, "Chạy thử").click();
    assertThat(page.locator(".error-summary")).containsText("“Số gieo”");
    page.locator("#seed").fill("7");
    page.locator("#group-2").uncheck();
    page.locator("#group-3").uncheck();
    button(page, "Chạy thử").click();
    assertThat(page.locator("#trial h2")).hasText("Phương án chạy thử, số gieo 7");
    assertEquals(0, assignments().get("items").size(), "a trial writes nothing");
    looked(page, "assignments");
    button(page, "Áp dụng phương án này").click();
    page.locator("dialog .btn-primary").click();
    assertThat(told(page)).hasText("Đã áp dụng phân công với số gieo 7.");
    assertEquals(1, assignments().get("items").size());
  }

  /** All is marked but one criterion that is cut, shown and petitioned against. */
  private static String marked() {
    Province province = team.province;
    String cut = "";
    for (JsonNode cell :
        province.as("appraiser4", "GET", "/units/SXD/marks").expect(200).json().get("items")) {
      String id = cell.get("criterion").asString();
      boolean worth = !cell.at("/self/points").asString("0.00").equals("0.00");
      if (cut.isEmpty() && worth && cell.at("/yours").asString("").equals("FIRST")) {
        team.mark("appraiser4", "SXD", id, Map.of("points", "0.00", "reason", "Chưa có hóa đơn"));
        if (team.state("SXD", id).equals("AWAITS_COUNTERSIGN")) {
          cut = id;
        }
      }
    }
    team.mark("lead", "SXD", cut, Map.of("countersign", true));
    team.agreeAll("SXD");
    for (JsonNode cell :
        province.as("lead", "GET", "/units/SXD/marks").expect(200).json().get("items")) {
      if (cell.get("state").asString().equals("GAP")) {
        String id = cell.get("criterion").asString();
        team.mark("lead", "SXD", id, Map.of("agree", true, "reason", "Đủ minh chứng"));
      }
    }
    province.as("office", "POST", "/provisional").json("{}").expect(200);
    province
        .own("SXD", "POST", "/petitions")
        .json(Map.of("criterion", cut, "text", "Đề nghị xem lại hóa đơn đã nộp"))
        .expect(201);
    String etag = province.own("SXD", "GET", "/petitions").expect(200).etag();
    province
        .own("SXD", "POST", "/petitions/submission")
        .ifMatch(etag)
        .json(Province.SIGNED)
        .expect(200);
    return cut;
  }

  private static void close(Page page, String cut) {
    WEB.go(page, AT + "/units");
    page.locator("#words").fill("xay dung");
    assertThat(page.locator("tbody tr")).hasCount(1);
    looked(page, "units");
    page.locator("tbody a").click();
    page.locator("#only").selectOption("all");
    assertThat(page.locator("main table")).containsText(cut + " ");
    looked(page, "closing");
    button(page, "Chốt thẩm định").click();
    page.locator("dialog .btn-primary").click();
    assertThat(told(page)).containsText("Đã chốt:");
    button(page, "Mở lại thẩm định").click();
    assertThat(page.locator(".error-summary")).containsText("Lý do");
    page.locator("#reason").fill("Đơn vị bổ sung văn bản");
    button(page, "Mở lại thẩm định").click();
    assertThat(told(page)).hasText("Đã mở lại.");
  }

  /** The pages that only tell; for the deputy as for the lead. */
  private static void read(Page page) {
    for (String user : List.of("lead", "deputy")) {
      Page own = user.equals("lead") ? page : WEB.signedIn(user, Web.PHONE);
      WEB.go(own, AT + "/team");
      assertThat(own.locator("main")).containsText("em ruột là phó chủ tịch");
      looked(own, "team");
      WEB.go(own, AT + "/reviews");
      assertThat(own.locator("main")).containsText("Không có đề nghị phúc tra");
      looked(own, "reviews");
      WEB.go(own, AT + "/session");
      assertThat(own.locator("main")).containsText("Chưa có biên bản");
      looked(own, "session");
      WEB.go(own, AT + "/units");
      assertThat(own.locator("main")).containsText("Sở Xây dựng");
    }
  }
}
