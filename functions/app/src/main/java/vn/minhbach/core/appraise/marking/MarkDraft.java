package vn.minhbach.core.appraise.marking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.submission.SubmissionProblem;

/**
 * What a hand says of a cell, before it is held against it.
 *
 * @param seen what lay before it, where it says so
 */
public record MarkDraft(Action action, Optional<String> reason, Optional<Seen> seen) {

  private static final int REASON_MAX = 2_000;
  private static final int SEEN_MAX = 100;
  private static final int POINTS_DECIMALS = 2;
  private static final BigDecimal POINTS_MAX = BigDecimal.valueOf(10_000);

  /** What is to be done. */
  public sealed interface Action {}

  /** What says what the cell is worth. */
  public sealed interface Judge extends Action {}

  record Agree() implements Judge {}

  /** Other figures, as they came. */
  public record Correct(Object inputs) implements Judge {}

  public record Give(Points points) implements Judge {}

  record Apply(boolean notApplicable) implements Judge {}

  record Confirm() implements Action {}

  record Sign() implements Action {}

  record Clear() implements Action {}

  /**
   * Reads {@code {agree | inputs | points | notApplicable | confirm | countersign | clear, reason?,
   * seen?}}.
   */
  public static Outcome<MarkDraft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, MarkDraft::shape);
  }

  /** Agreement in one cell of a block. */
  static MarkDraft agree(Optional<Seen> seen) {
    return new MarkDraft(new Agree(), Optional.empty(), seen);
  }

  private static Supplier<MarkDraft> shape(Node body) {
    body.only(
        "agree",
        "inputs",
        "points",
        "notApplicable",
        "confirm",
        "countersign",
        "clear",
        "reason",
        "seen");
    var actions = new ArrayList<Action>();
    flag(body, "agree", new Agree(), actions);
    body.optional("inputs").ifPresent(node -> actions.add(new Correct(node.raw())));
    body.optional("points").flatMap(MarkDraft::points).ifPresent(one -> actions.add(new Give(one)));
    Optional<Boolean> applies = body.optional("notApplicable").map(Node::bool);
    // That it does apply, whoever gives points for it says.
    boolean figures = actions.stream().anyMatch(one -> !(one instanceof Agree));
    if (applies.isPresent() && (applies.get() || !figures)) {
      actions.add(new Apply(applies.get()));
    }
    flag(body, "confirm", new Confirm(), actions);
    flag(body, "countersign", new Sign(), actions);
    flag(body, "clear", new Clear(), actions);
    if (actions.size() != 1 && !body.faulty()) {
      body.fault(MarkProblem.ONE_RULING.of());
    }
    Optional<String> reason = body.optional("reason").map(node -> node.lines(REASON_MAX).strip());
    boolean needs = !actions.isEmpty() && actions.getFirst() instanceof Clear;
    if (needs && reason.isEmpty()) {
      body.field("reason");
    }
    Optional<Seen> seen = body.optional("seen").flatMap(MarkDraft::seen);
    return () -> new MarkDraft(actions.getFirst(), reason, seen);
  }

  private static void flag(Node body, String field, Action action, List<Action> actions) {
    body.optional(field)
        .ifPresent(node -> {
          if (node.bool()) {
            actions.add(action);
          } else if (node.raw() instanceof Boolean) {
            node.fault(MarkProblem.ONLY_TRUE.of());
          }
        });
  }

  // As replies write them, “4.50”, or as a number.
  public static Optional<Points> points(Node node) {
    if (!(node.raw() instanceof String text)) {
      return node.decimal(BigDecimal.ZERO, POINTS_MAX, POINTS_DECIMALS).map(Points::new);
    }
    if (text.matches("\\d{1,4}(\\.\\d{1,2})?")) {
      return Optional.of(Points.of(text));
    }
    node.fault(MarkProblem.BAD_POINTS.of(text));
    return Optional.empty();
  }

  static Optional<Seen> seen(Node node) {
    String token = node.code(SEEN_MAX);
    Optional<Seen> seen = Seen.read(token);
    if (seen.isEmpty() && !token.isBlank()) {
      node.fault(MarkProblem.BAD_SEEN.of());
    }
    return seen;
  }

  /** What the judgement rests on, held against the cell. */
  static Outcome<Basis> basis(Judge judge, Cell cell) {
    return switch (judge) {
      case Agree agree -> Outcome.accepted(new Basis.Agreed());
      case Give give -> within(give, cell);
      case Apply apply -> applies(apply, cell);
      case Correct correct ->
          cell.scored(correct.inputs())
              .map(scored ->
                  cell.answered() && scored.inputs().equals(cell.inputs())
                      ? new Basis.Agreed()
                      : new Basis.Inputs(scored.inputs()));
    };
  }

  private static Outcome<Basis> within(Give give, Cell cell) {
    Points max = cell.criterion().maxPoints();
    return give.points().compareTo(max) <= 0
        ? Outcome.accepted(new Basis.Given(give.points()))
        : Outcome.refused(
            at(
                "points",
                InputProblem.OUT_OF_RANGE.of(give.points().toString(), "0.00", max.toString())));
  }

  private static Outcome<Basis> applies(Apply apply, Cell cell) {
    if (apply.notApplicable()) {
      return cell.criterion().naAllowed() || !cell.own().applicable()
          ? Outcome.accepted(new Basis.NotApplicable(true))
          : Outcome.refused(SubmissionProblem.NOT_APPLICABLE_REFUSED.of(cell.id()));
    }
    return cell.own().applicable()
        ? Outcome.refused(MarkProblem.NO_CLAIM.of(cell.id()))
        : Outcome.accepted(new Basis.NotApplicable(false));
  }

  static Refusal at(String place, Fault fault) {
    return Refusal.of(InputProblem.INVALID_BODY.of(1), List.of(Violation.at(place, fault)));
  }
}
