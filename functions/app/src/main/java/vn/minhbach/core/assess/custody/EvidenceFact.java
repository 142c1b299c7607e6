package vn.minhbach.core.assess.custody;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.evidence.SecretStamp;
import vn.minhbach.core.assess.submission.Edit;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;

/** What the ledger tells of a unit's files. */
public sealed interface EvidenceFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<EvidenceFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case EvidenceGranted.KIND -> EvidenceGranted.read(in);
              case EvidenceGrantedAgain.KIND -> EvidenceGrantedAgain.read(in);
              case EvidenceDescribed.KIND -> EvidenceDescribed.read(in);
              case EvidenceChecked.KIND -> EvidenceChecked.read(in);
              case CriterionReopened.KIND -> CriterionReopened.read(in);
              case SignatureFell.KIND -> SignatureFell.read(in);
              case EvidenceExpired.KIND -> EvidenceExpired.read(in);
              case EvidenceWithdrawn.KIND -> EvidenceWithdrawn.read(in);
              case FileReleased.KIND -> FileReleased.read(in);
              default -> null;
            });
  }

  /** Whether it is of a file that the team brought from an inspection. */
  default boolean ofTheTeam() {
    Optional<Declared> file =
        switch (this) {
          case EvidenceGranted granted -> Optional.of(granted.file());
          case EvidenceGrantedAgain granted -> Optional.of(granted.file());
          case EvidenceDescribed described -> Optional.of(described.file());
          default -> Optional.empty();
        };
    return file.flatMap(Declared::purpose).filter(Purpose.INSPECTION.code()::equals).isPresent();
  }

  /** A file as it was declared. */
  record Declared(
      String by,
      String evidence,
      Optional<CriterionId> criterion,
      Optional<String> purpose,
      String fileName,
      String contentType,
      long sizeBytes,
      String sha256,
      Evidence.State state,
      Optional<String> page,
      Optional<String> period,
      Optional<String> description,
      Optional<Proof> proof,
      Optional<Boolean> noSecret)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("evidence", evidence)
          .with("criterion", criterion)
          .with("purpose", purpose)
          .with("fileName", fileName)
          .with("contentType", contentType)
          .with("sizeBytes", sizeBytes)
          .with("sha256", sha256)
          .with("state", state)
          .with("page", page)
          .with("period", period)
          .with("description", description)
          .with("proof", proof)
          .with("noSecret", noSecret);
    }

    static Declared read(BodyReader in) {
      return new Declared(
          in.text("by"),
          in.text("evidence"),
          in.maybe("criterion", BodyReader::criterion),
          in.maybe("purpose", BodyReader::text),
          in.text("fileName"),
          in.text("contentType"),
          in.number("sizeBytes"),
          in.text("sha256"),
          in.constant("state", Evidence.State.class),
          in.maybe("page", BodyReader::text),
          in.maybe("period", BodyReader::text),
          in.maybe("description", BodyReader::text),
          in.maybe("proof", (body, name) -> Proof.read(body.part(name))),
          in.maybe("noSecret", BodyReader::flag));
    }

    static Declared of(Evidence file, String by) {
      Declaration said = file.declaration();
      Meaning meaning = said.meaning();
      return new Declared(
          by,
          file.id(),
          said.criterion(),
          said.purpose().map(Purpose::code),
          said.fileName(),
          said.contentType(),
          said.sizeBytes(),
          said.sha256(),
          file.state(),
          meaning.page(),
          meaning.period(),
          meaning.description(),
          meaning.proof(),
          meaning.noSecret() ? Optional.of(true) : Optional.empty());
    }
  }

  /**
   * What is known of a file after a check.
   *
   * @param verified whether the bytes were held against the declaration
   * @param scanned whether they were scanned
   * @param uploadedAt the store's clock
   * @param reason why it was refused, as a slug
   */
  record Checked(
      String evidence,
      Evidence.State state,
      boolean verified,
      boolean scanned,
      Optional<Instant> uploadedAt,
      Optional<String> reason)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with("evidence", evidence)
          .with("state", state)
          .with("verified", verified)
          .with("scanned", scanned)
          .with("uploadedAt", uploadedAt)
          .with("reason", reason);
    }

    static Checked read(BodyReader in) {
      return new Checked(
          in.text("evidence"),
          in.constant("state", Evidence.State.class),
          in.flag("verified"),
          in.flag("scanned"),
          in.maybe("uploadedAt", BodyReader::moment),
          in.maybe("reason", BodyReader::text));
    }

    static Checked of(Evidence file) {
      return new Checked(
          file.id(),
          file.state(),
          file.verified().isPresent(),
          file.scanned().isPresent(),
          file.verified().map(Checks.Verified::uploadedAt),
          file.reason());
    }
  }

  /** A unit declared a file and was granted its upload. */
  record EvidenceGranted(@Member(flat = true) Declared file, Optional<String> voidedCode)
      implements EvidenceFact, Edit {

    static final String KIND = "EVIDENCE_GRANTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(file).with("voidedCode", voidedCode);
    }

    @Override
    public EvidenceGranted voiding(String checkCode) {
      return new EvidenceGranted(file, Optional.of(checkCode));
    }

    static EvidenceGranted read(BodyReader in) {
      return new EvidenceGranted(Declared.read(in), in.maybe("voidedCode", BodyReader::text));
    }
  }

  /** It was granted more time for the upload. */
  record EvidenceGrantedAgain(@Member(flat = true) Declared file, Optional<String> voidedCode)
      implements EvidenceFact, Edit {

    static final String KIND = "EVIDENCE_GRANTED_AGAIN";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(file).with("voidedCode", voidedCode);
    }

    @Override
    public EvidenceGrantedAgain voiding(String checkCode) {
      return new EvidenceGrantedAgain(file, Optional.of(checkCode));
    }

    static EvidenceGrantedAgain read(BodyReader in) {
      return new EvidenceGrantedAgain(Declared.read(in), in.maybe("voidedCode", BodyReader::text));
    }
  }

  /** It says something else of the file. */
  record EvidenceDescribed(@Member(flat = true) Declared file, Optional<String> voidedCode)
      implements EvidenceFact, Edit {

    static final String KIND = "EVIDENCE_DESCRIBED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(file).with("voidedCode", voidedCode);
    }

    @Override
    public EvidenceDescribed voiding(String checkCode) {
      return new EvidenceDescribed(file, Optional.of(checkCode));
    }

    static EvidenceDescribed read(BodyReader in) {
      return new EvidenceDescribed(Declared.read(in), in.maybe("voidedCode", BodyReader::text));
    }
  }

  /** The file arrived, or its scan ended. */
  record EvidenceChecked(@Member(flat = true) Checked check) implements EvidenceFact {

    static final String KIND = "EVIDENCE_CHECKED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(check);
    }

    static EvidenceChecked read(BodyReader in) {
      return new EvidenceChecked(Checked.read(in));
    }
  }

  /** The file fell out of a form that is closed or sent: its criterion is open again. */
  record CriterionReopened(
      @Member(flat = true) Checked check, CriterionId criterion, Instant reopenedUntil)
      implements EvidenceFact {

    static final String KIND = "CRITERION_REOPENED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with(check)
          .with("criterion", criterion)
          .with("reopenedUntil", reopenedUntil);
    }

    static CriterionReopened read(BodyReader in) {
      return new CriterionReopened(
          Checked.read(in), in.criterion("criterion"), in.moment("reopenedUntil"));
    }
  }

  /** The signed form was refused: there is no signature, and what was closed is signed again. */
  record SignatureFell(@Member(flat = true) Checked check, String checkCode, Instant signBy)
      implements EvidenceFact {

    static final String KIND = "SIGNATURE_FELL";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(check).with("checkCode", checkCode).with("signBy", signBy);
    }

    static SignatureFell read(BodyReader in) {
      return new SignatureFell(Checked.read(in), in.text("checkCode"), in.moment("signBy"));
    }
  }

  /** The grant was never used. */
  record EvidenceExpired(String evidence) implements EvidenceFact {

    static final String KIND = "EVIDENCE_EXPIRED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("evidence", evidence);
    }

    static EvidenceExpired read(BodyReader in) {
      return new EvidenceExpired(in.text("evidence"));
    }
  }

  /** A unit withdrew a file. */
  record EvidenceWithdrawn(String by, String evidence, Optional<String> voidedCode)
      implements EvidenceFact, Edit {

    static final String KIND = "EVIDENCE_WITHDRAWN";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("evidence", evidence).with("voidedCode", voidedCode);
    }

    @Override
    public EvidenceWithdrawn voiding(String checkCode) {
      return new EvidenceWithdrawn(by, evidence, Optional.of(checkCode));
    }

    static EvidenceWithdrawn read(BodyReader in) {
      return new EvidenceWithdrawn(
          in.text("by"), in.text("evidence"), in.maybe("voidedCode", BodyReader::text));
    }
  }

  /** The office lets a file be opened that bears the stamp of a state secret. */
  record FileReleased(String by, String evidence, String sha256, SecretStamp stamp, String reason)
      implements EvidenceFact {

    static final String KIND = "FILE_RELEASED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("evidence", evidence)
          .with("sha256", sha256)
          .with("stamp", stamp)
          .with("reason", reason);
    }

    static FileReleased read(BodyReader in) {
      return new FileReleased(
          in.text("by"),
          in.text("evidence"),
          in.text("sha256"),
          in.constant("stamp", SecretStamp.class),
          in.text("reason"));
    }
  }
}
