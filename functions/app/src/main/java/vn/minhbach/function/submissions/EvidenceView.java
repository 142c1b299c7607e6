package vn.minhbach.function.submissions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Language;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.function.http.Tree;

/**
 * A file as one reader sees it: why it was refused in both languages, what to look at again, and,
 * for the office and the team alone, who else cites the same bytes.
 *
 * @param others hash to the other units that cite it; empty for a reader who is not told
 */
record EvidenceView(UploadLimits limits, Map<String, Set<UnitCode>> others) {

  private static final int NAME_MAX = 48;

  Map<String, Object> evidence(Evidence file) {
    Map<String, String> facts = facts(file);
    Optional<Problem> reason = file.reason().flatMap(Problem::ofSlug);
    return new Tree()
        .with("evidenceId", file.id())
        .with("criterion", file.criterion())
        .with("purpose", file.purpose().map(Purpose::code))
        .with("fileName", file.fileName())
        .with("contentType", file.contentType())
        .with("sizeBytes", file.sizeBytes())
        .with("sha256", file.sha256())
        .with("page", file.page())
        .with("period", file.period())
        .with("description", file.description())
        .with("state", file.state().name())
        .with("reason", file.reason())
        .with("reasonVi", reason.map(problem -> problem.detail(Language.VI, facts)))
        .with("reasonEn", reason.map(problem -> problem.detail(Language.EN, facts)))
        .with("grantedAt", file.grantedAt())
        .with("uploadedAt", file.verified().map(Evidence.Verified::uploadedAt))
        .with("warnings", warnings(file, facts))
        .with("attachments", file.verified().flatMap(Evidence.Verified::attachments))
        .with("sharedWith", shared(file))
        .with("etag", file.etag())
        .build();
  }

  /** A grant; {@code upload} is null when the bytes are there already. */
  Map<String, Object> grant(Evidence file, Optional<Upload> upload) {
    var tree = new LinkedHashMap<>(evidence(file));
    tree.put(
        "upload",
        upload
            .map(signed ->
                new Tree()
                    .with("method", signed.method())
                    .with("url", signed.url())
                    .with("headers", signed.headers())
                    .with("expiresAt", signed.expiresAt())
                    .build())
            .orElse(null));
    return tree;
  }

  static Map<String, Object> opening(Openings.Opening opening) {
    return new Tree()
        .with("at", opening.at())
        .with("by", opening.by())
        .with("roles", opening.roles().stream().map(Role::label).toList())
        .build();
  }

  private List<Map<String, Object>> warnings(Evidence file, Map<String, String> facts) {
    List<Problem> warnings = file.warnings(limits);
    return warnings.isEmpty()
        ? null
        : warnings.stream()
            .map(problem ->
                new Tree()
                    .with("type", "urn:minhbach:problem:" + problem.slug())
                    .with("vi", problem.detail(Language.VI, facts))
                    .with("en", problem.detail(Language.EN, facts))
                    .build())
            .toList();
  }

  private List<String> shared(Evidence file) {
    Set<UnitCode> units = others.get(file.sha256());
    return units == null ? null : units.stream().map(UnitCode::value).toList();
  }

  // The name stands whole beside it; a form with a thousand long ones must fit into an answer.
  private static String shortened(String fileName) {
    int characters = fileName.codePointCount(0, fileName.length());
    return characters <= NAME_MAX
        ? fileName
        : fileName.substring(0, fileName.offsetByCodePoints(0, NAME_MAX - 1)) + "…";
  }

  private Map<String, String> facts(Evidence file) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("fileName", shortened(file.fileName()));
    Optional<String> detected = file.verified().flatMap(Evidence.Verified::detected);
    facts.put("declaredVi", FileKind.of(file.contentType(), Language.VI));
    facts.put("declared", FileKind.of(file.contentType(), Language.EN));
    facts.put("detectedVi", FileKind.of(detected, Language.VI));
    facts.put("detected", FileKind.of(detected, Language.EN));
    file.verified()
        .flatMap(Evidence.Verified::attachments)
        .ifPresent(files -> facts.put("attachments", String.valueOf(files)));
    facts.put("period", file.period().orElse(""));
    limits.dataPeriod().map(Period::from).ifPresent(from -> facts.put("from", from.toString()));
    limits.dataPeriod().map(Period::to).ifPresent(to -> facts.put("to", to.toString()));
    return facts;
  }
}
