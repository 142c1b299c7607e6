package vn.minhbach.core.assess.custody;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.file.FileName;
import vn.minhbach.core.file.FileProblem;
import vn.minhbach.core.file.UploadLimits;

/** A file that a unit declares, as a request brings it, held against the files it has. */
public record DeclaredFile(Declaration said) {

  private static final int PAGE_MAX = 200;
  private static final int DESCRIPTION_MAX = 500;

  /**
   * What stands in the particulars need not be said again, and a thousand files fit into a form.
   */
  private static final int DESCRIPTION_OF_DOCUMENT_MAX = 200;

  private static final int PERIOD_MAX = 100;

  /** Reads what is said of a file, held against what the campaign takes. */
  public static Outcome<DeclaredFile> read(Object tree, UploadLimits limits) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> shape(body, limits));
  }

  private static Supplier<DeclaredFile> shape(Node body, UploadLimits limits) {
    body.only(
        "criterion",
        "purpose",
        "fileName",
        "contentType",
        "sizeBytes",
        "sha256",
        "page",
        "period",
        "description",
        Proof.Document.CODE,
        Proof.Photo.CODE,
        Proof.Screenshot.CODE,
        Proof.Extract.CODE,
        "noStateSecret");
    Optional<CriterionId> criterion = body.optional("criterion").flatMap(CriterionId::read);
    Optional<Purpose> purpose =
        body.optional("purpose").map(node -> node.oneOf(Purpose.codes())).flatMap(Purpose::of);
    if (body.optional("criterion").isPresent() == body.optional("purpose").isPresent()) {
      body.faultAt("criterion", InputProblem.ONE_OF_TWO.of("criterion", "purpose"));
    }
    String fileName = FileName.read(body.field("fileName"));
    Node type = body.field("contentType");
    String contentType = type.raw() == null ? "" : type.text(200);
    List<String> accepted = purpose.isPresent() ? Purpose.CONTENT_TYPES : limits.contentTypes();
    if (!contentType.isBlank() && !accepted.contains(contentType)) {
      type.fault(
          CustodyProblem.FILE_TYPE_REFUSED.of(FileKind.of(contentType), FileKind.all(accepted)));
    }
    long sizeBytes = size(body.field("sizeBytes"), limits.fileBytesMax());
    Node hash = body.field("sha256");
    String sha256 = hash.raw() == null ? "" : hash.text(200).toLowerCase(Locale.ROOT);
    if (!sha256.isBlank() && !sha256.matches("[0-9a-f]{64}")) {
      hash.fault(FileProblem.BAD_SHA256.of());
    }
    Optional<String> page = body.optional("page").map(text -> text.textOrNumber(PAGE_MAX));
    Optional<String> period = body.optional("period").map(text -> text.text(PERIOD_MAX));
    Optional<String> description =
        body.optional("description")
            .map(text ->
                text.lines(
                    body.optional(Proof.Document.CODE).isPresent()
                        ? DESCRIPTION_OF_DOCUMENT_MAX
                        : DESCRIPTION_MAX));
    Supplier<Optional<Proof>> proof = DeclaredProof.read(body);
    boolean noSecret = body.optional("noStateSecret").map(DeclaredFile::noSecret).orElse(false);
    return () ->
        new DeclaredFile(
            new Declaration(
                criterion,
                purpose,
                fileName,
                contentType,
                sizeBytes,
                sha256,
                new Meaning(page, period, description, proof.get(), noSecret)));
  }

  // Whoever says that it is one must not send it, here or anywhere over this line.
  private static boolean noSecret(Node confirmed) {
    boolean none = confirmed.bool();
    if (!none && confirmed.raw() instanceof Boolean) {
      confirmed.fault(CustodyProblem.STATE_SECRET.of());
    }
    return none;
  }

  private static long size(Node size, long max) {
    if (size.raw() == null) {
      return 1;
    }
    long bytes = size.integer(1, Integer.MAX_VALUE);
    if (bytes > max) {
      size.fault(CustodyProblem.FILE_TOO_LARGE.of(bytes, UploadLimits.told(max)));
    }
    return bytes;
  }

  boolean isFor(CriterionId other) {
    return said.criterion().filter(other::equals).isPresent();
  }

  boolean ofTheTeam() {
    return said.purpose().filter(Purpose.INSPECTION::equals).isPresent();
  }

  boolean paper() {
    return said.purpose().isPresent();
  }

  /** Whether a record says of the same matter the same file, and is not at its end. */
  boolean isAlready(Evidence other) {
    return (other.state().open() || other.state() == Evidence.State.ACCEPTED)
        && other.declaration().sameFile(said);
  }

  /** Whether the bytes of a record may stand for those of this file. */
  boolean isTwin(Evidence other) {
    return other.state() == Evidence.State.ACCEPTED
        && other.declaration().sameBytes(said)
        && (!paper() || Purpose.CONTENT_TYPES.contains(other.contentType()));
  }

  // A twin's facts hold for the same bytes: nothing is uploaded, checked or scanned twice.
  Evidence evidence(String id, Instant now, Instant expiresAt, Optional<Evidence> twin) {
    var grant = new Evidence.Grant(now, expiresAt);
    return twin.map(kept ->
            new Evidence(
                id, said.as(kept.contentType()), grant, kept.checks(), Evidence.State.ACCEPTED, 1))
        .orElseGet(() -> new Evidence(id, said, grant, Checks.NONE, Evidence.State.AWAITED, 1));
  }
}
