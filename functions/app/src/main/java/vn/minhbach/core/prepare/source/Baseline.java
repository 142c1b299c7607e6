package vn.minhbach.core.prepare.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;

/**
 * The province's figure as a form shows it.
 *
 * @param inputs normalised by the criterion in force
 * @param points what it would score; empty where the criterion drops out with it
 */
public record Baseline(
    CriterionId criterion,
    Map<String, Object> inputs,
    Optional<Points> points,
    Provenance provenance) {

  public Baseline {
    inputs = new TreeMap<>(inputs);
  }
}
