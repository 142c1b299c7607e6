package vn.minhbach.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.minhbach.local.whole.Http;
import vn.minhbach.local.whole.SharedSystem;

/**
 * The pages in a real Chromium, on the one local system that all whole-system tests of a JVM share.
 * After each test every page that was opened must have stayed free of errors of scripts and of
 * reports of the content security policy.
 *
 * <p>Chromium is that of {@code CHROMIUM}, or the machine's own. Where there is none, tests are
 * skipped and say so, but in CI ({@code CI} or {@code MINHBACH_CI}) they fail. With {@code
 * -Dweb.pictures=DIR} pages are kept as pictures.
 */
public final class Web implements BeforeAllCallback, AfterEachCallback {

  /** An old telephone. */
  public static final int PHONE = 360;

  /** A desk. */
  public static final int DESK = 1280;

  private static final int HEIGHT = 800;
  private static final double PATIENCE_MS = 20_000;

  private static final String AXE = axe();

  /** What breaks a rule of WCAG 2.2 AA, with the first elements that do. */
  private static final String BARRIERS =
      """
      async () => {
        // Half-way through a change of colour nothing has the contrast that it ends with.
        const ending = document.getAnimations().filter(one => one.playState === 'running'
          && one.effect.getComputedTiming().endTime < 1000);
        const settled = Promise.allSettled(ending.map(one => one.finished));
        await Promise.race([settled, new Promise(done => setTimeout(done, 500))]);
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          resultTypes: ['violations'],
        });
        return found.violations.map(rule =>
          rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join('; '));
      }
      """;

  private final SharedSystem shared = new SharedSystem();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      String word = "No Chromium here (CHROMIUM names one): the pages are not tested.";
      if (isCi()) {
        fail(word);
      }
      Assumptions.abort(word);
    }
    // Its own five seconds are short for a busy machine; what is there is seen at once all the
    // same.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    shared.beforeAll(context);
    browser =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Driven.class, key -> new Driven(chromium.orElseThrow()), Driven.class)
            .browser();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    List<String> found = List.copyOf(complaints);
    complaints.clear();
    // The test's own failure says more.
    if (context.getExecutionException().isEmpty()) {
      assertEquals(List.of(), found, "what the pages complained of");
    }
  }

  private static boolean isCi() {
    return "true".equals(System.getenv("CI")) || System.getenv("MINHBACH_CI") != null;
  }

  private static String axe() {
    try (InputStream script = Web.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            System.getenv("CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> path != null && !path.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The running system. */
  public SharedSystem shared() {
    return shared;
  }

  /** Its API, for what a test needs besides the pages. */
  public Http http() {
    return shared.http();
  }

  /** A page of a browser of its own, with nobody signed in. */
  public Page page(int width) {
    return page(context(width));
  }

  /** A browser of its own: tabs of it share what is kept on the device. */
  public BrowserContext context(int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale("vi-VN"));
    context.setDefaultTimeout(PATIENCE_MS);
    context.addInitScript(
        "addEventListener('securitypolicyviolation', e => console.error('CSP: '"
            + " + e.violatedDirective + ' ' + e.blockedURI))");
    contexts.add(context);
    return context;
  }

  /** A page of a browser in which JavaScript is off. */
  public Page scriptless(int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale("vi-VN")
                .setJavaScriptEnabled(false));
    context.setDefaultTimeout(PATIENCE_MS);
    contexts.add(context);
    return context.newPage();
  }

  /** A further tab. */
  public Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onPageError(error -> complaints.add("script: " + error));
    page.onConsoleMessage(message -> {
      // The browser itself notes each refused request: what is refused on purpose is no complaint.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  /** A page with a user signed in, where their work begins. */
  public Page signedIn(String user, int width) {
    return signIn(page(width), user);
  }

  /** Signs in at the local issuer, as a person does. */
  public Page signIn(Page page, String user) {
    page.navigate(url(""));
    page.locator("main").getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
    return choose(page, user);
  }

  /** At the issuer: chooses whom to be. */
  public Page choose(Page page, String user) {
    page.locator("#username").fill(user);
    page.locator("#username + button").click();
    page.waitForURL(Pattern.compile(".*/app/#?.*"));
    page.locator("header .name").waitFor();
    return page;
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  /** The address of a page, as {@code #/c/131-2020/u/06649}. */
  public String url(String hash) {
    return shared.get().url() + "/app/" + hash;
  }

  /** Goes to a page by its address, without loading the whole anew. */
  public void go(Page page, String hash) {
    page.evaluate("hash => { location.hash = hash }", hash);
  }

  /** Changes the language and waits until the page speaks it. */
  public void speak(Page page, String language) {
    if (!language.equals(page.evaluate("() => document.documentElement.lang"))) {
      page.locator("header button[lang=" + language + "]").click();
      page.locator("html[lang=" + language + "]").waitFor();
    }
  }

  /** Finds no barrier that a machine can find (WCAG 2.2 AA), in both languages. */
  public void accessible(Page page) {
    for (String language : List.of("vi", "en")) {
      speak(page, language);
      settled(page);
      // Once a page: it is half a megabyte, and a builder would send it anew for each look.
      if (!(Boolean) page.evaluate("() => 'axe' in window")) {
        page.evaluate(AXE);
      }
      Object found = page.evaluate(BARRIERS);
      assertEquals(List.of(), found, page.url() + " in " + language);
    }
    speak(page, "vi");
  }

  /** Nothing is being read any more. */
  public void settled(Page page) {
    page.locator("main h1").first().waitFor();
    page.waitForFunction("() => !document.querySelector('main .loading')");
  }

  /** Nothing sticks out at the side. */
  public void fits(Page page) {
    Object wide =
        page.evaluate(
            "() => document.documentElement.scrollWidth > innerWidth ? [...document"
                + ".querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right >"
                + " innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(-1) : []");
    assertEquals(List.of(), wide, page.url() + " is wider than the screen");
  }

  /** Keeps the page as pictures of a telephone and of a desk, where pictures are wanted. */
  public void picture(Page page, String name) {
    String directory = System.getProperty("web.pictures");
    if (directory == null) {
      return;
    }
    int before = page.viewportSize().width;
    for (int width : List.of(PHONE, DESK)) {
      page.setViewportSize(width, HEIGHT);
      settled(page);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(directory, name + "-" + width + ".png")));
    }
    page.setViewportSize(before, HEIGHT);
  }

  /** The one browser of a JVM. */
  private record Driven(Playwright playwright, Browser browser) implements AutoCloseable {

    Driven(Path chromium) {
      this(
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
          chromium);
    }

    private Driven(Playwright playwright, Path chromium) {
      this(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync"))));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }
}
