package vn.minhbach.local.lambda;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.LambdaFailed.Reason;
import vn.minhbach.local.Template;

/**
 * The instances of one function. Each takes one call at a time; the last one used is taken first,
 * as in Lambda.
 */
final class InstancePool {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Template.Function function;
  private final LambdaSettings settings;
  private final ExecutorService threads;
  private final Semaphore free;
  private final BlockingDeque<Instance> idle = new LinkedBlockingDeque<>();
  private final Set<Instance> all = ConcurrentHashMap.newKeySet();

  InstancePool(Template.Function function, LambdaSettings settings, ExecutorService threads) {
    this.function = function;
    this.settings = settings;
    this.threads = threads;
    this.free = new Semaphore(settings.instances(), true);
  }

  void warm() {
    free.acquireUninterruptibly();
    try {
      idle.addFirst(start());
    } finally {
      free.release();
    }
  }

  byte[] invoke(byte[] event) throws LambdaFailed {
    acquire();
    Instance instance = null;
    boolean usable = false;
    try {
      instance = idle.pollFirst();
      if (instance == null) {
        instance = starting();
      }
      byte[] answer = call(instance, event);
      usable = true;
      return answer;
    } catch (LambdaFailed failed) {
      // An exception leaves the instance alive, a time-out does not.
      usable = failed.reason() == Reason.ERROR;
      throw failed;
    } finally {
      if (usable) {
        idle.addFirst(instance);
      } else if (instance != null) {
        all.remove(instance);
        instance.close();
      }
      free.release();
    }
  }

  private void acquire() throws LambdaFailed {
    try {
      if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new LambdaFailed(
        Reason.THROTTLED, "TooManyRequestsException", function.id() + " stays busy", null);
  }

  private Instance starting() throws LambdaFailed {
    try {
      return start();
    } catch (RuntimeException notStarted) {
      throw new LambdaFailed(
          Reason.DIED, notStarted.getClass().getName(), notStarted.getMessage(), notStarted);
    }
  }

  private Instance start() {
    Instance instance = Instance.start(function, settings);
    all.add(instance);
    return instance;
  }

  private byte[] call(Instance instance, byte[] event) throws LambdaFailed {
    Future<byte[]> answer = threads.submit(() -> instance.call(event));
    try {
      return answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new LambdaFailed(
          Reason.TIMED_OUT,
          "Sandbox.Timedout",
          "%s timed out after %d seconds".formatted(function.id(), function.timeout().toSeconds()),
          null);
    } catch (ExecutionException thrown) {
      Throwable cause = thrown.getCause();
      throw new LambdaFailed(Reason.ERROR, cause.getClass().getName(), cause.getMessage(), cause);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new LambdaFailed(Reason.DIED, "Runtime.ExitError", "the local run stops", stopped);
    }
  }

  void close() {
    all.forEach(Instance::close);
    all.clear();
    idle.clear();
  }
}
