package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.whole.Province;

/** A district over its communes, in the browser. */
@Tag("system")
@Timeout(300)
class DistrictTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final String CLERK = "unit-193";

  private static String at(Province province, String rest) {
    return "#/c/" + province.id + "/d/" + Province.DISTRICT + rest;
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
    WEB.fits(page);
    WEB.accessible(page);
    WEB.picture(page, "district-" + name);
  }

  @Test
  void aDistrictRemarksReturnsOneFormAndForwardsTheOther() {
    Province province = Province.open(WEB.http(), "web-district");
    for (String commune : new String[] {Province.COMMUNE, Province.OTHER_COMMUNE}) {
      province.answerAll(commune, 6);
      province.submit(commune);
    }
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    WEB.go(page, at(province, ""));
    assertThat(page.locator("h1")).hasText("Phiếu của các xã, phường, thị trấn");
    assertThat(page.locator("main")).containsText("2 phiếu sẵn sàng gửi tiếp.");
    looked(page, "board");

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Phường \"Hà Phong\""))
        .click();
    assertThat(page.locator("h1")).hasText("Phường \"Hà Phong\"");
    page.locator("details.reading > summary").first().click();
    Locator remarked = page.locator(".read-criterion").first();
    String criterion = remarked.locator("h3").innerText().split(" ")[0];
    remarked.locator(".remark > summary").click();
    remarked.locator("textarea").fill("Đã kiểm tra tại chỗ, số liệu đúng");
    remarked.getByRole(AriaRole.BUTTON, named("Lưu nhận xét")).click();
    assertThat(remarked.locator(".state-saved")).hasText("Đã lưu nhận xét.");
    button(page, "Trả lại để bổ sung").click();
    assertThat(page.locator(".error-summary li")).hasCount(2);
    page.locator("#return-part").check();
    assertThat(page.locator("#chosen input").first()).isVisible();
    looked(page, "commune");
    page.locator("#return-whole").check();
    page.locator("#reason").fill("Số liệu chưa khớp báo cáo năm");
    button(page, "Trả lại để bổ sung").click();
    confirm(page);
    assertThat(page.locator(".call.good")).containsText("Đã trả lại cho");
    JsonNode returned = province.form(Province.OTHER_COMMUNE);
    assertEquals("Số liệu chưa khớp báo cáo năm", returned.at("/returned/reason").asString());
    assertEquals("IN_PROGRESS", returned.get("state").asString());
    assertEquals(
        "Đã kiểm tra tại chỗ, số liệu đúng",
        criterion(returned, criterion).at("/remark/remark").asString());

    WEB.go(page, at(province, "/forward"));
    assertThat(page.locator("fieldset .form-check")).hasCount(1);
    button(page, "Gửi đợt này").click();
    assertThat(page.locator(".error-summary li")).hasCount(2);
    page.locator("#number").fill("45/UBND");
    page.locator("#statement").fill("Đã kiểm tra đủ");
    looked(page, "forward");
    button(page, "Gửi đợt này").click();
    confirm(page);
    assertThat(page.locator(".call.good")).hasText("Đã gửi 1 phiếu.");
    JsonNode batch =
        province.as(CLERK, "GET", "/units/193/consolidation").expect(200).json().at("/items/0");
    assertEquals("45/UBND", batch.at("/letter/number").asString());
    assertEquals(Province.COMMUNE, batch.at("/communes/0").asString());
    assertEquals(1, batch.get("communes").size());
    WEB.go(page, at(province, ""));
    assertThat(page.locator("main")).containsText("Đợt 1, công văn 45/UBND");
  }

  @Test
  void aDistrictReturnsTwoCriteriaAndTheCommuneMendsTheseAlone() {
    Province province = Province.open(WEB.http(), "web-part");
    province.answerAll(Province.COMMUNE, 6);
    province.submit(Province.COMMUNE);
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    WEB.go(page, at(province, "/commune/" + Province.COMMUNE));
    assertThat(page.locator("h1")).hasText("Phường Hà Khánh");
    page.locator("#return-part").check();
    page.locator("#reason").fill("Hai số liệu chưa khớp");
    button(page, "Trả lại để bổ sung").click();
    assertThat(page.locator(".error-summary li")).hasCount(1);
    page.locator("[id='pick-I.1']").check();
    page.locator("[id='pick-I.3']").check();
    button(page, "Trả lại để bổ sung").click();
    confirm(page);
    assertThat(page.locator(".call.good")).containsText("Đã trả lại cho");
    assertEquals(2, province.form(Province.COMMUNE).get("reopened").size());

    Page clerk = WEB.signedIn("unit-06649", Web.PHONE);
    WEB.go(clerk, "#/c/web-part/u/06649");
    assertThat(clerk.locator("main")).containsText("Hai số liệu chưa khớp");
    WEB.go(clerk, "#/c/web-part/u/06649/k/I.2");
    assertThat(clerk.locator("h1")).containsText("I.2 ");
    assertThat(button(clerk, "Lưu tạm")).hasCount(0);
    WEB.go(clerk, "#/c/web-part/u/06649/k/I.1");
    assertThat(clerk.locator("h1")).containsText("I.1 ");
    clerk.locator("#in-a").fill("5");
    button(clerk, "Lưu tạm").click();
    assertThat(clerk.locator(".state-saved")).containsText("Đã lưu tạm");
    assertEquals(
        5, criterion(province.form(Province.COMMUNE), "I.1").at("/answer/inputs/a").asInt());
  }

  @Test
  void aDistrictTypesFromACommunesPaper() {
    Province province = Province.open(WEB.http(), "web-paper");
    Page page = WEB.signedIn(CLERK, Web.PHONE);
    WEB.go(page, at(province, "/commune/" + Province.COMMUNE + "/paper"));
    assertThat(page.locator("main")).containsText("Cần bản quét phiếu giấy");
    page.locator("#files")
        .setInputFiles(
            new FilePayload(
                "Phiếu giấy.pdf",
                "application/pdf",
                "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    page.locator("#no-secret").check();
    button(page, "Tải lên 1 tệp").click();
    assertThat(page.locator(".files .tag-good")).hasText("Đã nhận");
    looked(page, "paper");
    page.locator(".task-list a").first().click();
    assertThat(page.locator("h1")).containsText("I.1 ");
    button(page, "Lưu tạm và sang tiêu chí sau").click();
    assertThat(page.locator(".error-summary li")).hasCount(2);
    looked(page, "paper-criterion");
    page.locator("#in-a").fill("9");
    page.locator("#in-b").fill("12");
    button(page, "Lưu tạm và sang tiêu chí sau").click();
    assertThat(page.locator("h1")).not().containsText("I.1 ");
    JsonNode typed = criterion(province.form(Province.COMMUNE), "I.1");
    assertEquals(9, typed.at("/answer/inputs/a").asInt());
    assertEquals(true, typed.at("/answer/onBehalf/paper").isString());

    Page clerk = WEB.signedIn("unit-06649", Web.PHONE);
    WEB.go(clerk, "#/c/web-paper/u/06649/k/I.1");
    assertThat(clerk.locator("h1")).containsText("I.1 ");
    clerk.locator("mb-clerk-on-behalf summary").click();
    button(clerk, "Phản đối số liệu nhập thay").click();
    assertThat(clerk.locator(".error-summary")).containsText("Chỗ nào khác với bản giấy");
    clerk.locator("#typed-wrong").fill("Bản giấy ghi 10 trên 12");
    looked(clerk, "contest");
    button(clerk, "Phản đối số liệu nhập thay").click();
    confirm(clerk);
    assertThat(clerk.locator("mb-clerk-on-behalf section")).hasCount(0);
    assertThat(clerk.locator("#in-a")).isVisible();
    JsonNode contested = criterion(province.form(Province.COMMUNE), "I.1");
    assertEquals(
        "Bản giấy ghi 10 trên 12",
        contested.at("/contested/onBehalf/contest/reason").asString(contested.toString()));
  }

  private static JsonNode criterion(JsonNode form, String id) {
    for (JsonNode group : form.get("groups")) {
      for (JsonNode one : group.get("criteria")) {
        if (one.get("id").asString().equals(id)) {
          return one;
        }
      }
    }
    throw new AssertionError(id);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
