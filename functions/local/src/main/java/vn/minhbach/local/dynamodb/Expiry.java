package vn.minhbach.local.dynamodb;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.N;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Change;
import vn.minhbach.local.dynamodb.store.Items;
import vn.minhbach.local.dynamodb.store.Pages;
import vn.minhbach.local.dynamodb.store.Range;
import vn.minhbach.local.dynamodb.store.Store;

/**
 * Deletes what is over: items past their time to live, as the service itself does, stream records
 * of more than a day, request tokens. DynamoDB takes up to some days for an item; this, a minute.
 */
final class Expiry implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Times to live that lie further back are taken for a mistake, as DynamoDB does. */
  private static final Duration OLDEST = Duration.ofDays(5 * 365);

  private static final System.Logger LOG = System.getLogger(Expiry.class.getName());

  private final Store store;
  private final InstantSource clock;
  private final Thread thread = Thread.ofVirtual().name("dynamodb-expiry").unstarted(this::run);

  Expiry(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        try {
          sweep(clock.instant());
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "what is over stays for now", e);
        }
      }
    } catch (InterruptedException closed) {
      LOG.log(Level.DEBUG, "closed");
    }
  }

  /** Deletes what is over at a time. */
  void sweep(Instant now) {
    for (Table table : store.tables().all().values()) {
      if (table.timeToLive().isPresent()) {
        expire(table, table.timeToLive().get(), now);
      }
    }
    store.trim(now);
  }

  private void expire(Table table, String attribute, Instant now) {
    List<Key> after = List.of();
    boolean ended = false;
    while (!ended) {
      Range range = new Range(table, Optional.empty(), List.of(), after, false);
      Pages.Page page =
          store.read(
              true, session -> Pages.read(session, range, Integer.MAX_VALUE, Pages.Row::size));
      List<Key> over = new ArrayList<>();
      for (Pages.Row row : page.rows()) {
        Item item = row.item();
        if (isOver(item, attribute, now)) {
          over.add(table.keys().key(item));
        }
      }
      over.forEach(key -> delete(table, key, attribute, now));
      ended = page.ended();
      if (!ended) {
        after = List.of(table.keys().key(page.rows().getLast().item()));
      }
    }
  }

  private static boolean isOver(Item item, String attribute, Instant now) {
    AttributeValue value = item.get(attribute);
    return value instanceof N(var seconds)
        && seconds.doubleValue() < now.getEpochSecond()
        && seconds.doubleValue() > now.minus(OLDEST).getEpochSecond();
  }

  /** Unless it was written again since it was read. */
  private void delete(Table table, Key key, String attribute, Instant now) {
    store.write(session -> {
      store.tables().check(table);
      Item item = Items.get(session, table, key);
      if (item != null && isOver(item, attribute, now)) {
        new Change(table, key, item, null, true).apply(session, store.stream(), now);
      }
      return key;
    });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
