package vn.minhbach.core.criteria;

import java.util.List;
import vn.minhbach.core.CampaignId;

/**
 * Port: the corrections of a group's criteria. They are written by the commit that puts the
 * corrected set in force, and never change.
 */
public interface Corrections {

  /**
   * The first so many corrections, by number.
   *
   * @param count how many there are, as the campaign says
   */
  List<Correction> of(CampaignId campaign, int group, int count);
}
