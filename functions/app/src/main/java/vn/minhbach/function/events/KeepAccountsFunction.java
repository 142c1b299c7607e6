package vn.minhbach.function.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.prepare.account.KeepAccounts;

/**
 * The schedule: brings the user pool in line with the registers of accounts. Stops before Lambda
 * would stop it, so that the office can read how far it came; the next run goes on.
 */
public final class KeepAccountsFunction implements Function<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(KeepAccountsFunction.class);

  /** Less than the function's time-out in template.yaml by more than one step takes. */
  private static final Duration BUDGET = Duration.ofSeconds(200);

  private final KeepAccounts keepAccounts;
  private final Clock domainClock;
  private final Clock wallClock;

  public KeepAccountsFunction(KeepAccounts keepAccounts, Clock domainClock, Clock wallClock) {
    this.keepAccounts = keepAccounts;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(Map<String, Object> input) {
    Instant until = wallClock.instant().plus(BUDGET);
    KeepAccounts.Done done =
        keepAccounts.run(
            domainClock.instant().truncatedTo(ChronoUnit.MILLIS),
            () -> wallClock.instant().isBefore(until));
    LOG.info(
        "steps {}, accounts in line {}, pending {}, failed {}, still leaving {}",
        done.steps(),
        done.inLine(),
        done.pending(),
        done.failed(),
        done.leaving());
    return "done";
  }
}
