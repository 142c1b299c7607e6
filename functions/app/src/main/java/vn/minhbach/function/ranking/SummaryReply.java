package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.function.http.ReplyPart;

/** How far a campaign is, as the public reads it. */
record SummaryReply(
    CampaignId campaign,
    String name,
    int year,
    Stage stage,
    String stageVi,
    int units,
    int submitted,
    Optional<Integer> issue,
    Optional<String> code,
    List<CountReply> groups)
    implements ReplyPart {

  static SummaryReply of(ReadResult.Summary summary) {
    Campaign campaign = summary.campaign();
    return new SummaryReply(
        campaign.id(),
        campaign.settings().name(),
        campaign.settings().year(),
        campaign.stage(),
        campaign.stage().vietnamese(),
        summary.counts().stream().mapToInt(ReadResult.Count::units).sum(),
        summary.counts().stream().mapToInt(ReadResult.Count::submitted).sum(),
        campaign.publicResult().map(Campaign.Result::issue),
        campaign.publicResult().flatMap(Campaign.Result::frozen).map(Campaign.Frozen::code),
        summary.counts().stream()
            .map(count -> new CountReply(count.group(), count.units(), count.submitted()))
            .toList());
  }

  /** A group's units, and how many have submitted. */
  record CountReply(int group, int units, int submitted) implements ReplyPart {}
}
