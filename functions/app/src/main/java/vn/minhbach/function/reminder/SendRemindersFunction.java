package vn.minhbach.function.reminder;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.keep.reminder.SendReminders;

/**
 * The schedule, every ten minutes: sends what is due. Stops before Lambda would stop it, since a
 * reminder that is cut off between claim and confirmation counts as uncertain.
 */
public final class SendRemindersFunction implements Function<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(SendRemindersFunction.class);

  /** Less than the function's time-out in template.yaml by more than one mail takes. */
  private static final Duration BUDGET = Duration.ofSeconds(480);

  private final SendReminders sendReminders;
  private final Clock wallClock;

  public SendRemindersFunction(SendReminders sendReminders, Clock wallClock) {
    this.sendReminders = sendReminders;
    this.wallClock = wallClock;
  }

  @Override
  public String apply(Map<String, Object> input) {
    SendReminders.Done done = sendReminders.run(wallClock.instant().plus(BUDGET));
    done.stopped().ifPresent(why -> LOG.warn("the mail server took no more: {}", why));
    LOG.info(
        "mails sent {}, not sent {}, no longer true {}, uncertain {}, more to come {}",
        done.sent(),
        done.failed(),
        done.voided(),
        done.uncertain(),
        done.more());
    return "done";
  }
}
