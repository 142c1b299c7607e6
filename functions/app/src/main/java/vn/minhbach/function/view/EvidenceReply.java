package vn.minhbach.function.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Language;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.Problems;
import vn.minhbach.function.http.ReplyPart;

/**
 * A file as one reader sees it: why it was refused in both languages, what to look at again, and,
 * for the office and the team alone, who else cites the same bytes.
 */
public record EvidenceReply(
    String evidenceId,
    Optional<CriterionId> criterion,
    Optional<String> purpose,
    String fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    Optional<String> page,
    Optional<String> period,
    Optional<String> description,
    Optional<ProofReply.Document> document,
    Optional<ProofReply.Photo> photo,
    Optional<ProofReply.Screenshot> screenshot,
    Optional<ProofReply.Extract> extract,
    Optional<Boolean> noStateSecret,
    Evidence.State state,
    Optional<String> reason,
    Optional<String> reasonVi,
    Optional<String> reasonEn,
    Optional<DecisionReply> takenDown,
    Instant grantedAt,
    Optional<Instant> uploadedAt,
    Optional<List<WarningReply>> warnings,
    Optional<Integer> attachments,
    Optional<Set<UnitCode>> sharedWith,
    String etag)
    implements ReplyPart {

  /**
   * How a reader sees files.
   *
   * @param others hash to the other units that cite it; empty for a reader who is not told
   */
  public record Reader(UploadLimits limits, Map<String, Set<UnitCode>> others) {

    /** As whoever asks may see them. */
    public static Reader of(Exchange on, FlagSharedEvidence shared) {
      return new Reader(
          on.campaign().settings().uploadLimits(),
          on.may(Access.READ_SHARED_AT_UNIT)
              ? shared.others(on.campaign().id(), on.unit().code(), on.caller().recused())
              : Map.of());
    }

    public EvidenceReply shown(Evidence file) {
      Optional<Fault> rejection = file.rejection();
      Meaning meaning = file.declaration().meaning();
      return new EvidenceReply(
          file.id(),
          file.criterion(),
          file.purpose().map(Purpose::code),
          file.fileName(),
          file.contentType(),
          file.sizeBytes(),
          file.sha256(),
          meaning.page(),
          meaning.period(),
          meaning.description(),
          ProofReply.document(meaning),
          ProofReply.photo(meaning),
          ProofReply.screenshot(meaning),
          ProofReply.extract(meaning),
          meaning.noSecret() ? Optional.of(true) : Optional.empty(),
          file.state(),
          file.reason(),
          rejection.map(why -> why.detail(Language.VI)),
          rejection.map(why -> why.detail(Language.EN)),
          file.takenDown().map(order -> new DecisionReply(order.number(), order.date())),
          file.grantedAt(),
          file.verified().map(Checks.Verified::uploadedAt),
          ReplyPart.some(file.warnings(limits).stream().map(WarningReply::of).toList()),
          file.verified().flatMap(Checks.Verified::attachments),
          Optional.ofNullable(others.get(file.sha256())),
          file.etag());
    }
  }

  /** Something to look at again. */
  public record WarningReply(String type, String vi, String en) implements ReplyPart {

    private static WarningReply of(Fault fault) {
      return new WarningReply(
          Problems.type(fault.problem()), fault.detail(Language.VI), fault.detail(Language.EN));
    }
  }
}
