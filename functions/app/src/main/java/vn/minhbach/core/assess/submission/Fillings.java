package vn.minhbach.core.assess.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Origin;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * What the system knows by itself about a form: timeliness from its own times (computed), and for a
 * district what its communes' answers sum up to (derived).
 */
public final class Fillings {

  /** Who an answer is by that nobody typed; no account has a name with a blank. */
  private static final String SYSTEM = "hệ thống";

  private final Units units;
  private final Submissions submissions;

  public Fillings(Units units, Submissions submissions) {
    this.units = units;
    this.submissions = submissions;
  }

  /** Figures that the system fills in, with what they score. */
  public record Computed(Map<String, Object> inputs, Optional<Points> points) {
    public Computed {
      inputs = new TreeMap<>(inputs);
    }
  }

  /**
   * What a district's communes sum up to.
   *
   * @param communes how many there are
   * @param answered how many of them have answered the criterion that is counted
   */
  public record Derived(
      CriterionId from,
      Map<String, Object> inputs,
      Optional<Points> points,
      int communes,
      int answered) {
    public Derived {
      inputs = new TreeMap<>(inputs);
    }

    /** Own figure minus sum, key by key; empty where the unit has given no figures. */
    public Map<String, String> difference(Optional<Answer> own) {
      var difference = new TreeMap<String, String>();
      own.ifPresent(answer ->
          inputs.forEach((key, sum) ->
              exact(answer.inputs().get(key))
                  .map(figure -> figure.subtract(exact(sum).orElseThrow()))
                  .ifPresent(over -> difference.put(key, over.toPlainString()))));
      return difference;
    }

    private static Optional<BigDecimal> exact(Object figure) {
      return figure instanceof Number
          ? Optional.of(new BigDecimal(figure.toString()))
          : Optional.empty();
    }
  }

  /**
   * What is computed of a form that is sent, or would be sent, at this moment.
   *
   * @param forwarding communes that are being forwarded at this moment
   */
  public Map<CriterionId, Computed> computed(
      Campaign campaign,
      Unit unit,
      Head head,
      CriteriaSet criteria,
      Instant now,
      Collection<UnitCode> forwarding) {
    boolean district =
        criteria.criteria().values().stream()
            .anyMatch(one -> one.origin().orElse(null) instanceof Origin.CommunesForwarded);
    Map<UnitCode, Optional<Head>> board = district ? heads(campaign, unit) : Map.of();
    var computed = new LinkedHashMap<CriterionId, Computed>();
    for (Criterion criterion : criteria.criteria().values()) {
      Optional<Map<String, Object>> inputs =
          switch (criterion.origin().orElse(null)) {
            case Origin.SendingTime time -> Optional.of(sent(criterion, time, head, now));
            case Origin.CommunesForwarded ignored ->
                Optional.of(forwarded(criterion, board, head, now, forwarding));
            case null, default -> Optional.empty();
          };
      inputs
          .map(found -> scored(criterion, found))
          .ifPresent(scored ->
              computed.put(criterion.id(), new Computed(scored.inputs(), scored.points())));
    }
    return computed;
  }

  /** What the communes' saved answers sum up to, by the district's criterion. */
  public Map<CriterionId, Derived> derived(Campaign campaign, Unit unit, CriteriaSet criteria) {
    var sums = new LinkedHashMap<Criterion, Origin.SumOfCommunes>();
    criteria
        .criteria()
        .values()
        .forEach(criterion -> {
          if (criterion.origin().orElse(null) instanceof Origin.SumOfCommunes sum) {
            sums.put(criterion, sum);
          }
        });
    if (sums.isEmpty()) {
      return Map.of();
    }
    List<UnitCode> communes = communes(campaign, unit);
    var wanted = new ArrayList<Submissions.Asked>();
    for (UnitCode commune : communes) {
      sums.values().forEach(sum -> wanted.add(new Submissions.Asked(commune, sum.criterion())));
    }
    Map<Submissions.Asked, Answer> answers = submissions.answers(campaign.id(), wanted);
    var derived = new LinkedHashMap<CriterionId, Derived>();
    sums.forEach(
        (criterion, sum) -> derived.put(criterion.id(), sum(criterion, sum, communes, answers)));
    return derived;
  }

  private static Derived sum(
      Criterion criterion,
      Origin.SumOfCommunes sum,
      List<UnitCode> communes,
      Map<Submissions.Asked, Answer> answers) {
    List<Answer> given =
        communes.stream()
            .map(commune -> answers.get(new Submissions.Asked(commune, sum.criterion())))
            .filter(answer -> answer != null && !answer.contested())
            .toList();
    long counted = given.stream().filter(answer -> sum.counted().counts(answer.inputs())).count();
    Scored scored = scored(criterion, share(criterion, counted, communes.size()));
    return new Derived(
        sum.criterion(), scored.inputs(), scored.points(), communes.size(), given.size());
  }

  /** The computed answers as they are written; those that are stored so already are left out. */
  public static List<Answer> answers(
      Map<CriterionId, Computed> computed,
      Form form,
      long criteriaVersion,
      Amendments amendments,
      Instant now) {
    return computed.entrySet().stream()
        .map(one -> {
          Optional<Answer> stored = Optional.ofNullable(form.answers().get(one.getKey()));
          var next =
              new Answer(
                      one.getKey(),
                      Answer.Content.of(one.getValue().inputs(), one.getValue().points())
                          .withClaim(Claim.computed()),
                      Answer.Authorship.own(criteriaVersion, now, SYSTEM),
                      1)
                  .over(stored);
          return stored
                  .filter(next::sameContent)
                  .filter(old -> !amendments.outdated(old))
                  .isPresent()
              ? Optional.<Answer>empty()
              : Optional.of(next);
        })
        .flatMap(Optional::stream)
        .toList();
  }

  private static Map<String, Object> sent(
      Criterion criterion, Origin.SendingTime time, Head head, Instant now) {
    Instant at = head.sentAt(now);
    Duration late = Duration.between(head.dueAt(), at);
    String option =
        at.isAfter(head.dueAt())
            ? time.late().stream()
                .filter(step -> late.compareTo(Duration.ofDays(step.days())) <= 0)
                .map(Origin.Late::value)
                .findFirst()
                .orElse(time.otherwise())
            : time.onTime();
    return Map.of(criterion.inputs().getFirst().key(), option);
  }

  // In time is what reached the office by the district's own due time; when a commune sent to its
  // district is the commune's own criterion.
  private static Map<String, Object> forwarded(
      Criterion criterion,
      Map<UnitCode, Optional<Head>> board,
      Head district,
      Instant now,
      Collection<UnitCode> forwarding) {
    long inTime =
        board.entrySet().stream()
            .filter(commune ->
                commune
                    .getValue()
                    .flatMap(Head::passedOnAt)
                    .or(() ->
                        forwarding.contains(commune.getKey()) ? Optional.of(now) : Optional.empty())
                    .filter(at -> !at.isAfter(district.dueAt()))
                    .isPresent())
            .count();
    return share(criterion, inTime, board.size());
  }

  private static Map<String, Object> share(Criterion criterion, long part, long whole) {
    ScoringRule.Share share =
        criterion
            .rule()
            .partOfWhole()
            .orElseThrow(
                () -> new IllegalStateException(criterion.id() + " takes no part of a whole"));
    return Map.of(share.numerator().key(), part, share.denominator().key(), whole);
  }

  private static Scored scored(Criterion criterion, Map<String, Object> inputs) {
    Outcome<Scored> scored = Scoring.score(criterion, inputs);
    return scored.fold(
        refusal -> {
          throw new IllegalStateException(criterion.id() + " refuses " + inputs);
        },
        accepted -> accepted);
  }

  private Map<UnitCode, Optional<Head>> heads(Campaign campaign, Unit district) {
    List<UnitCode> communes = communes(campaign, district);
    Map<UnitCode, Head> stored = submissions.heads(campaign.id(), communes);
    var heads = new HashMap<UnitCode, Optional<Head>>();
    communes.forEach(commune -> heads.put(commune, Optional.ofNullable(stored.get(commune))));
    return heads;
  }

  private List<UnitCode> communes(Campaign campaign, Unit district) {
    return units.all(campaign.id(), campaign.unitsVersion()).stream()
        .filter(unit -> unit.parent().filter(district.code()::equals).isPresent())
        .map(Unit::code)
        .toList();
  }
}
