package vn.minhbach.core.appraise.marking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.core.unit.Units;

/**
 * A member agrees with many units in one criterion at once (<i>đồng ý theo loạt</i>). It says of
 * each cell what it saw. What it may not mark, what has changed or was not answered, and what is
 * marked already is passed over and answered with its cause; of the rest each is marked by itself,
 * in a transaction and with an entry of its own. Sent again, it comes to the same.
 */
public final class AgreeBlock {

  /** Each is a commit of its own; together they must be through before the gateway gives up. */
  public static final int UNITS_MAX = 50;

  private static final int CODE_MAX = 40;

  private final MarkCriterion marks;
  private final Duties duties;
  private final Units units;

  public AgreeBlock(MarkCriterion marks, Duties duties, Units units) {
    this.marks = marks;
    this.duties = duties;
    this.units = units;
  }

  /** A cell of the block. */
  public record Asked(String unit, Seen seen) {}

  /** What is agreed to. */
  public record Block(CriterionId criterion, List<Asked> units) {
    public Block {
      units = List.copyOf(units);
    }
  }

  /** A cell that was passed over. */
  public record Skipped(String unit, Refusal cause) {}

  /** What it came to, in the order of the request. */
  public record Result(List<CellView> marked, List<Skipped> skipped) {
    public Result {
      marked = List.copyOf(marked);
      skipped = List.copyOf(skipped);
    }
  }

  /** Reads {@code {criterion, units: [{unit, seen}]}}. */
  public static Outcome<Block> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, AgreeBlock::shape);
  }

  /** Marks what can be; refused as a whole only for who is no member, and outside the stages. */
  public Outcome<Result> agree(Campaign campaign, Act act, Outcome<Block> sent) {
    return campaign
        .underway()
        .flatMap(open -> duties.member(open, act))
        .flatMap(member -> sent)
        .map(block -> {
          var marked = new ArrayList<CellView>();
          var skipped = new ArrayList<Skipped>();
          for (Asked one : block.units()) {
            agree(campaign, block.criterion(), act, one)
                .fold(
                    cause -> skipped.add(new Skipped(one.unit(), cause)), view -> marked.add(view));
          }
          return new Result(marked, skipped);
        });
  }

  private Outcome<CellView> agree(Campaign campaign, CriterionId criterion, Act act, Asked asked) {
    return unit(campaign, asked.unit())
        .flatMap(unit -> Access.MARK.admit(act.caller(), Target.of(unit)).map(let -> unit))
        .flatMap(unit ->
            marks.mark(
                campaign,
                unit,
                criterion,
                act,
                Condition.NONE,
                Outcome.accepted(MarkDraft.agree(Optional.of(asked.seen())))))
        .fold(
            refusal ->
                refusal.problem() == WriteProblem.IF_MATCH_REQUIRED
                    ? Outcome.refused(MarkProblem.ALREADY_MARKED.of(criterion))
                    : Outcome.refused(refusal),
            Outcome::accepted);
  }

  private Outcome<Unit> unit(Campaign campaign, String code) {
    return (UnitCode.valid(code)
            ? units.find(campaign.id(), campaign.unitsVersion(), new UnitCode(code))
            : Optional.<Unit>empty())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(UnitProblem.UNKNOWN_UNIT.of(campaign.id().value(), code)));
  }

  private static Supplier<Block> shape(Node body) {
    body.only("criterion", "units");
    Node criterion = body.field("criterion");
    String id = criterion.raw() == null ? "" : criterion.code(CODE_MAX);
    if (!id.isBlank() && !CriterionId.valid(id)) {
      criterion.fault(InputProblem.BAD_CODE.of(id));
    }
    Node list = body.field("units");
    List<Node> nodes = list.raw() == null ? List.of() : list.items(UNITS_MAX);
    if (list.raw() instanceof List<?> sent && sent.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    Map<String, String> places = new HashMap<>();
    var asked = new ArrayList<Supplier<Asked>>();
    for (Node node : nodes) {
      node.only("unit", "seen");
      Node unit = node.field("unit");
      String code = unit.raw() == null ? "" : unit.code(CODE_MAX);
      String before = code.isBlank() ? null : places.putIfAbsent(code, unit.place());
      if (before != null) {
        unit.fault(InputProblem.DUPLICATE_ID.of(code, before));
      }
      Node seen = node.field("seen");
      Optional<Seen> read = seen.raw() == null ? Optional.empty() : MarkDraft.seen(seen);
      asked.add(() -> new Asked(code, read.orElseThrow()));
    }
    return () -> new Block(new CriterionId(id), asked.stream().map(Supplier::get).toList());
  }
}
