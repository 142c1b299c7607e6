package vn.minhbach.function.view;

import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.function.http.ReplyPart;

/** What a criteria group came to, where that is more than a sum of points. */
public record GroupResultReply(Points max, Points percent, Points converted, String level)
    implements ReplyPart {

  /** Empty where the group has no levels of its own. */
  public static Optional<GroupResultReply> of(CriteriaGroup group, Scorecard card) {
    return card.groups().stream()
        .filter(total -> total.group().equals(group.id()))
        .filter(total -> total.level().isPresent())
        .findFirst()
        .map(total ->
            new GroupResultReply(
                total.max(),
                total.percent().orElseThrow(),
                total.converted().orElseThrow(),
                total.level().map(Level::code).orElseThrow()));
  }

  /** The same of a line of a ranking. */
  public static GroupResultReply of(RankingRow.OfGroup result) {
    return new GroupResultReply(result.max(), result.percent(), result.converted(), result.level());
  }

  /** {@code bonus} or {@code penalty}; empty for points of the set's maximum. */
  public static Optional<String> kind(CriteriaGroup group) {
    return Optional.of(group.kind().code()).filter(code -> !group.base());
  }
}
