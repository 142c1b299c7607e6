package vn.minhbach.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivers records of one shard to a function, in order, as Lambda's event source mapping does:
 * again until they are handled, split on errors, from the lowest failed record on when the function
 * reports items, and given up after the retries or the age that the template allows.
 */
final class StreamDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(StreamDelivery.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Template.Stream settings;
  private final Target target;
  private final Predicate<JsonNode> filter;
  private final Consumer<StreamPump.Abandoned> onFailure;
  private final Clock clock;
  private final Pause pause;

  /** Waits before a retry; false when the pump is closing. */
  interface Pause {
    boolean await(Duration time) throws InterruptedException;
  }

  /** A run of records and how often it was tried. */
  private record Batch(List<ObjectNode> records, int tries) {
    Batch from(int index, int tries) {
      return new Batch(records.subList(index, records.size()), tries);
    }

    Batch until(int index) {
      return new Batch(records.subList(0, index), tries);
    }

    ObjectNode first() {
      return records.getFirst();
    }

    ObjectNode last() {
      return records.getLast();
    }
  }

  StreamDelivery(
      Template.Stream settings,
      Target target,
      Consumer<StreamPump.Abandoned> onFailure,
      Clock clock,
      Pause pause) {
    this.settings = settings;
    this.target = target;
    this.onFailure = onFailure;
    this.clock = clock;
    this.pause = pause;
    List<EventPattern> filters = settings.filters().stream().map(EventPattern::of).toList();
    this.filter = record -> filters.isEmpty() || filters.stream().anyMatch(one -> one.test(record));
  }

  /**
   * Delivers records until each is handled or given up.
   *
   * @param reached hears the sequence number up to which all is done
   * @return how many went to the function; fewer than given when the pump closed in between
   */
  int deliver(String shard, List<ObjectNode> records, Consumer<String> reached)
      throws InterruptedException {
    List<ObjectNode> wanted = records.stream().filter(filter).toList();
    Deque<Batch> work = new ArrayDeque<>();
    for (int from = 0; from < wanted.size(); from += settings.batchSize()) {
      int to = Math.min(from + settings.batchSize(), wanted.size());
      work.add(new Batch(wanted.subList(from, to), 0));
    }
    while (!work.isEmpty()) {
      if (!step(shard, work, reached)) {
        return 0;
      }
    }
    reached.accept(sequenceNumber(records.getLast()));
    return wanted.size();
  }

  private boolean step(String shard, Deque<Batch> work, Consumer<String> reached)
      throws InterruptedException {
    Batch batch = work.pop();
    if (batch.tries() > 0 && exhausted(batch)) {
      abandon(shard, batch);
      reached.accept(sequenceNumber(batch.last()));
      return true;
    }
    if (batch.tries() > 0 && !pause.await(wait(batch.tries()))) {
      return false;
    }
    OptionalInt failed = call(shard, batch);
    if (failed.isEmpty()) {
      reached.accept(sequenceNumber(batch.last()));
    } else if (failed.getAsInt() > 0) {
      int index = failed.getAsInt();
      reached.accept(sequenceNumber(batch.records().get(index - 1)));
      work.push(batch.from(index, 1));
    } else if (settings.bisects() && batch.records().size() > 1) {
      // Splitting spends no retry: each half has all of them, so that one bad record stands alone.
      int half = batch.records().size() / 2;
      work.push(batch.from(half, batch.tries()));
      work.push(batch.until(half));
    } else {
      work.push(new Batch(batch.records(), batch.tries() + 1));
    }
    return true;
  }

  /** Index of the first record that was not handled, empty when all were. */
  private OptionalInt call(String shard, Batch batch) {
    try {
      byte[] answer = target.invoke(StreamRecords.event(batch.records()));
      return settings.reportsItemFailures() ? failed(answer, batch) : OptionalInt.empty();
    } catch (Exception | Error e) {
      // An Error too: a function that dies must not take the pump with it.
      LOG.warn(
          "{} failed on {} records of {} from {}: {}",
          settings.function(),
          batch.records().size(),
          shard,
          sequenceNumber(batch.first()),
          e.toString());
      return OptionalInt.of(0);
    }
  }

  /**
   * The lowest reported record; an identifier that is not in the batch fails all of it, as in AWS.
   */
  private static OptionalInt failed(byte[] answer, Batch batch) {
    if (answer == null || answer.length == 0) {
      return OptionalInt.empty();
    }
    JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
    int lowest = Integer.MAX_VALUE;
    for (JsonNode failure : failures) {
      String reported = failure.path("itemIdentifier").asString("");
      int index =
          batch.records().stream().map(StreamDelivery::sequenceNumber).toList().indexOf(reported);
      lowest = Math.min(lowest, Math.max(index, 0));
    }
    return failures.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lowest);
  }

  private boolean exhausted(Batch batch) {
    return condition(batch) != null;
  }

  private String condition(Batch batch) {
    if (settings.maximumRetries() >= 0 && batch.tries() > settings.maximumRetries()) {
      return "RetryAttemptsExhausted";
    }
    Instant written =
        Instant.ofEpochSecond(
            batch.first().path("dynamodb").path("ApproximateCreationDateTime").longValue());
    boolean old =
        settings
            .maximumAge()
            .filter(age -> written.plus(age).isBefore(clock.instant()))
            .isPresent();
    return old ? "RecordAgeExceeded" : null;
  }

  private void abandon(String shard, Batch batch) {
    StreamPump.Abandoned abandoned =
        new StreamPump.Abandoned(
            condition(batch),
            settings.function(),
            shard,
            sequenceNumber(batch.first()),
            sequenceNumber(batch.last()),
            batch.records().size(),
            batch.tries());
    LOG.error("given up, would go to {}: {}", settings.onFailure().orElse("nowhere"), abandoned);
    onFailure.accept(abandoned);
  }

  private static Duration wait(int tries) {
    Duration wait = Duration.ofMillis(25L << Math.min(tries, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").stringValue();
  }
}
