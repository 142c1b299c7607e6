package vn.minhbach.core.assess.submission;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Write;

/**
 * A write beside one unit's head; {@link Commits} refuses one of another form than its head's.
 * Open, so that later rooms lay their own things there under the same condition.
 */
public interface FormWrite extends Write {

  CampaignId campaign();

  UnitCode unit();
}
