package vn.minhbach.core.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.campaign.Stage;
import vn.minhbach.core.submission.Forms;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.submission.Submissions;

/**
 * Sends what is due, every ten minutes. A run may be killed, run twice or at once with another:
 * each reminder is claimed by a conditional write before it goes out and confirmed after. A run
 * that reaches its limit of mails or its time stops; the next one goes on from the claims.
 */
public final class SendReminders {

  private static final int CAMPAIGNS_MAX = 100;

  private final Parts parts;

  public SendReminders(Parts parts) {
    this.parts = parts;
  }

  /**
   * What a run works with.
   *
   * @param domainClock deadlines and quiet hours; asked anew before each mail
   * @param wallClock how long a claim has stood, when to try again
   * @param mailers opens the connection of one run
   * @param site address of the pages, without a slash at the end
   */
  public record Parts(
      Campaigns campaigns,
      Overview overview,
      Forms forms,
      Submissions submissions,
      Reminders reminders,
      Supplier<Mailer> mailers,
      Clock domainClock,
      Clock wallClock,
      String site) {}

  /** What a run did. */
  public record Done(int sent, int failed, int voided, int uncertain, boolean more) {

    static final Done NOTHING = new Done(0, 0, 0, 0, false);

    Done plus(Done other) {
      return new Done(
          sent + other.sent,
          failed + other.failed,
          voided + other.voided,
          uncertain + other.uncertain,
          more || other.more);
    }
  }

  /** Sends until nothing is due, or until this moment of the wall clock. */
  public Done run(Instant until) {
    Done done = Done.NOTHING;
    try (var mailer = new LazyMailer(parts.mailers())) {
      for (Campaign campaign : parts.campaigns().list(Optional.empty(), CAMPAIGNS_MAX)) {
        if (running(campaign.stage())) {
          done = done.plus(new ReminderRun(parts, campaign, mailer, until).run());
        }
      }
    }
    return done;
  }

  private static boolean running(Stage stage) {
    return stage == Stage.OPEN
        || stage == Stage.APPRAISING
        || stage == Stage.REPORTED
        || stage == Stage.APPROVED;
  }

  /** Opens the connection with the first mail: most runs have none to send. */
  private static final class LazyMailer implements Mailer {
    private final Supplier<Mailer> mailers;
    private Optional<Mailer> open = Optional.empty();

    private LazyMailer(Supplier<Mailer> mailers) {
      this.mailers = mailers;
    }

    @Override
    public Result send(Mail mail) {
      if (open.isEmpty()) {
        open = Optional.of(mailers.get());
      }
      return open.get().send(mail);
    }

    @Override
    public void close() {
      open.ifPresent(Mailer::close);
    }
  }
}
