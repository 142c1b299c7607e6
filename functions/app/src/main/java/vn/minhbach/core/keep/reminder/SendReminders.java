package vn.minhbach.core.keep.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.plan.PlanTerm;

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
   * @param submissions read consistently before anybody is called late
   * @param domainClock deadlines and quiet hours; asked anew before each mail
   * @param wallClock how long a claim has stood, when to try again
   * @param mailers opens the connection of one run
   * @param site address of the pages, without a slash at the end
   */
  public record Parts(
      Campaigns campaigns,
      Overview overview,
      Submissions submissions,
      Reminders reminders,
      ReminderKinds kinds,
      Supplier<Mailer> mailers,
      Clock domainClock,
      Clock wallClock,
      String site) {}

  /**
   * What a run did.
   *
   * @param sent mails that the server took
   * @param failed what it did not take, what nobody knows of, and what had nobody to go to
   * @param voided what was no longer true at the moment of sending
   * @param uncertain claims of earlier runs that died, now given up
   * @param more whether something is left for the next run
   * @param stopped why the mail server had no more for us
   */
  public record Done(
      int sent, int failed, int voided, int uncertain, boolean more, Optional<String> stopped) {

    static final Done NOTHING = new Done(0, 0, 0, 0, false, Optional.empty());

    Done plus(Done other) {
      return new Done(
          sent + other.sent,
          failed + other.failed,
          voided + other.voided,
          uncertain + other.uncertain,
          more || other.more,
          stopped.or(other::stopped));
    }
  }

  /** Sends until nothing is due, or until this moment of the wall clock. */
  public Done run(Instant until) {
    Done done = Done.NOTHING;
    Optional<RuntimeException> first = Optional.empty();
    try (var outbox = new Outbox(parts.mailers(), parts.wallClock()::instant, until)) {
      for (Campaign campaign : parts.campaigns().list(Optional.empty(), CAMPAIGNS_MAX)) {
        if (!running(campaign, parts.domainClock().instant())) {
          continue;
        }
        try {
          done = done.plus(new ReminderRun(parts, campaign, outbox).run());
        } catch (RuntimeException broken) {
          // What is wrong with one campaign is no reason to leave the others without their mail.
          first = first.or(() -> Optional.of(broken));
        }
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
    return done;
  }

  /** Whether anybody may be owed a mail: till publication, and while plans are asked for after. */
  static boolean running(Campaign campaign, Instant now) {
    Stage stage = campaign.stage();
    return PlanTerm.telling(campaign, now).isPresent()
        || stage == Stage.OPEN
        || stage == Stage.APPRAISING
        || stage == Stage.REPORTED
        || stage == Stage.APPROVED;
  }
}
