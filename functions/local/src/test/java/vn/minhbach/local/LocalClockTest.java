package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {

  private static final Instant DUE = Instant.parse("2020-09-25T01:00:00Z");

  private Instant system = Instant.parse("2026-11-23T10:00:00Z");
  private final Clock ticking =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return system;
        }
      };

  @Test
  void isTheSystemClockUntilItIsSet() {
    assertEquals(system, LocalClock.of(ticking, Optional.empty()).instant());
  }

  @Test
  void goesOnTickingFromWhereItWasSet() {
    LocalClock clock = LocalClock.of(ticking, Optional.empty());
    Clock inHanoi = clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    clock.set(DUE);
    system = system.plusSeconds(90);
    assertEquals(DUE.plusSeconds(90), clock.instant());
    assertEquals(DUE.plusSeconds(90), inHanoi.instant());
    clock.reset();
    assertEquals(system, clock.instant());
  }

  @Test
  void isFollowedThroughItsFileAndOutlivesARestart(@TempDir Path directory) {
    Optional<Path> file = Optional.of(directory.resolve("data/clock"));
    LocalClock runner = LocalClock.of(ticking, file);
    LocalClock function = LocalClock.of(ticking, file);
    assertEquals(system, function.instant());
    runner.set(DUE);
    assertEquals(DUE, function.instant());
    system = system.plus(Duration.ofHours(1));
    assertEquals(DUE.plus(Duration.ofHours(1)), LocalClock.of(ticking, file).instant());
  }

  @Test
  void saysWhatIsWrongWithItsFile(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("clock"), "tomorrow");
    IllegalStateException wrong =
        assertThrows(
            IllegalStateException.class, () -> LocalClock.of(ticking, Optional.of(file)).instant());
    assertTrue(wrong.getMessage().contains("PT-1H30M"));
  }
}
