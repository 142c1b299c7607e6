package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runner as people start it: a process, its output, its end. */
@Timeout(900)
class LocalRunnerTest {

  private static final Pattern CAMPAIGN =
      Pattern.compile("(http://localhost:\\d+)/campaigns/(\\S+)/summary");
  private static final Pattern ISSUER = Pattern.compile("http://localhost:\\d+/minhbach");
  private static final int SIGTERM = 143;

  @TempDir Path directory;

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
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

  /** Reads until a line has this; fails with all output when the process ends before. */
  private static String welcome(Process process, String last) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      all.append(line).append('\n');
      if (line.contains(last)) {
        assertTrue(all.toString().contains("Đang khởi động"), all.toString());
        return all.toString();
      }
    }
    throw new AssertionError(all.toString());
  }

  private static Matcher found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), text);
    return matcher;
  }

  private static int status(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** Seeded faults are for the user to meet: the start gets through them. */
  @Test
  void theFirstStartOpensTheCampaignWhateverFailsAndTheSecondKeepsIt() throws Exception {
    String first;
    Process process = start("--fresh", "--faults=7");
    try {
      // How many are filled in, or that some are not, depends on what failed.
      Matcher campaign = found(CAMPAIGN, welcome(process, "ample contacts"));
      first = campaign.group(2);
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends on SIGTERM");
      assertEquals(SIGTERM, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
    Process again = start();
    try {
      String welcome = welcome(again, "Ctrl-C");
      Matcher campaign = found(CAMPAIGN, welcome);
      assertEquals(first, campaign.group(2));
      assertEquals(200, status(campaign.group()));
      everyLineOfTheReadmeDoesWhatItSays(
          campaign.group(1), found(ISSUER, welcome).group().replaceFirst("/minhbach$", ""));
      again.destroy();
      assertTrue(again.waitFor(30, TimeUnit.SECONDS));
    } finally {
      again.destroyForcibly();
    }
  }

  /** As written, but for the ports: what people paste into a terminal when the system is up. */
  private void everyLineOfTheReadmeDoesWhatItSays(String api, String issuer) throws Exception {
    if (run("sh", "command -v curl").isEmpty()) {
      return; // README says that it takes a JDK and Maven; without curl nobody pastes these lines.
    }
    String readme =
        Files.readString(LocalOptions.forTests().template().resolveSibling("README.md"));
    String lines =
        readme
            .substring(readme.indexOf("With the system up, in another terminal:"))
            .lines()
            .skip(2)
            .takeWhile(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"))
            .replace("http://localhost:8080", api)
            .replace("http://localhost:8081", issuer);
    assertFalse(lines.contains(" # "), "a comment is an argument where zsh is interactive");
    String out = run("sh", lines);
    for (String part :
        List.of(
            "\"unit\":\"06649\"",
            "\"points\"",
            "<!DOCTYPE html>",
            "2020-08-11T01:00:0",
            "\"function\":\"SendRemindersFunction\"",
            "van-thu@06649.example")) {
      assertTrue(out.contains(part), () -> part + " is not in " + out);
    }
    assertFalse(out.contains("urn:minhbach:problem"), out);
    assertTrue(bytes("phieu.pdf").startsWith("%PDF"));
    assertTrue(bytes("phieu.xlsx").startsWith("PK"));
    String token = lines.lines().findFirst().orElseThrow().strip();
    for (String shell : List.of("sh", "bash", "zsh")) {
      if (!run("sh", "command -v " + shell).isEmpty()) {
        assertTrue(run(shell, token + "; printf %s \"$TOKEN\"").matches("ey[\\w.-]+"), shell);
      }
    }
  }

  private String bytes(String file) throws IOException {
    return Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1);
  }

  private String run(String shell, String script) throws Exception {
    Process pasted =
        new ProcessBuilder(shell, "-c", script)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(pasted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    pasted.waitFor();
    return out;
  }

  @Test
  void whatPeopleCanCureIsOneLineThatSaysHowAndNothingStarts() throws Exception {
    refused("Không có tùy chọn --frsh", "There is no option --frsh", "--frsh");
    Path file = Files.createFile(directory.resolve("file"));
    refused("không ghi được", "cannot be written to", "--dir=" + file);
    refused("không ghi được", "cannot be written to", "--dir=" + file.resolve("below"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      int port = taken.getLocalPort();
      for (String option : List.of("--port", "--oidc-port")) {
        refused(
            "đang có chương trình khác dùng", "choose another with " + option, option + "=" + port);
      }
    }
    Path data = Files.createDirectories(directory.resolve("data"));
    Path answers = Files.createDirectories(data.resolve("dynamodb")).resolve("answers");
    Files.writeString(answers, "of a running system");
    try (DataDirectory running = DataDirectory.take(Optional.of(data))) {
      assertEquals(data, running.path());
      refused("đang có một minhbach khác dùng", "in use by another minhbach", "--fresh");
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      refused("Cổng", "choose another with --port", "--fresh", "--port=" + taken.getLocalPort());
    }
    assertTrue(Files.exists(answers), "nothing is deleted by a start that did not come to be");
  }

  private void refused(String vietnamese, String english, String... options) throws Exception {
    Process process = start(options);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(2, process.exitValue(), output);
    List<String> lines = output.lines().filter(line -> !line.startsWith("Đang khởi động")).toList();
    assertEquals(1, lines.size(), output);
    assertTrue(lines.getFirst().contains(vietnamese), output);
    assertTrue(lines.getFirst().contains(english), output);
  }
}
