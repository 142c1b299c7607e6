package vn.minhbach.core.assess.question;

import java.time.Instant;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;

/**
 * An answer as all units of a group read it. Who asked is not in it, so nothing that reads it can
 * tell.
 *
 * @param shown false once the office has taken it back
 * @param version of the question that it was made from
 */
public record Published(
    CampaignId campaign,
    int group,
    String id,
    CriterionId criterion,
    String question,
    String answer,
    Instant answeredAt,
    boolean shown,
    long version) {}
