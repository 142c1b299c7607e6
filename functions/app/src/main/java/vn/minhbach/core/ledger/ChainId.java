package vn.minhbach.core.ledger;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Names a chain: a campaign's own ({@code 131-2020}) or a submission's ({@code 131-2020/06649}).
 */
public record ChainId(CampaignId campaign, Optional<UnitCode> unit) {

  public static ChainId of(CampaignId campaign) {
    return new ChainId(campaign, Optional.empty());
  }

  public static ChainId of(CampaignId campaign, UnitCode unit) {
    return new ChainId(campaign, Optional.of(unit));
  }

  @Override
  public String toString() {
    return unit.map(code -> campaign + "/" + code).orElseGet(campaign::toString);
  }
}
