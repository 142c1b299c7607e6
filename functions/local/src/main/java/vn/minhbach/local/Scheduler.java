package vn.minhbach.local;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the template's schedules on the wall clock, on demand, and shortly after the system was
 * busy. Two runs of one function never overlap here. A failed run is logged; the next one comes as
 * planned.
 */
public final class Scheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final Clock clock;
  private final ScheduledThreadPoolExecutor timer;

  private final class Job {
    final Template.Schedule schedule;
    final ScheduleExpression times;
    final Target target;
    final ReentrantLock running = new ReentrantLock();
    // Guarded by the scheduler.
    Future<?> afterActivity;
    Instant lastAfterActivity = Instant.MIN;

    Job(Template.Schedule schedule, Target target) {
      this.schedule = schedule;
      this.times = ScheduleExpression.of(schedule.expression());
      this.target = target;
    }

    byte[] run() throws Exception {
      running.lock();
      try {
        return target.invoke(schedule.input().getBytes(StandardCharsets.UTF_8));
      } finally {
        running.unlock();
      }
    }

    void runQuietly() {
      try {
        run();
      } catch (Exception | Error e) {
        // An Error too, else this schedule would never run again.
        LOG.warn("{} failed: {}", schedule.id(), e.toString());
      }
    }
  }

  /**
   * Starts the enabled schedules.
   *
   * @param targets what each schedule calls, by the id of the function
   * @param clock wall clock
   * @throws IllegalArgumentException for an expression that is not understood, or two schedules of
   *     one function
   */
  public Scheduler(
      List<Template.Schedule> schedules, Function<String, Target> targets, Clock clock) {
    this.clock = clock;
    this.timer =
        new ScheduledThreadPoolExecutor(
            2, Thread.ofPlatform().name("schedules-", 1).daemon().factory());
    this.timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.timer.setRemoveOnCancelPolicy(true);
    for (Template.Schedule schedule : schedules) {
      Job job = new Job(schedule, targets.apply(schedule.function()));
      if (jobs.put(schedule.function(), job) != null) {
        throw new IllegalArgumentException("two schedules call " + schedule.function());
      }
    }
    jobs.values().stream().filter(job -> job.schedule.enabled()).forEach(this::plan);
  }

  private synchronized void plan(Job job) {
    if (timer.isShutdown()) {
      return;
    }
    Instant now = clock.instant();
    timer.schedule(
        () -> {
          plan(job);
          job.runQuietly();
        },
        Duration.between(now, job.times.next(now)).toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /**
   * Runs a schedule at once and waits for it.
   *
   * @param function logical id
   * @return the function's answer
   * @throws IllegalArgumentException when no schedule calls that function
   * @throws Exception when the function failed
   */
  public byte[] runNow(String function) throws Exception {
    return job(function).run();
  }

  /**
   * Tells that something was delivered and all is quiet now: the schedule of this function runs
   * once, after a while without further such calls. Its own writes are activity too, hence the
   * pause between two such runs.
   *
   * @param function logical id
   * @param quiet so long nothing may happen
   * @param pause so long after the last such run at the earliest
   */
  public synchronized void afterActivity(String function, Duration quiet, Duration pause) {
    Job job = job(function);
    if (timer.isShutdown()) {
      return;
    }
    if (job.afterActivity != null) {
      job.afterActivity.cancel(false);
    }
    Instant now = clock.instant();
    Instant at = now.plus(quiet);
    if (job.lastAfterActivity != Instant.MIN && job.lastAfterActivity.plus(pause).isAfter(at)) {
      at = job.lastAfterActivity.plus(pause);
    }
    job.afterActivity =
        timer.schedule(
            () -> {
              synchronized (this) {
                job.afterActivity = null;
                job.lastAfterActivity = clock.instant();
              }
              job.runQuietly();
            },
            Duration.between(now, at).toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private Job job(String function) {
    Job job = jobs.get(function);
    if (job == null) {
      throw new IllegalArgumentException(
          "no schedule calls " + function + "; there is " + String.join(", ", jobs.keySet()));
    }
    return job;
  }

  /** Ends after the runs in progress. */
  @Override
  public void close() {
    synchronized (this) {
      timer.shutdown();
    }
    try {
      if (!timer.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("a scheduled run did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
