package vn.minhbach.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.Lambdas;
import vn.minhbach.local.Template;

/**
 * Functions in processes of their own under AWS's runtime client, as in Lambda. What they print
 * goes to a file each.
 */
public final class ForkedLambdas implements Lambdas {

  /** Starting all at once would only make each slower. */
  private static final int STARTING_TOGETHER = 2;

  private final Map<String, ForkedFunction> functions = new LinkedHashMap<>();

  /**
   * Prepares the functions; no process is started yet.
   *
   * @throws IllegalStateException on a machine for which the runtime client has no native library
   */
  public ForkedLambdas(Template template, LambdaSettings settings) {
    try {
      Files.createDirectories(settings.logs());
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException("cannot write logs to " + settings.logs(), cannotWrite);
    }
    Path library = NativeClientLibrary.unpack(settings.logs());
    for (Template.Function function : template.functions()) {
      functions.put(function.id(), new ForkedFunction(function, settings, library));
    }
  }

  /**
   * Starts every process.
   *
   * @throws IllegalStateException when one does not start, with its name and log
   */
  public void warm() {
    try (ExecutorService threads = Executors.newFixedThreadPool(STARTING_TOGETHER)) {
      List<CompletableFuture<Void>> starts = new ArrayList<>();
      for (ForkedFunction function : functions.values()) {
        starts.add(CompletableFuture.runAsync(() -> warm(function), threads));
      }
      starts.forEach(CompletableFuture::join);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private static void warm(ForkedFunction function) {
    try {
      function.warm();
    } catch (LambdaFailed notStarted) {
      throw new IllegalStateException(notStarted.getMessage(), notStarted);
    }
  }

  @Override
  public byte[] invoke(String function, byte[] event) throws LambdaFailed {
    return Limits.checked(function, find(function).invoke(event));
  }

  /** Process id of a function, 0 when it does not run. */
  public long pid(String function) {
    return find(function).pid();
  }

  private ForkedFunction find(String function) {
    ForkedFunction found = functions.get(function);
    if (found == null) {
      throw new IllegalArgumentException("the template has no function " + function);
    }
    return found;
  }

  @Override
  public void close() {
    functions.values().forEach(ForkedFunction::close);
  }
}
