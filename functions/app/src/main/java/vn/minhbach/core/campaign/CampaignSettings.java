package vn.minhbach.core.campaign;

import java.time.LocalDate;
import vn.minhbach.core.evidence.UploadLimits;
import vn.minhbach.core.ranking.TieRule;

/** What the plan lays down for a campaign. */
public record CampaignSettings(
    String name,
    int year,
    Plan plan,
    Calendar calendar,
    TieRule tieRule,
    UploadLimits uploadLimits) {

  /** The plan (<i>kế hoạch</i>) that orders the campaign. */
  public record Plan(String number, LocalDate date, String issuer) {}
}
