package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * The head of a submission: the one item that every change of it must pass.
 *
 * @param tip end of the submission's chain; its seq is what a commit is conditioned on
 * @param formVersion rises by one with each change of the form; the form's ETag
 * @param term the times, and what moved them
 * @param signing what was closed and signed of it
 * @param files what of the unit's files bears on the form
 * @param corrected what corrections of the criteria wrote into the head
 * @param appraisal how far the appraisal of the form is
 * @param returned the latest return of the form, or of criteria of it
 */
public record Head(
    CampaignId campaign,
    UnitCode unit,
    ChainTip tip,
    long formVersion,
    State state,
    Term term,
    Signing signing,
    Files files,
    Corrected corrected,
    Appraisal appraisal,
    Optional<Returned> returned) {

  /** The head of a form that nobody has written to. */
  public static Head unwritten(CampaignId campaign, UnitCode unit, Term term) {
    return new Head(
        campaign,
        unit,
        ChainTip.START,
        0,
        State.NOT_STARTED,
        term,
        Signing.NONE,
        Files.NONE,
        Corrected.NONE,
        Appraisal.NONE,
        Optional.empty());
  }

  /**
   * Who sent the form, and when.
   *
   * @param by opaque id of the account
   * @param late whether the form was first sent after {@code dueAt} as it was then
   * @param lateReason why it is late, where the unit said so
   * @param sent the time of sending, where it is another than {@code at}: that of the closing, or
   *     of the first signature
   * @param checkCode the code of what was signed; empty in what was signed before there were codes
   * @param evidence id of the signed paper; empty where an account signed
   * @param criteriaVersion version of the criteria set that was signed for; empty in what was
   *     stored before sets could be corrected
   */
  public record Signature(
      Instant at,
      String by,
      String name,
      String title,
      Optional<Letter> letter,
      boolean late,
      Optional<String> lateReason,
      Optional<Instant> sent,
      Optional<String> checkCode,
      Optional<String> evidence,
      Optional<Long> criteriaVersion) {

    /** The time of sending, by which late is measured: signing again does not send it later. */
    public Instant sentAt() {
      return sent.orElse(at);
    }
  }

  /**
   * What of the unit's files bears on the form.
   *
   * @param until wall clock: end of the latest upload grant
   * @param reopened criteria that are open again after submission
   * @param tally how many files count; empty in a head from before they were counted
   */
  public record Files(Optional<Instant> until, List<Reopened> reopened, Optional<Tally> tally) {

    /** Nothing was ever granted or opened again. */
    public static final Files NONE =
        new Files(Optional.empty(), List.of(), Optional.of(Tally.NONE));

    public Files {
      reopened = List.copyOf(reopened);
    }

    /** After a grant: files may be open until then at least. */
    Files grantedUntil(Instant expiresAt) {
      return new Files(
          Optional.of(until.filter(expiresAt::isBefore).orElse(expiresAt)), reopened, tally);
    }

    Files withReopened(List<Reopened> criteria) {
      return new Files(until, criteria, tally);
    }
  }

  /**
   * A criterion of a sent form that its unit may change again.
   *
   * @param until domain clock
   * @param evidence id of the rejected file, or of the paper whose typing was contested, where that
   *     is the cause
   * @param correction number of the correction of the criteria, where that is the cause
   */
  public record Reopened(
      CriterionId criterion,
      Instant until,
      Optional<String> evidence,
      Optional<Integer> correction) {

    public static Reopened forFile(CriterionId criterion, Instant until, String evidence) {
      return new Reopened(criterion, until, Optional.of(evidence), Optional.empty());
    }

    /** Returned with a reason that stands in the head: no file and no correction is the cause. */
    static Reopened returned(CriterionId criterion, Instant until) {
      return new Reopened(criterion, until, Optional.empty(), Optional.empty());
    }

    static Reopened corrected(CriterionId criterion, Instant until, int correction) {
      return new Reopened(criterion, until, Optional.empty(), Optional.of(correction));
    }
  }

  /**
   * What corrections of the criteria wrote into the head.
   *
   * @param number of the latest correction that the chain has noted; 0 for none
   * @param dueTo last day to which one put off the due date
   */
  public record Corrected(int number, Optional<LocalDate> dueTo) {

    /** None was noted. */
    public static final Corrected NONE = new Corrected(0, Optional.empty());
  }

  /**
   * How far the appraisal (<i>thẩm định</i>) of the form is; whose marks these are, the submission
   * does not know.
   *
   * @param firstMarkAt when the first mark was set; from then on the form is not returned
   * @param closedAt when the appraisal was closed; empty again once it is taken up anew
   * @param hearings criteria of which the unit is heard, or was
   */
  public record Appraisal(
      Optional<Instant> firstMarkAt, Optional<Instant> closedAt, List<Hearing> hearings) {

    /** Nothing was marked. */
    public static final Appraisal NONE =
        new Appraisal(Optional.empty(), Optional.empty(), List.of());

    public Appraisal {
      hearings = List.copyOf(hearings);
    }
  }

  /**
   * A criterion of a sent form of which its unit is heard (<i>giải trình</i>, <i>đề nghị xem xét
   * lại</i>): it may bring files for it, and nothing of what it answered changes by that. No part
   * of what is {@link Reopened open again}: that is closed and signed as the form is, this by an
   * explanation or a petition.
   *
   * @param until domain clock
   * @param figures whether whoever asked lets the unit change its figures too
   */
  public record Hearing(CriterionId criterion, Instant until, boolean figures) {}

  /** The covering letter (<i>công văn</i>). */
  public record Letter(String number, LocalDate date) {

    public static final int NUMBER_MAX = 200;

    /** As a request brings it. */
    public static Letter read(Node letter) {
      letter.only("number", "date");
      Node number = letter.field("number");
      Node date = letter.field("date");
      return new Letter(
          number.raw() == null ? "" : number.text(NUMBER_MAX),
          date.raw() == null ? LocalDate.EPOCH : date.date());
    }
  }

  public ChainId chain() {
    return ChainId.of(campaign, unit);
  }

  /** Whether anything was ever written; a form exists by derivation until then. */
  public boolean stored() {
    return tip.seq() > 0;
  }

  /** Whether the lock is shut at this moment. */
  public boolean lockedAt(Instant now) {
    return now.isAfter(closesAt());
  }

  public Instant dueAt() {
    return term.dueAt();
  }

  public Instant closesAt() {
    return term.closesAt();
  }

  public Optional<Closing> closing() {
    return signing.closing();
  }

  public Optional<Signature> signature() {
    return signing.signature();
  }

  public Optional<Instant> forwardedAt() {
    return signing.forwardedAt();
  }

  /** What the clock needs to know of this unit. */
  public Deadlines.Facts facts() {
    return term.facts(
        corrected.dueTo(), returned.flatMap(Returned::whole).map(Returned.Whole::clock));
  }

  /** What was asked and decided about more time; empty at first. */
  public Extension extensionOrNone() {
    return term.extension().orElse(Extension.NONE);
  }

  /** The head after a move; one that its state does not allow is a bug and flies. */
  public Head moved(Move move, ChainTip newTip) {
    State next = move.after(state);
    if (next.inAppraisal() != appraisal.firstMarkAt().isPresent()
        || (next == State.APPRAISED) != appraisal.closedAt().isPresent()) {
      throw new IllegalStateException(move + " to " + next + " with " + appraisal);
    }
    return new Head(
        campaign,
        unit,
        newTip,
        formVersion + 1,
        next,
        term,
        signing,
        files,
        corrected,
        appraisal,
        returned);
  }

  /** The head after something that leaves the form as it was, as a scan's result. */
  public Head noted(ChainTip newTip) {
    return new Head(
        campaign,
        unit,
        newTip,
        formVersion,
        state,
        term,
        signing,
        files,
        corrected,
        appraisal,
        returned);
  }

  /** The head once it is signed, for the first time or anew: what was returned is mended. */
  public Head withSignature(Signature newSignature) {
    return with(signing.withSignature(newSignature)).with(returned.map(Returned::mended));
  }

  /**
   * The head of a commune's form that goes on.
   *
   * @param transmittal number of the batch
   */
  public Head forwarded(Instant at, Optional<Integer> transmittal) {
    return with(signing.forwarded(at, transmittal));
  }

  /**
   * When the form reached the office, as its district's time is measured: what the team returns
   * does not make it late.
   */
  public Optional<Instant> passedOnAt() {
    return returned
        .flatMap(Returned::whole)
        .flatMap(Returned.Whole::forwardedAt)
        .or(this::forwardedAt);
  }

  /** The head of a form that says what was closed. */
  public Head withClosing(Closing closed) {
    return with(signing.withClosing(closed));
  }

  /** The head of a form that says something else now: its code is void. */
  Head voided() {
    return state == State.CLOSED
        ? with(signing.taken()).with(files.withReopened(List.of()))
        : withoutCode();
  }

  /** The head of a form whose code no longer stands for what is asked; whatever its state. */
  Head withoutCode() {
    return with(signing.voided());
  }

  /** What was closed, as long as the form says just that: its code is the one in force. */
  public Optional<Closing> inForce() {
    return closing().filter(closed -> !closed.voided());
  }

  /** The head after its signature fell: closed as it was, to be signed again. */
  public Head unsigned(Closing again) {
    return with(signing.unsigned(again));
  }

  /** When the form was sent; where it is not signed, when it would count as sent, signed now. */
  public Instant sentAt(Instant now) {
    return state.editable()
        ? closing()
            .filter(closed -> !now.isAfter(closed.signBy()))
            .map(Closing::sentAt)
            .or(() -> returned.flatMap(back -> back.sentAt(now)))
            .orElse(now)
        : signature().map(Signature::sentAt).orElse(now);
  }

  /**
   * The head of a sent form that goes back to its unit as a whole, for {@link Move#RETURN}: nothing
   * is closed or signed of it any more. Its clock is set anew by {@link #under}.
   *
   * @param to last day for sending it anew, and its last moment
   */
  public Head returnedWhole(Instant at, Move.Hand by, String reason, LocalDate to, Instant until) {
    Signature signed = signature().orElseThrow();
    boolean byDistrict = by == Move.Hand.DISTRICT;
    var was =
        new Returned.Whole(
            to, byDistrict, signed.sentAt(), signed.late(), passedOnAt().filter(on -> !byDistrict));
    return with(Signing.NONE)
        .withReopened(List.of())
        .with(Optional.of(new Returned(at, by, Optional.of(reason), until, Optional.of(was))));
  }

  /** The head of a sent form of which criteria are returned, for {@link Move#RETURN_CRITERIA}. */
  public Head returnedPartly(
      Instant at, Move.Hand by, String reason, Instant until, List<CriterionId> criteria) {
    Head open =
        with(
            Optional.of(
                new Returned(
                    at, by, Optional.of(reason), until, returned.flatMap(Returned::whole))));
    for (CriterionId criterion : criteria) {
      open = open.withReopened(Reopened.returned(criterion, until));
    }
    return open;
  }

  /** Last moment at which the form can be signed: a closed one also after the lock. */
  public Instant signableUntil() {
    return closing().map(Closing::signBy).filter(closesAt()::isBefore).orElse(closesAt());
  }

  /** Whether the unit can still change or sign the form at this moment. */
  public boolean unfinishedAt(Instant now) {
    return state.editable() && !now.isAfter(signableUntil());
  }

  /** The head with its first mark, for {@link Move#BEGIN_APPRAISAL}; later ones change nothing. */
  public Head withFirstMark(Instant at) {
    return appraisal.firstMarkAt().isPresent()
        ? this
        : with(new Appraisal(Optional.of(at), appraisal.closedAt(), appraisal.hearings()));
  }

  /** The head for {@link Move#CLOSE_APPRAISAL}. */
  public Head withAppraisalClosed(Instant at) {
    return with(new Appraisal(appraisal.firstMarkAt(), Optional.of(at), appraisal.hearings()));
  }

  /** The head for {@link Move#REOPEN_APPRAISAL}. */
  public Head withAppraisalReopened() {
    return with(new Appraisal(appraisal.firstMarkAt(), Optional.empty(), appraisal.hearings()));
  }

  /** The head of a form of which further criteria are heard, each until its latest term. */
  public Head withHearings(List<Hearing> more) {
    var all = new ArrayList<>(appraisal.hearings());
    for (Hearing hearing : more) {
      all.removeIf(one -> one.criterion().equals(hearing.criterion()));
      all.add(hearing);
    }
    return withHearingsOnly(all);
  }

  /** The head once these criteria are heard. */
  public Head heard(Collection<CriterionId> criteria) {
    return withHearingsOnly(
        appraisal.hearings().stream().filter(one -> !criteria.contains(one.criterion())).toList());
  }

  private Head withHearingsOnly(List<Hearing> hearings) {
    return hearings.equals(appraisal.hearings())
        ? this
        : with(new Appraisal(appraisal.firstMarkAt(), appraisal.closedAt(), hearings));
  }

  /** Of which criteria the unit is heard at this moment; of none once the form is appraised. */
  public List<Hearing> hearingsAt(Instant now) {
    return state.changeable() == State.Changeable.REOPENED
        ? appraisal.hearings().stream().filter(one -> !now.isAfter(one.until())).toList()
        : List.of();
  }

  /** The hearing of this criterion that is open now. */
  public Optional<Hearing> hearingOf(CriterionId criterion, Instant now) {
    return hearingsAt(now).stream().filter(one -> one.criterion().equals(criterion)).findFirst();
  }

  public Head withArrival(Arrival entered) {
    return with(term.withArrival(entered));
  }

  public Head withExtension(Extension next) {
    return with(term.withExtension(next));
  }

  public Head withLockNotedAt(Instant at) {
    return with(term.withLockNotedAt(at));
  }

  /** The number of the latest correction that the chain has noted; 0 for none. */
  public int notedCorrection() {
    return corrected.number();
  }

  /** The head once the chain has noted a correction. */
  public Head withNotedCorrection(int number) {
    return with(new Corrected(number, corrected.dueTo()));
  }

  Head withCorrectedTo(LocalDate day) {
    return with(new Corrected(corrected.number(), Optional.of(day)));
  }

  /** Criteria that were opened again and not signed for since. */
  public List<Reopened> reopened() {
    return files.reopened();
  }

  /** The head of a form whose files are counted from now on. */
  public Head withTally(Tally counted) {
    return with(new Files(files.until(), files.reopened(), Optional.of(counted)));
  }

  /**
   * The head beside which a file changes, in the same transaction: the tally follows.
   *
   * @param before the file as it is stored; empty for a new one
   */
  public Head withFile(Optional<Evidence> before, Evidence after) {
    return files.tally().map(tally -> withTally(tally.after(before, after))).orElse(this);
  }

  public Head withReopened(List<Reopened> criteria) {
    return criteria.equals(reopened()) ? this : with(files.withReopened(criteria));
  }

  /** The head with one criterion more that is open again; with its latest term, if it was so. */
  public Head withReopened(Reopened criterion) {
    var all = new ArrayList<>(reopened());
    all.removeIf(other ->
        other.criterion().equals(criterion.criterion())
            && other.correction().equals(criterion.correction()));
    all.add(criterion);
    return withReopened(all);
  }

  /** Wall clock: when the latest upload grant ends; empty without one. */
  public Optional<Instant> filesUntil() {
    return files.until();
  }

  /** The head after a grant: files may be open until then at least. */
  public Head withFilesUntil(Instant expiresAt) {
    return with(files.grantedUntil(expiresAt));
  }

  /**
   * The criteria that are open again at this moment. A closed form is signed first, and in an
   * appraised one nothing is open.
   */
  public List<Reopened> reopenedAt(Instant now) {
    return state.changeable() == State.Changeable.REOPENED
        ? reopened().stream().filter(criterion -> !now.isAfter(criterion.until())).toList()
        : List.of();
  }

  /** Whether nothing is awaited of the unit that was returned to it by criterion. */
  public boolean mendedAt(Instant now) {
    return reopenedAt(now).stream()
        .allMatch(open -> open.evidence().isPresent() || open.correction().isPresent());
  }

  /** Whether the unit may change this criterion though the form is sent. */
  public boolean reopenedFor(CriterionId criterion, Instant now) {
    return reopenedAt(now).stream().anyMatch(open -> open.criterion().equals(criterion));
  }

  /** The head under another clock. A lock that was noted and is open again is noted anew. */
  public Head under(Deadlines.Clock clock, Instant now) {
    return with(term.under(clock, now));
  }

  private Head with(Term next) {
    return new Head(
        campaign,
        unit,
        tip,
        formVersion,
        state,
        next,
        signing,
        files,
        corrected,
        appraisal,
        returned);
  }

  private Head with(Signing next) {
    return new Head(
        campaign, unit, tip, formVersion, state, term, next, files, corrected, appraisal, returned);
  }

  private Head with(Files next) {
    return new Head(
        campaign,
        unit,
        tip,
        formVersion,
        state,
        term,
        signing,
        next,
        corrected,
        appraisal,
        returned);
  }

  private Head with(Corrected next) {
    return new Head(
        campaign, unit, tip, formVersion, state, term, signing, files, next, appraisal, returned);
  }

  private Head with(Appraisal next) {
    return new Head(
        campaign, unit, tip, formVersion, state, term, signing, files, corrected, next, returned);
  }

  private Head with(Optional<Returned> next) {
    return new Head(
        campaign, unit, tip, formVersion, state, term, signing, files, corrected, appraisal, next);
  }

  /** What closing, submission and consolidation must have read: the form as a whole. */
  public String etag() {
    return "f" + formVersion;
  }
}
