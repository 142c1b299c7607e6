package vn.minhbach.core.assess.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.assess.custody.LaneFixture.OPENED;
import static vn.minhbach.core.assess.custody.LaneFixture.WALL;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.Audits;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Evidence.State;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.takedown.TakedownFact;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;

/** A verification goes by the ledger: whoever changes a record hides nothing by it. */
class VerifyEvidenceTest {

  private static final String CLEAN = "NO_THREATS_FOUND";

  private final LaneFixture lane = new LaneFixture();

  @Test
  void findsNothingWhereNothingIsWrong() {
    Evidence kept = kept("a.pdf", 1);
    Evidence withdrawn = kept("b.pdf", 2);
    withdraw(withdrawn.id());
    lane.granted(OPENED, WALL, lane.file("c.pdf", 3));
    Audit audit = verified();
    assertEquals(List.of(), audit.differences());
    assertEquals(2, audit.filesRead());
    assertEquals(kept.sizeBytes() + withdrawn.sizeBytes(), audit.bytesRead());
  }

  @Test
  void tellsOfRecordThatIsGoneAndReadsItsFile() {
    Evidence file = kept("a.pdf", 1);
    lane.records.remove(file.id());
    lane.gone.add(file.sha256());
    assertEquals(
        List.of(
            difference(Audit.Kind.RECORD, file.id(), file.sha256()),
            difference(Audit.Kind.MISSING, file.id(), "")),
        verified().differences());
  }

  @Test
  void tellsOfRecordThatIsOutOfForceAgainstTheLedger() {
    Evidence file = kept("a.pdf", 1);
    lane.records.put(file.id(), file.rejectedAs(EvidenceProblem.FILE_INFECTED));
    Audit audit = verified();
    assertEquals(
        List.of(difference(Audit.Kind.RECORD, file.id(), file.sha256())), audit.differences());
    assertEquals(1, audit.filesRead(), "its file is read all the same");
  }

  @Test
  void tellsOfRecordThatIsInForceAgainstTheLedger() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    Evidence infected = lane.scanned(file.id(), "THREATS_FOUND", OPENED);
    Evidence forged =
        lane.granted(OPENED, WALL, lane.file("b.pdf", 2))
            .evidence()
            .arrived(infected.verified().orElseThrow(), true)
            .scannedAs(new Checks.Scanned(true, CLEAN, Optional.empty()))
            .promoted();
    assertEquals(State.ACCEPTED, forged.state());
    lane.records.put(forged.id(), forged);
    lane.gone.add(forged.sha256());
    assertEquals(
        List.of(
            difference(Audit.Kind.RECORD, forged.id(), forged.sha256()),
            difference(Audit.Kind.MISSING, forged.id(), "")),
        verified().differences());
  }

  @Test
  void doesNotLookForFileThatWasRefusedBeforeItWasWithdrawn() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    lane.quarantine.clear();
    assertEquals(
        Optional.of(EvidenceProblem.FILE_CHANGED.slug()),
        lane.scanned(file.id(), CLEAN, OPENED).reason());
    withdraw(file.id());
    lane.gone.add(file.sha256());
    assertEquals(List.of(), verified().differences());
  }

  @Test
  void aFileThatWasTakenDownIsNoDifferenceUnlessItLiesThere() {
    Evidence file = kept("a.pdf", 1);
    kept("b.pdf", 2);
    var order = new Takedown.Order("12/STTTT", LocalDate.of(2020, 9, 1));
    tell(
        new TakedownFact.TakedownConfirmed(
            "deputy-1", Optional.empty(), file.id(), file.sha256(), order.number(), order.date()));
    // The record has not fallen yet, the bytes may be there or not.
    List<Audit.Taken> taken = List.of(new Audit.Taken(lane.unit.code(), file.id(), order));
    assertEquals(List.of(), verified().differences());
    lane.gone.add(file.sha256());
    assertEquals(List.of(), verified().differences());
    assertEquals(taken, verified().takenDown());
    assertEquals(1, verified().filesRead());

    Evidence fallen = lane.records.get(file.id()).takenDown(order);
    lane.head = lane.head.map(head -> head.withFile(Optional.of(file), fallen));
    lane.records.put(file.id(), fallen);
    tell(new TakedownFact.FileRemoved(file.sha256(), order.number(), order.date()));
    assertEquals(List.of(), verified().differences());
    assertEquals(taken, verified().takenDown());

    lane.gone.remove(file.sha256());
    assertEquals(
        List.of(difference(Audit.Kind.NOT_REMOVED, file.id(), file.sha256())),
        verified().differences());
  }

  private void tell(TakedownFact fact) {
    accepted(
        lane.commits.until(() ->
            Outcome.accepted(
                Decision.commit(
                    true,
                    lane.commits.note(
                        lane.head.orElseThrow(), List.of(), Note.of(OPENED, fact))))));
  }

  private Evidence kept(String name, int number) {
    Evidence file = lane.granted(OPENED, WALL, lane.file(name, number)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    return lane.scanned(file.id(), CLEAN, OPENED);
  }

  private void withdraw(String id) {
    var read = new Condition(Optional.of(lane.records.get(id).etag()));
    accepted(lane.withdraw.withdraw(lane.campaign, lane.unit, id, lane.act(OPENED), read));
  }

  private Audit.Difference difference(Audit.Kind kind, String id, String found) {
    return new Audit.Difference(lane.unit.code(), kind, id, found);
  }

  private Audit verified() {
    var latest = new Latest(Audit.start(lane.campaign.id(), "run", OPENED, "sub-1", 1));
    var verify =
        new VerifyEvidence(
            lane,
            (chain, after, limit) -> lane.ledger.stream().skip(after).limit(limit).toList(),
            lane,
            latest,
            new FlagSharedEvidence(lane, new NobodyShares()));
    verify.advance(lane.campaign, List.of(lane.unit), OPENED, () -> WALL, Duration.ofSeconds(15));
    return latest.audit;
  }

  private static final class Latest implements Audits {

    private Audit audit;

    Latest(Audit audit) {
      this.audit = audit;
    }

    @Override
    public Optional<Audit> latest(CampaignId campaign) {
      return Optional.of(audit);
    }

    @Override
    public boolean put(Audit next) {
      audit = next;
      return true;
    }
  }

  private static final class NobodyShares implements SharedFiles {

    @Override
    public void put(Holder holder) {}

    @Override
    public List<Holder> holders(CampaignId campaign, String sha256) {
      return List.of();
    }

    @Override
    public void put(UnitCode at, Shared shared) {}

    @Override
    public List<Shared> at(CampaignId campaign, UnitCode unit) {
      return List.of();
    }

    @Override
    public List<Shared> all(CampaignId campaign) {
      return List.of();
    }
  }
}
