package vn.minhbach.local.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * A unit's plausible answers, from nothing but the form's own description of each criterion. Behind
 * them stands one quality of the unit, so that a good unit is good in most of them and ranks
 * spread.
 */
final class Figures {

  /** Districts of the province reached 71 % on average in 2018, the worst 55, the best 86. */
  private static final double MEAN = 0.66;

  private static final double SPREAD = 0.14;
  private static final double NOISE = 0.16;
  private static final double NOTHING_CAME_IN = 0.12;

  /** Share of a budget that goes into IT, at best. */
  private static final double IT_BUDGET = 0.025;

  private final Unit unit;
  private final Chances chances;
  private final double quality;
  private final int size;

  Figures(Unit unit, Chances chances) {
    this.unit = unit;
    this.chances = chances;
    SplittableRandom random = chances.of("unit", unit.code());
    this.quality = Math.clamp(random.nextGaussian(MEAN, SPREAD), 0.25, 0.97);
    this.size = (int) (staff(unit.group()) * (0.6 + 0.9 * random.nextDouble()));
  }

  private static int staff(int group) {
    return switch (group) {
      case 1 -> 90;
      case 2 -> 240;
      default -> 24;
    };
  }

  /** The body of an answer to a criterion of the form. */
  Map<String, Object> answer(JsonNode criterion) {
    SplittableRandom random = chances.of("answer", unit.code(), criterion.get("id").asString());
    double level = Math.clamp(quality + random.nextGaussian() * NOISE, 0.02, 1);
    boolean mayDrop = criterion.path("naAllowed").asBoolean(false);
    if (mayDrop && !unit.hasProcedures()) {
      String reason = criterion.path("naReason").asString("");
      return Map.of(
          "notApplicable", reason.isEmpty() ? "Không phát sinh trong kỳ đánh giá" : reason);
    }
    return Map.of("inputs", inputs(criterion, level, mayDrop, random));
  }

  private Map<String, Object> inputs(
      JsonNode criterion, double level, boolean mayDrop, SplittableRandom random) {
    if (criterion.path("items").isArray()) {
      return Map.of("items", ticked(criterion.get("items"), level, random));
    }
    List<JsonNode> inputs = criterion.get("inputs").values().stream().toList();
    Map<String, Object> values = new LinkedHashMap<>();
    if (inputs.size() == 2) {
      part(inputs.get(0), inputs.get(1), level, mayDrop, random, values);
    } else {
      inputs.forEach(input ->
          values.put(input.get("key").asString(), single(input, criterion, level, random)));
    }
    return values;
  }

  private static List<String> ticked(JsonNode items, double level, SplittableRandom random) {
    List<String> ticked = new ArrayList<>();
    for (JsonNode item : items) {
      if (random.nextDouble() < 0.25 + 0.75 * level) {
        ticked.add(item.get("id").asString());
      }
    }
    return ticked;
  }

  private Object single(JsonNode input, JsonNode criterion, double level, SplittableRandom random) {
    return switch (input.get("kind").asString()) {
      case "boolean" -> random.nextDouble() < 0.2 + 0.85 * level;
      case "choice" -> chosen(criterion.get("options"), level);
      case "decimal" -> atLeast(input, round(level * level * monthly(unit.group()), 1));
      default -> {
        // What counts one by one counts up to the most points; a step function goes further.
        double most =
            criterion.path("rule").asString("").equals("count")
                ? Double.parseDouble(criterion.get("maxPoints").asString()) * 1.3
                : 16 * level;
        yield atLeast(input, BigDecimal.valueOf(Math.round(level * most))).longValueExact();
      }
    };
  }

  /** News in a month. */
  private static double monthly(int group) {
    return switch (group) {
      case 1 -> 26;
      case 2 -> 80;
      default -> 10;
    };
  }

  private static String chosen(JsonNode options, double level) {
    List<JsonNode> best =
        options.values().stream()
            .sorted(
                Comparator.comparing(
                    option -> new BigDecimal(option.get("points").asString()).negate()))
            .toList();
    int index = (int) ((1 - level) * 1.15 * best.size());
    return best.get(Math.min(index, best.size() - 1)).get("value").asString();
  }

  /** A part and its whole; money, the only figure with decimals, goes into IT by the hundredth. */
  private void part(
      JsonNode part,
      JsonNode whole,
      double level,
      boolean mayDrop,
      SplittableRandom random,
      Map<String, Object> values) {
    boolean money = whole.get("kind").asString().equals("decimal");
    boolean none = mayDrop && random.nextDouble() < NOTHING_CAME_IN;
    double whatever = size * (0.4 + 1.8 * random.nextDouble());
    double share = money ? IT_BUDGET * level : Math.min(1, Math.sqrt(level) * 1.03);
    BigDecimal all =
        none ? BigDecimal.ZERO : round(money ? whatever * 90 : whatever, money ? 1 : 0);
    all = none ? all : atLeast(whole, all);
    BigDecimal of = all.multiply(BigDecimal.valueOf(share));
    of = of.setScale(money ? 1 : 0, RoundingMode.HALF_UP).min(all);
    values.put(part.get("key").asString(), of);
    values.put(whole.get("key").asString(), all);
  }

  private static BigDecimal atLeast(JsonNode input, BigDecimal value) {
    JsonNode min = input.path("min");
    return min.isMissingNode() || min.isNull() ? value : value.max(new BigDecimal(min.asString()));
  }

  private static BigDecimal round(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
