package vn.minhbach.core.publish.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How often the ordinary course was left for a unit: public, so that a favour cannot be done
 * unseen. Counted once, at the report, and frozen with the table.
 *
 * @param extensions 1 where its time was extended
 * @param overrides how often the office passed its form on in a late district's place
 * @param onBehalf answers that were typed for it from its paper and not contested
 * @param notApplicable criteria that were left out of its maximum as not applicable
 * @param directPoints criteria at which the team gave points as such, without figures
 * @param aboveSelf criteria at which it has more than it gave itself
 * @param recusals members of the team who had no part in it
 * @param returned 1 where its form was returned as a whole
 * @param late 1 where its form was first sent after its day
 */
public record Exceptions(
    int extensions,
    int overrides,
    int onBehalf,
    int notApplicable,
    int directPoints,
    int aboveSelf,
    int recusals,
    int returned,
    int late) {

  public static final Exceptions NONE = new Exceptions(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** All of them together, kind by kind. */
  public static Exceptions sum(List<Exceptions> units) {
    return new Exceptions(
        sum(units, Exceptions::extensions),
        sum(units, Exceptions::overrides),
        sum(units, Exceptions::onBehalf),
        sum(units, Exceptions::notApplicable),
        sum(units, Exceptions::directPoints),
        sum(units, Exceptions::aboveSelf),
        sum(units, Exceptions::recusals),
        sum(units, Exceptions::returned),
        sum(units, Exceptions::late));
  }

  /** The counts in the order of the components. */
  public List<Integer> counts() {
    return new ArrayList<>(
        List.of(
            extensions,
            overrides,
            onBehalf,
            notApplicable,
            directPoints,
            aboveSelf,
            recusals,
            returned,
            late));
  }

  private static int sum(List<Exceptions> units, ToIntFunction<Exceptions> kind) {
    return units.stream().mapToInt(kind).sum();
  }
}
