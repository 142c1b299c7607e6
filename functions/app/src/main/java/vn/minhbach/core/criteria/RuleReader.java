package vn.minhbach.core.criteria;

import static vn.minhbach.core.criteria.Fields.LEAST_POINTS;
import static vn.minhbach.core.criteria.Fields.addsUp;
import static vn.minhbach.core.criteria.Fields.build;
import static vn.minhbach.core.criteria.Fields.coded;
import static vn.minhbach.core.criteria.Fields.descends;
import static vn.minhbach.core.criteria.Fields.id;
import static vn.minhbach.core.criteria.Fields.items;
import static vn.minhbach.core.criteria.Fields.oneOf;
import static vn.minhbach.core.criteria.Fields.sum;
import static vn.minhbach.core.criteria.Fields.unique;
import static vn.minhbach.core.criteria.Fields.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.minhbach.core.Node;
import vn.minhbach.core.criteria.InputsReader.Use;
import vn.minhbach.core.criteria.ScoringRule.Amount;
import vn.minhbach.core.criteria.ScoringRule.Checklist;
import vn.minhbach.core.criteria.ScoringRule.Choice;
import vn.minhbach.core.criteria.ScoringRule.Count;
import vn.minhbach.core.criteria.ScoringRule.Item;
import vn.minhbach.core.criteria.ScoringRule.Measure;
import vn.minhbach.core.criteria.ScoringRule.Option;
import vn.minhbach.core.criteria.ScoringRule.Ratio;
import vn.minhbach.core.criteria.ScoringRule.Share;
import vn.minhbach.core.criteria.ScoringRule.Tier;
import vn.minhbach.core.criteria.ScoringRule.Tiers;
import vn.minhbach.core.criteria.ScoringRule.YesNo;

/** Reads the {@code scoring} of one criterion. */
final class RuleReader {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,39})");
  private static final int ENTRIES_MAX = 100;
  private static final BigDecimal LEAST_TARGET = new BigDecimal("0.000001");

  /** Keys of parts name a place in an answer, so that they have no dot. */
  private static final Pattern PART_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

  /** A rule of parts whose parts have parts: deeper, no clerk finds a figure again. */
  private static final int DEPTH_MAX = 3;

  private static final int PARTS_MAX = 20;

  /** Where a rule stands: what it may be hangs on it. */
  private record Place(int depth, boolean naAllowed, boolean relativeAllowed) {

    /** Inside a rule of parts nothing drops out: its maximum is a share of the criterion's. */
    Place inside(boolean relative) {
      return new Place(depth + 1, false, relativeAllowed && relative);
    }
  }

  private final Node node;
  private final Optional<BigDecimal> max;
  private final Place place;

  private RuleReader(Node node, Optional<BigDecimal> max, Place place) {
    this.node = node;
    this.max = max;
    this.place = place;
  }

  /**
   * Reads a rule.
   *
   * @param extra whether the criterion gives bonus or penalty points, which no rule relative to the
   *     group's best may do: a cap would have to be applied before the best is known
   */
  static Supplier<ScoringRule> read(
      Node node, Optional<BigDecimal> max, boolean naAllowed, boolean extra) {
    return read(node, max, new Place(1, naAllowed, !extra));
  }

  private static Supplier<ScoringRule> read(Node node, Optional<BigDecimal> max, Place place) {
    var reader = new RuleReader(node, max, place);
    Optional<String> type =
        oneOf(
            node.field("type"),
            "ratio",
            "tiers",
            "boolean",
            "choice",
            "count",
            "checklist",
            "sum",
            "best",
            "relativeToBest");
    return switch (type.orElse("")) {
      case "ratio" -> reader.ratio();
      case "tiers" -> reader.tiers();
      case "boolean" -> reader.yesNo();
      case "choice" -> reader.choice();
      case "count" -> reader.count();
      case "checklist" -> reader.checklist();
      case "sum" -> reader.sumOfParts();
      case "best" -> reader.best();
      case "relativeToBest" -> reader.relativeToBest();
      default -> RuleReader::unreachable;
    };
  }

  // Nothing is built where something is at fault.
  private static <T> T unreachable() {
    throw new IllegalStateException("built in spite of a fault");
  }

  private Supplier<ScoringRule> ratio() {
    node.only("type", "inputs", "numerator", "denominator", "target", "whenDenominatorZero");
    Supplier<Share> share = share();
    Optional<BigDecimal> target =
        node.optional("target")
            .map(given -> given.decimal(LEAST_TARGET, BigDecimal.ONE, Input.DECIMALS))
            .orElse(Optional.of(BigDecimal.ONE));
    return () -> new Ratio(share.get(), target.orElseThrow());
  }

  private Supplier<ScoringRule> tiers() {
    Optional<String> on = oneOf(node.field("on"), "ratio", "value");
    Supplier<Measure> measure =
        switch (on.orElse("")) {
          case "ratio" -> shareOfTiers();
          case "value" -> amountOfTiers();
          default -> RuleReader::unreachable;
        };
    BigDecimal mostMin = on.equals(Optional.of("ratio")) ? BigDecimal.ONE : Input.MAX;
    var tiers = new ArrayList<Supplier<Tier>>();
    Optional<BigDecimal> previousMin = Optional.empty();
    Optional<BigDecimal> previousPoints = Optional.empty();
    for (Node tier : items(node.field("tiers"), 1, ENTRIES_MAX)) {
      tier.only("min", "points");
      Optional<BigDecimal> min =
          tier.field("min").decimal(BigDecimal.ZERO, mostMin, Input.DECIMALS);
      Optional<BigDecimal> points = Fields.points(tier.field("points"), LEAST_POINTS, max);
      descends(tier.field("min"), min, previousMin);
      descends(tier.field("points"), points, previousPoints);
      previousMin = min;
      previousPoints = points;
      tiers.add(() -> new Tier(min.orElseThrow(), Fields.points(points)));
    }
    Optional<BigDecimal> otherwise = points("otherwise");
    descends(node.field("otherwise"), otherwise, previousPoints);
    return () -> new Tiers(measure.get(), build(tiers), Fields.points(otherwise));
  }

  private Supplier<Measure> shareOfTiers() {
    node.only(
        "type",
        "on",
        "inputs",
        "numerator",
        "denominator",
        "tiers",
        "otherwise",
        "whenDenominatorZero");
    return share()::get;
  }

  private Supplier<Measure> amountOfTiers() {
    node.only("type", "on", "inputs", "value", "tiers", "otherwise");
    Supplier<Input> value = input(Use.number("value"));
    return () -> new Amount(value.get());
  }

  private Supplier<ScoringRule> yesNo() {
    node.only("type", "inputs", "value", "pointsIfTrue", "pointsIfFalse");
    Supplier<Input> value = input(Use.of("value", InputKind.BOOLEAN));
    Optional<BigDecimal> pointsIfTrue = points("pointsIfTrue");
    Optional<BigDecimal> pointsIfFalse = points("pointsIfFalse");
    return () -> new YesNo(value.get(), Fields.points(pointsIfTrue), Fields.points(pointsIfFalse));
  }

  private Supplier<ScoringRule> choice() {
    node.only("type", "inputs", "value", "options");
    Supplier<Input> input = input(Use.of("value", InputKind.CHOICE));
    var options = new ArrayList<Supplier<Option>>();
    var values = new HashMap<String, String>();
    for (Node option : items(node.field("options"), 2, ENTRIES_MAX)) {
      option.only("value", "label", "points");
      String value = id(option.field("value"), KEY);
      unique(option.field("value"), value, values);
      String label = option.field("label").lines();
      Optional<BigDecimal> points = Fields.points(option.field("points"), BigDecimal.ZERO, max);
      options.add(() -> new Option(value, label, Fields.points(points)));
    }
    return () -> new Choice(input.get(), build(options));
  }

  private Supplier<ScoringRule> count() {
    node.only("type", "inputs", "value", "pointsPerItem");
    Supplier<Input> value = input(Use.of("value", InputKind.INTEGER));
    Optional<BigDecimal> pointsPerItem =
        Fields.points(node.field("pointsPerItem"), LEAST_POINTS, max);
    return () -> new Count(value.get(), Fields.points(pointsPerItem));
  }

  private Supplier<ScoringRule> checklist() {
    node.only("type", "items");
    var items = new ArrayList<Supplier<Item>>();
    var points = new ArrayList<Optional<BigDecimal>>();
    var keys = new HashMap<String, String>();
    for (Node item : items(node.field("items"), 1, ENTRIES_MAX)) {
      item.only("key", "label", "points");
      String key = id(item.field("key"), KEY);
      unique(item.field("key"), key, keys);
      String label = item.field("label").lines();
      Optional<BigDecimal> worth =
          item.field("points").decimal(LEAST_POINTS, BigDecimal.valueOf(100_000), 2);
      points.add(worth);
      items.add(() -> new Item(key, label, Fields.points(worth)));
    }
    within(node.field("items"), sum(points.stream()), max);
    return () -> new Checklist(build(items));
  }

  private Supplier<ScoringRule> sumOfParts() {
    node.only("type", "parts");
    var points = new ArrayList<Optional<BigDecimal>>();
    List<Supplier<ScoringRule.Part>> parts = parts("parts", 1, true, points);
    Optional<BigDecimal> sum = sum(points.stream());
    boolean over = sum.isPresent() && max.isPresent() && sum.get().compareTo(max.get()) > 0;
    if (over) {
      within(node.field("parts"), sum, max);
    } else if (!parts.isEmpty()) {
      // Below the maximum, full points would be out of reach: a part was forgotten.
      addsUp(node.field("parts"), max, sum);
    }
    return () -> new ScoringRule.Sum(build(parts));
  }

  private Supplier<ScoringRule> best() {
    node.only("type", "alternatives");
    List<Supplier<ScoringRule.Part>> parts = parts("alternatives", 2, false, new ArrayList<>());
    return () -> new ScoringRule.Best(build(parts));
  }

  private List<Supplier<ScoringRule.Part>> parts(
      String field, int least, boolean relative, List<Optional<BigDecimal>> points) {
    if (place.depth() == DEPTH_MAX) {
      node.fault(CriteriaProblem.RULE_TOO_DEEP.of(DEPTH_MAX));
      return List.of();
    }
    var parts = new ArrayList<Supplier<ScoringRule.Part>>();
    var keys = new HashMap<String, String>();
    for (Node part : items(node.field(field), least, PARTS_MAX)) {
      part.only("key", "label", "maxPoints", "scoring");
      String key = id(part.field("key"), PART_KEY);
      unique(part.field("key"), key, keys);
      String label = part.field("label").lines();
      Optional<BigDecimal> worth = Fields.points(part.field("maxPoints"), LEAST_POINTS, max);
      points.add(worth);
      Supplier<ScoringRule> rule = read(part.field("scoring"), worth, place.inside(relative));
      parts.add(() -> new ScoringRule.Part(key, label, Fields.points(worth), rule.get()));
    }
    return parts;
  }

  private Supplier<ScoringRule> relativeToBest() {
    if (!place.relativeAllowed()) {
      node.field("type").fault(CriteriaProblem.RELATIVE_NOT_HERE.of());
    }
    Optional<String> on = oneOf(node.field("on"), "ratio", "value");
    Supplier<? extends Measure> measure =
        switch (on.orElse("")) {
          case "ratio" -> {
            node.only("type", "on", "inputs", "numerator", "denominator", "whenDenominatorZero");
            yield share();
          }
          case "value" -> {
            node.only("type", "on", "inputs", "value");
            Supplier<Input> value = input(Use.number("value"));
            yield () -> new Amount(value.get());
          }
          default -> RuleReader::unreachable;
        };
    return () -> new ScoringRule.RelativeToBest(measure.get());
  }

  private Supplier<Share> share() {
    List<Supplier<Input>> inputs =
        InputsReader.read(node, Use.number("numerator"), Use.number("denominator"));
    Optional<WhenDenominatorZero> zero =
        coded(node.field("whenDenominatorZero"), WhenDenominatorZero.class);
    if (!place.naAllowed() && zero.equals(Optional.of(WhenDenominatorZero.NOT_APPLICABLE))) {
      node.faultAt(
          "whenDenominatorZero",
          place.depth() > 1
              ? CriteriaProblem.PART_CANNOT_DROP.of()
              : CriteriaProblem.NOT_APPLICABLE_NOT_ALLOWED.of());
    }
    return () -> new Share(inputs.get(0).get(), inputs.get(1).get(), zero.orElseThrow());
  }

  private Supplier<Input> input(Use use) {
    return InputsReader.read(node, use).getFirst();
  }

  private Optional<BigDecimal> points(String field) {
    return Fields.points(node.field(field), BigDecimal.ZERO, max);
  }
}
