package vn.minhbach.local.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A few virtual threads that work through a list; the first failure stops them all. */
final class Workers {

  private final int count;

  Workers(int count) {
    this.count = count;
  }

  <T> void each(List<T> items, Consumer<T> work) throws InterruptedException {
    Queue<T> queue = new ConcurrentLinkedQueue<>(items);
    AtomicReference<RuntimeException> failed = new AtomicReference<>();
    Runnable worker =
        () -> {
          try {
            for (T item = queue.poll(); item != null && failed.get() == null; item = queue.poll()) {
              work.accept(item);
            }
          } catch (RuntimeException failure) {
            failed.compareAndSet(null, failure);
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(count, items.size()); i++) {
      threads.add(Thread.ofVirtual().name("rehearsal-" + i).start(worker));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException stopped) {
      end(threads);
      throw stopped;
    }
    if (failed.get() != null) {
      throw failed.get();
    }
  }

  /** Nothing of theirs may go on when the caller is told that they were stopped. */
  private static void end(List<Thread> threads) {
    threads.forEach(Thread::interrupt);
    boolean ended = false;
    while (!ended) {
      try {
        for (Thread thread : threads) {
          thread.join();
        }
        ended = true;
      } catch (InterruptedException again) {
        threads.forEach(Thread::interrupt);
      }
    }
  }
}
