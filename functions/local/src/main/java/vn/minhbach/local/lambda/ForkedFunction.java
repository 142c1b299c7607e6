package vn.minhbach.local.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.LambdaFailed.Reason;
import vn.minhbach.local.Template;

/**
 * One function in a process of its own: one call at a time, killed at its Timeout, started again by
 * the next call.
 */
final class ForkedFunction implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Running(Process process, RuntimeApi api) {}

  private final Template.Function function;
  private final LambdaSettings settings;
  private final Path library;
  private final File log;
  private final ReentrantLock turn = new ReentrantLock(true);
  private Running running;
  private volatile boolean closed;

  ForkedFunction(Template.Function function, LambdaSettings settings, Path library) {
    this.function = function;
    this.settings = settings;
    this.library = library;
    this.log = settings.logs().resolve(function.definition() + ".log").toFile();
  }

  /** The process id, for messages and tests; 0 when it does not run. */
  long pid() {
    Running now = running;
    return now == null || !now.process().isAlive() ? 0 : now.process().pid();
  }

  void warm() throws LambdaFailed {
    take();
    try {
      started();
    } finally {
      turn.unlock();
    }
  }

  byte[] invoke(byte[] event) throws LambdaFailed {
    take();
    try {
      RuntimeApi api = started().api();
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      long deadline = System.currentTimeMillis() + function.timeout().toMillis();
      api.offer(new RuntimeApi.Call(UUID.randomUUID().toString(), event, deadline, answer));
      try {
        return await(answer, function.timeout());
      } catch (TimeoutException late) {
        stop();
        throw new LambdaFailed(
            Reason.TIMED_OUT,
            "Sandbox.Timedout",
            "%s timed out after %d seconds"
                .formatted(function.id(), function.timeout().toSeconds()),
            null);
      }
    } finally {
      turn.unlock();
    }
  }

  private void take() throws LambdaFailed {
    try {
      if (turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new LambdaFailed(
        Reason.THROTTLED, "TooManyRequestsException", function.id() + " stays busy", null);
  }

  private Running started() throws LambdaFailed {
    if (closed) {
      throw new LambdaFailed(Reason.DIED, "Runtime.ExitError", "the local run stops", null);
    }
    if (running == null || !running.process().isAlive()) {
      stop();
      running = start();
      try {
        await(running.api().ready(), START);
      } catch (TimeoutException late) {
        stop();
        throw died("did not start within " + START.toSeconds() + " s", late);
      } catch (LambdaFailed notStarted) {
        stop();
        throw died("does not start: " + notStarted.getMessage(), notStarted);
      }
    }
    return running;
  }

  private LambdaFailed died(String what, Exception cause) {
    return new LambdaFailed(
        Reason.DIED,
        "Runtime.ExitError",
        "function %s (bean %s) %s; its log: %s"
            .formatted(function.id(), function.definition(), what, log),
        cause);
  }

  private Running start() throws LambdaFailed {
    RuntimeApi api = new RuntimeApi(settings.arn(function), settings.clock());
    ProcessBuilder builder = new ProcessBuilder(command());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
    environment.putAll(settings.environment(function));
    environment.putAll(settings.sdkEnvironment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("_HANDLER", LambdaSettings.HANDLER);
    environment.put("TZ", "UTC");
    // As deployed: the runtime client runs the hooks around a snapshot before the first call.
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put(DomainClock.URL_VARIABLE, api.clockUrl());
    builder.directory(settings.logs().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    try {
      Process process = builder.start();
      process
          .onExit()
          .thenAccept(ended -> api.died(died("ended with exit status " + ended.exitValue(), null)));
      return new Running(process, api);
    } catch (IOException noProcess) {
      api.close();
      throw died("has no process: " + noProcess.getMessage(), noProcess);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Math.max(128, function.memoryMegabytes() * 3 / 4) + "m");
    command.add("-XX:+UseSerialGC");
    // A short life is better off with the quick compiler alone. Lambda's default too, but with
    // SnapStart, as the template has it, Lambda leaves the JVM's own.
    command.add("-XX:TieredStopAtLevel=1");
    // The runtime client loads a library and calls Unsafe.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D" + NativeClientLibrary.PROPERTY + "=" + library);
    // Lambda's runtime says where its hooks are.
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(ForkedMain.class.getName());
    command.add(LambdaSettings.HANDLER);
    return command;
  }

  /** The process runs in another directory. */
  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(new File(entry).getAbsolutePath());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static <T> T await(Future<T> answer, Duration patience)
      throws LambdaFailed, TimeoutException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      LambdaFailed cause = (LambdaFailed) failed.getCause();
      throw new LambdaFailed(cause.reason(), cause.errorType(), cause.getMessage(), cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LambdaFailed(Reason.DIED, "Runtime.ExitError", "the local run stops", stopped);
    }
  }

  private void stop() {
    if (running != null) {
      running.process().destroyForcibly();
      running.api().close();
      running = null;
    }
  }

  @Override
  public void close() {
    closed = true;
    Running now = running;
    if (now != null) {
      now.process().destroyForcibly();
      now.api().close();
    }
  }
}
