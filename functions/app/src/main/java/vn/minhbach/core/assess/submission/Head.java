package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * The head of a submission: the one item that every change of it must pass.
 *
 * @param dueAt last moment in time; decides late
 * @param closesAt last moment at which the unit may change anything; the hard lock
 * @param formVersion rises by one with each change of the form; the form's ETag
 * @param tip end of the submission's chain; its seq is what a commit is conditioned on
 * @param arrival the dispatch as the unit's registry took it in, where that was entered
 * @param extension what was asked and decided about more time
 * @param lockNotedAt when the ledger noted that the form is locked; empty again once it reopens
 * @param files what of the unit's files bears on the form; empty before the first grant
 * @param closing what was closed last; gone once the unit opens a form that nobody has signed
 * @param corrected what corrections of the criteria wrote into the head; empty before the first
 */
public record Head(
    CampaignId campaign,
    UnitCode unit,
    State state,
    Instant receivedAt,
    Instant dueAt,
    Instant closesAt,
    long formVersion,
    Optional<Signature> signature,
    Optional<Instant> forwardedAt,
    ChainTip tip,
    Optional<Arrival> arrival,
    Optional<Extension> extension,
    Optional<Instant> lockNotedAt,
    Optional<Files> files,
    Optional<Closing> closing,
    Optional<Corrected> corrected) {

  /** A head on which nothing but the sending bears. */
  public Head(
      CampaignId campaign,
      UnitCode unit,
      State state,
      Instant receivedAt,
      Instant dueAt,
      Instant closesAt,
      long formVersion,
      Optional<Signature> signature,
      Optional<Instant> forwardedAt,
      ChainTip tip) {
    this(
        campaign,
        unit,
        state,
        receivedAt,
        dueAt,
        closesAt,
        formVersion,
        signature,
        forwardedAt,
        tip,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
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

    /** A signature of what has no code, sent as it was signed. */
    public Signature(
        Instant at,
        String by,
        String name,
        String title,
        Optional<Letter> letter,
        boolean late,
        Optional<String> lateReason) {
      this(
          at,
          by,
          name,
          title,
          letter,
          late,
          lateReason,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The time of sending, by which late is measured: signing again does not send it later. */
    public Instant sentAt() {
      return sent.orElse(at);
    }

    /** A signature without a word on being late. */
    public Signature(
        Instant at, String by, String name, String title, Optional<Letter> letter, boolean late) {
      this(at, by, name, title, letter, late, Optional.empty());
    }
  }

  /**
   * What of the unit's files bears on the form.
   *
   * @param until wall clock: end of the latest upload grant
   * @param reopened criteria that are open again after submission
   */
  public record Files(Optional<Instant> until, List<Reopened> reopened) {

    static final Files NONE = new Files(Optional.empty(), List.of());

    public Files {
      reopened = List.copyOf(reopened);
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

    static final Corrected NONE = new Corrected(0, Optional.empty());
  }

  /** The covering letter (<i>công văn</i>). */
  public record Letter(String number, LocalDate date) {}

  public ChainId chain() {
    return ChainId.of(campaign, unit);
  }

  /** Whether anything was ever written; a form exists by derivation until then. */
  public boolean stored() {
    return tip.seq() > 0;
  }

  /** Whether the lock is shut at this moment. */
  public boolean lockedAt(Instant now) {
    return now.isAfter(closesAt);
  }

  /** What the clock needs to know of this unit. */
  public Deadlines.Facts facts() {
    return new Deadlines.Facts(
        arrival.map(Arrival::date),
        extension.flatMap(Extension::until),
        corrected.flatMap(Corrected::dueTo));
  }

  /** What was asked and decided about more time; empty at first. */
  public Extension extensionOrNone() {
    return extension.orElse(Extension.NONE);
  }

  /** The head after a change of the form. */
  public Head changed(State next, ChainTip newTip) {
    var edit = edit();
    edit.state = next;
    edit.formVersion++;
    edit.tip = newTip;
    return edit.head();
  }

  /** The head after something that leaves the form as it was, as a scan's result. */
  public Head noted(ChainTip newTip) {
    var edit = edit();
    edit.tip = newTip;
    return edit.head();
  }

  public Head withSignature(Signature newSignature) {
    var edit = edit();
    edit.signature = Optional.of(newSignature);
    return edit.head();
  }

  public Head withForwardedAt(Instant at) {
    var edit = edit();
    edit.forwardedAt = Optional.of(at);
    return edit.head();
  }

  /** The head of a form that says what was closed. */
  public Head withClosing(Closing closed) {
    var edit = edit();
    edit.closing = Optional.of(closed);
    return edit.head();
  }

  /** The head of a form that says something else now: its code is void. */
  Head voided() {
    var edit = edit();
    if (state == State.CLOSED) {
      edit.closing = Optional.empty();
      edit.forwardedAt = Optional.empty();
      edit.files = files.map(known -> new Files(known.until(), List.of()));
    } else {
      edit.closing = closing.map(Closing::asVoid);
    }
    return edit.head();
  }

  /** The head of a form whose code no longer stands for what is asked; whatever its state. */
  Head withoutCode() {
    var edit = edit();
    edit.closing = closing.map(Closing::asVoid);
    return edit.head();
  }

  /** What was closed, as long as the form says just that: its code is the one in force. */
  public Optional<Closing> inForce() {
    return closing.filter(closed -> !closed.voided());
  }

  /** The head after its signature fell: closed as it was, to be signed again. */
  public Head unsigned(Closing again) {
    var edit = edit();
    edit.signature = Optional.empty();
    edit.closing = Optional.of(again);
    return edit.head();
  }

  /** When the form was sent; where it is not signed, when it would count as sent, signed now. */
  public Instant sentAt(Instant now) {
    return state.editable()
        ? closing.filter(closed -> !now.isAfter(closed.signBy())).map(Closing::sentAt).orElse(now)
        : signature.map(Signature::sentAt).orElse(now);
  }

  /** Last moment at which the form can be signed: a closed one also after the lock. */
  public Instant signableUntil() {
    return closing.map(Closing::signBy).filter(closesAt::isBefore).orElse(closesAt);
  }

  /** Whether the unit can still change or sign the form at this moment. */
  public boolean unfinishedAt(Instant now) {
    return state.editable() && !now.isAfter(signableUntil());
  }

  public Head withArrival(Arrival entered) {
    var edit = edit();
    edit.arrival = Optional.of(entered);
    return edit.head();
  }

  public Head withExtension(Extension next) {
    var edit = edit();
    edit.extension = Optional.of(next);
    return edit.head();
  }

  public Head withLockNotedAt(Instant at) {
    var edit = edit();
    edit.lockNotedAt = Optional.of(at);
    return edit.head();
  }

  /** The number of the latest correction that the chain has noted; 0 for none. */
  public int notedCorrection() {
    return corrected.orElse(Corrected.NONE).number();
  }

  /** The head once the chain has noted a correction. */
  public Head withNotedCorrection(int number) {
    var edit = edit();
    edit.corrected = Optional.of(new Corrected(number, corrected.flatMap(Corrected::dueTo)));
    return edit.head();
  }

  Head withCorrectedTo(LocalDate day) {
    var edit = edit();
    edit.corrected = Optional.of(new Corrected(notedCorrection(), Optional.of(day)));
    return edit.head();
  }

  /** Criteria that were opened again and not signed for since. */
  public List<Reopened> reopened() {
    return files.orElse(Files.NONE).reopened();
  }

  public Head withReopened(List<Reopened> criteria) {
    return criteria.equals(reopened())
        ? this
        : with(new Files(files.flatMap(Files::until), criteria));
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
    return files.flatMap(Files::until);
  }

  /** The head after a grant: files may be open until then at least. */
  public Head withFilesUntil(Instant expiresAt) {
    Instant latest = filesUntil().filter(expiresAt::isBefore).orElse(expiresAt);
    return with(new Files(Optional.of(latest), reopened()));
  }

  private Head with(Files next) {
    var edit = edit();
    edit.files = Optional.of(next);
    return edit.head();
  }

  /** The state of a form that its unit changes: a criterion that is open again moves no state. */
  State touched() {
    return state.editable() ? State.IN_PROGRESS : state;
  }

  /** The criteria that are open again at this moment. A closed form is signed first. */
  public List<Reopened> reopenedAt(Instant now) {
    return state.editable()
        ? List.of()
        : reopened().stream().filter(criterion -> !now.isAfter(criterion.until())).toList();
  }

  /** Whether the unit may change this criterion though the form is sent. */
  public boolean reopenedFor(CriterionId criterion, Instant now) {
    return reopenedAt(now).stream().anyMatch(open -> open.criterion().equals(criterion));
  }

  /** The head under another clock. A lock that was noted and is open again is noted anew. */
  public Head under(Deadlines.Clock clock, Instant now) {
    var edit = edit();
    edit.receivedAt = clock.receivedAt();
    edit.dueAt = clock.dueAt();
    edit.closesAt = clock.closesAt();
    edit.lockNotedAt = lockNotedAt.filter(noted -> now.isAfter(clock.closesAt()));
    return edit.head();
  }

  private Edit edit() {
    return new Edit(this);
  }

  /** A head of which some parts are about to be others: each change names only what it changes. */
  private static final class Edit {

    private final CampaignId campaign;
    private final UnitCode unit;
    private State state;
    private Instant receivedAt;
    private Instant dueAt;
    private Instant closesAt;
    private long formVersion;
    private Optional<Signature> signature;
    private Optional<Instant> forwardedAt;
    private ChainTip tip;
    private Optional<Arrival> arrival;
    private Optional<Extension> extension;
    private Optional<Instant> lockNotedAt;
    private Optional<Files> files;
    private Optional<Corrected> corrected;
    private Optional<Closing> closing;

    private Edit(Head head) {
      campaign = head.campaign;
      unit = head.unit;
      state = head.state;
      receivedAt = head.receivedAt;
      dueAt = head.dueAt;
      closesAt = head.closesAt;
      formVersion = head.formVersion;
      signature = head.signature;
      forwardedAt = head.forwardedAt;
      tip = head.tip;
      arrival = head.arrival;
      extension = head.extension;
      lockNotedAt = head.lockNotedAt;
      files = head.files;
      corrected = head.corrected;
      closing = head.closing;
    }

    private Head head() {
      return new Head(
          campaign,
          unit,
          state,
          receivedAt,
          dueAt,
          closesAt,
          formVersion,
          signature,
          forwardedAt,
          tip,
          arrival,
          extension,
          lockNotedAt,
          files,
          closing,
          corrected);
    }
  }

  /** What closing, submission and consolidation must have read: the form as a whole. */
  public String etag() {
    return "f" + formVersion;
  }
}
