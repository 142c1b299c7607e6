package vn.minhbach.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows a table's stream and calls a function with its records, as Lambda's event source mapping
 * does: in order within a shard, parents before children. Differences, on purpose: it starts at the
 * oldest record whatever StartingPosition says (the table and the pump begin together here), it
 * does not wait before the first batch after a quiet time, only between batches, and it does not
 * poll: the table wakes it.
 */
public final class StreamPump implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamPump.class);
  private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(10);
  private static final Duration OUTAGE = Duration.ofSeconds(1);
  private static final int FETCH = 1000;

  private final LocalDynamoDb database;
  private final DynamoDbStreamsClient streams;
  private final Runnable wake = this::wake;
  private final String streamArn;
  private final Duration window;
  private final StreamCheckpoint checkpoint;
  private final StreamDelivery delivery;
  private final List<Abandoned> abandoned = new CopyOnWriteArrayList<>();
  private final List<Runnable> quietListeners = new CopyOnWriteArrayList<>();
  private final Thread thread;

  // Guarded by this.
  private boolean closed;
  private boolean hurry;
  private boolean woken;
  private long passesStarted;
  private long lastEmptyPass;

  // Used by the pump's thread alone.
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private List<Shard> shards = List.of();
  private long shardsKnownAt;

  /**
   * Records that were given up, as they go to the on-failure destination.
   *
   * @param condition RetryAttemptsExhausted or RecordAgeExceeded
   * @param function logical id
   * @param shard id of the shard
   * @param startSequenceNumber first record
   * @param endSequenceNumber last record
   * @param batchSize number of records
   * @param invokeCount how often they were tried
   */
  public record Abandoned(
      String condition,
      String function,
      String shard,
      String startSequenceNumber,
      String endSequenceNumber,
      int batchSize,
      int invokeCount) {}

  private StreamPump(
      LocalDynamoDb database,
      String streamArn,
      Template.Stream settings,
      Target target,
      Optional<Path> checkpoint,
      Clock clock) {
    this.database = database;
    this.streams = database.streams();
    this.streamArn = streamArn;
    this.window = settings.window();
    this.checkpoint = new StreamCheckpoint(checkpoint, streamArn);
    this.delivery = new StreamDelivery(settings, target, abandoned::add, clock, this::pause);
    this.thread =
        Thread.ofPlatform().name("stream-" + settings.function()).daemon().unstarted(this::run);
  }

  /**
   * Starts following a stream.
   *
   * @param database whose stream it is; it wakes the pump when there are new records
   * @param streamArn of the table
   * @param settings from the template
   * @param target the function
   * @param checkpoint file that says how far it came; empty starts at the oldest record again
   * @param clock wall clock, for the age of records
   */
  public static StreamPump start(
      LocalDynamoDb database,
      String streamArn,
      Template.Stream settings,
      Target target,
      Optional<Path> checkpoint,
      Clock clock) {
    StreamPump pump = new StreamPump(database, streamArn, settings, target, checkpoint, clock);
    database.store().whenRecorded(pump.wake);
    pump.thread.start();
    return pump;
  }

  /** Calls back whenever something was delivered and then nothing more was there. */
  public void whenQuiet(Runnable listener) {
    quietListeners.add(listener);
  }

  /** What was given up since the start. */
  public List<Abandoned> abandoned() {
    return List.copyOf(abandoned);
  }

  /**
   * Waits until everything written before this call is delivered, and what the function wrote in
   * answer to it as well.
   *
   * @return false when that took longer, or the pump was closed
   */
  public synchronized boolean awaitDrained(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    long started = passesStarted;
    while (lastEmptyPass <= started) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || closed) {
        return false;
      }
      hurry = true;
      notifyAll();
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }

  private void run() {
    boolean delivered = false;
    try {
      while (!isClosed()) {
        long pass = beginPass();
        int count = pass();
        if (count > 0) {
          delivered = true;
          gather();
        } else if (count == 0) {
          if (delivered) {
            quietListeners.forEach(StreamPump::tell);
            delivered = false;
          }
          endEmptyPass(pass);
        } else {
          pause(OUTAGE);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("interrupted, the pump ends");
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.warn("who waits for the stream to be quiet failed: {}", e.toString());
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized long beginPass() {
    return ++passesStarted;
  }

  private synchronized void endEmptyPass(long pass) throws InterruptedException {
    lastEmptyPass = pass;
    notifyAll();
    while (!closed && !hurry && !woken) {
      wait();
    }
    hurry = false;
    woken = false;
  }

  private synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Under load, records come together to batches as large as the template's window makes them. */
  private synchronized void gather() throws InterruptedException {
    long deadline = System.nanoTime() + window.toNanos();
    while (!closed && !hurry && deadline > System.nanoTime()) {
      wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
  }

  private synchronized boolean pause(Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (!closed && deadline > System.nanoTime()) {
      wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
    return !closed;
  }

  /**
   * Looks at every shard once: the number of records found, -1 when the database did not answer.
   */
  private int pass() throws InterruptedException {
    try {
      if (shards.isEmpty() || System.nanoTime() - shardsKnownAt > LOOK_FOR_SHARDS.toNanos()) {
        lookForShards();
      }
      int found = 0;
      for (Shard shard : shards) {
        if (ready(shard)) {
          found += read(shard.shardId());
        }
      }
      return found;
    } catch (RuntimeException e) {
      if (!isClosed()) {
        LOG.warn("the stream cannot be read, trying again: {}", e.toString());
      }
      return -1;
    }
  }

  private void lookForShards() {
    List<Shard> all = new ArrayList<>();
    String after = null;
    do {
      String start = after;
      var description =
          streams
              .describeStream(d -> d.streamArn(streamArn).exclusiveStartShardId(start))
              .streamDescription();
      all.addAll(description.shards());
      after = description.lastEvaluatedShardId();
    } while (after != null);
    shards = List.copyOf(all);
    shardsKnownAt = System.nanoTime();
  }

  /** A child waits for its parent, else changes of one item would come out of order. */
  private boolean ready(Shard shard) {
    if (finished.contains(shard.shardId())) {
      return false;
    }
    String parent = shard.parentShardId();
    return parent == null
        || finished.contains(parent)
        || shards.stream().noneMatch(other -> other.shardId().equals(parent));
  }

  private int read(String shard) throws InterruptedException {
    GetRecordsResponse response = fetch(shard);
    List<ObjectNode> records =
        response.records().stream().map(record -> StreamRecords.json(record, streamArn)).toList();
    if (!records.isEmpty()) {
      delivery.deliver(shard, records, reached -> checkpoint.reached(shard, reached));
    }
    if (isClosed()) {
      return records.size();
    }
    if (response.nextShardIterator() == null) {
      finished.add(shard);
      iterators.remove(shard);
      shardsKnownAt = System.nanoTime() - LOOK_FOR_SHARDS.toNanos() - 1;
      return records.size() + 1; // Its children may hold more: this pass was not empty.
    }
    iterators.put(shard, response.nextShardIterator());
    return records.size();
  }

  private GetRecordsResponse fetch(String shard) {
    try {
      String iterator = iterators.computeIfAbsent(shard, this::iterator);
      return streams.getRecords(get -> get.shardIterator(iterator).limit(FETCH));
    } catch (ExpiredIteratorException e) {
      iterators.remove(shard);
      throw e;
    } catch (TrimmedDataAccessException e) {
      iterators.remove(shard);
      checkpoint.forget(shard);
      LOG.warn("records of {} are older than the stream keeps them; going on at the oldest", shard);
      throw e;
    }
  }

  private String iterator(String shard) {
    Optional<String> last = checkpoint.last(shard);
    return streams
        .getShardIterator(get ->
            get.streamArn(streamArn)
                .shardId(shard)
                .shardIteratorType(
                    last.isPresent()
                        ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
                        : ShardIteratorType.TRIM_HORIZON)
                .sequenceNumber(last.orElse(null)))
        .shardIterator();
  }

  /** Ends after the call in progress; what is not delivered comes after the next start. */
  @Override
  public void close() {
    database.store().forget(wake);
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
