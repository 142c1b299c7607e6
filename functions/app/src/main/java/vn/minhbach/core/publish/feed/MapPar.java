package vn.minhbach.core.publish.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.unit.Unit;

/**
 * The owner of the PAR index maps its criteria to our figures, whole, over the version that was
 * read. At any time: a version that a feed was made from stays. Refused for communes, for what our
 * criteria do not have, and for one criterion mapped twice in a group.
 */
public final class MapPar {

  private static final int LINES_MAX = 200;
  private static final int CODE_MAX = 40;
  private static final int NAME_MAX = 300;
  private static final int LEVELS_MAX = 20;
  private static final BigDecimal POINTS_MAX = BigDecimal.valueOf(1_000);
  private static final Set<Integer> GROUPS = Set.of(Unit.DEPARTMENTS, Unit.DISTRICTS);

  private final CampaignChange change;
  private final CriteriaSets criteriaSets;
  private final ParMappings mappings;

  public MapPar(CampaignChange change, CriteriaSets criteriaSets, ParMappings mappings) {
    this.change = change;
    this.criteriaSets = criteriaSets;
    this.mappings = mappings;
  }

  /** The mapping in force. */
  public Outcome<ParMapping> read(Campaign campaign) {
    return mappings
        .current(campaign.id())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(ParProblem.NO_PAR_MAPPING.of(campaign.id())));
  }

  /**
   * Reads {@code {lines: [{code, name, group, from: {criterion | criteriaGroup | index}, maxPoints,
   * levels?}]}}.
   */
  public static Outcome<List<ParMapping.Line>> lines(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, MapPar::shape);
  }

  /** The mapping as it is in force then. */
  public Outcome<ParMapping> map(
      CampaignId id, Act act, Condition condition, Outcome<List<ParMapping.Line>> sent) {
    return change
        .of(
            id,
            act,
            campaign ->
                sent.flatMap(lines -> checked(campaign, lines))
                    .flatMap(lines -> decide(campaign, act, condition, lines)))
        .map(campaign -> mappings.current(id).orElseThrow());
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, Act act, Condition condition, List<ParMapping.Line> lines) {
    Optional<ParMapping> stored = mappings.current(campaign.id());
    if (stored.map(ParMapping::lines).filter(lines::equals).isPresent()) {
      return Outcome.accepted(CampaignChange.Decided.nothing(campaign));
    }
    var next =
        new ParMapping(
            campaign.id(),
            lines,
            act.caller().id(),
            act.now(),
            stored.map(ParMapping::version).orElse(0L) + 1);
    return condition
        .against(stored.map(ParMapping::etag))
        .map(met ->
            new CampaignChange.Decided(
                campaign,
                Optional.of(ParFact.ParMapped.of(next)),
                Map.of(),
                List.of(new PutParMapping(next))));
  }

  private Outcome<List<ParMapping.Line>> checked(Campaign campaign, List<ParMapping.Line> lines) {
    var faults = new ArrayList<Violation>();
    var seen = new HashSet<String>();
    for (int i = 0; i < lines.size(); i++) {
      ParMapping.Line line = lines.get(i);
      String place = "lines[" + i + "]";
      if (!seen.add(line.group() + " " + line.code())) {
        faults.add(
            Violation.at(
                place + ".code",
                InputProblem.DUPLICATE_ID.of(line.code(), "lines (" + line.group() + ")")));
      }
      Optional<CriteriaSet> set =
          Optional.ofNullable(campaign.criteriaVersions().get(line.group()))
              .filter(version -> GROUPS.contains(line.group()))
              .flatMap(version -> criteriaSets.find(campaign.id(), line.group(), version));
      if (set.isEmpty()) {
        faults.add(Violation.at(place + ".group", ParProblem.NOT_OF_PAR_INDEX.of(line.group())));
      } else {
        fault(line, set.get(), place).ifPresent(faults::add);
      }
    }
    return faults.isEmpty()
        ? Outcome.accepted(lines)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }

  private static Optional<Violation> fault(ParMapping.Line line, CriteriaSet set, String place) {
    ParMapping.Source source = line.source();
    boolean known =
        switch (source.kind()) {
          case INDEX -> true;
          case GROUP -> set.groups().stream().anyMatch(one -> one.id().equals(source.id()));
          case CRITERION -> set.criterion(new CriterionId(source.id())).isPresent();
        };
    if (!known) {
      Fault fault = ParProblem.UNKNOWN_PAR_SOURCE.of(source.id(), line.group());
      return Optional.of(Violation.at(place + ".from", fault));
    }
    List<String> levels = set.levels().stream().map(Level::code).toList();
    boolean fit =
        line.levels().isEmpty()
            || source.kind() == ParMapping.Kind.INDEX
                && line.levels().keySet().equals(Set.copyOf(levels))
                && line.levels().values().stream()
                    .noneMatch(points -> points.compareTo(line.maxPoints()) > 0);
    return fit
        ? Optional.empty()
        : Optional.of(Violation.at(place + ".levels", ParProblem.PAR_LEVELS.of(levels)));
  }

  private static Supplier<List<ParMapping.Line>> shape(Node body) {
    body.only("lines");
    Node list = body.field("lines");
    if (list.raw() instanceof List<?> sent && sent.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    List<ParMapping.Line> lines =
        list.raw() == null ? List.of() : list.items(LINES_MAX).stream().map(MapPar::line).toList();
    return () -> lines;
  }

  private static ParMapping.Line line(Node node) {
    node.only("code", "name", "group", "from", "maxPoints", "levels");
    Node code = node.field("code");
    Node name = node.field("name");
    Node group = node.field("group");
    Node most = node.field("maxPoints");
    Node from = node.field("from");
    var levels = new TreeMap<String, Points>();
    node.optional("levels")
        .map(given -> given.fields(LEVELS_MAX))
        .orElse(Map.of())
        .forEach((level, points) -> levels.put(level, points(points)));
    return new ParMapping.Line(
        code.raw() == null ? "" : code.code(CODE_MAX),
        name.raw() == null ? "" : name.text(NAME_MAX),
        group.raw() == null ? 0 : (int) group.integer(1, 3),
        from.raw() == null ? ParMapping.Source.INDEX : source(from),
        most.raw() == null ? Points.ZERO : points(most),
        levels);
  }

  // A number, as points are in criteria sets.
  private static Points points(Node node) {
    return new Points(
        node.decimal(BigDecimal.ZERO, POINTS_MAX, 2).orElse(BigDecimal.ZERO).setScale(2));
  }

  private static ParMapping.Source source(Node from) {
    from.only("criterion", "criteriaGroup", "index");
    Optional<Node> criterion = from.optional("criterion");
    Optional<Node> group = from.optional("criteriaGroup");
    boolean index = from.optional("index").map(Node::bool).orElse(false);
    int named = (criterion.isPresent() ? 1 : 0) + (group.isPresent() ? 1 : 0) + (index ? 1 : 0);
    if (named != 1) {
      from.fault(ParProblem.ONE_PAR_SOURCE.of());
      return ParMapping.Source.INDEX;
    }
    if (criterion.isPresent()) {
      String id = criterion.get().code(CODE_MAX);
      if (!id.isBlank() && !CriterionId.valid(id)) {
        criterion.get().fault(InputProblem.BAD_CODE.of(id));
      }
      return new ParMapping.Source(ParMapping.Kind.CRITERION, id);
    }
    return group
        .map(one -> new ParMapping.Source(ParMapping.Kind.GROUP, one.code(CODE_MAX)))
        .orElse(ParMapping.Source.INDEX);
  }
}
