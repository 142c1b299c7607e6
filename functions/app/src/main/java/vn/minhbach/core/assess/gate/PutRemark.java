package vn.minhbach.core.assess.gate;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormWrite;

/** Puts a remark beside the form of the commune; holds only over the version before. */
public record PutRemark(CampaignId campaign, UnitCode unit, Remark remark) implements FormWrite {}
