package vn.minhbach.core.ledger;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Names a chain: a campaign's own ({@code 131-2020}), a submission's ({@code 131-2020/06649}) or a
 * question's ({@code 131-2020/06649/questions/<id>}).
 */
public record ChainId(CampaignId campaign, Optional<UnitCode> unit, Optional<String> question) {

  public static ChainId of(CampaignId campaign) {
    return new ChainId(campaign, Optional.empty(), Optional.empty());
  }

  public static ChainId of(CampaignId campaign, UnitCode unit) {
    return new ChainId(campaign, Optional.of(unit), Optional.empty());
  }

  /** The chain of a unit's question. */
  public static ChainId of(CampaignId campaign, UnitCode unit, String question) {
    return new ChainId(campaign, Optional.of(unit), Optional.of(question));
  }

  @Override
  public String toString() {
    return unit.map(code -> campaign + "/" + code).orElseGet(campaign::toString)
        + question.map(id -> "/questions/" + id).orElse("");
  }
}
