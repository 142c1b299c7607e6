package vn.minhbach.core.assess.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Chance;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Edit;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A unit declares a file for a criterion, or a paper of its form, and is granted its upload: a
 * presigned PUT of exactly these bytes. A hash that the unit already has ACCEPTED needs no upload,
 * so that one file may serve several criteria. The same declaration again (criterion or purpose,
 * name, hash) is the same grant.
 *
 * <p>The team declares the same way what it brings home from an inspection; those files lie apart
 * and take none of the unit's room.
 *
 * <p>Refused when the form cannot be changed, the criterion is unknown, the file breaks the
 * campaign's limits on type, size and total, its bytes were taken down in this campaign, or the
 * unit asks too fast. The upload dies when the form closes: what S3 took by its own clock was in
 * time.
 */
public final class GrantUpload {

  /** How long an upload URL lives; a slow line needs minutes for 20 MB. */
  public static final Duration GRANT_LIFE = Duration.ofMinutes(15);

  private static final Set<Role> TEAM = EnumSet.of(Role.APPRAISER, Role.LEAD, Role.DEPUTY);

  /** A grant is renewed when that gains so much. */
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);

  /** A client that asks again needs so much to begin an upload. */
  private static final Duration NEARLY_OVER = Duration.ofMinutes(1);

  private final Forms forms;
  private final Submissions submissions;
  private final Commits commits;
  private final EvidenceVault vault;
  private final Takedowns takedowns;
  private final Chance chance;

  public GrantUpload(
      Forms forms,
      Submissions submissions,
      Commits commits,
      EvidenceVault vault,
      Takedowns takedowns,
      Chance chance) {
    this.forms = forms;
    this.submissions = submissions;
    this.commits = commits;
    this.vault = vault;
    this.takedowns = takedowns;
    this.chance = chance;
  }

  /** The evidence, and where to put its bytes; no upload when they are there already. */
  public record Grant(Evidence evidence, Optional<Upload> upload) {}

  /**
   * Grants an upload.
   *
   * @param wall the wall clock, by which the grant expires
   * @param sent what was read of the body; told after a closed form
   */
  public Outcome<Grant> grant(
      Campaign campaign, Unit unit, Act act, Instant wall, Outcome<DeclaredFile> sent) {
    String id = chance.hex128();
    return commits
        .once(
            act,
            ids -> replay(campaign, unit, act, wall, ids, sent),
            () -> decide(campaign, unit, act, wall, id, sent))
        .map(evidence -> signed(campaign, unit, evidence));
  }

  // A URL that is dead is signed anew only for who could still ask for it without a key: else a
  // replay would open the quarantine for a moment, however long the form is closed.
  private Outcome<Decision<Evidence>> replay(
      Campaign campaign,
      Unit unit,
      Act act,
      Instant wall,
      Map<String, String> ids,
      Outcome<DeclaredFile> sent) {
    Evidence stored =
        submissions.evidence(campaign.id(), unit.code(), ids.get("evidence")).orElseThrow();
    boolean dead =
        stored.state() == Evidence.State.AWAITED && !wall.isBefore(stored.grantExpiresAt());
    return dead
        ? decide(
            campaign,
            unit,
            new Act(act.caller(), act.now(), Optional.empty()),
            wall,
            stored.id(),
            sent)
        : Outcome.accepted(Decision.nothingToDo(stored));
  }

  private Outcome<Decision<Evidence>> decide(
      Campaign campaign, Unit unit, Act act, Instant wall, String id, Outcome<DeclaredFile> sent) {
    if (byTheTeam(unit, act, sent)) {
      return campaign
          .underway()
          .flatMap(open -> forms.head(open, unit))
          .flatMap(Move.INSPECT::of)
          .flatMap(head ->
              sent.flatMap(file -> ofTheTeam(unit, file))
                  .flatMap(file -> place(head, campaign, act, wall, id, file)));
    }
    return forms
        .head(campaign, unit)
        // Whose form is closed hears that first, whatever the body says.
        .flatMap(head -> Forms.takesAnything(campaign, unit, head, act.now()))
        .flatMap(head ->
            sent.flatMap(file -> known(campaign, unit, file))
                .flatMap(file -> own(unit, act, file))
                .flatMap(file ->
                    Forms.takesFile(campaign, unit, head, file.said().criterion(), act)
                        .flatMap(takes -> place(takes, campaign, act, wall, id, file))));
  }

  private Outcome<DeclaredFile> known(Campaign campaign, Unit unit, DeclaredFile file) {
    Optional<CriterionId> unknown =
        file.said()
            .criterion()
            .filter(id -> forms.criteria(campaign, unit).criterion(id).isEmpty());
    return unknown
        .<Outcome<DeclaredFile>>map(
            id -> Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(id.value())))
        .orElseGet(() -> Outcome.accepted(file));
  }

  // The office types for communes, too; whoever is of both says by the purpose as what it acts.
  private static boolean byTheTeam(Unit unit, Act act, Outcome<DeclaredFile> sent) {
    Caller caller = act.caller();
    boolean member = TEAM.stream().anyMatch(caller::is) && !caller.fillsFor(unit.code());
    return member
        && (!caller.is(Role.OFFICE) || sent.fold(refusal -> false, file -> file.ofTheTeam()));
  }

  private static Outcome<DeclaredFile> ofTheTeam(Unit unit, DeclaredFile file) {
    return file.ofTheTeam()
        ? Outcome.accepted(file)
        : Outcome.refused(
            CustodyProblem.ONLY_INSPECTION_FILES.of(unit.code(), Purpose.INSPECTION.code()));
  }

  // Who types for a commune brings its signed paper form, and proves nothing in its name.
  private static Outcome<DeclaredFile> own(Unit unit, Act act, DeclaredFile file) {
    if (file.ofTheTeam()) {
      return Outcome.refused(CustodyProblem.NOT_OF_THE_TEAM.of(Purpose.INSPECTION.code()));
    }
    return act.caller().fillsFor(unit.code())
            || file.said().purpose().filter(Purpose.PAPER_FORM::equals).isPresent()
        ? Outcome.accepted(file)
        : Outcome.refused(CustodyProblem.ONLY_ITS_PAPER.of(unit.code(), Purpose.PAPER_FORM.code()));
  }

  private Outcome<Decision<Evidence>> place(
      Head head, Campaign campaign, Act act, Instant wall, String id, DeclaredFile file) {
    // After the head: a takedown that comes in between overtakes the commit.
    Optional<Takedown.Order> barred = takedowns.barred(head.campaign(), file.said().sha256());
    if (barred.isPresent()) {
      return Outcome.refused(
          CustodyProblem.UPLOAD_TAKEN_DOWN.of(barred.get().number(), barred.get().date()));
    }
    List<Evidence> others =
        file.ofTheTeam()
            ? submissions.teamFilesOf(head.campaign(), head.unit())
            : submissions.evidenceOf(head.campaign(), head.unit());
    Instant expiresAt = expiresAt(head, file, act.now(), wall);
    Optional<Evidence> same = others.stream().filter(file::isAlready).findFirst();
    if (same.isPresent()) {
      return Outcome.accepted(again(head, act, same.get(), file, expiresAt, wall));
    }
    return room(head, campaign.settings().uploadLimits(), act.now(), others, file)
        .map(fits ->
            granted(head, act, file.evidence(id, act.now(), expiresAt, twin(others, file))));
  }

  private static Optional<Evidence> twin(List<Evidence> others, DeclaredFile file) {
    return others.stream().filter(file::isTwin).findFirst();
  }

  // The one place where the two clocks meet: what is left until closing by the domain clock is
  // given in seconds of the wall clock. S3 then holds the unit to its own time.
  private static Instant expiresAt(Head head, DeclaredFile file, Instant now, Instant wall) {
    if (file.ofTheTeam()) {
      return wall.plus(GRANT_LIFE);
    }
    Instant closes =
        head.state().editable()
            ? file.paper() ? head.signableUntil() : head.closesAt()
            : Stream.concat(
                    head.reopenedAt(now).stream()
                        .filter(open -> file.paper() || file.isFor(open.criterion()))
                        .map(Head.Reopened::until),
                    head.hearingsAt(now).stream()
                        .filter(heard -> file.isFor(heard.criterion()))
                        .map(Head.Hearing::until))
                .max(Comparator.naturalOrder())
                .orElse(now);
    Duration left = Duration.between(now, closes);
    return wall.plus(left.compareTo(GRANT_LIFE) < 0 ? left : GRANT_LIFE);
  }

  private static Outcome<DeclaredFile> room(
      Head head, UploadLimits limits, Instant now, List<Evidence> others, DeclaredFile file) {
    String unit = head.unit().value();
    // Two functions' clocks differ a little: what one of them has just granted counts for the
    // other.
    Instant minuteAgo = now.minus(Duration.ofMinutes(1));
    Instant inMinute = now.plus(Duration.ofMinutes(1));
    long lately =
        others.stream()
            .map(Evidence::grantedAt)
            .filter(at -> at.isAfter(minuteAgo) && at.isBefore(inMinute))
            .count();
    if (lately >= limits.grantsInAMinute()) {
      return Outcome.refused(CustodyProblem.TOO_MANY_GRANTS.of(unit, limits.grantsInAMinute()));
    }
    if (others.size() >= UploadLimits.RECORDS_MAX) {
      return Outcome.refused(CustodyProblem.TOO_MANY_FILES.of(unit, UploadLimits.RECORDS_MAX));
    }
    long more = twin(others, file).isPresent() ? 0 : file.said().sizeBytes();
    return used(others) + more > limits.unitBytesMax()
        ? Outcome.refused(
            CustodyProblem.TOO_MUCH_EVIDENCE.of(unit, UploadLimits.told(limits.unitBytesMax())))
        : Outcome.accepted(file);
  }

  // Accepted bytes lie in the vault once, however many criteria they serve.
  private static long used(List<Evidence> others) {
    var stored = new HashSet<String>();
    long used = 0;
    for (Evidence other : others) {
      if (other.state() == Evidence.State.ACCEPTED
          ? stored.add(other.sha256())
          : other.state().open()) {
        used += other.sizeBytes();
      }
    }
    return used;
  }

  private Decision<Evidence> granted(Head head, Act act, Evidence evidence) {
    Head shaped =
        evidence.state() == Evidence.State.AWAITED
            ? head.withFilesUntil(evidence.grantExpiresAt())
            : head;
    return put(
        head,
        shaped.withFile(Optional.empty(), evidence),
        act,
        evidence,
        EvidenceFact.EvidenceGranted::new,
        true);
  }

  // A request whose answer was lost: the same record, with what the unit says of it now, and with
  // time enough to upload where the bytes are still awaited.
  private Decision<Evidence> again(
      Head head, Act act, Evidence stored, DeclaredFile file, Instant expiresAt, Instant wall) {
    boolean renew =
        stored.state() == Evidence.State.AWAITED
            && worthRenewing(stored.grantExpiresAt(), expiresAt, wall);
    Evidence said = stored.meaning(file.said());
    boolean same = file.said().sameMeaning(stored.declaration());
    if (renew) {
      return put(
          head,
          head.withFilesUntil(expiresAt).withFile(Optional.of(stored), said),
          act,
          said.until(expiresAt),
          EvidenceFact.EvidenceGrantedAgain::new,
          !same);
    }
    return same
        ? Decision.nothingToDo(stored)
        : put(
            head,
            head.withFile(Optional.of(stored), said),
            act,
            said,
            EvidenceFact.EvidenceDescribed::new,
            true);
  }

  // Just before closing little can be gained, and is needed all the more once the URL is dead.
  private static boolean worthRenewing(Instant before, Instant after, Instant wall) {
    Duration gain = Duration.between(before, after);
    Duration left = Duration.between(wall, before);
    return gain.compareTo(RENEWED_AFTER) > 0
        || (left.compareTo(NEARLY_OVER) < 0 && gain.isPositive() && gain.compareTo(left) > 0);
  }

  // A paper is no part of what the form says, so it moves neither its state nor its version: the
  // signed form must not void the code that is printed on it. Nor does more time for an upload.
  private Decision<Evidence> put(
      Head head, Head shaped, Act act, Evidence evidence, Told told, boolean saysMore) {
    List<Write> writes = List.of(PutEvidence.in(head, evidence));
    Note<Edit> note =
        Note.of(
            act,
            told.of(EvidenceFact.Declared.of(evidence, act.caller().id()), Optional.empty()),
            Map.of("evidence", evidence.id()));
    return Decision.commit(
        evidence,
        evidence.paper() || !saysMore
            ? commits.note(head, shaped, writes, note)
            : commits.edit(head, shaped, writes, note));
  }

  private interface Told {
    Edit of(EvidenceFact.Declared file, Optional<String> voidedCode);
  }

  private Grant signed(Campaign campaign, Unit unit, Evidence evidence) {
    return new Grant(
        evidence,
        evidence.state() == Evidence.State.AWAITED
            ? Optional.of(vault.grant(campaign.id(), unit.code(), evidence))
            : Optional.empty());
  }
}
