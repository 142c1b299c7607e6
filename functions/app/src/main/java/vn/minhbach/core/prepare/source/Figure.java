package vn.minhbach.core.prepare.source;

import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;

/**
 * What the province holds for one criterion of one unit.
 *
 * @param inputs a valid answer in normal form, as of the criteria at the time of import
 */
public record Figure(CriterionId criterion, Map<String, Object> inputs) {

  public Figure {
    inputs = new TreeMap<>(inputs);
  }
}
