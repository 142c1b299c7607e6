package vn.minhbach.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.LambdaFailed.Reason;
import vn.minhbach.local.Lambdas;
import vn.minhbach.local.Template;
import vn.minhbach.local.template.TemplateReader;

@Timeout(120)
class LambdasTest {

  private static final Template TEMPLATE =
      TemplateReader.read(new StringReader(TestFunctions.TEMPLATE), Map.of());
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-08-03T01:00:00Z"), ZoneOffset.UTC);

  @TempDir Path directory;

  static LambdaSettings settings(Path logs) {
    return new LambdaSettings(
        TestFunctions.class,
        "ap-southeast-1",
        "key",
        "secret",
        URI.create("http://localhost:1"),
        URI.create("http://localhost:2"),
        URI.create("http://localhost:3"),
        Map.of("SPRING_MAIN_BANNER_MODE", "off"),
        CLOCK,
        logs,
        2,
        UnaryOperator.identity());
  }

  private static JsonNode call(Lambdas lambdas, String function, String event) throws LambdaFailed {
    return JSON.readTree(lambdas.invoke(function, event.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void functionsInOneJvmHaveTheirOwnEnvironments() throws LambdaFailed {
    try (InProcessLambdas lambdas = new InProcessLambdas(TEMPLATE, settings(directory))) {
      lambdas.warm();
      JsonNode first = call(lambdas, "FirstFunction", "{}");
      JsonNode second = call(lambdas, "SecondFunction", "{}");
      assertEquals("first", first.get("table").asString());
      assertEquals("minhbach-local-Table", second.get("table").asString());
      assertEquals("tell", first.get("definition").asString());
      assertEquals("ap-southeast-1", first.get("region").asString());
      assertEquals(CLOCK.instant().toString(), first.get("now").asString());
    }
  }

  @Test
  void oneJvmHoldsOneSetOfFunctionsAtATimeAndGivesItsPropertiesBack() {
    try (InProcessLambdas open = new InProcessLambdas(TEMPLATE, settings(directory))) {
      assertThrows(
          IllegalStateException.class, () -> new InProcessLambdas(TEMPLATE, settings(directory)));
      assertEquals("http://localhost:2", System.getProperty("aws.endpointUrlS3"));
      open.warm();
    }
    assertEquals(null, System.getProperty("aws.endpointUrlS3"));
  }

  @Test
  void noMoreCallsRunTogetherThanThereAreInstances() {
    try (InProcessLambdas lambdas = new InProcessLambdas(TEMPLATE, settings(directory));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<JsonNode>> calls =
          IntStream.range(0, 6)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> unchecked(lambdas, "SecondFunction", "{\"hang\":50}"), threads))
              .toList();
      List<JsonNode> answers = calls.stream().map(CompletableFuture::join).toList();
      assertEquals(2, answers.stream().mapToInt(a -> a.get("most").asInt()).max().orElseThrow());
      assertEquals(2, answers.stream().map(a -> a.get("instance").asInt()).distinct().count());
    }
  }

  private static JsonNode unchecked(Lambdas lambdas, String function, String event) {
    try {
      return call(lambdas, function, event);
    } catch (LambdaFailed failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void anExceptionIsAnErrorAndATimeOutEndsTheInstance() throws LambdaFailed {
    try (InProcessLambdas lambdas = new InProcessLambdas(TEMPLATE, settings(directory))) {
      int before = call(lambdas, "FirstFunction", "{}").get("instance").asInt();
      LambdaFailed thrown =
          assertThrows(
              LambdaFailed.class, () -> call(lambdas, "FirstFunction", "{\"throw\":true}"));
      assertEquals(Reason.ERROR, thrown.reason());
      assertEquals("java.lang.IllegalStateException", thrown.errorType());
      assertEquals(before, call(lambdas, "FirstFunction", "{}").get("instance").asInt());
      LambdaFailed late =
          assertThrows(
              LambdaFailed.class, () -> call(lambdas, "FirstFunction", "{\"hang\":60000}"));
      assertEquals(Reason.TIMED_OUT, late.reason());
      assertNotEquals(before, call(lambdas, "FirstFunction", "{}").get("instance").asInt());
    }
  }

  @Test
  void aForkedFunctionRunsUnderTheRuntimeClientWithItsOwnEnvironment() throws Exception {
    long last;
    try (ForkedLambdas lambdas = new ForkedLambdas(TEMPLATE, settings(directory))) {
      JsonNode told = call(lambdas, "FirstFunction", "{}");
      assertEquals("first", told.get("table").asString());
      assertEquals(CLOCK.instant().toString(), told.get("now").asString());
      long pid = lambdas.pid("FirstFunction");
      assertEquals(pid, told.get("pid").asLong());
      assertNotEquals(ProcessHandle.current().pid(), pid);
      String log = Files.readString(directory.resolve("tell.log"));
      assertTrue(log.contains("told first"), log);

      LambdaFailed thrown =
          assertThrows(
              LambdaFailed.class, () -> call(lambdas, "FirstFunction", "{\"throw\":true}"));
      assertEquals(Reason.ERROR, thrown.reason());
      assertTrue(thrown.getMessage().contains("as asked"), thrown.getMessage());
      assertEquals(pid, call(lambdas, "FirstFunction", "{}").get("pid").asLong());

      LambdaFailed late =
          assertThrows(
              LambdaFailed.class, () -> call(lambdas, "FirstFunction", "{\"hang\":60000}"));
      assertEquals(Reason.TIMED_OUT, late.reason());
      ended(pid);
      long next = call(lambdas, "FirstFunction", "{}").get("pid").asLong();
      assertNotEquals(pid, next);

      LambdaFailed exited =
          assertThrows(LambdaFailed.class, () -> call(lambdas, "FirstFunction", "{\"exit\":true}"));
      assertEquals(Reason.DIED, exited.reason());
      assertTrue(exited.getMessage().contains("exit status 7"), exited.getMessage());
      last = call(lambdas, "FirstFunction", "{}").get("pid").asLong();
    }
    ended(last);
  }

  @Test
  void aForkedFunctionThatCannotStartSaysWhichAndWhereItsLogIs() {
    String broken = TestFunctions.TEMPLATE.replace("TABLE_NAME: first", "OTHER: first");
    Template template = TemplateReader.read(new StringReader(broken), Map.of());
    try (ForkedLambdas lambdas = new ForkedLambdas(template, settings(directory))) {
      LambdaFailed failed =
          assertThrows(LambdaFailed.class, () -> call(lambdas, "FirstFunction", "{}"));
      assertEquals(Reason.DIED, failed.reason());
      assertTrue(failed.getMessage().contains("FirstFunction"), failed.getMessage());
      assertTrue(failed.getMessage().contains("tell.log"), failed.getMessage());
    }
  }

  @Test
  void forkedFunctionsEndWhenTheRunnerIsKilled() throws Exception {
    Process runner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ForkingRunner.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      long pid = Long.parseLong(runner.inputReader().readLine().trim());
      assertTrue(ProcessHandle.of(pid).isPresent());
      runner.destroyForcibly();
      ended(pid);
    } finally {
      runner.destroyForcibly();
    }
  }

  private static void ended(long pid) throws Exception {
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(60, TimeUnit.SECONDS);
    }
  }

  /** Starts a function, prints its process id and waits to be killed. */
  static final class ForkingRunner {
    public static void main(String[] arguments) throws Exception {
      // Its first call is slow on a busy machine, and it is not about time here.
      Template patient =
          TemplateReader.read(
              new StringReader(TestFunctions.TEMPLATE.replace("Timeout: 2\n", "Timeout: 100\n")),
              Map.of());
      ForkedLambdas lambdas = new ForkedLambdas(patient, settings(Path.of(arguments[0])));
      call(lambdas, "FirstFunction", "{}");
      System.out.println(lambdas.pid("FirstFunction"));
      Thread.currentThread().join();
    }
  }
}
