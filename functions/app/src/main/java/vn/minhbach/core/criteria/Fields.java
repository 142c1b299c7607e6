package vn.minhbach.core.criteria;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Points;
import vn.minhbach.core.SeenText;

/** What the readers of a criteria set share. */
final class Fields {

  static final BigDecimal LEAST_POINTS = new BigDecimal("0.01");
  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100_000);

  private Fields() {}

  /** Points from 0.01; empty when faulty. */
  static Optional<BigDecimal> maximum(Node node) {
    return node.decimal(LEAST_POINTS, MOST_POINTS, 2);
  }

  /** Points from {@code least} to the criterion's maximum, if that is known; empty when faulty. */
  static Optional<BigDecimal> points(Node node, BigDecimal least, Optional<BigDecimal> maximum) {
    Optional<BigDecimal> points = node.decimal(least, MOST_POINTS, 2);
    within(node, points, maximum);
    return points;
  }

  /** Refuses points, or a sum of points, above the criterion's maximum. */
  static void within(Node node, Optional<BigDecimal> points, Optional<BigDecimal> maximum) {
    if (points.isPresent() && maximum.isPresent() && points.get().compareTo(maximum.get()) > 0) {
      node.fault(CriteriaProblem.POINTS_OVER_MAXIMUM.of(points.get(), maximum.get()));
    }
  }

  /** The sum; empty when one of the parts is faulty, so that the sum says nothing. */
  static Optional<BigDecimal> sum(Stream<Optional<BigDecimal>> parts) {
    return parts.reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(sum -> b.map(sum::add)));
  }

  /** Refuses a maximum that differs from the sum of its parts. */
  static void addsUp(Node node, Optional<BigDecimal> maximum, Optional<BigDecimal> sum) {
    if (maximum.isPresent() && sum.isPresent() && maximum.get().compareTo(sum.get()) != 0) {
      node.fault(CriteriaProblem.POINTS_DO_NOT_ADD_UP.of(sum.get(), maximum.get()));
    }
  }

  /** Refuses a number that is not below the one above it. */
  static void descends(Node node, Optional<BigDecimal> value, Optional<BigDecimal> previous) {
    if (value.isPresent() && previous.isPresent() && value.get().compareTo(previous.get()) >= 0) {
      node.fault(CriteriaProblem.TIERS_NOT_DESCENDING.of(value.get(), previous.get()));
    }
  }

  /** Refuses an id that was used before; {@code seen} keeps where. */
  static void unique(Node node, String id, Map<String, String> seen) {
    String first = seen.putIfAbsent(id, node.place());
    if (first != null && !id.isBlank()) {
      node.fault(InputProblem.DUPLICATE_ID.of(id, first));
    }
  }

  /** An id of the given form. */
  static String id(Node node, Pattern form) {
    String id = node.text(40);
    if (!id.isBlank() && id.length() <= 40 && !form.matcher(id).matches()) {
      node.fault(InputProblem.BAD_CODE.of(id));
    }
    return id;
  }

  /** The elements of a list that needs some, and has not too many to be shown on a page. */
  static List<Node> items(Node node, int least, int most) {
    List<Node> items = node.items(most);
    if (node.raw() instanceof List<?> list && list.size() < least) {
      node.fault(InputProblem.TOO_FEW.of(least, list.size()));
    }
    return items;
  }

  /** One of the words of an enum; empty when faulty. */
  static <E extends Enum<E> & Coded> Optional<E> coded(Node node, Class<E> type) {
    var byCode = new HashMap<String, E>();
    E[] all = type.getEnumConstants();
    for (E constant : all) {
      byCode.put(constant.code(), constant);
    }
    String[] codes = Stream.of(all).map(Coded::code).toArray(String[]::new);
    return oneOf(node, codes).map(byCode::get);
  }

  /** One of the given words; empty when faulty. */
  static Optional<String> oneOf(Node node, String... known) {
    node.oneOf(known);
    return node.raw() instanceof String text
        ? Optional.of(SeenText.of(text)).filter(List.of(known)::contains)
        : Optional.empty();
  }

  /** A text that may be missing. */
  static Optional<String> text(Node node, String field) {
    return node.optional(field).map(Node::lines);
  }

  /** Points that were read without a fault. */
  static Points points(Optional<BigDecimal> read) {
    return new Points(read.orElseThrow());
  }

  static <T> List<T> build(List<Supplier<T>> parts) {
    return parts.stream().map(Supplier::get).toList();
  }
}
