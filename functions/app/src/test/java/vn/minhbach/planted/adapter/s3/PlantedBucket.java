package vn.minhbach.planted.adapter.s3;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import vn.minhbach.planted.adapter.dynamodb.PlantedTable;

/** An adapter that logs, knows another technology and sets its own clock. */
public record PlantedBucket(PlantedTable table, Logger log) {

  public Clock yesterday(Clock clock) {
    return Clock.offset(clock, Duration.ofDays(-1));
  }
}
