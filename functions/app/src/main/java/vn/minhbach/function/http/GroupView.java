package vn.minhbach.function.http;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.scoring.Scorecard;

/** What a criteria group is and came to, where that is more than a sum of points. */
public final class GroupView {

  private GroupView() {}

  /** {@code bonus} or {@code penalty}; empty for points of the set's maximum. */
  public static Optional<String> kind(CriteriaGroup group) {
    return Optional.of(group.kind().code()).filter(code -> !group.base());
  }

  /** Percentage, converted points and level; empty where the group has no levels of its own. */
  public static Optional<Map<String, Object>> result(CriteriaGroup group, Scorecard card) {
    return card.groups().stream()
        .filter(total -> total.group().equals(group.id()))
        .filter(total -> total.level().isPresent())
        .findFirst()
        .map(total ->
            result(
                total.max(),
                total.percent().orElseThrow(),
                total.converted().orElseThrow(),
                total.level().map(Level::code).orElseThrow()));
  }

  /** The same of a line of a ranking. */
  public static Map<String, Object> result(
      Object max, Object percent, Object converted, String level) {
    return new Tree()
        .with("max", max)
        .with("percent", percent)
        .with("converted", converted)
        .with("level", level)
        .build();
  }
}
