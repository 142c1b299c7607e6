package vn.minhbach.core.prepare.upload;

import java.net.URI;
import vn.minhbach.core.CampaignId;

/**
 * Port: signed papers of a campaign as a whole (<i>biên bản, quyết định</i>), by their SHA-256,
 * where nothing is overwritten and nothing hidden.
 */
public interface SignedPapers {

  /** Keeps a paper; the same again is the same object. */
  void keep(CampaignId campaign, String sha256, byte[] pdf);

  /** A short link to a paper that is kept. */
  URI open(CampaignId campaign, String sha256);
}
