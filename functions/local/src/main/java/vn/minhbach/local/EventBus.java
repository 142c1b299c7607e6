package vn.minhbach.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The default EventBridge bus: each event goes to the target of every rule that matches it, at
 * least once, in the background, in no promised order. A delivery is noted in a file until it
 * succeeds or is given up, so that a crash of the local system loses none.
 */
public final class EventBus implements AutoCloseable {

  /** A failed delivery is tried again after so long at the latest. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, EventPattern> patterns = new LinkedHashMap<>();
  private final int capacity;
  private final EventNotes notes;
  private final ScheduledThreadPoolExecutor workers;
  private final List<Abandoned> abandoned = new CopyOnWriteArrayList<>();

  // Guarded by this.
  private int pending;
  private Duration longestWait = LONGEST_WAIT;
  private long lastId = System.currentTimeMillis() << 20; // Grows over restarts too.

  /**
   * A rule with its one target.
   *
   * @param id unique
   * @param pattern as EventBridge writes it
   * @param target a function, or a part of the local system
   * @param maximumRetries after the first failure
   */
  public record Rule(String id, Map<String, Object> pattern, Target target, int maximumRetries) {

    /** A rule of the template. */
    public static Rule of(Template.Rule rule, Lambdas lambdas) {
      return new Rule(
          rule.id(),
          rule.pattern(),
          Target.function(lambdas, rule.function()),
          rule.maximumRetries());
    }
  }

  /**
   * A delivery that was given up, as it goes to a dead-letter queue.
   *
   * @param rule id of the rule
   * @param event as it was put
   * @param reason the last failure
   */
  public record Abandoned(String rule, String event, String reason) {}

  /** One event on its way to one target. */
  private record Delivery(EventNotes.Note note, int tries) {
    Delivery again() {
      return new Delivery(note, tries + 1);
    }
  }

  /**
   * Starts delivering, first what an earlier run left behind.
   *
   * @param rules with unique ids
   * @param workers deliveries at the same time
   * @param capacity so many deliveries may wait before {@link #put} does
   * @param directory for notes of deliveries; empty keeps none
   * @throws IllegalArgumentException for a pattern that is not understood
   */
  public EventBus(List<Rule> rules, int workers, int capacity, Optional<Path> directory) {
    for (Rule rule : rules) {
      if (this.rules.put(rule.id(), rule) != null) {
        throw new IllegalArgumentException("two rules are called " + rule.id());
      }
      patterns.put(rule.id(), EventPattern.of(rule.pattern()));
    }
    this.capacity = capacity;
    this.notes = new EventNotes(directory);
    this.workers =
        new ScheduledThreadPoolExecutor(
            workers, Thread.ofPlatform().name("events-", 1).daemon().factory());
    this.workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    notes.left().forEach(this::resume);
  }

  private void resume(EventNotes.Note note) {
    if (rules.containsKey(note.rule())) {
      enqueue(new Delivery(note, 0), Duration.ZERO, 1);
    } else {
      LOG.warn("rule {} is gone, an event noted for it is dropped", note.rule());
      notes.remove(note.id());
    }
  }

  /** Takes an event. Returns when it is noted, before it is delivered. */
  public void put(ObjectNode event) {
    byte[] json = JSON.writeValueAsBytes(event);
    patterns.forEach((rule, pattern) -> {
      if (pattern.test(event)) {
        awaitRoom();
        EventNotes.Note note = new EventNotes.Note(nextId(), rule, json);
        notes.add(note);
        enqueue(new Delivery(note, 0), Duration.ZERO, 1);
      }
    });
  }

  private synchronized String nextId() {
    return Long.toString(++lastId);
  }

  /**
   * Holds up whoever puts faster than targets take. Not for ever: a target may itself wait for a
   * write whose event waits here, and then going over the capacity is the lesser evil.
   */
  private synchronized void awaitRoom() {
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      while (pending >= capacity && deadline > System.nanoTime()) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** After the close nothing is taken any more: the note stays for the next start. */
  private synchronized void enqueue(Delivery delivery, Duration wait, int more) {
    if (!workers.isShutdown()) {
      pending += more;
      workers.schedule(() -> deliver(delivery), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void deliver(Delivery delivery) {
    Rule rule = rules.get(delivery.note().rule());
    try {
      rule.target().invoke(delivery.note().event());
    } catch (Exception | Error e) {
      // An Error too: a function that dies is tried again like one that fails.
      failed(rule, delivery, e);
      return;
    }
    done(delivery);
  }

  private void failed(Rule rule, Delivery delivery, Throwable failure) {
    if (delivery.tries() < rule.maximumRetries()) {
      LOG.warn("{} failed, will be tried again: {}", rule.id(), failure.toString());
      enqueue(delivery.again(), pause(delivery.tries()), 0);
      return;
    }
    String event = new String(delivery.note().event(), StandardCharsets.UTF_8);
    Abandoned last = new Abandoned(rule.id(), event, failure.toString());
    LOG.error("given up, would go to the dead-letter queue: {}", last);
    abandoned.add(last);
    done(delivery);
  }

  private synchronized Duration pause(int tries) {
    Duration wait = Duration.ofMillis(50L << Math.min(tries, 10));
    return wait.compareTo(longestWait) > 0 ? longestWait : wait;
  }

  /**
   * Sets how long a failed delivery waits at most before its next try, {@link #LONGEST_WAIT} at
   * first: for who wants to see soon what becomes of a delivery that is given up.
   */
  public synchronized void waitAtMost(Duration longest) {
    longestWait = longest;
  }

  private void done(Delivery delivery) {
    try {
      notes.remove(delivery.note().id());
    } finally {
      synchronized (this) {
        pending--;
        notifyAll();
      }
    }
  }

  /** What was given up since the start. */
  public List<Abandoned> abandoned() {
    return List.copyOf(abandoned);
  }

  /**
   * Waits until no delivery is pending, retries included.
   *
   * @return false when that took longer
   */
  public synchronized boolean awaitIdle(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (pending > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }

  /**
   * Ends after the deliveries in progress; what is noted and not delivered comes after a restart.
   */
  @Override
  public void close() {
    synchronized (this) {
      workers.shutdown();
    }
    try {
      if (!workers.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("a delivery did not end; it will come again after a restart");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
