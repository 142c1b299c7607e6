package vn.minhbach.core.publish.transparency;

import java.util.List;
import vn.minhbach.core.CampaignId;

/** Port: the log of a campaign, record by record, where nothing is ever overwritten. */
public interface TransparencyLog {

  /** All records, by number. */
  List<LogRecord> records(CampaignId campaign);

  /**
   * Keeps the next record.
   *
   * @return false when there is one of this number already: another hand was faster
   */
  boolean append(LogRecord next);
}
