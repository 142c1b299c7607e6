package vn.minhbach.core.criteria;

import java.util.List;
import vn.minhbach.core.Points;

/**
 * A group of criteria (<i>nhóm tiêu chí</i>), as {@code II}.
 *
 * @param subgroups headings inside the group; may be empty
 * @param criteria in the order of the form; they sum up to {@code maxPoints}
 */
public record CriteriaGroup(
    String id, String title, Points maxPoints, List<Subgroup> subgroups, List<Criterion> criteria) {

  public CriteriaGroup {
    subgroups = List.copyOf(subgroups);
    criteria = List.copyOf(criteria);
  }
}
