package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Employer;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.publication.Rehearsed.Status;
import vn.minhbach.core.publish.ranking.Ranking;
import vn.minhbach.core.publish.ranking.Standing;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Replays the answers of an earlier campaign on a criteria set before forms go out, or before a set
 * is corrected: what fits, what does not, who would change level, which criteria tell nobody apart.
 * Writes nothing.
 *
 * <p>A unit is played by the one earlier unit that it is, or alone succeeds; merged, divided and
 * new units are named as not comparable.
 *
 * <p>The unit that employs the reader is left out of everything, counts and spreads included, so
 * that nothing can be had by subtraction. Of its group no ranks are given; while the earlier result
 * is not published, no points either, and what is counted over the others only where at least
 * {@value #OTHERS_MIN} remain: the spread of fewer is their points by another name.
 *
 * <p>Refused while the campaign has no units or no set for the group, and when the earlier campaign
 * has sent no forms to it.
 */
public final class RehearseCriteria {

  /** Of how many other units an aggregate is made at least, where their points are not shown. */
  public static final int OTHERS_MIN = 5;

  private final Campaigns campaigns;
  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Forms forms;

  public RehearseCriteria(
      Campaigns campaigns, Units units, CriteriaSets criteriaSets, Forms forms) {
    this.campaigns = campaigns;
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.forms = forms;
  }

  /**
   * What is to be tried.
   *
   * @param campaign whose answers
   * @param set one that is not in force, as read; empty for the one that is
   */
  public record Order(String campaign, Optional<Outcome<CriteriaSet>> set) {}

  /** Reads {@code {campaign, set?}}. */
  public static Outcome<Order> order(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, RehearseCriteria::shape);
  }

  /** Rehearses. */
  public Outcome<Rehearsed> rehearse(Campaign campaign, int group, Caller caller, Order order) {
    return campaign
        .beforeReport()
        .flatMap(open -> set(open, group, order))
        .flatMap(set ->
            earlier(order.campaign(), group)
                .flatMap(earlier -> known(caller, earlier))
                .flatMap(earlier ->
                    register(campaign)
                        .map(register -> played(campaign, group, caller, set, earlier, register))));
  }

  // In the earlier register too the employer must be found: a code that it lacks would compare
  // with nothing. What is published is everybody's.
  private Outcome<Campaign> known(Caller caller, Campaign earlier) {
    Optional<UnitCode> lacking =
        caller
            .unit()
            .filter(code -> !earlier.stage().published())
            .filter(code -> units.find(earlier.id(), earlier.unitsVersion(), code).isEmpty());
    return lacking.isEmpty()
        ? Outcome.accepted(earlier)
        : Outcome.refused(
            AccessProblem.EMPLOYER_NOT_IN_REGISTER.of(
                caller.id(), lacking.get(), earlier.id(), Employer.NONE));
  }

  private Outcome<CriteriaSet> set(Campaign campaign, int group, Order order) {
    if (order.set().isPresent()) {
      return order.set().get().flatMap(set -> set.ofGroup(group));
    }
    return Optional.ofNullable(campaign.criteriaVersions().get(group))
        .flatMap(version -> criteriaSets.find(campaign.id(), group, version))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(CriteriaProblem.NO_CRITERIA.of(campaign.id(), group)));
  }

  private Outcome<Campaign> earlier(String id, int group) {
    Optional<Campaign> found =
        CampaignId.valid(id) ? campaigns.find(new CampaignId(id)) : Optional.empty();
    if (found.isEmpty()) {
      return Outcome.refused(CampaignProblem.UNKNOWN_CAMPAIGN.of(id));
    }
    return found.get().openedAt().isPresent() && found.get().criteriaVersions().containsKey(group)
        ? Outcome.accepted(found.get())
        : Outcome.refused(PublicationProblem.NO_ANSWERS_TO_REPLAY.of(id, group));
  }

  private Outcome<List<Unit>> register(Campaign campaign) {
    return campaign.unitsVersion() == 0
        ? Outcome.refused(CampaignProblem.NEEDS_UNITS.of(campaign.id()))
        : Outcome.accepted(units.all(campaign.id(), campaign.unitsVersion()));
  }

  private Rehearsed played(
      Campaign campaign,
      int group,
      Caller caller,
      CriteriaSet set,
      Campaign earlier,
      List<Unit> register) {
    List<Unit> before = units.all(earlier.id(), earlier.unitsVersion());
    var replay = new Replay(set);
    var played = new ArrayList<Played>();
    for (Unit unit : register) {
      Lineage lineage = Lineage.of(unit, register, before);
      if (unit.group() == group && !about(caller, unit, lineage)) {
        played.add(form(earlier, unit, lineage));
      }
    }
    List<Part> parts = parts(played, replay);
    CriteriaSet then =
        criteriaSets.find(earlier.id(), group, earlier.criteriaVersions().get(group)).orElseThrow();
    boolean withheld = withheld(caller, group, register, before);
    boolean veiled = withheld && !earlier.stage().published();
    boolean tooFew =
        veiled && parts.stream().filter(part -> part.cards().isPresent()).count() < OTHERS_MIN;
    Map<UnitCode, OptionalInt> ranksThen =
        withheld ? Map.of() : ranks(parts, Cards::then, earlier.settings());
    Map<UnitCode, OptionalInt> ranksNow =
        withheld ? Map.of() : ranks(parts, Cards::now, campaign.settings());
    return new Rehearsed(
        campaign.id(),
        earlier.id(),
        group,
        then,
        set,
        parts.stream()
            .map(part -> veiled ? part.veiled() : part)
            .map(part -> row(part, ranksThen, ranksNow))
            .toList(),
        tooFew ? List.of() : replay.lines().stream().map(line -> known(line, veiled)).toList(),
        then.criteria().keySet().stream().filter(id -> set.criterion(id).isEmpty()).toList(),
        tooFew ? List.of() : levels(parts),
        Arrays.stream(Status.values())
            .map(status ->
                new Rehearsed.Count(
                    status, (int) parts.stream().filter(one -> one.status() == status).count()))
            .toList(),
        withheld,
        veiled,
        tooFew);
  }

  // Points of fewer than so many are those units' points, whatever they are called.
  private static Replay.Line known(Replay.Line line, boolean veiled) {
    return veiled && line.spread().filter(spread -> spread.count() < OTHERS_MIN).isPresent()
        ? line.withoutSpread()
        : line;
  }

  private static boolean about(Caller caller, Unit unit, Lineage lineage) {
    Set<UnitCode> recused = caller.recused();
    return recused.contains(unit.code())
        || lineage.predecessors().stream().anyMatch(before -> recused.contains(before.code()));
  }

  /** Held against the line of the access table that guards draft ranks. */
  private static boolean withheld(
      Caller caller, int group, List<Unit> register, List<Unit> before) {
    return List.of(register, before).stream()
        .map(all ->
            all.stream()
                .filter(unit -> Optional.of(unit.code()).equals(caller.unit()))
                .map(Unit::group)
                .findFirst())
        .anyMatch(employer ->
            Access.READ_DRAFT_RANKING
                .admit(caller, Target.draftOf(group, employer, false))
                .fold(refused -> true, admitted -> false));
  }

  // The best are sought among the units that are played: that of another year is another figure.
  private static List<Part> parts(List<Played> forms, Replay replay) {
    List<FormView> views = forms.stream().flatMap(form -> form.view().stream()).toList();
    Bests then = Bests.of(views.stream().map(FormView::measured).toList());
    Bests now =
        Bests.of(views.stream().map(view -> replay.measured(view.form().answers())).toList());
    return forms.stream()
        .map(form -> {
          Optional<Cards> cards =
              form.view()
                  .map(view ->
                      new Cards(
                          view.with(then).scorecard(), replay.card(view.form().answers(), now)));
          return new Part(form.unit(), form.lineage(), form.predecessor(), form.status(), cards);
        })
        .toList();
  }

  private Played form(Campaign earlier, Unit unit, Lineage lineage) {
    Optional<Unit> predecessor =
        Optional.of(lineage)
            .filter(found -> found.relation().comparable())
            .map(found -> found.predecessors().getFirst())
            .filter(found -> found.group() == unit.group());
    Optional<FormView> view =
        predecessor
            .flatMap(played ->
                forms
                    .read(earlier, played)
                    .<Optional<FormView>>fold(notSent -> Optional.empty(), Optional::of))
            .filter(found -> found.form().head().state().delivered());
    Status status =
        view.isPresent()
            ? Status.REPLAYED
            : predecessor.isPresent() ? Status.NOT_DELIVERED : Status.NOT_COMPARABLE;
    return new Played(unit, lineage, predecessor.map(Unit::code), status, view);
  }

  private static Map<UnitCode, OptionalInt> ranks(
      List<Part> parts, Function<Cards, Scorecard> card, CampaignSettings settings) {
    var ranks = new HashMap<UnitCode, OptionalInt>();
    List<Standing> standings =
        parts.stream()
            .filter(part -> part.cards().isPresent())
            .map(part ->
                Standing.of(
                    part.unit().code(),
                    part.unit().name(),
                    card.apply(part.cards().orElseThrow()),
                    settings.resultSettings().tieBreaks()))
            .toList();
    Ranking.rank(standings, settings.tieRule())
        .forEach(ranked -> ranks.put(ranked.standing().unit(), ranked.rank()));
    return ranks;
  }

  private static Rehearsed.Row row(
      Part part, Map<UnitCode, OptionalInt> ranksThen, Map<UnitCode, OptionalInt> ranksNow) {
    UnitCode code = part.unit().code();
    return new Rehearsed.Row(
        part.unit(),
        part.lineage().relation(),
        part.predecessor(),
        part.status(),
        part.cards()
            .map(Cards::then)
            .map(card -> result(card, ranksThen.getOrDefault(code, OptionalInt.empty()))),
        part.cards()
            .map(Cards::now)
            .map(card -> result(card, ranksNow.getOrDefault(code, OptionalInt.empty()))));
  }

  private static Rehearsed.Result result(Scorecard card, OptionalInt rank) {
    return new Rehearsed.Result(
        card.points(), card.max(), card.index(), card.level().map(Level::code), rank);
  }

  private static List<Rehearsed.LevelChange> levels(List<Part> parts) {
    var changes = new TreeMap<String, Rehearsed.LevelChange>();
    parts.stream()
        .flatMap(part -> part.cards().stream())
        .forEach(cards -> {
          Optional<String> from = cards.then().level().map(Level::code);
          Optional<String> to = cards.now().level().map(Level::code);
          changes.merge(
              from + "/" + to,
              new Rehearsed.LevelChange(from, to, 1),
              (one, other) -> new Rehearsed.LevelChange(from, to, one.units() + other.units()));
        });
    return List.copyOf(changes.values());
  }

  private static Supplier<Order> shape(Node body) {
    body.only("campaign", "set");
    Node campaign = body.field("campaign");
    String id = campaign.raw() == null ? "" : campaign.text(40);
    Optional<Outcome<CriteriaSet>> set =
        body.optional("set").map(node -> CriteriaSet.readAt("set", node.raw()));
    return () -> new Order(id, set);
  }

  private record Cards(Scorecard then, Scorecard now) {}

  /** A unit with the form that it is played by. */
  private record Played(
      Unit unit,
      Lineage lineage,
      Optional<UnitCode> predecessor,
      Status status,
      Optional<FormView> view) {}

  private record Part(
      Unit unit,
      Lineage lineage,
      Optional<UnitCode> predecessor,
      Status status,
      Optional<Cards> cards) {

    /** Without what it scored. */
    Part veiled() {
      return new Part(unit, lineage, predecessor, status, Optional.empty());
    }
  }
}
