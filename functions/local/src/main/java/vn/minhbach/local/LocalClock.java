package vn.minhbach.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The domain clock of the local system: the system clock, moved by an offset. Set to an instant it
 * goes on ticking from there, also while the local system is stopped. The offset lives in a file,
 * so that functions in processes of their own follow when it is set; without a file it lives in
 * memory.
 */
public final class LocalClock extends Clock {

  /** Names the file to a function's process, as environment variable. */
  public static final String FILE_VARIABLE = "MINHBACH_CLOCK_FILE";

  /** Names the file to functions in this JVM, as system property. */
  public static final String FILE_PROPERTY = "minhbach.clock.file";

  private final Clock system;
  private final Optional<Path> file;
  private final ZoneId zone;
  private final Offset held;

  /** Shared between the views that {@link #withZone} gives. */
  private static final class Offset {
    private volatile Duration value = Duration.ZERO;
  }

  private LocalClock(Clock system, Optional<Path> file, ZoneId zone, Offset held) {
    this.system = system;
    this.file = file;
    this.zone = zone;
    this.held = held;
  }

  /**
   * A clock.
   *
   * @param system what ticks
   * @param file where the offset is kept and looked up at every reading; empty for a clock in
   *     memory
   */
  public static LocalClock of(Clock system, Optional<Path> file) {
    return new LocalClock(system, file, ZoneOffset.UTC, new Offset());
  }

  /** The clock that the environment or a system property names, else a plain clock in memory. */
  public static LocalClock ofEnvironment() {
    Optional<String> file =
        Optional.ofNullable(System.getProperty(FILE_PROPERTY))
            .or(() -> Optional.ofNullable(System.getenv(FILE_VARIABLE)));
    return of(Clock.systemUTC(), file.map(Path::of));
  }

  /** Sets it; it goes on from there. */
  public void set(Instant now) {
    store(Duration.between(system.instant(), now));
  }

  /** Back to the system clock. */
  public void reset() {
    store(Duration.ZERO);
  }

  /** How far it is from the system clock, positive when ahead. */
  public Duration offset() {
    return file.map(LocalClock::read).orElse(held.value);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new LocalClock(system, file, zone, held);
  }

  private void store(Duration offset) {
    if (file.isEmpty()) {
      held.value = offset;
      return;
    }
    try {
      // A reader in another process must never see half a line.
      Path whole = file.get().toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Path draft = Files.createTempFile(whole.getParent(), "clock", ".tmp");
      Files.writeString(draft, offset + "\n");
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the clock in " + file.get(), e);
    }
  }

  private static Duration read(Path file) {
    try {
      return Duration.parse(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the clock in " + file, e);
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          file + " should hold an offset as PT-1H30M; delete it to use the system clock", e);
    }
  }
}
