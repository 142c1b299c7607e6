package vn.minhbach.core.assess.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;

/**
 * How far one unit is: a projection of its submission, rebuildable at any time.
 *
 * @param filled how far its form is filled in
 * @param self what it gives itself
 * @param appraised what the appraisal gives it; empty before there is one, and then the only score
 *     that ranks
 * @param sending whether and when the form was sent
 * @param timing the unit's clock; empty in a row from before there was one
 * @param basis what the row was computed from
 */
public record Progress(
    UnitCode unit,
    State state,
    Filled filled,
    Score self,
    Optional<Score> appraised,
    Sending sending,
    Optional<Timing> timing,
    Basis basis) {

  /**
   * How far a form is filled in.
   *
   * @param criteria how many there are to answer
   * @param owed what corrections leave to answer; empty where nothing
   * @param typed what was typed for the unit and may be contested; empty where nothing
   */
  public record Filled(int answered, int criteria, Optional<Owed> owed, Optional<Typed> typed) {}

  /**
   * What a unit scores.
   *
   * @param groupPoints criteria group (I, II, III) to its points
   * @param applicableMax the maximum without what does not apply
   * @param index percent of the applicable maximum; empty when nothing applies
   * @param measured by place, what the unit reached where the group's best decides: {@code points}
   *     and what follows from them are those of the first pass then; empty for most sets
   * @param groupMax criteria group to its applicable maximum; empty where no group has levels
   */
  public record Score(
      Map<String, Points> groupPoints,
      Points points,
      Points applicableMax,
      Optional<Points> index,
      Optional<String> level,
      Map<String, Measured> measured,
      Map<String, Points> groupMax) {

    public Score {
      groupPoints = new TreeMap<>(groupPoints);
      measured = new TreeMap<>(measured);
      groupMax = new TreeMap<>(groupMax);
    }

    static Score of(FormView view) {
      return of(view.criteria(), view.scorecard(), view.measured());
    }

    /** Of a scorecard of the first pass. */
    public static Score of(CriteriaSet criteria, Scorecard card, Map<String, Measured> measured) {
      boolean levels = criteria.groups().stream().anyMatch(one -> !one.levels().isEmpty());
      var groups = new TreeMap<String, Points>();
      var max = new TreeMap<String, Points>();
      for (Scorecard.GroupTotal group : card.groups()) {
        groups.put(group.group(), group.points());
        if (levels) {
          max.put(group.group(), group.max());
        }
      }
      return new Score(
          groups,
          card.points(),
          card.max(),
          card.index(),
          card.level().map(Level::code),
          measured,
          max);
    }
  }

  /**
   * Whether and when a form was sent.
   *
   * @param submittedAt the time of sending
   * @param signing what was closed and signed when; empty while nothing was closed
   */
  public record Sending(Optional<Instant> submittedAt, boolean late, Optional<Signing> signing) {

    static Sending of(Head head) {
      Optional<Head.Signature> signature = head.signature();
      return new Sending(
          signature.map(Head.Signature::sentAt),
          signature.map(Head.Signature::late).orElse(false),
          Signing.of(head));
    }
  }

  /**
   * What a row was computed from.
   *
   * @param sourceSeq seq of the head; an older one never overwrites
   * @param correction how many corrections of the criteria the row takes account of; empty for none
   * @param exemption how far the unit's exemptions had come; empty where none ever named it
   */
  public record Basis(
      Instant lastActivityAt,
      long sourceSeq,
      Optional<Integer> correction,
      Optional<Integer> exemption) {}

  /** What ranks: the appraised score once there is one, else the self-score. */
  public Score ranking() {
    return appraised.orElse(self);
  }

  public int answered() {
    return filled.answered();
  }

  public Optional<Owed> owed() {
    return filled.owed();
  }

  public Optional<Typed> typed() {
    return filled.typed();
  }

  public Optional<Instant> submittedAt() {
    return sending.submittedAt();
  }

  public boolean late() {
    return sending.late();
  }

  public Optional<Signing> signing() {
    return sending.signing();
  }

  public Instant lastActivityAt() {
    return basis.lastActivityAt();
  }

  public long sourceSeq() {
    return basis.sourceSeq();
  }

  public Optional<Integer> correction() {
    return basis.correction();
  }

  /**
   * What corrections leave to answer.
   *
   * @param criteria how many answers are awaited
   * @param until last moment for them, of the latest correction
   */
  public record Owed(int criteria, Instant until) {

    /** What corrections leave to answer of a form; empty where nothing. */
    public static Optional<Owed> of(FormView view) {
      List<Amendments.Amended> owed =
          view.criteria().criteria().keySet().stream()
              .filter(id -> !view.exempt().containsKey(id))
              .flatMap(id ->
                  view
                      .amendments()
                      .of(id, Optional.ofNullable(view.form().answers().get(id)))
                      .stream())
              .filter(Amendments.Amended::owed)
              .toList();
      return owed.stream()
          .map(one -> one.by().until())
          .max(Comparator.naturalOrder())
          .map(until -> new Owed(owed.size(), until));
    }
  }

  /**
   * What was typed for the unit from its paper, and by when it may contest it.
   *
   * @param criteria how many answers
   * @param until last moment for the latest of them
   */
  public record Typed(int criteria, Instant until) {

    /** What was typed in a form and not contested since; empty where nothing. */
    public static Optional<Typed> of(FormView view) {
      List<OnBehalf> typed =
          view.form().answers().values().stream()
              .filter(answer -> !answer.contested())
              .flatMap(answer -> answer.onBehalf().stream())
              .toList();
      return typed.stream()
          .map(OnBehalf::until)
          .max(Comparator.naturalOrder())
          .map(until -> new Typed(typed.size(), until));
    }
  }

  /** Whether the row was computed before the latest correction of its group's criteria. */
  public boolean behind(int corrections) {
    return correction().orElse(0) < corrections;
  }

  /** Whether the row was computed before a correction or an exemption that bears on it. */
  public boolean behind(Campaign campaign, Unit inRegister) {
    return behind(campaign.corrections(inRegister.group()))
        || !basis.exemption().equals(exemption(campaign, unit));
  }

  /**
   * How far the exemptions of a unit had come: the number of the latest that ever named it, and one
   * more for each time that one ended for it. It grows with each of them.
   */
  static Optional<Integer> exemption(Campaign campaign, UnitCode unit) {
    List<Exemption> named =
        campaign.exemptions().stream().filter(one -> one.units().contains(unit)).toList();
    long ended =
        named.stream()
            .flatMap(one -> one.ended().stream())
            .filter(end -> end.units().contains(unit))
            .count();
    return named.stream()
        .map(Exemption::number)
        .max(Comparator.naturalOrder())
        .map(latest -> latest + (int) ended);
  }

  /**
   * Closing and signature.
   *
   * @param closedAt when it was closed
   * @param sentAt the time of sending, where it is signed by {@code signBy}
   * @param signBy last moment of a signature in time
   * @param signedAt empty while it waits for its signature
   */
  public record Signing(
      Instant closedAt, Instant sentAt, Instant signBy, Optional<Instant> signedAt) {

    static Optional<Signing> of(Head head) {
      return head.closing()
          .map(closing ->
              new Signing(
                  closing.at(),
                  closing.sentAt(),
                  closing.signBy(),
                  head.signature().map(Head.Signature::at)));
    }
  }

  /**
   * The clock of the unit as its head has it.
   *
   * @param forwardBy when a commune's form is due out of its district
   * @param askedUntil the day asked for, while the request waits
   * @param extendedTo the day of the extension in force
   * @param lockNoted whether the ledger says that the form is locked
   */
  public record Timing(
      Instant receivedAt,
      Instant dueAt,
      Instant closesAt,
      Optional<Instant> forwardBy,
      Optional<Instant> forwardedAt,
      Optional<LocalDate> askedUntil,
      Optional<LocalDate> extendedTo,
      boolean lockNoted) {

    /** What stands in the head; {@code forwardBy} is the clock's. */
    public static Timing of(Head head, Optional<Instant> forwardBy) {
      return new Timing(
          head.term().receivedAt(),
          head.dueAt(),
          head.closesAt(),
          forwardBy,
          head.forwardedAt(),
          head.term().extension().flatMap(Extension::asked).map(Extension.Asked::until),
          head.term().extension().flatMap(Extension::until),
          head.term().lockNotedAt().isPresent());
    }
  }
}
