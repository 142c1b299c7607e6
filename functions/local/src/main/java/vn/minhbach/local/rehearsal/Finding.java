package vn.minhbach.local.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * What an appraiser finds at a cell: nothing at most of them. A fault lies in the cell, so that two
 * readers find the same one, unless one of them overlooks it.
 */
final class Finding {

  /** One cell in so many per cent is declared too high. */
  private static final double FAULTY = 0.042;

  /** And very few too low, though the files say more. */
  private static final double TOO_LOW = 0.045;

  private static final double OVERLOOKED = 0.25;

  /** Of what is at fault: points that nobody's rule gives, so that who leads has to sign. */
  private static final double BARGAIN = 0.08;

  private static final List<String> REASONS =
      List.of(
          "Số liệu cao hơn tài liệu minh chứng",
          "Minh chứng ngoài kỳ đánh giá",
          "Kiểm tra trên hệ thống dùng chung thấy thấp hơn",
          "Minh chứng chỉ chứng minh được một phần");

  private final Chances chances;

  Finding(Chances chances) {
    this.chances = chances;
  }

  /**
   * What is to be sent; empty where the reader agrees.
   *
   * @param line of the queue
   * @param criterion as the set has it
   */
  Optional<Map<String, Object>> at(JsonNode line, JsonNode criterion, Cast.Member reader) {
    String unit = line.get("unit").asString();
    String id = line.get("criterion").asString();
    SplittableRandom random = chances.of("finding", unit, id);
    double fault = random.nextDouble();
    boolean overlooked =
        chances.of("overlooked", unit, id, reader.account()).nextDouble() < OVERLOOKED;
    if (fault >= TOO_LOW || overlooked) {
      return Optional.empty();
    }
    String reason = REASONS.get(random.nextInt(REASONS.size()));
    boolean claimed = !line.has("selfPoints");
    if (claimed) {
      return Optional.of(
          Map.of("notApplicable", false, "reason", "Đơn vị có phát sinh trong kỳ đánh giá"));
    }
    BigDecimal self = new BigDecimal(line.get("selfPoints").asString());
    if (fault >= FAULTY) {
      return raised(line, self);
    }
    if (self.signum() == 0) {
      return Optional.empty();
    }
    boolean bargain = random.nextDouble() < BARGAIN;
    Optional<Object> lower =
        bargain ? Optional.empty() : lower(line.path("answer").path("inputs"), criterion);
    return Optional.of(
        lower
            .<Map<String, Object>>map(inputs -> Map.of("inputs", inputs, "reason", reason))
            .orElseGet(() -> Map.of("points", half(self), "reason", reason)));
  }

  private static Optional<Map<String, Object>> raised(JsonNode line, BigDecimal self) {
    BigDecimal max = new BigDecimal(line.get("maxPoints").asString());
    return line.path("files").asInt(0) > 0 && self.compareTo(max) < 0
        ? Optional.of(
            Map.of(
                "points",
                max.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                "reason",
                "Minh chứng cho thấy đơn vị khai thiếu"))
        : Optional.empty();
  }

  static String half(BigDecimal points) {
    return points.divide(BigDecimal.TWO, 2, RoundingMode.DOWN).toPlainString();
  }

  /** Figures that are worth less than the unit's; empty where its rule knows none. */
  private static Optional<Object> lower(JsonNode inputs, JsonNode criterion) {
    JsonNode scoring = criterion.path("scoring");
    Map<String, Object> values = new LinkedHashMap<>();
    inputs.properties().forEach(input -> values.put(input.getKey(), plain(input.getValue())));
    return switch (scoring.path("type").asString("")) {
      case "ratio", "tiers" -> {
        String part = scoring.path("numerator").asString(values.keySet().iterator().next());
        yield less(values, part, new BigDecimal("0.6"));
      }
      case "count" -> less(values, values.keySet().iterator().next(), new BigDecimal("0.6"));
      case "boolean" -> {
        values.replaceAll((key, value) -> false);
        yield Optional.of(values);
      }
      case "checklist" -> {
        var items = new ArrayList<Object>(inputs.path("items").valueStream().toList());
        if (!items.isEmpty()) {
          items.removeLast();
        }
        yield Optional.of(Map.of("items", items));
      }
      case "choice" -> lowest(scoring, values);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> less(Map<String, Object> values, String part, BigDecimal share) {
    if (!(values.get(part) instanceof BigDecimal value)) {
      return Optional.empty();
    }
    values.put(part, value.multiply(share).setScale(0, RoundingMode.DOWN));
    return Optional.of(values);
  }

  private static Optional<Object> lowest(JsonNode scoring, Map<String, Object> values) {
    return scoring
        .path("options")
        .valueStream()
        .min(Comparator.comparing(option -> new BigDecimal(option.get("points").asString())))
        .map(option -> {
          values.replaceAll((key, value) -> option.get("value").asString());
          return values;
        });
  }

  private static Object plain(JsonNode value) {
    return value.isNumber() || value.isString() && value.asString().matches("\\d+(\\.\\d+)?")
        ? new BigDecimal(value.asString())
        : value;
  }
}
