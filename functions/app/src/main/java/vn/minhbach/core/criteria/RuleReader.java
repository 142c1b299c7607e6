package vn.minhbach.core.criteria;

import static vn.minhbach.core.criteria.Fields.LEAST_POINTS;
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

  private final Node node;
  private final Optional<BigDecimal> max;
  private final boolean naAllowed;

  private RuleReader(Node node, Optional<BigDecimal> max, boolean naAllowed) {
    this.node = node;
    this.max = max;
    this.naAllowed = naAllowed;
  }

  static Supplier<ScoringRule> read(Node node, Optional<BigDecimal> max, boolean naAllowed) {
    var reader = new RuleReader(node, max, naAllowed);
    Optional<String> type =
        oneOf(node.field("type"), "ratio", "tiers", "boolean", "choice", "count", "checklist");
    return switch (type.orElse("")) {
      case "ratio" -> reader.ratio();
      case "tiers" -> reader.tiers();
      case "boolean" -> reader.yesNo();
      case "choice" -> reader.choice();
      case "count" -> reader.count();
      case "checklist" -> reader.checklist();
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

  private Supplier<Share> share() {
    List<Supplier<Input>> inputs =
        InputsReader.read(node, Use.number("numerator"), Use.number("denominator"));
    Optional<WhenDenominatorZero> zero =
        coded(node.field("whenDenominatorZero"), WhenDenominatorZero.class);
    if (!naAllowed && zero.equals(Optional.of(WhenDenominatorZero.NOT_APPLICABLE))) {
      node.faultAt("whenDenominatorZero", CriteriaProblem.NOT_APPLICABLE_NOT_ALLOWED.of());
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
