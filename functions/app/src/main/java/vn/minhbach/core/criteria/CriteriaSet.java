package vn.minhbach.core.criteria;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;

/** The criteria set (<i>bộ tiêu chí</i>) of one group of units: what is asked and how it scores. */
public final class CriteriaSet {

  private final Head head;
  private final List<Level> levels;
  private final List<CriteriaGroup> groups;
  private final Map<CriterionId, Criterion> byId;

  CriteriaSet(Head head, List<Level> levels, List<CriteriaGroup> groups) {
    this.head = head;
    this.levels = List.copyOf(levels);
    this.groups = List.copyOf(groups);
    var all = new LinkedHashMap<CriterionId, Criterion>();
    this.groups.forEach(
        group -> group.criteria().forEach(criterion -> all.put(criterion.id(), criterion)));
    this.byId = Collections.unmodifiableMap(all);
  }

  /**
   * The set's own fields.
   *
   * @param caps the most that all groups of a kind give together, where it is below their sum
   */
  record Head(
      String setId,
      String title,
      String version,
      int year,
      int unitGroup,
      Points maxPoints,
      Map<CriteriaGroup.Kind, Points> caps) {}

  /**
   * Reads a set from a plain tree in the form of {@code criteria-*.json}, checked whole. Refused as
   * {@link CriteriaProblem#INVALID_CRITERIA} with every fault at its place: points that do not add
   * up, ids used twice, incomplete or contradictory rules, levels without a bottom, unknown fields.
   */
  public static Outcome<CriteriaSet> read(Object tree) {
    return Node.read(tree, CriteriaProblem.INVALID_CRITERIA::of, CriteriaReader::read);
  }

  /** The same for a tree that is a field of another one: every fault at its place in that one. */
  public static Outcome<CriteriaSet> readAt(String field, Object tree) {
    return read(tree)
        .fold(
            refusal ->
                Outcome.refused(
                    new Refusal(
                        refusal.fault(),
                        refusal.violations().stream()
                            .map(one ->
                                new Refusal.Violation(
                                    one.place().isEmpty() ? field : field + "." + one.place(),
                                    one.fault()))
                            .toList())),
            Outcome::accepted);
  }

  /** The set if it is for this group of units; refused otherwise. */
  public Outcome<CriteriaSet> ofGroup(int group) {
    return unitGroup() == group
        ? Outcome.accepted(this)
        : Outcome.refused(CriteriaProblem.WRONG_GROUP.of(unitGroup(), group).placed("unitGroup"));
  }

  public String setId() {
    return head.setId;
  }

  public String title() {
    return head.title;
  }

  public String version() {
    return head.version;
  }

  public int year() {
    return head.year;
  }

  /** The group of units that it is for: 1 departments, 2 districts, 3 communes. */
  public int unitGroup() {
    return head.unitGroup;
  }

  public Points maxPoints() {
    return head.maxPoints;
  }

  /** The most that all groups of a kind give together; empty where their own caps are enough. */
  public Optional<Points> cap(CriteriaGroup.Kind kind) {
    return Optional.ofNullable(head.caps.get(kind));
  }

  /** Whether points of any criterion hang on what the rest of the group of units answers. */
  public boolean relative() {
    return byId.values().stream().anyMatch(criterion -> criterion.rule().relative());
  }

  /** Best first; every index has a level. */
  public List<Level> levels() {
    return levels;
  }

  public Level levelOf(Points index) {
    return Level.of(levels, index);
  }

  public List<CriteriaGroup> groups() {
    return groups;
  }

  /** All criteria by id, in the order of the form. */
  public Map<CriterionId, Criterion> criteria() {
    return byId;
  }

  public Optional<Criterion> criterion(CriterionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public String toString() {
    return head.setId + " " + head.version;
  }
}
