package vn.minhbach.core.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaGroup.Kind;
import vn.minhbach.core.criteria.ScoringRule.Amount;
import vn.minhbach.core.criteria.ScoringRule.Best;
import vn.minhbach.core.criteria.ScoringRule.Checklist;
import vn.minhbach.core.criteria.ScoringRule.Choice;
import vn.minhbach.core.criteria.ScoringRule.Count;
import vn.minhbach.core.criteria.ScoringRule.Measure;
import vn.minhbach.core.criteria.ScoringRule.Part;
import vn.minhbach.core.criteria.ScoringRule.Ratio;
import vn.minhbach.core.criteria.ScoringRule.RelativeToBest;
import vn.minhbach.core.criteria.ScoringRule.Share;
import vn.minhbach.core.criteria.ScoringRule.Sum;
import vn.minhbach.core.criteria.ScoringRule.Tiers;
import vn.minhbach.core.criteria.ScoringRule.YesNo;

/**
 * What one criteria set says otherwise than another, criterion by criterion. Pure.
 *
 * <p>Wording (titles, hints, labels, sources, the place in the set) explains a question that stays
 * the same. Substance (points, rule, inputs, evidence, who verifies, whether it may be left out) is
 * another question: who answered the old one has not answered the new one.
 *
 * @param set fields of the set itself that differ, as {@code levels}
 * @param lines what differs in criteria: those of the new set in its order, then those removed
 */
public record CriteriaDiff(List<String> set, List<Line> lines) {

  private static final Input NO_INPUT = new Input("", "", InputKind.INTEGER, BigDecimal.ZERO);

  /** The fields whose change asks another question. */
  private static final Set<String> SUBSTANCE =
      Set.of(
          "maxPoints", "inputs", "scoring", "naAllowed", "evidenceRequired", "verifyBy", "origin");

  public CriteriaDiff {
    set = List.copyOf(set);
    lines = List.copyOf(lines);
  }

  /** What became of a criterion. */
  public enum Change {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * A criterion that differs.
   *
   * @param fields what differs in it; empty for one that was added or removed
   * @param substance whether an answer to the old criterion is none to the new one
   * @param computed whether the system fills it in under the new set
   */
  public record Line(
      CriterionId criterion,
      Change change,
      List<String> fields,
      boolean substance,
      boolean computed) {

    public Line {
      fields = List.copyOf(fields);
    }

    /** Whether units have something to answer. */
    public boolean opens() {
      return substance && !computed && change != Change.REMOVED;
    }
  }

  /** Whether both sets ask the same, in the same words. */
  public boolean isEmpty() {
    return set.isEmpty() && lines.isEmpty();
  }

  /** What {@code after} says otherwise than {@code before}. */
  public static CriteriaDiff between(CriteriaSet before, CriteriaSet after) {
    Map<CriterionId, String> places = places(before);
    Map<CriterionId, String> placesAfter = places(after);
    var lines = new ArrayList<Line>();
    for (Criterion next : after.criteria().values()) {
      Criterion old = before.criteria().get(next.id());
      if (old == null) {
        lines.add(new Line(next.id(), Change.ADDED, List.of(), true, next.computed()));
        continue;
      }
      List<String> fields = fields(old, next);
      if (!places.get(next.id()).equals(placesAfter.get(next.id()))) {
        fields.add("group");
      }
      if (!fields.isEmpty()) {
        lines.add(
            new Line(
                next.id(),
                Change.CHANGED,
                fields,
                fields.stream().anyMatch(SUBSTANCE::contains),
                next.computed()));
      }
    }
    before.criteria().keySet().stream()
        .filter(id -> after.criterion(id).isEmpty())
        .forEach(id -> lines.add(new Line(id, Change.REMOVED, List.of(), true, false)));
    return new CriteriaDiff(ofSet(before, after), lines);
  }

  private static List<String> ofSet(CriteriaSet before, CriteriaSet after) {
    var fields = new ArrayList<String>();
    note(fields, "setId", before.setId(), after.setId());
    note(fields, "title", before.title(), after.title());
    note(fields, "version", before.version(), after.version());
    note(fields, "year", before.year(), after.year());
    note(fields, "maxPoints", before.maxPoints(), after.maxPoints());
    note(fields, "bonusMaxPoints", before.cap(Kind.BONUS), after.cap(Kind.BONUS));
    note(fields, "penaltyMaxPoints", before.cap(Kind.PENALTY), after.cap(Kind.PENALTY));
    note(fields, "levels", before.levels(), after.levels());
    note(fields, "groups", headings(before), headings(after));
    note(
        fields,
        "order",
        before.criteria().keySet().stream().filter(after.criteria()::containsKey).toList(),
        after.criteria().keySet().stream().filter(before.criteria()::containsKey).toList());
    return fields;
  }

  private static List<Object> headings(CriteriaSet set) {
    return set.groups().stream()
        .<Object>map(group ->
            List.of(
                group.id(),
                group.title(),
                group.kind(),
                group.maxPoints(),
                group.subgroups(),
                group.levels()))
        .toList();
  }

  private static Map<CriterionId, String> places(CriteriaSet set) {
    var places = new HashMap<CriterionId, String>();
    set.groups()
        .forEach(group ->
            group
                .criteria()
                .forEach(
                    one -> places.put(one.id(), group.id() + "/" + one.subgroup().orElse(""))));
    return places;
  }

  private static List<String> fields(Criterion old, Criterion next) {
    var fields = new ArrayList<String>();
    note(fields, "title", old.title(), next.title());
    note(fields, "maxPoints", old.maxPoints(), next.maxPoints());
    note(fields, "inputs", inputs(old), inputs(next));
    note(fields, "scoring", bare(old.rule()), bare(next.rule()));
    note(fields, "labels", labels(old.rule()), labels(next.rule()));
    note(fields, "evidenceRequired", old.evidenceRequired(), next.evidenceRequired());
    note(fields, "verifyBy", old.verifyBy(), next.verifyBy());
    note(fields, "naAllowed", old.naAllowed(), next.naAllowed());
    note(fields, "origin", old.origin(), next.origin());
    note(fields, "verifier", old.verifier(), next.verifier());
    note(fields, "dataSource", old.dataSource(), next.dataSource());
    note(fields, "public", old.disclosure(), next.disclosure());
    note(fields, "hint", old.hint(), next.hint());
    note(fields, "naReason", old.naReason(), next.naReason());
    note(fields, "provenance", old.provenance(), next.provenance());
    note(fields, "basis", old.basis(), next.basis());
    return fields;
  }

  private static void note(List<String> fields, String name, Object old, Object next) {
    if (!Objects.equals(old, next)) {
      fields.add(name);
    }
  }

  private static List<Input> inputs(Criterion criterion) {
    return Leaf.of(criterion).stream()
        .flatMap(leaf ->
            leaf.rule().inputs().stream()
                .map(input -> new Input(leaf.place(input.key()), "", input.kind(), input.min())))
        .toList();
  }

  /** The rule without its inputs and without a word for the reader. */
  private static ScoringRule bare(ScoringRule rule) {
    return switch (rule) {
      case Ratio ratio -> new Ratio(bare(ratio.share()), ratio.target());
      case Tiers tiers -> new Tiers(bare(tiers.measure()), tiers.tiers(), tiers.otherwise());
      case YesNo yesNo -> new YesNo(NO_INPUT, yesNo.pointsIfTrue(), yesNo.pointsIfFalse());
      case Choice choice ->
          new Choice(
              NO_INPUT,
              choice.options().stream()
                  .map(option -> new ScoringRule.Option(option.value(), "", option.points()))
                  .toList());
      case Count count -> new Count(NO_INPUT, count.pointsPerItem());
      case Checklist list ->
          new Checklist(
              list.items().stream()
                  .map(item -> new ScoringRule.Item(item.key(), "", item.points()))
                  .toList());
      case Sum sum -> new Sum(bare(sum.parts()));
      case Best best -> new Best(bare(best.alternatives()));
      case RelativeToBest relative -> new RelativeToBest(bare(relative.measure()));
    };
  }

  private static List<Part> bare(List<Part> parts) {
    return parts.stream()
        .map(part -> new Part(part.key(), "", part.maxPoints(), bare(part.rule())))
        .toList();
  }

  private static Measure bare(Measure measure) {
    return switch (measure) {
      case Share share -> bare(share);
      case Amount amount -> new Amount(NO_INPUT);
    };
  }

  private static Share bare(Share share) {
    return new Share(NO_INPUT, NO_INPUT, share.whenDenominatorZero());
  }

  private static List<String> labels(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> Stream.concat(Stream.of(part.label()), labels(part.rule()).stream()))
        .toList();
  }

  private static List<String> labels(ScoringRule rule) {
    return switch (rule) {
      case Choice choice ->
          Stream.concat(
                  choice.inputs().stream().map(Input::label),
                  choice.options().stream().map(ScoringRule.Option::label))
              .toList();
      case Checklist list -> list.items().stream().map(ScoringRule.Item::label).toList();
      case Sum sum -> labels(sum.parts());
      case Best best -> labels(best.alternatives());
      default -> rule.inputs().stream().map(Input::label).toList();
    };
  }
}
