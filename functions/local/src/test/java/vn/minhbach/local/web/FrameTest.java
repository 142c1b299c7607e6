package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.core.keep.reminder.MailPage;
import vn.minhbach.local.whole.Province;

/** The frame around all pages: signing in and out, language, addresses, what a device keeps. */
@Tag("system")
@Timeout(300)
class FrameTest {

  @RegisterExtension static final Web WEB = new Web();

  @BeforeAll
  static void open() {
    Province.open(WEB.http(), "web-frame");
  }

  @Test
  void aPersonSignsInWorksOnAfterALoadAndSignsOut() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url("#/c/web-frame/u/06649"));
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Cần đăng nhập");
    page.locator("main button").click();
    WEB.choose(page, "unit-06649");
    assertThat(page).hasURL(WEB.url("#/c/web-frame/u/06649"));
    assertThat(page.locator("header .name")).containsText("unit-06649");
    assertEquals(
        "",
        page.evaluate(
            "() => [...Object.values(localStorage), ...Object.values(sessionStorage)].filter(v =>"
                + " v.includes('eyJ')).join()"),
        "a token on the device");
    page.reload();
    assertThat(page.locator("header .name")).containsText("unit-06649");
    assertThat(page).hasURL(WEB.url("#/c/web-frame/u/06649"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng xuất")).click();
    assertThat(page.locator("main button")).hasText("Đăng nhập");
    page.locator("main button").click();
    // Nobody is signed in by the one before them.
    assertThat(page.locator("#username")).isVisible();
  }

  @Test
  void everyLinkOfAMailOpensAPageAndTheStartTheWorkOfWhoeverComes() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url("#" + MailPage.START.route("web-frame", "")));
    page.locator("main button").click();
    WEB.choose(page, "unit-06649");
    assertThat(page).hasURL(WEB.url("#/c/web-frame/u/06649"));
    for (MailPage linked : MailPage.values()) {
      assertEquals(
          true,
          page.evaluate(
              "async path => !!(await import('/app/shell/router.js')).match(path)",
              linked.route("web-frame", "06649")),
          linked.name());
    }
    assertEquals(
        false,
        page.evaluate(
            "async path => !!(await import('/app/shell/router.js')).match(path)",
            "/campaigns/web-frame/units/06649/form"));
  }

  @Test
  void whatIsForOthersOrNotThereIsSaidInWords() {
    Page page = WEB.signedIn("unit-06649", Web.PHONE);
    WEB.go(page, "#/khong-co");
    assertThat(page.locator("h1")).hasText("Không có trang này");
    assertThat(page).hasTitle(Pattern.compile("Không có trang này – Minh bạch"));
    Page office = WEB.signedIn("office", Web.DESK);
    WEB.go(office, "#/c/web-frame/u/06649");
    assertThat(office.locator("h1")).hasText("Không được phép xem trang này");
  }

  @Test
  void bothLanguagesAndNoBarriersBeforeAndAfterSigningIn() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(""));
    WEB.accessible(page);
    WEB.fits(page);
    WEB.picture(page, "home");
    WEB.speak(page, "en");
    page.reload();
    assertThat(page.locator("h1")).hasText("Assessment of e-government");
  }

  /** Else all looks for barriers are worth nothing. */
  @Test
  void aPictureWithoutWordsIsFoundToBeABarrier() {
    Page page = WEB.page(Web.PHONE);
    page.navigate(WEB.url(""));
    WEB.settled(page);
    page.evaluate("() => document.querySelector('main').append(document.createElement('img'))");
    var found = assertThrows(AssertionError.class, () -> WEB.accessible(page));
    assertTrue(found.getMessage().contains("image-alt"), found::getMessage);
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }
}
