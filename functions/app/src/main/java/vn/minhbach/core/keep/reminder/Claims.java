package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** The claims of a campaign as one run knows them, and how they are taken and ended. */
final class Claims {

  /** A card changes by claims alone, so whoever ends one meets at most another run or two. */
  private static final int TRIES_MAX = 5;

  private final SendReminders.Parts parts;
  private final CampaignId campaign;
  private final Map<UnitCode, Card> cards;

  Claims(SendReminders.Parts parts, CampaignId campaign) {
    this.parts = parts;
    this.campaign = campaign;
    this.cards = new TreeMap<>(parts.reminders().cards(campaign));
  }

  /**
   * Which reminder to whom.
   *
   * @param card the addressee's
   * @param contacts version of the addresses that it goes to
   */
  record Mark(UnitCode card, String key, long contacts) {}

  /** Whether a reminder was neither sent nor is being sent, as far as this run knows. */
  boolean free(Mark mark) {
    return claim(mark.card(), mark.key())
        .map(claim -> claim.free(wall(), mark.contacts()))
        .orElse(true);
  }

  /**
   * Takes a reminder; false when another run has it. Written on condition of the card as this run
   * knows it: whoever changed it since shows by the condition, and the next run looks again.
   */
  boolean take(Mark mark, Instant now) {
    Optional<Claim> earlier = claim(mark.card(), mark.key());
    if (!free(mark)) {
      return false;
    }
    Card next =
        card(mark.card()).with(Claim.taken(mark.key(), now, wall(), mark.contacts(), earlier));
    if (!parts.reminders().commit(campaign, next, Optional.empty())) {
      cards.put(mark.card(), parts.reminders().card(campaign, mark.card()));
      return false;
    }
    cards.put(mark.card(), next);
    return true;
  }

  /** Ends a claim that this run has taken. */
  void end(Mark mark, UnaryOperator<Claim> ending, Optional<Reminders.Sent> sent) {
    Claim ended = ending.apply(claim(mark.card(), mark.key()).orElseThrow());
    for (int n = 0; n < TRIES_MAX; n++) {
      Card next = card(mark.card()).with(ended);
      if (parts.reminders().commit(campaign, next, sent)) {
        cards.put(mark.card(), next);
        return;
      }
      cards.put(mark.card(), parts.reminders().card(campaign, mark.card()));
    }
    throw new IllegalStateException("a claim could not be ended; it will count as uncertain");
  }

  /** Claims whose run died: they may have gone out, so they end as UNCERTAIN. */
  int settleAbandoned() {
    int settled = 0;
    for (Card seen : Map.copyOf(cards).values()) {
      if (seen.claims().values().stream().noneMatch(claim -> claim.abandoned(wall()))) {
        continue;
      }
      // The list may lag: what counts is the card as it is now.
      cards.put(seen.unit(), parts.reminders().card(campaign, seen.unit()));
      for (Claim claim : card(seen.unit()).claims().values()) {
        if (claim.abandoned(wall())) {
          end(
              new Mark(seen.unit(), claim.key(), 0),
              left ->
                  left.ended(
                      Claim.State.UNCERTAIN, Optional.of("the run ended before it could say")),
              Optional.empty());
          settled++;
        }
      }
    }
    return settled;
  }

  /** Puts a note of the engine's own on a card; lost when another run is at it, and put again. */
  void note(UnitCode unit, Claim note) {
    Card next = card(unit).with(note);
    if (parts.reminders().commit(campaign, next, Optional.empty())) {
      cards.put(unit, next);
    } else {
      cards.put(unit, parts.reminders().card(campaign, unit));
    }
  }

  Instant wall() {
    return parts.wallClock().instant();
  }

  Optional<Claim> claim(UnitCode unit, String key) {
    return card(unit).claim(key);
  }

  Card card(UnitCode unit) {
    return cards.getOrDefault(unit, Card.empty(unit));
  }
}
