package vn.minhbach.planted.core.unit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Every way to read the clock or to roll dice. */
public final class PlantedTime {

  /** A method reference is no method call. */
  public Supplier<Instant> reference() {
    return Instant::now;
  }

  public List<Object> calls() throws InterruptedException {
    Thread.sleep(0);
    return List.of(
        LocalDate.now(ZoneId.systemDefault()),
        System.currentTimeMillis(),
        System.nanoTime(),
        UUID.randomUUID(),
        new Random(),
        ThreadLocalRandom.current(),
        Math.random(),
        Clock.systemUTC());
  }
}
