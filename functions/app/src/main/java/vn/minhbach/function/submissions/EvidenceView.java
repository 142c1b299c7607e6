package vn.minhbach.function.submissions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Language;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.Purpose;
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

  Map<String, Object> evidence(Evidence file) {
    Optional<Fault> rejection = file.rejection();
    return new Tree()
        .with("evidenceId", file.id())
        .with("criterion", file.criterion())
        .with("purpose", file.purpose().map(Purpose::code))
        .with("fileName", file.fileName())
        .with("contentType", file.contentType())
        .with("sizeBytes", file.sizeBytes())
        .with("sha256", file.sha256())
        .with("page", file.declaration().page())
        .with("period", file.declaration().period())
        .with("description", file.declaration().description())
        .with("state", file.state().name())
        .with("reason", file.reason())
        .with("reasonVi", rejection.map(why -> why.detail(Language.VI)))
        .with("reasonEn", rejection.map(why -> why.detail(Language.EN)))
        .with("grantedAt", file.grantedAt())
        .with("uploadedAt", file.verified().map(Checks.Verified::uploadedAt))
        .with("warnings", warnings(file))
        .with("attachments", file.verified().flatMap(Checks.Verified::attachments))
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

  private List<Map<String, Object>> warnings(Evidence file) {
    List<Fault> warnings = file.warnings(limits);
    return warnings.isEmpty()
        ? null
        : warnings.stream()
            .map(fault ->
                new Tree()
                    .with("type", "urn:minhbach:problem:" + fault.problem().slug())
                    .with("vi", fault.detail(Language.VI))
                    .with("en", fault.detail(Language.EN))
                    .build())
            .toList();
  }

  private List<String> shared(Evidence file) {
    Set<UnitCode> units = others.get(file.sha256());
    return units == null ? null : units.stream().map(UnitCode::value).toList();
  }
}
