package vn.minhbach.core.criteria;

import static vn.minhbach.core.criteria.Fields.addsUp;
import static vn.minhbach.core.criteria.Fields.build;
import static vn.minhbach.core.criteria.Fields.coded;
import static vn.minhbach.core.criteria.Fields.descends;
import static vn.minhbach.core.criteria.Fields.id;
import static vn.minhbach.core.criteria.Fields.items;
import static vn.minhbach.core.criteria.Fields.maximum;
import static vn.minhbach.core.criteria.Fields.oneOf;
import static vn.minhbach.core.criteria.Fields.points;
import static vn.minhbach.core.criteria.Fields.sum;
import static vn.minhbach.core.criteria.Fields.text;
import static vn.minhbach.core.criteria.Fields.unique;
import static vn.minhbach.core.criteria.Fields.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup.Kind;

/** Reads a criteria set from its tree; one reader for one tree, since it remembers used ids. */
final class CriteriaReader {

  private static final Pattern SET_ID = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,39})");
  private static final Pattern PART_ID = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,39})");
  private static final int LEVELS_MAX = 20;
  private static final int GROUPS_MAX = 30;
  private static final int CRITERIA_MAX = 100;
  private static final int NAME_MAX = 300;
  private static final int DISTRICTS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<String, String> groupIds = new HashMap<>();
  private final Map<String, String> subgroupIds = new HashMap<>();
  private final Map<String, String> criterionIds = new HashMap<>();

  /** The group of units that the set is for, as it was sent. */
  private final Object unitGroup;

  private CriteriaReader(Object unitGroup) {
    this.unitGroup = unitGroup;
  }

  /** A group of the set: its points, if readable, and how to build it once nothing is at fault. */
  private record GroupPart(Kind kind, Optional<BigDecimal> max, Supplier<CriteriaGroup> build) {}

  private record SubgroupPart(Node node, String id, String title, Optional<BigDecimal> max) {
    Subgroup build() {
      return new Subgroup(id, title, points(max));
    }
  }

  private record CriterionPart(
      Optional<BigDecimal> max, Optional<String> subgroup, Supplier<Criterion> build) {}

  static Supplier<CriteriaSet> read(Node root) {
    root.only(
        "setId",
        "title",
        "version",
        "year",
        "unitGroup",
        "maxPoints",
        "bonusMaxPoints",
        "penaltyMaxPoints",
        "source",
        "note",
        "officialPartsYear",
        "pointPrecision",
        "rounding",
        "levels",
        "groups");
    Optional<BigDecimal> max = maximum(root.field("maxPoints"));
    remarks(root);
    List<Supplier<Level>> levels = levels(root.field("levels"));
    var reader = new CriteriaReader(root.optional("unitGroup").map(Node::raw).orElse(null));
    List<GroupPart> groups =
        items(root.field("groups"), 1, GROUPS_MAX).stream().map(reader::group).toList();
    addsUp(root.field("maxPoints"), max, sum(of(Kind.BASE, groups).map(GroupPart::max)));
    var caps = new EnumMap<Kind, Optional<BigDecimal>>(Kind.class);
    cap(root, "bonusMaxPoints", Kind.BONUS, groups).ifPresent(cap -> caps.put(Kind.BONUS, cap));
    cap(root, "penaltyMaxPoints", Kind.PENALTY, groups)
        .ifPresent(cap -> caps.put(Kind.PENALTY, cap));
    Supplier<CriteriaSet.Head> head = head(root, max, caps);
    return () ->
        new CriteriaSet(
            head.get(), build(levels), build(groups.stream().map(GroupPart::build).toList()));
  }

  private static Stream<GroupPart> of(Kind kind, List<GroupPart> groups) {
    return groups.stream().filter(group -> group.kind() == kind);
  }

  // A cap above what the groups give together caps nothing: one of the two is a slip.
  private static Optional<Optional<BigDecimal>> cap(
      Node root, String field, Kind kind, List<GroupPart> groups) {
    return root.optional(field)
        .map(node -> {
          Optional<BigDecimal> cap = maximum(node);
          within(node, cap, sum(of(kind, groups).map(GroupPart::max)));
          return cap;
        });
  }

  private static Supplier<CriteriaSet.Head> head(
      Node root, Optional<BigDecimal> max, Map<Kind, Optional<BigDecimal>> caps) {
    String setId = id(root.field("setId"), SET_ID);
    String title = root.field("title").lines();
    String version = root.field("version").text(40);
    int year = (int) root.field("year").integer(2000, 2100);
    int unitGroup = (int) root.field("unitGroup").integer(1, 3);
    return () -> {
      var most = new EnumMap<Kind, Points>(Kind.class);
      caps.forEach((kind, cap) -> most.put(kind, points(cap)));
      return new CriteriaSet.Head(setId, title, version, year, unitGroup, points(max), most);
    };
  }

  // Where the set comes from stays in its tree. Points are rounded in one way only.
  private static void remarks(Node root) {
    text(root, "source");
    text(root, "note");
    root.optional("officialPartsYear").ifPresent(year -> year.integer(2000, 2100));
    root.optional("pointPrecision").ifPresent(precision -> precision.integer(2, 2));
    root.optional("rounding").ifPresent(rounding -> rounding.oneOf("HALF_UP"));
  }

  private static List<Supplier<Level>> levels(Node node) {
    var levels = new ArrayList<Supplier<Level>>();
    var codes = new HashMap<String, String>();
    Optional<BigDecimal> previous = Optional.empty();
    List<Node> items = items(node, 1, LEVELS_MAX);
    for (Node item : items) {
      item.only("code", "label", "minPercent", "minInclusive", "provenance");
      String code = id(item.field("code"), SET_ID);
      unique(item.field("code"), code, codes);
      String label = item.field("label").text(100);
      text(item, "provenance");
      Node minPercent = item.field("minPercent");
      Optional<BigDecimal> min = minPercent.decimal(BigDecimal.ZERO, HUNDRED, 2);
      boolean inclusive = item.field("minInclusive").bool();
      descends(minPercent, min, previous);
      previous = min;
      if (levels.size() == items.size() - 1 && min.isPresent()) {
        bottom(item, min.get(), inclusive);
      }
      levels.add(() -> new Level(code, label, points(min), inclusive));
    }
    return levels;
  }

  private static void bottom(Node level, BigDecimal min, boolean inclusive) {
    if (min.signum() != 0 || !inclusive) {
      level.fault(CriteriaProblem.LEVELS_WITHOUT_BOTTOM.of());
    }
  }

  private GroupPart group(Node node) {
    node.only(
        "id",
        "title",
        "kind",
        "maxPoints",
        "provenance",
        "basis",
        "subgroups",
        "criteria",
        "levels");
    String id = id(node.field("id"), PART_ID);
    unique(node.field("id"), id, groupIds);
    String title = node.field("title").lines();
    text(node, "provenance");
    text(node, "basis");
    Kind kind = node.optional("kind").flatMap(given -> coded(given, Kind.class)).orElse(Kind.BASE);
    Optional<BigDecimal> max = maximum(node.field("maxPoints"));
    List<SubgroupPart> subgroups =
        node.optional("subgroups")
            .map(list -> list.items(GROUPS_MAX).stream().map(this::subgroup).toList())
            .orElse(List.of());
    List<CriterionPart> criteria =
        items(node.field("criteria"), 1, CRITERIA_MAX).stream()
            .map(criterion -> criterion(criterion, subgroups, kind))
            .toList();
    subgroupsAddUp(subgroups, criteria);
    Optional<BigDecimal> sum =
        subgroups.isEmpty()
            ? sum(criteria.stream().map(CriterionPart::max))
            : sum(subgroups.stream().map(SubgroupPart::max));
    if (kind == Kind.BASE) {
      addsUp(node.field("maxPoints"), max, sum);
    } else {
      within(node.field("maxPoints"), max, sum);
    }
    List<Supplier<Level>> levels = ownLevels(node, kind);
    return new GroupPart(
        kind,
        max,
        () ->
            new CriteriaGroup(
                id,
                title,
                kind,
                points(max),
                subgroups.stream().map(SubgroupPart::build).toList(),
                build(criteria.stream().map(CriterionPart::build).toList()),
                build(levels)));
  }

  // What comes on top or off has no percentage that a level could be read from.
  private static List<Supplier<Level>> ownLevels(Node node, Kind kind) {
    Optional<Node> levels = node.optional("levels");
    if (levels.isPresent() && kind != Kind.BASE) {
      levels.get().fault(CriteriaProblem.LEVELS_OF_EXTRA_POINTS.of());
    }
    return levels.map(CriteriaReader::levels).orElse(List.of());
  }

  private static void subgroupsAddUp(List<SubgroupPart> subgroups, List<CriterionPart> criteria) {
    if (criteria.stream().anyMatch(criterion -> criterion.subgroup().isEmpty())) {
      return; // A criterion without its subgroup is a fault already; no sum would say more.
    }
    for (SubgroupPart subgroup : subgroups) {
      addsUp(
          subgroup.node().field("maxPoints"),
          subgroup.max(),
          sum(
              criteria.stream()
                  .filter(criterion -> criterion.subgroup().equals(Optional.of(subgroup.id())))
                  .map(CriterionPart::max)));
    }
  }

  private SubgroupPart subgroup(Node node) {
    node.only("id", "title", "maxPoints", "provenance", "basis");
    String id = id(node.field("id"), PART_ID);
    unique(node.field("id"), id, subgroupIds);
    String title = node.field("title").lines();
    text(node, "provenance");
    text(node, "basis");
    return new SubgroupPart(node, id, title, maximum(node.field("maxPoints")));
  }

  private CriterionPart criterion(Node node, List<SubgroupPart> subgroups, Kind kind) {
    node.only(
        "id",
        "title",
        "maxPoints",
        "scoring",
        "evidenceRequired",
        "hint",
        "verifyBy",
        "naAllowed",
        "naReason",
        "subgroup",
        "provenance",
        "basis",
        "origin",
        "verifier",
        "dataSource",
        "public");
    String id = id(node.field("id"), PART_ID);
    unique(node.field("id"), id, criterionIds);
    String title = node.field("title").lines();
    Optional<BigDecimal> max = maximum(node.field("maxPoints"));
    boolean naAllowed = naAllowed(node);
    Supplier<ScoringRule> rule =
        RuleReader.read(node.field("scoring"), max, naAllowed, kind != Kind.BASE);
    boolean evidenceRequired = node.field("evidenceRequired").bool();
    Optional<String> hint = text(node, "hint");
    Optional<VerifyBy> verifyBy = coded(node.field("verifyBy"), VerifyBy.class);
    Optional<String> naReason = text(node, "naReason");
    Optional<String> subgroup = subgroupOf(node, subgroups);
    Optional<String> provenance = text(node, "provenance");
    Optional<String> basis = text(node, "basis");
    Optional<Supplier<Origin>> origin =
        node.optional("origin")
            .map(field -> OriginReader.read(notOfItself(field), node.field("scoring")));
    Optional<String> verifier = node.optional("verifier").map(given -> given.text(NAME_MAX));
    Optional<String> dataSource = node.optional("dataSource").map(given -> given.text(NAME_MAX));
    Disclosure disclosure =
        node.optional("public")
            .flatMap(given -> coded(given, Disclosure.class))
            .orElse(Disclosure.ALL);
    return new CriterionPart(
        max,
        subgroup,
        () ->
            new Criterion(
                new CriterionId(id),
                title,
                points(max),
                rule.get(),
                evidenceRequired,
                hint,
                verifyBy.orElseThrow(),
                naAllowed,
                naReason,
                subgroup,
                provenance,
                basis,
                origin.map(Supplier::get),
                verifier,
                dataSource,
                disclosure));
  }

  // Only what a district says of its communes comes from another set: any other derived figure
  // would be made of figures that are derived in turn.
  private Node notOfItself(Node origin) {
    boolean district = unitGroup instanceof Number number && number.intValue() == DISTRICTS;
    origin
        .optional("kind")
        .filter(kind -> "derived".equals(kind.raw()) && unitGroup instanceof Number && !district)
        .ifPresent(kind -> kind.fault(CriteriaProblem.DERIVED_OF_ITSELF.of()));
    return origin;
  }

  // The two go together: a reason without the permission is a permission that got lost.
  private static boolean naAllowed(Node node) {
    boolean allowed = node.optional("naAllowed").map(Node::bool).orElse(false);
    if (allowed) {
      node.field("naReason");
    } else if (node.optional("naReason").isPresent()) {
      node.field("naAllowed");
    }
    return allowed;
  }

  private static Optional<String> subgroupOf(Node node, List<SubgroupPart> subgroups) {
    if (!subgroups.isEmpty()) {
      String[] known = subgroups.stream().map(SubgroupPart::id).toArray(String[]::new);
      return oneOf(node.field("subgroup"), known);
    }
    node.optional("subgroup")
        .ifPresent(named ->
            named.fault(InputProblem.UNKNOWN_VALUE.of(String.valueOf(named.raw()), List.of("—"))));
    return Optional.empty();
  }
}
