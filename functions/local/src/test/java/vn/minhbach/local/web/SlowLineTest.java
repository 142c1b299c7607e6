package vn.minhbach.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.local.whole.Province;

/**
 * A measurement, not a test: how long a form and a ranking take on the line of a telephone. Prints
 * a table of seconds; nothing is asserted of them, since they hang on the machine. Run by {@code
 * -Dweb.slow=true}, see README "Change".
 */
@Tag("system")
@Timeout(600)
@EnabledIfSystemProperty(named = "web.slow", matches = "true")
class SlowLineTest {

  @RegisterExtension static final Web WEB = new Web();

  private static final String C = "web-slow";

  /**
   * A line as Chromium emulates it.
   *
   * @param latencyMs added to each answer's first byte
   * @param down bytes a second
   * @param up bytes a second
   * @param processor how many times slower than this machine's
   */
  private record Line(String name, int latencyMs, int down, int up, int processor) {}

  private static final List<Line> LINES =
      List.of(
          new Line("not slowed", 0, -1, -1, 1),
          new Line("3G (1.6 Mbit/s, 300 ms)", 300, 200_000, 96_000, 4),
          new Line("slow 3G (400 kbit/s, 400 ms)", 400, 50_000, 50_000, 4));

  private static Province province;

  @BeforeAll
  static void open() {
    province = Province.open(WEB.http(), C);
  }

  @Test
  void printsHowLongAFormAndARankingTake() {
    var table = new ArrayList<String>();
    table.add(
        "| Line | ranking: first words | all of it | form: sign-in asked | from signing in to the"
            + " fields | points of what is typed | again, kept by the browser |");
    table.add("|---|---|---|---|---|---|---|");
    // The first visit of all pays for what the machine itself has to warm up.
    measured(LINES.getFirst());
    for (Line line : LINES) {
      table.add(measured(line));
    }
    System.out.println(String.join("\n", table));
  }

  private static String measured(Line line) {
    var seconds = new ArrayList<String>();
    Page ranking = slowed(line);
    long from = System.nanoTime();
    ranking.navigate(WEB.url("#/c/" + C + "/results"));
    ranking.locator("main h1").waitFor();
    seconds.add(since(from));
    assertThat(ranking.locator("main")).containsText("đơn vị");
    seconds.add(since(from));

    Page form = slowed(line);
    from = System.nanoTime();
    form.navigate(WEB.url("#/c/" + C + "/u/06649/k/I.1"));
    Locator signIn =
        form.locator("main")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đăng nhập"));
    signIn.waitFor();
    seconds.add(since(from));
    signIn.click();
    form.locator("#username").fill("unit-06649");
    from = System.nanoTime();
    form.locator("#username + button").click();
    form.locator("#in-a").waitFor();
    seconds.add(since(from));
    form.locator("#in-a").fill("9");
    from = System.nanoTime();
    form.locator("#in-b").fill("12");
    assertThat(form.locator(".worth")).containsText(Pattern.compile("\\d"));
    seconds.add(since(from));
    from = System.nanoTime();
    form.reload();
    form.locator("#in-a").waitFor();
    seconds.add(since(from));
    return "| " + line.name() + " | " + String.join(" | ", seconds) + " |";
  }

  private static Page slowed(Line line) {
    Page page = WEB.page(Web.PHONE);
    page.setDefaultTimeout(120_000);
    CDPSession session = page.context().newCDPSession(page);
    session.send("Network.enable");
    var network = new JsonObject();
    network.addProperty("offline", false);
    network.addProperty("latency", line.latencyMs());
    network.addProperty("downloadThroughput", line.down());
    network.addProperty("uploadThroughput", line.up());
    session.send("Network.emulateNetworkConditions", network);
    var processor = new JsonObject();
    processor.addProperty("rate", line.processor());
    session.send("Emulation.setCPUThrottlingRate", processor);
    return page;
  }

  private static String since(long from) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - from) / 1e9);
  }
}
