package vn.minhbach.core.appraise.assignment;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/**
 * Who first reads what in a group of units (<i>phân công thẩm định</i>). A version never changes; a
 * later one takes its place.
 *
 * @param group 1 to 3
 * @param shares of which one that names more goes before one that names less
 */
public record Assignment(CampaignId campaign, int group, long version, List<Share> shares)
    implements Given {

  /** How many units its shares may name together: so an item stays under 400 KB. */
  public static final int NAMED_MAX = 20_000;

  public Assignment {
    shares = List.copyOf(shares);
  }

  /**
   * What an account was given: a criterion of all units of the group, all criteria of named units,
   * or a criterion of named units.
   *
   * @param criterion empty for all
   * @param units empty for all; then {@code criterion} is not
   */
  public record Share(Optional<CriterionId> criterion, List<UnitCode> units, String account) {

    public Share {
      units = List.copyOf(units);
      if (criterion.isEmpty() && units.isEmpty()) {
        throw new IllegalArgumentException("a share of everything");
      }
    }

    private boolean takes(UnitCode unit, CriterionId of) {
      return (criterion.isEmpty() || criterion.get().equals(of))
          && (units.isEmpty() || units.contains(unit));
    }

    private int naming() {
      return (units.isEmpty() ? 0 : 2) + (criterion.isPresent() ? 1 : 0);
    }
  }

  @Override
  public Optional<String> account(UnitCode unit, CriterionId criterion) {
    Share found = null;
    for (Share share : shares) {
      if (share.takes(unit, criterion) && (found == null || share.naming() > found.naming())) {
        found = share;
      }
    }
    return Optional.ofNullable(found).map(Share::account);
  }
}
