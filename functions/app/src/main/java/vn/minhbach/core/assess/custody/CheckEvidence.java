package vn.minhbach.core.assess.custody;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.HeldFile;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * Notes the two facts about an uploaded file, in whichever order they come: what arrived, and what
 * the scan found. Whoever finds both noted promotes the file: its bytes are put into the vault,
 * then it is noted as ACCEPTED. A death before, between or after leaves a file that is CHECKING
 * with both facts, and whoever comes next (the same event again, the other one, the sweep) goes on
 * from there.
 *
 * <p>Both may be told twice, late and out of order: a fact that is noted already changes nothing. A
 * file that falls out after its form was closed or signed opens its criterion again for some days;
 * where it is the signed form itself, the signature falls.
 */
public final class CheckEvidence {

  private final Campaigns campaigns;
  private final Submissions submissions;
  private final Commits commits;
  private final EvidenceVault vault;

  public CheckEvidence(
      Campaigns campaigns, Submissions submissions, Commits commits, EvidenceVault vault) {
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.commits = commits;
    this.vault = vault;
  }

  /** An object lies in quarantine. Empty when no grant is known for it. */
  public Outcome<Optional<Evidence>> arrived(
      CampaignId campaign, UnitCode unit, String id, Instant now) {
    Optional<HeldFile> granted = submissions.held(campaign, unit, id);
    if (granted.isEmpty() || !granted.get().file().awaitsArrival()) {
      return file(promoted(granted, now));
    }
    // The bytes are read once, outside the attempts; empty when the object has gone meanwhile.
    return vault
        .inspect(campaign, unit, granted.get().file())
        .map(arrival ->
            note(
                granted.get(),
                now,
                (head, evidence) ->
                    evidence.arrived(verified(evidence, arrival), takes(head, evidence, now))))
        .orElseGet(() -> Outcome.accepted(granted.map(HeldFile::file)));
  }

  /** A scan has ended. Empty when no grant is known for the object. */
  public Outcome<Optional<Evidence>> scanned(
      CampaignId campaign, UnitCode unit, String id, Checks.Scanned fact, Instant now) {
    return submissions
        .held(campaign, unit, id)
        .map(held -> note(held, now, (head, evidence) -> evidence.scannedAs(fact)))
        .orElseGet(() -> Outcome.accepted(Optional.empty()));
  }

  /** Goes on with a file that passed both checks and is not known to lie in the vault. */
  public Outcome<Optional<Evidence>> promote(
      CampaignId campaign, UnitCode unit, String id, Instant now) {
    return file(promoted(submissions.held(campaign, unit, id), now));
  }

  private static Outcome<Optional<Evidence>> file(Outcome<Optional<HeldFile>> held) {
    return held.map(one -> one.map(HeldFile::file));
  }

  // Nothing may join a form that is closed or signed, that was not in it.
  private static boolean takes(Head head, Evidence evidence, Instant now) {
    return evidence.paper()
        || head.state().inWork()
        || evidence
            .criterion()
            .filter(id -> head.reopenedFor(id, now) || head.hearingOf(id, now).isPresent())
            .isPresent();
  }

  private Outcome<Optional<Evidence>> note(
      HeldFile seen, Instant now, BiFunction<Head, Evidence, Evidence> fact) {
    return file(changed(seen, now, fact).flatMap(noted -> promoted(noted, now)));
  }

  // Both facts are in the chain by now, so no event need tell them again, and the bytes are moved
  // once, however often the commits around it are overtaken. ACCEPTED comes last: it must never
  // name bytes that are not in the vault. A vault that gives no answer is an outage that flies:
  // whoever called comes again.
  private Outcome<Optional<HeldFile>> promoted(Optional<HeldFile> noted, Instant now) {
    if (noted.filter(held -> held.file().awaitsPromotion()).isEmpty()) {
      return Outcome.accepted(noted);
    }
    HeldFile held = noted.get();
    boolean kept = vault.promote(held.head().campaign(), held.head().unit(), held.file());
    return changed(
        held, now, (head, stored) -> stored.awaitsPromotion() ? ended(stored, kept) : stored);
  }

  private static Evidence ended(Evidence checked, boolean kept) {
    return kept ? checked.promoted() : checked.rejectedAs(EvidenceProblem.FILE_CHANGED);
  }

  /**
   * The first attempt decides on what was seen, read or written by this very run; the commit holds
   * only while that is what is stored. Overtaken, each further one reads anew.
   */
  private Outcome<Optional<HeldFile>> changed(
      HeldFile seen, Instant now, BiFunction<Head, Evidence, Evidence> fact) {
    CampaignId campaign = seen.head().campaign();
    UnitCode unit = seen.head().unit();
    Iterator<HeldFile> first = List.of(seen).iterator();
    return commits.until(() ->
        attempt(
            first.hasNext()
                ? Optional.of(first.next())
                : submissions.held(campaign, unit, seen.file().id()),
            now,
            fact));
  }

  private Outcome<Decision<Optional<HeldFile>>> attempt(
      Optional<HeldFile> held, Instant now, BiFunction<Head, Evidence, Evidence> fact) {
    if (held.isEmpty()) {
      return Outcome.accepted(Decision.nothingToDo(held));
    }
    Head head = held.get().head();
    Evidence stored = held.get().file();
    Evidence next = fact.apply(head, stored);
    if (next.equals(stored)) {
      return Outcome.accepted(Decision.nothingToDo(held));
    }
    Commit<PutHead> change = change(head, stored, next, now);
    return Outcome.accepted(
        Decision.commit(Optional.of(new HeldFile(change.head().after(), next)), change));
  }

  private Commit<PutHead> change(Head head, Evidence before, Evidence settled, Instant now) {
    boolean fellOut = settled.state() == Evidence.State.REJECTED && before.state().open();
    Optional<Campaign> open =
        fellOut
            ? campaigns.find(head.campaign()).filter(campaign -> campaign.stage().underway())
            : Optional.empty();
    Optional<Closing> fallen = open.flatMap(campaign -> fallen(campaign, head, settled, now));
    return fallen
        .map(closing -> unsigned(head, before, settled, closing, now))
        .orElseGet(() ->
            checked(
                head,
                before,
                settled,
                open.flatMap(campaign -> reopening(campaign, head, settled, now)),
                now));
  }

  // The signed form was refused: there is no signature, and what was closed is signed again.
  private Commit<PutHead> unsigned(
      Head head, Evidence before, Evidence settled, Closing closing, Instant now) {
    return commits.move(
        head,
        head.unsigned(closing).withFile(Optional.of(before), settled),
        Move.DROP_SIGNATURE,
        List.of(PutEvidence.in(head, settled)),
        Note.of(
            now,
            new EvidenceFact.SignatureFell(
                EvidenceFact.Checked.of(settled), closing.checkCode(), closing.signBy())));
  }

  private Commit<PutHead> checked(
      Head head, Evidence before, Evidence settled, Optional<Head.Reopened> opening, Instant now) {
    EvidenceFact.Checked check = EvidenceFact.Checked.of(settled);
    return commits.note(
        head,
        opening.map(head::withReopened).orElse(head).withFile(Optional.of(before), settled),
        List.of(PutEvidence.in(head, settled)),
        Note.of(
            now,
            opening
                .<EvidenceFact>map(open ->
                    new EvidenceFact.CriterionReopened(check, open.criterion(), open.until()))
                .orElseGet(() -> new EvidenceFact.EvidenceChecked(check))));
  }

  /** The file's criterion, open again; empty where nothing opens, as for a paper of the form. */
  private static Optional<Head.Reopened> reopening(
      Campaign campaign, Head head, Evidence settled, Instant now) {
    return settled
        .criterion()
        .filter(criterion -> !head.state().inWork())
        .map(criterion ->
            Head.Reopened.forFile(criterion, campaign.reopenedUntil(now), settled.id()));
  }

  /**
   * What was closed, to be signed again, where the refused file was its signature. Once a mark
   * stands nothing falls any more: the team sees the refused paper, and asks for another.
   */
  private static Optional<Closing> fallen(
      Campaign campaign, Head head, Evidence settled, Instant now) {
    return head.signature()
        .filter(signature -> Move.DROP_SIGNATURE.legalFrom(head.state()))
        .filter(signature -> signature.evidence().filter(settled.id()::equals).isPresent())
        .flatMap(signature ->
            head.closing()
                .map(closing ->
                    closing.unsigned(signature.sentAt(), Deadlines.of(campaign).signBy(now))));
  }

  private static Checks.Verified verified(Evidence evidence, EvidenceVault.Arrival arrival) {
    Optional<Problem> fault = arrival.danger();
    if (arrival.sizeBytes() != evidence.sizeBytes()) {
      fault = Optional.of(EvidenceProblem.FILE_SIZE_DIFFERS);
    } else if (!arrival.sha256().equals(evidence.sha256())) {
      fault = Optional.of(EvidenceProblem.FILE_HASH_DIFFERS);
    } else if (fault.isEmpty() && !evidence.typeFits(arrival.detectedType())) {
      fault = Optional.of(EvidenceProblem.FILE_TYPE_DIFFERS);
    }
    return new Checks.Verified(
        arrival.uploadedAt(),
        arrival.tag(),
        fault.map(Problem::slug),
        arrival.detectedType(),
        Optional.of(arrival.attachments()).filter(files -> files > 0));
  }
}
