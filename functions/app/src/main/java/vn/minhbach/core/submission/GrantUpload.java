package vn.minhbach.core.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Chance;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.evidence.FileName;
import vn.minhbach.core.evidence.UploadLimits;
import vn.minhbach.core.unit.Unit;

/**
 * A unit declares a file for a criterion and is granted its upload: a presigned PUT of exactly
 * these bytes. A hash that the unit already has ACCEPTED needs no upload, so that one file may
 * serve several criteria. The same declaration again (criterion, name, hash) is the same grant.
 *
 * <p>Refused when the form cannot be changed, the criterion is unknown, the file breaks the
 * campaign's limits on type, size and total, or the unit asks too fast. The upload dies when the
 * form closes: what S3 took by its own clock was in time.
 */
public final class GrantUpload {

  /** How long an upload URL lives; a slow line needs minutes for 20 MB. */
  public static final Duration GRANT_LIFE = Duration.ofMinutes(15);

  /** A grant is renewed when that gains so much. */
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);

  private static final int PAGE_MAX = 200;
  private static final int DESCRIPTION_MAX = 1_000;

  private final Forms forms;
  private final Submissions submissions;
  private final Receipts receipts;
  private final Commits commits;
  private final EvidenceVault vault;
  private final Chance chance;

  public GrantUpload(
      Forms forms,
      Submissions submissions,
      Receipts receipts,
      Commits commits,
      EvidenceVault vault,
      Chance chance) {
    this.forms = forms;
    this.submissions = submissions;
    this.receipts = receipts;
    this.commits = commits;
    this.vault = vault;
    this.chance = chance;
  }

  /** The evidence, and where to put its bytes; no upload when they are there already. */
  public record Grant(Evidence evidence, Optional<EvidenceVault.Upload> upload) {}

  /**
   * Grants an upload.
   *
   * @param wall the wall clock, by which the grant expires
   */
  public Outcome<Grant> grant(Campaign campaign, Unit unit, Act act, Instant wall, Object tree) {
    String id = chance.hex128();
    return commits
        .until(() ->
            receipts.once(
                act,
                ids -> replay(campaign, unit, ids),
                () -> decide(campaign, unit, act, wall, id, tree)))
        .map(evidence -> signed(campaign, unit, evidence));
  }

  private Outcome<Decision<Evidence>> replay(
      Campaign campaign, Unit unit, Map<String, String> ids) {
    return Outcome.accepted(
        Decision.nothingToDo(
            submissions.evidence(campaign.id(), unit.code(), ids.get("evidence")).orElseThrow()));
  }

  private Outcome<Decision<Evidence>> decide(
      Campaign campaign, Unit unit, Act act, Instant wall, String id, Object tree) {
    return forms
        .head(campaign, unit)
        // Whose form is closed hears that first, whatever the body says.
        .flatMap(head ->
            head.reopenedAt(act.now()).isEmpty()
                ? forms.editable(campaign, unit, act.now())
                : Outcome.accepted(head))
        .flatMap(head ->
            Node.read(
                tree, Problem.INVALID_BODY, body -> read(body, campaign.settings().uploadLimits())))
        .flatMap(file -> known(campaign, unit, file))
        .flatMap(file ->
            forms
                .editable(campaign, unit, file.criterion(), act)
                .flatMap(head -> place(head, campaign, act, wall, id, file)));
  }

  private Outcome<Declared> known(Campaign campaign, Unit unit, Declared file) {
    return forms.criteria(campaign, unit).criterion(file.criterion()).isPresent()
        ? Outcome.accepted(file)
        : Outcome.refused(Problem.UNKNOWN_CRITERION, "criterion", file.criterion().value());
  }

  private Outcome<Decision<Evidence>> place(
      Head head, Campaign campaign, Act act, Instant wall, String id, Declared file) {
    List<Evidence> others = submissions.evidenceOf(head.campaign(), head.unit());
    Instant expiresAt = expiresAt(head, file.criterion(), act.now(), wall);
    Optional<Evidence> same = others.stream().filter(file::isAlready).findFirst();
    if (same.isPresent()) {
      return Outcome.accepted(again(head, act, same.get(), file, expiresAt));
    }
    return room(head, campaign.settings().uploadLimits(), act.now(), others, file)
        .map(fits ->
            granted(head, act, file.evidence(id, act.now(), expiresAt, twin(others, file))));
  }

  private static Optional<Evidence> twin(List<Evidence> others, Declared file) {
    return others.stream()
        .filter(other -> other.state() == Evidence.State.ACCEPTED)
        .filter(other -> other.sha256().equals(file.sha256()))
        .filter(other -> other.sizeBytes() == file.sizeBytes())
        .findFirst();
  }

  // The one place where the two clocks meet: what is left until closing by the domain clock is
  // given in seconds of the wall clock. S3 then holds the unit to its own time.
  private static Instant expiresAt(Head head, CriterionId criterion, Instant now, Instant wall) {
    Instant closes =
        head.state().editable()
            ? head.closesAt()
            : head.reopenedAt(now).stream()
                .filter(open -> open.criterion().equals(criterion))
                .map(Head.Reopened::until)
                .max(Comparator.naturalOrder())
                .orElse(now);
    Duration left = Duration.between(now, closes);
    return wall.plus(left.compareTo(GRANT_LIFE) < 0 ? left : GRANT_LIFE);
  }

  private static Outcome<Declared> room(
      Head head, UploadLimits limits, Instant now, List<Evidence> others, Declared file) {
    String unit = head.unit().value();
    Instant minuteAgo = now.minus(Duration.ofMinutes(1));
    long lately =
        others.stream()
            .filter(
                other -> other.grantedAt().isAfter(minuteAgo) && !other.grantedAt().isAfter(now))
            .count();
    if (lately >= limits.grantsInAMinute()) {
      return Outcome.refused(
          Problem.TOO_MANY_GRANTS, "unit", unit, "limit", String.valueOf(limits.grantsInAMinute()));
    }
    if (others.size() >= UploadLimits.RECORDS_MAX) {
      return Outcome.refused(
          Problem.TOO_MANY_FILES, "unit", unit, "limit", String.valueOf(UploadLimits.RECORDS_MAX));
    }
    long used = others.stream().filter(Evidence::counts).mapToLong(Evidence::sizeBytes).sum();
    return used + file.sizeBytes() > limits.unitBytesMax()
        ? Outcome.refused(
            Problem.TOO_MUCH_EVIDENCE, "unit", unit, "limit", (limits.unitBytesMax() >> 20) + " MB")
        : Outcome.accepted(file);
  }

  private Decision<Evidence> granted(Head head, Act act, Evidence evidence) {
    Head shaped =
        evidence.state() == Evidence.State.AWAITED
            ? head.withFilesUntil(evidence.grantExpiresAt())
            : head;
    return put(head, shaped, act, evidence, "EVIDENCE_GRANTED");
  }

  // A request whose answer was lost: the same record, with what the unit says of it now, and with
  // time enough to upload where the bytes are still awaited.
  private Decision<Evidence> again(
      Head head, Act act, Evidence stored, Declared file, Instant expiresAt) {
    boolean renew =
        stored.state() == Evidence.State.AWAITED
            && Duration.between(stored.grantExpiresAt(), expiresAt).compareTo(RENEWED_AFTER) > 0;
    Evidence said = stored.meaning(file.page(), file.period(), file.description());
    if (renew) {
      return put(
          head,
          head.withFilesUntil(expiresAt),
          act,
          said.until(expiresAt),
          "EVIDENCE_GRANTED_AGAIN");
    }
    return said.sameMeaning(stored)
        ? Decision.nothingToDo(stored)
        : put(head, head, act, said, "EVIDENCE_DESCRIBED");
  }

  private Decision<Evidence> put(Head head, Head shaped, Act act, Evidence evidence, String kind) {
    return Decision.commit(
        evidence,
        commits.change(
            head,
            shaped,
            head.touched(),
            List.of(new Change.PutEvidence(evidence)),
            new Commits.Note(
                act.now(),
                kind,
                body(act, evidence),
                act.key().map(key -> new Receipt(key, Map.of("evidence", evidence.id()))))));
  }

  private Grant signed(Campaign campaign, Unit unit, Evidence evidence) {
    return new Grant(
        evidence,
        evidence.state() == Evidence.State.AWAITED
            ? Optional.of(vault.grant(campaign.id(), unit.code(), evidence))
            : Optional.empty());
  }

  private static Supplier<Declared> read(Node body, UploadLimits limits) {
    body.only(
        "criterion",
        "fileName",
        "contentType",
        "sizeBytes",
        "sha256",
        "page",
        "period",
        "description");
    Node criterion = body.field("criterion");
    String id = criterion.raw() == null ? "" : criterion.text(40);
    if (!id.isEmpty() && !CriterionId.valid(id)) {
      criterion.fault(Problem.BAD_CODE, "value", id);
    }
    String fileName = FileName.read(body.field("fileName"));
    Node type = body.field("contentType");
    String contentType = type.raw() == null ? "" : type.text(200);
    if (!contentType.isBlank() && !limits.contentTypes().contains(contentType)) {
      type.fault(
          Problem.FILE_TYPE_REFUSED,
          "value",
          contentType,
          "known",
          String.join(", ", limits.contentTypes()));
    }
    long sizeBytes = size(body.field("sizeBytes"), limits.fileBytesMax());
    Node hash = body.field("sha256");
    String sha256 = hash.raw() == null ? "" : hash.text(200).toLowerCase(Locale.ROOT);
    if (!sha256.isBlank() && !sha256.matches("[0-9a-f]{64}")) {
      hash.fault(Problem.BAD_SHA256);
    }
    Optional<String> page = body.optional("page").map(text -> text.textOrNumber(PAGE_MAX));
    Optional<String> period = body.optional("period").map(text -> text.text(PAGE_MAX));
    Optional<String> description =
        body.optional("description").map(text -> text.text(DESCRIPTION_MAX));
    return () ->
        new Declared(
            new CriterionId(id),
            fileName,
            contentType,
            sizeBytes,
            sha256,
            page,
            period,
            description);
  }

  private static long size(Node size, long max) {
    if (size.raw() == null) {
      return 1;
    }
    long bytes = size.integer(1, Integer.MAX_VALUE);
    if (bytes > max) {
      size.fault(
          Problem.FILE_TOO_LARGE, "value", String.valueOf(bytes), "limit", String.valueOf(max));
    }
    return bytes;
  }

  private static Map<String, Object> body(Act act, Evidence evidence) {
    var body = new TreeMap<String, Object>();
    body.put("by", act.caller().id());
    body.put("evidence", evidence.id());
    body.put("criterion", evidence.criterion().value());
    body.put("fileName", evidence.fileName());
    body.put("contentType", evidence.contentType());
    body.put("sizeBytes", evidence.sizeBytes());
    body.put("sha256", evidence.sha256());
    body.put("state", evidence.state().name());
    evidence.page().ifPresent(page -> body.put("page", page));
    evidence.period().ifPresent(period -> body.put("period", period));
    evidence.description().ifPresent(description -> body.put("description", description));
    return body;
  }

  private record Declared(
      CriterionId criterion,
      String fileName,
      String contentType,
      long sizeBytes,
      String sha256,
      Optional<String> page,
      Optional<String> period,
      Optional<String> description) {

    /** Whether a record says of the same criterion the same file, and is not at its end. */
    boolean isAlready(Evidence other) {
      return (other.state().open() || other.state() == Evidence.State.ACCEPTED)
          && other.criterion().equals(criterion)
          && other.fileName().equals(fileName)
          && other.sha256().equals(sha256)
          && other.sizeBytes() == sizeBytes;
    }

    // A twin's facts hold for the same bytes: nothing is uploaded, checked or scanned twice.
    Evidence evidence(String id, Instant now, Instant expiresAt, Optional<Evidence> twin) {
      return new Evidence(
          id,
          criterion,
          fileName,
          twin.map(Evidence::contentType).orElse(contentType),
          sizeBytes,
          sha256,
          page,
          period,
          twin.isPresent() ? Evidence.State.ACCEPTED : Evidence.State.AWAITED,
          Optional.empty(),
          now,
          expiresAt,
          twin.flatMap(Evidence::verified),
          twin.flatMap(Evidence::scanned),
          1,
          description);
    }
  }
}
