package vn.minhbach.core.criteria;

import static vn.minhbach.core.criteria.Fields.items;
import static vn.minhbach.core.criteria.Fields.oneOf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;

/** Reads the field {@code origin} of a criterion and holds it against the criterion's rule. */
final class OriginReader {

  private static final String SENDING_TIME = "sending-time";
  private static final String COMMUNES_FORWARDED = "communes-forwarded";
  private static final int VALUES_MAX = 100;
  private static final int DAYS_MAX = 365;

  private OriginReader() {}

  static Supplier<Origin> read(Node origin, Node scoring) {
    Optional<String> kind = oneOf(origin.field("kind"), "computed", "derived");
    if (kind.isEmpty()) {
      return OriginReader::nothing;
    }
    if (kind.get().equals("derived")) {
      share(origin, scoring);
      return derived(origin);
    }
    Optional<String> from = oneOf(origin.field("from"), SENDING_TIME, COMMUNES_FORWARDED);
    if (from.isPresent() && from.get().equals(COMMUNES_FORWARDED)) {
      origin.only("kind", "from");
      share(origin, scoring);
      return Origin.CommunesForwarded::new;
    }
    return from.isPresent() ? sendingTime(origin, scoring) : OriginReader::nothing;
  }

  // What is read of a faulty tree is never built.
  private static Origin nothing() {
    throw new IllegalStateException("an origin that was refused");
  }

  private static Supplier<Origin> sendingTime(Node origin, Node scoring) {
    origin.only("kind", "from", "onTime", "late", "otherwise");
    String[] options = options(scoring);
    if (options.length == 0) {
      ruleRefused(origin, scoring, "choice");
      return OriginReader::nothing;
    }
    String onTime = origin.field("onTime").oneOf(options);
    String otherwise = origin.field("otherwise").oneOf(options);
    var late = new ArrayList<Origin.Late>();
    List<Node> steps =
        origin.optional("late").map(list -> list.items(VALUES_MAX)).orElse(List.of());
    for (Node step : steps) {
      step.only("days", "value");
      int least = late.isEmpty() ? 1 : late.getLast().days() + 1;
      int days = (int) step.field("days").integer(least, DAYS_MAX);
      late.add(new Origin.Late(days, step.field("value").oneOf(options)));
    }
    return () -> new Origin.SendingTime(onTime, late, otherwise);
  }

  private static Supplier<Origin> derived(Node origin) {
    origin.only("kind", "criterion", "input", "oneOf", "atLeast");
    Node criterion = origin.field("criterion");
    String id = criterion.text(40);
    if (criterion.raw() instanceof String && !CriterionId.valid(id)) {
      criterion.fault(InputProblem.BAD_CODE.of(id));
    }
    String input = origin.field("input").text(40);
    List<String> oneOf =
        origin
            .optional("oneOf")
            .map(values ->
                items(values, 1, VALUES_MAX).stream().map(value -> value.text(40)).toList())
            .orElse(List.of());
    Optional<BigDecimal> atLeast =
        origin
            .optional("atLeast")
            .flatMap(least -> least.decimal(BigDecimal.ZERO, Input.MAX, Input.DECIMALS));
    if (origin.optional("oneOf").isPresent() == origin.optional("atLeast").isPresent()) {
      origin.faultAt("oneOf", InputProblem.ONE_OF_TWO.of("oneOf", "atLeast"));
    }
    return () ->
        new Origin.SumOfCommunes(new CriterionId(id), new Origin.Counted(input, oneOf, atLeast));
  }

  // The system fills in a part and its whole, so the rule must take a part of a whole.
  private static void share(Node origin, Node scoring) {
    if (scoring.optional("numerator").isEmpty() || scoring.optional("denominator").isEmpty()) {
      ruleRefused(origin, scoring, "ratio, tiers (on: ratio)");
    }
  }

  private static void ruleRefused(Node origin, Node scoring, String known) {
    String type = scoring.optional("type").map(node -> String.valueOf(node.raw())).orElse("-");
    origin.fault(CriteriaProblem.ORIGIN_NEEDS_RULE.of(type, known));
  }

  private static String[] options(Node scoring) {
    return scoring
        .optional("options")
        .filter(options -> options.raw() instanceof List)
        .map(options ->
            options.items(VALUES_MAX).stream()
                .map(option -> option.optional("value").map(Node::raw).orElse(null))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toArray(String[]::new))
        .orElseGet(() -> new String[0]);
  }
}
