package vn.minhbach.core.assess.submission;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Puts an answer over the version one below its own; version 1 over nothing. */
public record PutAnswer(CampaignId campaign, UnitCode unit, Answer answer) implements FormWrite {

  public static PutAnswer in(Head head, Answer answer) {
    return new PutAnswer(head.campaign(), head.unit(), answer);
  }
}
