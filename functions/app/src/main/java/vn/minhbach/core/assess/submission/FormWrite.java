package vn.minhbach.core.assess.submission;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Write;

/**
 * A write into one unit's form; {@link Commits} refuses one of another form than its head's. Open:
 * what the team says of a form hangs on the same head.
 */
public interface FormWrite extends Write {

  CampaignId campaign();

  UnitCode unit();
}
