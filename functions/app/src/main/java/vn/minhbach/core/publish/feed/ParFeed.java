package vn.minhbach.core.publish.feed;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * What the PAR index takes from one issue of a result under one version of the mapping.
 *
 * @param since the issue that it is held against; empty where none was asked for
 * @param changes values that differ from those of {@code since}
 */
public record ParFeed(
    Origin origin, List<Value> values, Optional<Integer> since, List<Change> changes) {

  public ParFeed {
    values = List.copyOf(values);
    changes = List.copyOf(changes);
  }

  /**
   * Whence all values of a feed are.
   *
   * @param code check code of the snapshot (<i>mã chốt</i>); empty for what was reported before
   *     there were any
   * @param decision number of the decision that approved it
   */
  public record Origin(
      CampaignId campaign,
      int issue,
      long rankingVersion,
      Optional<String> code,
      String decision,
      long mappingVersion) {}

  /**
   * One criterion of the PAR index of one unit.
   *
   * @param value points of that index; empty with a cause
   * @param reached points of ours, out of {@code max}
   * @param level of ours, where it gives the value
   * @param cause why there is no value: {@code NOT_APPLICABLE}, {@code NOT_KEPT} (reported before
   *     criteria were frozen one by one), or why the unit has no index
   * @param criteriaVersion version of our criteria; empty where nothing was frozen
   */
  public record Value(
      UnitCode unit,
      String name,
      ParMapping.Line line,
      Optional<Points> value,
      Optional<Points> reached,
      Optional<Points> max,
      Optional<String> level,
      Optional<String> cause,
      Optional<Long> criteriaVersion) {

    boolean sameAs(Value other) {
      return value.equals(other.value) && cause.equals(other.cause);
    }
  }

  /**
   * A value that is another in the later issue.
   *
   * @param before as the earlier issue had it; empty where the unit was not in it
   */
  public record Change(Value now, Optional<Value> before) {}
}
