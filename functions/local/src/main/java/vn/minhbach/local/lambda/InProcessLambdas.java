package vn.minhbach.local.lambda;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.Lambdas;
import vn.minhbach.local.Template;

/**
 * Functions in this JVM: each has its own Spring contexts, as many as calls of it may run at a
 * time, and its own environment. The SDK finds the local endpoints through system properties, which
 * belong to the whole JVM: one such object at a time.
 */
public final class InProcessLambdas implements Lambdas {

  private static final AtomicBoolean IN_USE = new AtomicBoolean();

  private final Map<String, InstancePool> pools = new LinkedHashMap<>();
  private final Map<String, String> propertiesBefore = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Prepares the functions; none is started yet.
   *
   * @throws IllegalStateException when another one is open in this JVM
   */
  public InProcessLambdas(Template template, LambdaSettings settings) {
    if (!IN_USE.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "one local system at a time in a JVM: close the other one first, or start it forked");
    }
    Map<String, String> properties = new HashMap<>(settings.sdkProperties());
    properties.put("MAIN_CLASS", settings.startClass().getName());
    properties.forEach(
        (name, value) -> propertiesBefore.put(name, System.setProperty(name, value)));
    for (Template.Function function : template.functions()) {
      pools.put(function.id(), new InstancePool(function, settings, threads));
    }
  }

  /**
   * Starts the first instance of every function.
   *
   * @throws IllegalStateException when one does not start, with its name
   */
  public void warm() {
    List<CompletableFuture<Void>> starts =
        pools.values().stream()
            .map(pool -> CompletableFuture.runAsync(pool::warm, threads))
            .toList();
    try {
      starts.forEach(CompletableFuture::join);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  @Override
  public byte[] invoke(String function, byte[] event) throws LambdaFailed {
    InstancePool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException("the template has no function " + function);
    }
    return Limits.checked(function, pool.invoke(event));
  }

  @Override
  public void close() {
    pools.values().forEach(InstancePool::close);
    threads.shutdownNow();
    propertiesBefore.forEach((name, value) -> {
      if (value == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, value);
      }
    });
    IN_USE.set(false);
  }
}
