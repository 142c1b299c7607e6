package vn.minhbach.core.criteria;

import vn.minhbach.core.Outcome;

/**
 * A set with the document that it was read from, which is what is kept and given back: it holds
 * more than the rules need, in its writer's order.
 *
 * @param tree plain maps and lists, as imported
 */
public record CriteriaDocument(CriteriaSet set, Object tree) {

  /** Reads a whole body. */
  public static Outcome<CriteriaDocument> read(Object tree) {
    return CriteriaSet.read(tree).map(set -> new CriteriaDocument(set, tree));
  }

  /** Reads what stands in a field of a body. */
  public static Outcome<CriteriaDocument> readAt(String field, Object tree) {
    return CriteriaSet.readAt(field, tree).map(set -> new CriteriaDocument(set, tree));
  }

  /** Refused when it is for another group than the one that it is sent for. */
  public Outcome<CriteriaDocument> ofGroup(int group) {
    return set.ofGroup(group).map(same -> this);
  }
}
