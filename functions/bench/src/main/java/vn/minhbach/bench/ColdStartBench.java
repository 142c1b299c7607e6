package vn.minhbach.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.LocalDynamoDb;
import vn.minhbach.local.Template;
import vn.minhbach.local.lambda.NativeClientLibrary;
import vn.minhbach.local.lambda.RuntimeApi;

/**
 * From nothing to the first answer of {@code rankings}: a process a sample, under the real runtime
 * client, with the zip's class path and the flags that Lambda sets without SnapStart. The table is
 * in this JVM, so that the process pays for its own work alone.
 */
final class ColdStartBench {

  private static final String TABLE = "bench";

  /** Calls of a primed process: the first, and as many more as show what it settles at. */
  private static final int CALLS = 21;

  private static final String EVENT =
      """
      {"version":"2.0","routeKey":"GET /campaigns/{c}/rankings/{group}",
       "rawPath":"/campaigns/none-2026/rankings/3","rawQueryString":"",
       "headers":{"accept":"application/json"},
       "pathParameters":{"c":"none-2026","group":"3"},
       "requestContext":{"http":{"method":"GET","path":"/campaigns/none-2026/rankings/3",
         "protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"bench"},
         "requestId":"bench","routeKey":"GET /campaigns/{c}/rankings/{group}","stage":"$default"},
       "isBase64Encoded":false}
      """;

  /** One start: CPU and wall seconds to the first answer, memory MB. */
  private record Start(double cpu, double wall, double memory) {}

  private record Side(String handler, List<Path> classPath, Map<String, String> environment) {}

  List<Measure> run(int samples) throws Exception {
    Path scratch = Files.createTempDirectory("minhbach-bench");
    Path library = NativeClientLibrary.unpack(scratch);
    try (LocalDynamoDb table = LocalDynamoDb.start(0, Optional.empty())) {
      table.createIfMissing(table());
      Side ours = ours(task(scratch));
      Side plain = plain(ours);
      var own = new ArrayList<Start>();
      var other = new ArrayList<Start>();
      for (int i = 0; i < samples; i++) {
        own.add(start(ours, table, library, scratch));
        other.add(start(plain, table, library, scratch));
      }
      String peer = "a plain handler, the same read";
      return List.of(
          new Measure(
              "cold start of rankings, CPU s", cpu(own), peer, cpu(other), Optional.of(1.5)),
          new Measure("the same, memory MB", memory(own), peer, memory(other), Optional.empty()),
          new Measure("the same, wall s", wall(own), peer, wall(other), Optional.empty()));
    } finally {
      delete(scratch);
    }
  }

  private static double[] cpu(List<Start> starts) {
    return starts.stream().mapToDouble(Start::cpu).toArray();
  }

  private static double[] wall(List<Start> starts) {
    return starts.stream().mapToDouble(Start::wall).toArray();
  }

  private static double[] memory(List<Start> starts) {
    return starts.stream().mapToDouble(Start::memory).toArray();
  }

  private static Template.Table table() {
    return new Template.Table(
        "Table",
        TABLE,
        Map.of("PK", "S", "SK", "S"),
        "PK",
        Optional.of("SK"),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** What Lambda unpacks; {@code -Dbench.task} names a directory that has it already. */
  private static Path task(Path scratch) throws IOException {
    String given = System.getProperty("bench.task");
    if (given != null) {
      return Path.of(given);
    }
    Path task = scratch.resolve("task");
    Path archive = Path.of("functions", "app", "target", "minhbach-app.zip");
    try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = task.resolve(entry.getName()).normalize();
        if (!file.startsWith(task)) {
          throw new IOException("leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    return task;
  }

  private static Side ours(Path task) throws IOException {
    var path = new ArrayList<Path>();
    path.add(task);
    try (Stream<Path> jars = Files.list(task.resolve("lib"))) {
      jars.sorted().forEach(path::add);
    }
    return new Side(
        "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest",
        path,
        Map.of(
            "MAIN_CLASS",
            "vn.minhbach.Application",
            "SPRING_CLOUD_FUNCTION_DEFINITION",
            "rankings",
            "PUBLISH_BUCKET",
            "bench"));
  }

  /** Only what it needs: the SDK, the events, and itself. */
  private static Side plain(Side ours) {
    var path = new ArrayList<Path>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("bench")) {
        path.add(Path.of(entry).toAbsolutePath());
      }
    }
    ours.classPath().stream()
        .filter(jar ->
            jar.getFileName()
                .toString()
                .matches(
                    "(aws-|dynamodb|third-party-jackson|protocol-core|profiles|retries|http-|sdk-|reactive-streams"
                        + "|auth|eventstream|identity|regions|annotations|utils|metrics-spi|json-utils|endpoints|checksums"
                        + "|url-connection|slf4j-api|joda).*"))
        .forEach(path::add);
    return new Side(PlainRankings.class.getName() + "::handleRequest", path, Map.of());
  }

  /**
   * What SnapStart leaves: a process that ran the hooks of a snapshot, as the deployed one does,
   * and then its calls one by one. The hooks answer each GET route for a campaign that is not
   * there, which is just the call that is measured, so that this is the best case of a first call.
   */
  List<Measure> primed(int samples) throws Exception {
    Path scratch = Files.createTempDirectory("minhbach-bench");
    Path library = NativeClientLibrary.unpack(scratch);
    try (LocalDynamoDb table = LocalDynamoDb.start(0, Optional.empty())) {
      table.createIfMissing(table());
      Side ours = ours(task(scratch));
      var environment = new LinkedHashMap<>(ours.environment());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      Side side = new Side(ours.handler(), ours.classPath(), environment);
      double[] first = new double[samples];
      double[] warm = new double[samples];
      for (int i = 0; i < samples; i++) {
        double[] calls = calls(side, table, library, scratch);
        first[i] = calls[0];
        warm[i] = Measure.median(java.util.Arrays.copyOfRange(calls, 1, calls.length));
      }
      return List.of(
          new Measure(
              "first call of rankings after priming, CPU ms",
              first,
              "a warm one: median of the " + (CALLS - 1) + " that follow",
              warm,
              Optional.of(1.3)));
    } finally {
      delete(scratch);
    }
  }

  /** CPU milliseconds of each call, of all threads that live. */
  private static double[] calls(Side side, LocalDynamoDb table, Path library, Path scratch)
      throws Exception {
    File log = scratch.resolve("log").toFile();
    try (var api =
        new RuntimeApi("arn:aws:lambda:local:000000000000:function:bench", Clock.systemUTC())) {
      Process process = process(side, table, library, api, log);
      try {
        api.ready().get(120, TimeUnit.SECONDS);
        double[] calls = new double[CALLS];
        for (int n = 0; n < CALLS; n++) {
          double before = milliseconds(process.pid());
          answered(api);
          calls[n] = milliseconds(process.pid()) - before;
        }
        return calls;
      } catch (Exception failed) {
        throw new IllegalStateException(Files.readString(log.toPath()), failed);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static void answered(RuntimeApi api) throws Exception {
    var answer = new CompletableFuture<byte[]>();
    api.offer(
        new RuntimeApi.Call(
            UUID.randomUUID().toString(),
            EVENT.getBytes(StandardCharsets.UTF_8),
            System.currentTimeMillis() + 60_000,
            answer));
    String body = new String(answer.get(120, TimeUnit.SECONDS), StandardCharsets.UTF_8);
    if (!body.contains("404")) {
      throw new IllegalStateException("not the answer that was measured: " + body);
    }
  }

  // ProcessHandle counts in ticks of 10 ms, as long as a whole call; the scheduler in nanoseconds.
  private static double milliseconds(long pid) throws IOException {
    double sum = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc", "" + pid, "task"))) {
      for (Path thread : threads.toList()) {
        String told = Files.readString(thread.resolve("schedstat"));
        sum += Long.parseLong(told.substring(0, told.indexOf(' '))) / 1e6;
      }
    }
    return sum;
  }

  private static Start start(Side side, LocalDynamoDb table, Path library, Path scratch)
      throws Exception {
    File log = scratch.resolve("log").toFile();
    try (var api =
        new RuntimeApi("arn:aws:lambda:local:000000000000:function:bench", Clock.systemUTC())) {
      long begun = System.nanoTime();
      Process process = process(side, table, library, api, log);
      try {
        process
            .onExit()
            .thenRun(() ->
                api.died(
                    new vn.minhbach.local.LambdaFailed(
                        vn.minhbach.local.LambdaFailed.Reason.DIED,
                        "Runtime.ExitError",
                        "see " + log,
                        null)));
        var answer = new CompletableFuture<byte[]>();
        api.offer(
            new RuntimeApi.Call(
                UUID.randomUUID().toString(),
                EVENT.getBytes(StandardCharsets.UTF_8),
                System.currentTimeMillis() + 60_000,
                answer));
        String body = new String(answer.get(120, TimeUnit.SECONDS), StandardCharsets.UTF_8);
        double wall = (System.nanoTime() - begun) / 1e9;
        Duration cpu = process.info().totalCpuDuration().orElseThrow();
        if (!body.contains("404")) {
          throw new IllegalStateException("not the answer that was measured: " + body);
        }
        return new Start(cpu.toMillis() / 1e3, wall, memory(process.pid()));
      } catch (Exception failed) {
        throw new IllegalStateException(Files.readString(log.toPath()), failed);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static double memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElseThrow();
  }

  private static Process process(
      Side side, LocalDynamoDb table, Path library, RuntimeApi api, File log) throws IOException {
    var path = new ArrayList<String>();
    side.classPath().forEach(entry -> path.add(entry.toString()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("aws-lambda-java-runtime-interface-client")) {
        path.add(entry);
      }
    }
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // Lambda's runtime says where its hooks are; without SnapStart nobody calls them.
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-D" + NativeClientLibrary.PROPERTY + "=" + library));
    String more = System.getProperty("bench.flags", "");
    if (!more.isBlank()) {
      command.addAll(List.of(more.split(" ")));
    }
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, path),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            side.handler()));
    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
    environment.putAll(new LinkedHashMap<>(side.environment()));
    environment.put("TABLE_NAME", TABLE);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_REGION", LocalClients.REGION.id());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", LocalClients.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", LocalClients.SECRET_KEY);
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("_HANDLER", side.handler());
    environment.put("TZ", "UTC");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(log))
        .start();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
