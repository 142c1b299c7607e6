package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runner as people start it: a process, its output, its end. */
@Timeout(180)
class LocalRunnerTest {

  private static final Pattern CAMPAIGN =
      Pattern.compile("(http://localhost:\\d+)/campaigns/(\\S+)/summary");
  private static final int SIGTERM = 143;

  @TempDir Path directory;

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LocalRunner.class.getName(),
                "--dir=" + directory.resolve("data"),
                "--port=0",
                "--s3-port=0",
                "--dynamodb-port=0",
                "--oidc-port=0",
                "--smtp-port=0"));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  /** Reads until the campaign's line; fails with all output when the process ends before. */
  private static Matcher campaign(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      all.append(line).append('\n');
      Matcher matcher = CAMPAIGN.matcher(line);
      if (matcher.find()) {
        assertTrue(all.toString().contains("Đang khởi động"), all.toString());
        return matcher;
      }
    }
    throw new AssertionError(all.toString());
  }

  private static int status(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void theFirstStartOpensTheCampaignAndTheSecondKeepsIt() throws Exception {
    String first;
    Process process = start();
    try {
      Matcher campaign = campaign(process);
      first = campaign.group(2);
      assertEquals(200, status(campaign.group(1) + "/"));
      assertEquals(200, status(campaign.group()));
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends on SIGTERM");
      assertEquals(SIGTERM, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
    Process again = start("--forked");
    try {
      Matcher campaign = campaign(again);
      assertEquals(first, campaign.group(2));
      assertEquals(200, status(campaign.group()));
      List<ProcessHandle> functions = again.descendants().toList();
      assertTrue(functions.size() > 3, "one process per function");
      again.destroy();
      assertTrue(again.waitFor(30, TimeUnit.SECONDS));
      for (ProcessHandle function : functions) {
        function.onExit().get(20, TimeUnit.SECONDS);
      }
    } finally {
      again.destroyForcibly();
    }
  }

  @Test
  void anUnknownOptionIsOneLineAndNothingStarts() throws Exception {
    Process process = start("--frsh");
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(2, process.exitValue());
    assertEquals(1, output.lines().count(), output);
    assertTrue(output.contains("Không có tùy chọn --frsh"), output);
  }
}
