package vn.minhbach.core.assess.answering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.prepare.source.Baseline;

/**
 * A form with what is known without the unit: the province's figures, what the system computes, and
 * what a district's communes sum up to.
 *
 * @param baselines in force
 * @param computed as if the form were sent at the moment of reading; after that, as it was sent
 * @param awaited figures of the province that wait for a confirmation by another body; empty for
 *     one in force that shall be taken away
 */
public record FormSheet(
    FormView view,
    Map<CriterionId, Baseline> baselines,
    Map<CriterionId, Fillings.Computed> computed,
    Map<CriterionId, Fillings.Derived> derived,
    Map<CriterionId, Optional<Baseline>> awaited) {

  public FormSheet {
    baselines = new LinkedHashMap<>(baselines);
    computed = new LinkedHashMap<>(computed);
    derived = new LinkedHashMap<>(derived);
    awaited = new LinkedHashMap<>(awaited);
  }
}
