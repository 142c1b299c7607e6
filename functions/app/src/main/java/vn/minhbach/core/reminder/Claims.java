package vn.minhbach.core.reminder;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  Map<UnitCode, Card> cards() {
    return Map.copyOf(cards);
  }

  /** Whether a reminder was neither sent nor is being sent, as far as this run knows. */
  boolean free(UnitCode unit, String key) {
    return card(unit).claim(key).map(claim -> claim.free(wall())).orElse(true);
  }

  /** Takes a reminder; false when another run has it. */
  boolean take(UnitCode unit, String key, Instant now) {
    Card card = parts.reminders().card(campaign, unit);
    cards.put(unit, card);
    Optional<Claim> earlier = card.claim(key);
    if (earlier.isPresent() && !earlier.get().free(wall())) {
      return false;
    }
    Card next = card.with(Claim.taken(key, now, wall(), earlier.map(Claim::attempts).orElse(0)));
    if (!parts.reminders().commit(campaign, next, Optional.empty())) {
      return false;
    }
    cards.put(unit, next);
    return true;
  }

  /** Ends a claim that this run has taken. */
  void end(UnitCode unit, Claim ended, Optional<Reminders.Sent> sent) {
    for (int n = 0; n < TRIES_MAX; n++) {
      Card card = parts.reminders().card(campaign, unit);
      Card next = card.with(ended);
      if (parts.reminders().commit(campaign, next, sent)) {
        cards.put(unit, next);
        return;
      }
    }
    throw new IllegalStateException("a claim could not be ended; it will count as uncertain");
  }

  Claim taken(UnitCode unit, String key) {
    return card(unit).claim(key).orElseThrow();
  }

  /** Claims whose run died: they may have gone out, so they end as UNCERTAIN. */
  int settleAbandoned() {
    int settled = 0;
    for (Card card : Map.copyOf(cards).values()) {
      for (Claim claim : card.claims().values()) {
        if (claim.abandoned(wall())) {
          end(
              card.unit(),
              claim.ended(Claim.State.UNCERTAIN, Optional.of("the run ended before it could say")),
              Optional.empty());
          settled++;
        }
      }
    }
    return settled;
  }

  Instant wall() {
    return parts.wallClock().instant();
  }

  private Card card(UnitCode unit) {
    return cards.getOrDefault(unit, Card.empty(unit));
  }
}
