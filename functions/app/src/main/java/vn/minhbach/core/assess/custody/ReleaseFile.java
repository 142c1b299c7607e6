package vn.minhbach.core.assess.custody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.SecretStamp;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * The office lets a file be opened that was held for the stamp of a state secret, with its reason:
 * the stamp is none, or was lifted (<i>giải mật</i>). It decides from the unit's papers; nobody has
 * opened the file here. Released again it stays as it was. Refused for a file that is not held.
 */
public final class ReleaseFile {

  private static final int REASON_MAX = 1_000;

  private final Forms forms;
  private final Submissions submissions;
  private final Readings readings;
  private final Commits commits;

  public ReleaseFile(Forms forms, Submissions submissions, Readings readings, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.readings = readings;
    this.commits = commits;
  }

  /** Reads {@code {reason}}. */
  public static Outcome<String> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ReleaseFile::shape);
  }

  /**
   * The reading with its release.
   *
   * @param sent what was read of the body; told after a file that is not held
   */
  public Outcome<FileReading> release(
      Campaign campaign, Unit unit, String id, Act act, Outcome<String> sent) {
    return commits.once(
        act,
        ids -> held(campaign, unit, id).map(Decision::nothingToDo),
        () ->
            campaign
                .underway()
                .flatMap(open -> forms.head(open, unit))
                .flatMap(head ->
                    held(campaign, unit, id)
                        .flatMap(reading -> sent.map(why -> decide(head, id, reading, act, why)))));
  }

  private Outcome<FileReading> held(Campaign campaign, Unit unit, String id) {
    Optional<Evidence> file = submissions.evidence(campaign.id(), unit.code(), id);
    if (file.isEmpty()) {
      return Outcome.refused(EvidenceProblem.UNKNOWN_EVIDENCE.of(unit.code(), id));
    }
    return file.filter(Evidence::kept)
        .flatMap(kept -> readings.of(campaign.id(), unit.code(), kept.sha256()))
        .filter(reading -> reading.facts().stamp().isPresent())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(CustodyProblem.FILE_NOT_HELD.of(file.get().fileName())));
  }

  private Decision<FileReading> decide(
      Head head, String id, FileReading reading, Act act, String reason) {
    Optional<SecretStamp> stamp = reading.held();
    if (stamp.isEmpty()) {
      return Decision.nothingToDo(reading);
    }
    FileReading released =
        reading.released(new FileReading.Release(act.caller().id(), act.now(), reason));
    var fact =
        new EvidenceFact.FileReleased(act.caller().id(), id, reading.sha256(), stamp.get(), reason);
    return Decision.commit(
        released,
        commits.note(
            head, List.of(new PutReading(released)), Note.of(act, fact, Map.of("evidence", id))));
  }

  private static Supplier<String> shape(Node body) {
    body.only("reason");
    Node reason = body.field("reason");
    String why = reason.raw() == null ? "" : reason.lines(REASON_MAX).strip();
    return () -> why;
  }
}
