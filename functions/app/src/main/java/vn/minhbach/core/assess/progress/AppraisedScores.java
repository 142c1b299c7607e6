package vn.minhbach.core.assess.progress;

import java.util.Optional;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Port: what the appraisal of a unit came to. The board and the ranking know no marks; whoever
 * appraises tells them the sum.
 */
public interface AppraisedScores {

  /** Nobody appraises. */
  AppraisedScores NONE = (campaign, unit, view) -> Optional.empty();

  /** The score of a closed appraisal; empty before, and then nothing is read. */
  Optional<Progress.Score> of(Campaign campaign, Unit unit, FormView view);
}
