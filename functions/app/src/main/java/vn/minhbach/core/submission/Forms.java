package vn.minhbach.core.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Deadlines;
import vn.minhbach.core.campaign.Stage;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.unit.Unit;

/**
 * Reads forms. A form that nobody has written to exists by derivation from the campaign, so that
 * sending 220 of them writes nothing.
 */
public final class Forms {

  private final Submissions submissions;
  private final CriteriaSets criteriaSets;
  private final Corrections corrections;

  public Forms(Submissions submissions, CriteriaSets criteriaSets, Corrections corrections) {
    this.submissions = submissions;
    this.criteriaSets = criteriaSets;
    this.corrections = corrections;
  }

  /** The form with its criteria and scores. Refused before the campaign is open. */
  public Outcome<FormView> read(Campaign campaign, Unit unit) {
    return sent(campaign)
        .map(open -> {
          Form form =
              submissions
                  .form(open.id(), unit.code())
                  .orElseGet(() -> new Form(derived(open, unit), Map.of(), List.of()));
          Amendments amendments = amendments(open, unit);
          return FormView.of(
              form.withHead(amendments.applied(open, unit, form.head())),
              criteria(open, unit),
              criteriaVersion(open, unit),
              amendments);
        });
  }

  /** The head as stored or derived. Refused before the campaign is open. */
  public Outcome<Head> head(Campaign campaign, Unit unit) {
    return sent(campaign)
        .map(open -> standing(open, unit, submissions.head(open.id(), unit.code())));
  }

  /** The head as it stands now, from what is stored of it, if anything. */
  public Head standing(Campaign campaign, Unit unit, Optional<Head> stored) {
    return amendments(campaign, unit)
        .applied(campaign, unit, stored.orElseGet(() -> derived(campaign, unit)));
  }

  /** What corrections changed under the unit's form; nothing is read where there are none. */
  Amendments amendments(Campaign campaign, Unit unit) {
    int count = campaign.corrections(unit.group());
    return count == 0
        ? Amendments.NONE
        : new Amendments(corrections.of(campaign.id(), unit.group(), count));
  }

  /** The version of the criteria set that the unit is judged by. */
  static long criteriaVersion(Campaign campaign, Unit unit) {
    return campaign.criteriaVersions().getOrDefault(unit.group(), 0L);
  }

  /** The criteria set that the unit is judged by. */
  public CriteriaSet criteria(Campaign campaign, Unit unit) {
    return criteriaSets
        .find(campaign.id(), unit.group(), criteriaVersion(campaign, unit))
        .orElseThrow(() ->
            new IllegalStateException("an open campaign has criteria for group " + unit.group()));
  }

  /**
   * The head if the unit may change its form now: refused outside the stage OPEN, after the lock,
   * and once the form is sent.
   */
  public Outcome<Head> editable(Campaign campaign, Unit unit, Instant now) {
    return open(campaign, unit).flatMap(head -> whole(unit, head, now));
  }

  /**
   * The head if the unit may change one criterion now: as a whole form, or because that criterion
   * is open again after submission.
   */
  Outcome<Head> editable(Campaign campaign, Unit unit, CriterionId criterion, Instant now) {
    return open(campaign, unit)
        .flatMap(head -> {
          if (head.reopenedFor(criterion, now)) {
            return Outcome.accepted(head);
          }
          List<Head.Reopened> others = head.reopenedAt(now);
          return others.isEmpty()
              ? whole(unit, head, now)
              : Outcome.refused(
                  Problem.CRITERION_NOT_REOPENED,
                  "unit",
                  unit.code().value(),
                  "criteria",
                  others.stream()
                      .map(open -> open.criterion().value())
                      .distinct()
                      .collect(Collectors.joining(", ")));
        });
  }

  /** The head if the form may be signed now: at first, or again for what is open again. */
  Outcome<Head> signable(Campaign campaign, Unit unit, Instant now) {
    return open(campaign, unit)
        .flatMap(head ->
            head.reopenedAt(now).isEmpty() ? whole(unit, head, now) : Outcome.accepted(head));
  }

  private Outcome<Head> open(Campaign campaign, Unit unit) {
    return campaign.at(Stage.OPEN).flatMap(open -> head(open, unit));
  }

  private static Outcome<Head> whole(Unit unit, Head head, Instant now) {
    if (!head.state().editable()) {
      return Outcome.refused(
          Problem.FORM_SUBMITTED, "unit", unit.code().value(), "state", head.state().name());
    }
    return head.lockedAt(now)
        ? Outcome.refused(
            Problem.FORM_LOCKED,
            "unit",
            unit.code().value(),
            "closesAt",
            head.closesAt().toString())
        : Outcome.accepted(head);
  }

  /** The head of a form that nobody has written to. */
  static Head derived(Campaign campaign, Unit unit) {
    Deadlines.Clock clock = clock(campaign, unit, Deadlines.Facts.NONE);
    return new Head(
        campaign.id(),
        unit.code(),
        State.NOT_STARTED,
        clock.receivedAt(),
        clock.dueAt(),
        clock.closesAt(),
        0,
        Optional.empty(),
        Optional.empty(),
        ChainTip.START);
  }

  /** The clock of a unit of an open campaign. */
  public static Deadlines.Clock clock(Campaign campaign, Unit unit, Deadlines.Facts facts) {
    return Deadlines.of(campaign).clock(unit, campaign.openedAt().orElseThrow(), facts);
  }

  static Outcome<Campaign> sent(Campaign campaign) {
    return campaign.openedAt().isPresent() ? Outcome.accepted(campaign) : campaign.at(Stage.OPEN);
  }
}
