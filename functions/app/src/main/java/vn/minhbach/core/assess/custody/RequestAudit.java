package vn.minhbach.core.assess.custody;

import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.Audits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Units;

/**
 * The office has the evidence of a campaign verified. The run itself is {@link VerifyEvidence}'s;
 * here it is asked for and looked at.
 */
public final class RequestAudit {

  private final Audits audits;
  private final Units units;
  private final Chance chance;

  public RequestAudit(Audits audits, Units units, Chance chance) {
    this.audits = audits;
    this.units = units;
    this.chance = chance;
  }

  /** Asks for a run; one that runs already is answered instead of a second. */
  public Outcome<Audit> start(Campaign campaign, Act act) {
    return Forms.sent(campaign)
        .flatMap(open -> {
          Optional<Audit> running = audits.latest(open.id()).filter(Audit::running);
          if (running.isPresent()) {
            return Outcome.accepted(running.get());
          }
          int count = units.all(open.id(), open.unitsVersion()).size();
          Audit audit =
              Audit.start(open.id(), chance.hex128(), act.now(), act.caller().id(), count);
          return audits.put(audit)
              ? Outcome.accepted(audit)
              : Outcome.refused(WriteProblem.BUSY.of());
        });
  }

  /** The latest run; refused when there was none. */
  public Outcome<Audit> latest(Campaign campaign) {
    return audits
        .latest(campaign.id())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(CustodyProblem.NO_AUDIT.of(campaign.id())));
  }
}
