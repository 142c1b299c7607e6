package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The mail of one run, whatever the campaigns: one connection, one allowance, and an end once the
 * server has none for us. A server that refuses everybody, or breaks off again and again, must not
 * use up the attempts of eleven thousand units.
 */
final class Outbox implements AutoCloseable {

  private static final int BROKEN_MAX = 3;
  private static final int REFUSED_IN_A_ROW_MAX = 20;

  private final Supplier<Mailer> mailers;
  private final Supplier<Instant> wall;
  private final Instant until;
  private Optional<Mailer> open = Optional.empty();
  private Optional<String> stopped = Optional.empty();
  private int tried;
  private int broken;
  private int refusedInARow;

  Outbox(Supplier<Mailer> mailers, Supplier<Instant> wall, Instant until) {
    this.mailers = mailers;
    this.wall = wall;
    this.until = until;
  }

  /** Whether the run ends here: its time, its allowance, or the server's patience is spent. */
  boolean spent(int mailsMax) {
    return stopped.isPresent() || tried >= mailsMax || !wall.get().isBefore(until);
  }

  /** Why no mail goes out any more; empty while it does. */
  Optional<String> stopped() {
    return stopped;
  }

  /** Opens the connection with the first mail: most runs have none to send. */
  boolean ready() {
    if (stopped.isEmpty()) {
      open = open.or(() -> Optional.of(mailers.get()));
      stopped = open.get().ready().map(Mailer.Unreachable::why);
    }
    return stopped.isEmpty();
  }

  Mailer.Result send(Mailer.Mail mail) {
    tried++;
    Mailer.Result result = open.orElseThrow().send(mail);
    switch (result) {
      case Mailer.Taken taken -> refusedInARow = 0;
      case Mailer.Unreachable gone -> stopped = Optional.of(gone.why());
      case Mailer.Unknown unknown -> stopIf(++broken >= BROKEN_MAX, unknown.why());
      case Mailer.NotTaken no -> stopIf(++refusedInARow >= REFUSED_IN_A_ROW_MAX, no.why());
    }
    return result;
  }

  @Override
  public void close() {
    open.ifPresent(Mailer::close);
  }

  private void stopIf(boolean enough, String why) {
    if (enough) {
      stopped = Optional.of(why);
    }
  }
}
