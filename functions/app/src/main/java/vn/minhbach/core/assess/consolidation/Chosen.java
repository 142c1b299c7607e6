package vn.minhbach.core.assess.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.unit.Unit;

/** Which communes of a district are meant to go on: some by name, or all that are ready. */
final class Chosen {

  private static final int COMMUNES_MAX = 100;

  private Chosen() {}

  /** Codes as they were sent; none for {@code "ready"}. */
  static List<String> read(Node body) {
    Node field = body.field("communes");
    var codes = new ArrayList<String>();
    if (field.raw() instanceof String) {
      field.oneOf("ready");
    } else if (field.raw() != null) {
      List<Node> items = field.items(COMMUNES_MAX);
      if (field.raw() instanceof List<?> list && list.isEmpty()) {
        field.fault(InputProblem.TOO_FEW.of(1, 0));
      }
      items.forEach(item -> codes.add(item.code(40)));
    }
    return codes;
  }

  /**
   * The forms as they are now.
   *
   * @param ready what goes along where none is named
   * @param none why there is nothing to do
   * @param obstacle what keeps a named one that waits at the district; empty where nothing does
   */
  static Outcome<List<Job.Form>> forms(
      List<String> codes,
      Unit district,
      List<Communes.Line> board,
      Predicate<Communes.Line> ready,
      Fault none,
      Function<Communes.Line, Stream<Fault>> obstacle) {
    return own(codes, district, board)
        .flatMap(own -> {
          List<Communes.Line> lines =
              own.isEmpty()
                  ? board.stream().filter(Chosen::waiting).filter(ready).toList()
                  : board.stream()
                      .filter(line -> own.contains(line.unit().code().value()))
                      .toList();
          return lines.isEmpty() ? Outcome.refused(none) : unobstructed(lines, obstacle);
        });
  }

  private static Outcome<List<Job.Form>> unobstructed(
      List<Communes.Line> lines, Function<Communes.Line, Stream<Fault>> obstacle) {
    List<Violation> kept =
        lines.stream()
            .flatMap(line ->
                (waiting(line) ? obstacle.apply(line) : Stream.of(notReady(line)))
                    .map(fault -> Violation.at("communes." + line.unit().code(), fault)))
            .toList();
    return kept.isEmpty()
        ? Outcome.accepted(
            lines.stream()
                .map(line -> new Job.Form(line.unit().code(), line.head().formVersion()))
                .toList())
        : Outcome.refused(
            Refusal.of(ConsolidationProblem.COMMUNES_NOT_READY.of(kept.size()), kept));
  }

  private static boolean waiting(Communes.Line line) {
    return Move.FORWARD.legalFrom(line.head().state());
  }

  private static Fault notReady(Communes.Line line) {
    return ConsolidationProblem.COMMUNE_NOT_READY.of(
        line.unit().name(), line.head().state(), Move.allowed(line.head().state()));
  }

  // Only what is the district's own can be passed on.
  private static Outcome<List<String>> own(
      List<String> codes, Unit district, List<Communes.Line> board) {
    Set<UnitCode> own = board.stream().map(line -> line.unit().code()).collect(Collectors.toSet());
    var others = new ArrayList<Violation>();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      if (!UnitCode.valid(code) || !own.contains(new UnitCode(code))) {
        others.add(
            Violation.at(
                "communes[" + i + "]",
                ConsolidationProblem.NOT_A_COMMUNE_OF.of(code, district.name())));
      }
    }
    return others.isEmpty()
        ? Outcome.accepted(codes)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(others.size()), others));
  }
}
