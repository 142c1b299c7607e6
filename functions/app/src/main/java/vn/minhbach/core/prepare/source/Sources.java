package vn.minhbach.core.prepare.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Port: the imports of a campaign's sources, one immutable version beside the other. Staged figures
 * come into force when the campaign points to their version; older ones stay for tracing.
 */
public interface Sources {

  /** Writes all figures of a new version; running it twice writes the same. */
  void stage(CampaignId campaign, Extraction extraction, List<UnitFigures> figures);

  Optional<Extraction> find(CampaignId campaign, String source, long version);

  /** The figures of one unit from many sources, in one read. */
  List<UnitFigures> ofUnit(CampaignId campaign, UnitCode unit, Map<String, Long> versions);

  /** Every unit's figures of a version, by unit. */
  List<UnitFigures> all(CampaignId campaign, String source, long version);
}
