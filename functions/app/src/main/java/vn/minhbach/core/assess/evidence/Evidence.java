package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Problem;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.UploadLimits;

/**
 * One file of a unit: evidence for a criterion, or a paper of its form as a whole.
 *
 * @param id opaque, chosen by us; the object's name in quarantine
 * @param declaration what its unit says of it
 * @param grant its upload
 * @param checks what is known of its bytes
 * @param version rises by one with each change; the etag
 */
public record Evidence(
    String id, Declaration declaration, Grant grant, Checks checks, State state, long version) {

  private static final int NAME_TOLD_MAX = 48;

  /**
   * The upload of a file.
   *
   * @param at domain clock
   * @param expiresAt wall clock; the upload URL is dead after it
   */
  public record Grant(Instant at, Instant expiresAt) {

    Grant until(Instant later) {
      return new Grant(at, later);
    }
  }

  /**
   * Where a file stands. CHECKING until both facts are noted, in whichever order they come, and the
   * bytes lie in the vault; ACCEPTED only then.
   */
  public enum State {
    AWAITED,
    CHECKING,
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    EXPIRED;

    /** Whether the file's bytes have arrived and were not refused. */
    public boolean present() {
      return this == CHECKING || this == ACCEPTED;
    }

    /** Whether something is still to come: the bytes, or a check of them. */
    public boolean open() {
      return this == AWAITED || this == CHECKING;
    }
  }

  /** As lists of files stand: as they were asked for. */
  public static final Comparator<Evidence> BY_GRANT =
      Comparator.comparing(Evidence::grantedAt).thenComparing(Evidence::id);

  public Optional<CriterionId> criterion() {
    return declaration.criterion();
  }

  public Optional<Purpose> purpose() {
    return declaration.purpose();
  }

  public String fileName() {
    return declaration.fileName();
  }

  public String contentType() {
    return declaration.contentType();
  }

  public long sizeBytes() {
    return declaration.sizeBytes();
  }

  public String sha256() {
    return declaration.sha256();
  }

  public Instant grantedAt() {
    return grant.at();
  }

  public Instant grantExpiresAt() {
    return grant.expiresAt();
  }

  public Optional<Checks.Verified> verified() {
    return checks.verified();
  }

  public Optional<Checks.Scanned> scanned() {
    return checks.scanned();
  }

  /** Why it was refused: the slug of a {@link EvidenceProblem}. */
  public Optional<String> reason() {
    return checks.reason();
  }

  /** Whether it is a paper of the form: no part of what is answered, and of no criterion. */
  public boolean paper() {
    return purpose().isPresent();
  }

  /** Whether the team brought it: it is at the unit, but none of what the unit rests on. */
  public boolean ofTheTeam() {
    return purpose().filter(Purpose.INSPECTION::equals).isPresent();
  }

  /** Whether its name, or what its unit says of it, holds these words, however they are typed. */
  public boolean mentions(String words) {
    String wanted = SeenText.folded(words);
    Meaning said = declaration.meaning();
    return Stream.of(
            Optional.of(fileName()),
            said.page(),
            said.period(),
            said.description(),
            said.proof().map(Proof::vietnamese))
        .flatMap(Optional::stream)
        .anyMatch(text -> SeenText.folded(text).contains(wanted));
  }

  /** Whether it is of this criterion. */
  public boolean proves(CriterionId other) {
    return criterion().filter(other::equals).isPresent();
  }

  public boolean counts() {
    return state != State.WITHDRAWN && state != State.EXPIRED && state != State.REJECTED;
  }

  /** Whether its bytes were found in order once: they lie in the vault then and stay there. */
  public boolean kept() {
    return (state == State.ACCEPTED || state == State.WITHDRAWN) && checks.passed();
  }

  /** The file once nobody used its grant. */
  public Evidence expired() {
    return next(State.EXPIRED, checks.because(Optional.empty()));
  }

  /** The same file with what another declaration says about it, one version on. */
  public Evidence meaning(Declaration said) {
    return new Evidence(id, declaration.meaning(said), grant, checks, state, version + 1);
  }

  /** The same version of it under another end of the grant. */
  public Evidence until(Instant expiresAt) {
    return new Evidence(id, declaration, grant.until(expiresAt), checks, state, version);
  }

  /** Whether what lies in quarantine has still to be looked at. */
  public boolean awaitsArrival() {
    return state != State.WITHDRAWN && checks.verified().isEmpty();
  }

  /** Whether both checks are passed and only the copy in the vault is missing. */
  public boolean awaitsPromotion() {
    return state == State.CHECKING && checks.complete();
  }

  /** The file once its bytes lie in the vault: nothing but this makes it ACCEPTED. */
  public Evidence promoted() {
    if (!awaitsPromotion()) {
      throw new IllegalStateException(id + " is " + state + " and awaits no promotion");
    }
    return next(State.ACCEPTED, checks);
  }

  /** The file whose bytes turned out to be others when they were to be kept. */
  public Evidence rejectedAs(Problem why) {
    return next(State.REJECTED, checks.because(Optional.of(why.slug())));
  }

  /**
   * The file as its unit takes it back. A scan of bytes that never came into the vault is left out,
   * so that nobody looks for them there.
   */
  public Evidence withdrawn() {
    return next(State.WITHDRAWN, awaitsPromotion() ? checks.unscanned() : checks);
  }

  /**
   * Notes what arrival found, once. The state follows from both facts.
   *
   * @param revives whether a grant that expired takes its file after all: the line was slow, S3
   *     took it in time
   */
  public Evidence arrived(Checks.Verified fact, boolean revives) {
    return !awaitsArrival() || (state == State.EXPIRED && !revives)
        ? this
        : settled(checks.with(fact));
  }

  /** Notes what the scan found, once. The state follows from both facts. */
  public Evidence scannedAs(Checks.Scanned fact) {
    if (checks.scanned().isPresent() || state == State.WITHDRAWN) {
      return this;
    }
    return state == State.EXPIRED ? next(state, checks.with(fact)) : settled(checks.with(fact));
  }

  private Evidence settled(Checks known) {
    Optional<String> fault = known.fault();
    return next(fault.isPresent() ? State.REJECTED : State.CHECKING, known.because(fault));
  }

  private Evidence next(State then, Checks known) {
    return new Evidence(id, declaration, grant, known, then, version + 1);
  }

  /** What a withdrawal must have read. */
  public String etag() {
    return "e" + version;
  }

  /** Whether the bytes are of the declared type; a type that the bytes do not show is refused. */
  public boolean typeFits(Optional<String> detected) {
    return detected.filter(contentType()::equals).isPresent();
  }

  /** Why it was refused, in words; empty where it was not. */
  public Optional<Fault> rejection() {
    return reason()
        .flatMap(slug ->
            EvidenceProblem.rejection(
                slug,
                shortName(),
                FileKind.of(contentType()),
                FileKind.of(verified().flatMap(Checks.Verified::detected))));
  }

  /** What a clerk should look at again, though nothing is refused for it. */
  public List<Fault> warnings(UploadLimits limits) {
    var warnings = new ArrayList<Fault>();
    Meaning meaning = declaration.meaning();
    if (limits.dataPeriod().isPresent() && meaning.period().isPresent() && !meaning.inForce()) {
      Period asked = limits.dataPeriod().get();
      String told = meaning.period().get();
      Optional<Period> proved = Period.read(told);
      if (proved.isEmpty()) {
        warnings.add(EvidenceProblem.PERIOD_NOT_READ.of(told));
      } else if (!asked.meets(proved.get())) {
        warnings.add(EvidenceProblem.PERIOD_OUTSIDE.of(told, asked.from(), asked.to()));
      }
    }
    verified()
        .flatMap(Checks.Verified::attachments)
        .ifPresent(
            files -> warnings.add(EvidenceProblem.FILE_HAS_ATTACHMENTS.of(shortName(), files)));
    return warnings;
  }

  // The name stands whole beside it; a form with a thousand long ones must fit into an answer.
  private String shortName() {
    String name = fileName();
    int characters = name.codePointCount(0, name.length());
    return characters <= NAME_TOLD_MAX
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_TOLD_MAX - 1)) + "…";
  }
}
