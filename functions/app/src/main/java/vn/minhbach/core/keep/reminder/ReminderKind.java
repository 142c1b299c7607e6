package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A kind of reminder: the extension point. The ladder and the gate of the districts are two; open
 * explanations, petitions, notices of correction, a signature that is awaited are others. A kind
 * says what is open and whether it still is; claiming, catching up, quiet hours, who is written to,
 * digests, retries and the annex are the engine's, the same for all.
 *
 * <p>To add one: implement this in the capability that knows the matter and make it a bean in
 * {@code ReminderWiring}; nothing else is to be changed. {@code ReminderKindTest} shows it whole.
 */
public interface ReminderKind {

  /** Small letters, digits, hyphens; begins the key of every claim of this kind, never reused. */
  String id();

  /**
   * The program's own texts by id, which the office may replace; a kind with one text names it by
   * its own {@link #id}. Each holds <code>{link}</code> once.
   */
  Map<String, MailText> texts(ReminderSettings settings);

  /**
   * What the texts may name beyond {@link MailText#EVERYWHERE}; each is filled by {@link
   * Open#values}.
   */
  List<String> slots();

  /**
   * Everything that is open, of all units, also what was told already: the claims know. Asked once
   * a run, so it reads the projection or a few queries, never a head for each unit; may lag.
   *
   * @param lines every unit with its progress
   */
  List<Open> open(Round round, List<Overview.Line> lines);

  /**
   * The same matter as it is now, read consistently after it was claimed; empty when it is settled,
   * has moved to another key, or the campaign has left the stage for it.
   */
  Optional<Open> still(Round round, Open open);

  /** What this kind has to say in the standing office's one mail of the day. */
  default List<String> forOffice(Round round, List<Overview.Line> lines) {
    return List.of();
  }

  /**
   * One matter that somebody is to be reminded of.
   *
   * @param unit whose matter it is
   * @param key names the claim: the kind's or the rung's id, {@code @}, and what makes this matter
   *     another one than the last, as {@code signature@2020-08-18}. One key is told once
   * @param text which of {@link #texts}
   * @param values what the text's slots are filled with
   * @param page of the unit that the mail opens
   * @param line the matter in half a line, after the unit's name in a digest
   */
  record Open(
      Unit unit,
      String key,
      Rung.Audience audience,
      String text,
      Map<String, String> values,
      MailPage page,
      String line) {

    public Open {
      values = Map.copyOf(values);
    }
  }

  /**
   * The moment at which a kind is asked.
   *
   * @param campaign as it was read for this question
   */
  record Round(Campaign campaign, ReminderSettings settings, Instant now) {

    /** The calendar day of this moment in the campaign's zone. */
    public LocalDate today() {
      return dayOf(now);
    }

    /** The calendar day of another moment in the same zone. */
    LocalDate dayOf(Instant at) {
      return at.atZone(campaign.calendar().zone()).toLocalDate();
    }
  }
}
