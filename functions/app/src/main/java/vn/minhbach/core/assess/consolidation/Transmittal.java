package vn.minhbach.core.assess.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;

/**
 * A batch of communes' forms that was passed on to the office (<i>đợt chuyển</i>).
 *
 * @param number 1, 2, 3, … of the district
 * @param job id of the job that passes them on one by one
 * @param at when it was ordered
 * @param by whose hand ordered it: DISTRICT, or OFFICE in a late district's place
 * @param account opaque id of who ordered it
 * @param communes by code; of those, what was changed meanwhile was left where it is
 * @param statement of the district; the office's reason in its place
 * @param letter the covering letter
 */
public record Transmittal(
    CampaignId campaign,
    UnitCode district,
    int number,
    String job,
    Instant at,
    Move.Hand by,
    String account,
    List<UnitCode> communes,
    String statement,
    Optional<Head.Letter> letter) {

  public Transmittal {
    communes = List.copyOf(communes);
  }
}
