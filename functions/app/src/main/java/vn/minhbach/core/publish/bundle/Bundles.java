package vn.minhbach.core.publish.bundle;

import java.net.URI;
import java.util.Optional;
import vn.minhbach.core.CampaignId;

/** Port: what is built of a bundle, and the bundle, where nothing is ever overwritten. */
public interface Bundles {

  /**
   * One issue of a result.
   *
   * @param number from 1
   */
  record Issue(CampaignId campaign, int number) {}

  /** What the public takes. */
  String PUBLIC = "bundle.zip";

  /** The same with every cell, for those who inspect. */
  String INSPECTION = "inspection.zip";

  boolean exists(Issue issue, String name);

  Optional<byte[]> find(Issue issue, String name);

  /** Keeps a piece, unless one of this name is there: then that one stays. */
  void keep(Issue issue, String name, byte[] content);

  /** Keeps a bag as a zip with one directory, unless one of this name is there. */
  void keep(Issue issue, String name, Bag bag);

  /** What was kept as a zip. */
  Optional<Bag> bag(Issue issue, String name);

  /** Where it can be fetched for some minutes. */
  URI link(Issue issue, String name);
}
