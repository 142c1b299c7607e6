package vn.minhbach.adapter.dynamodb;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.evidence.Takedown;

/** A file as it is stored: flat, in this order, whatever parts core makes of it. */
record EvidenceDocument(
    String id,
    Optional<CriterionId> criterion,
    String fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    Optional<String> page,
    Optional<String> period,
    Evidence.State state,
    Optional<String> reason,
    Instant grantedAt,
    Instant grantExpiresAt,
    Optional<Checks.Verified> verified,
    Optional<Checks.Scanned> scanned,
    long version,
    Optional<String> description,
    Optional<Purpose> purpose,
    Optional<ProofDocument> proof,
    Optional<Boolean> noSecret,
    Optional<Takedown.Order> takenDown) {

  static EvidenceDocument of(Evidence file) {
    Declaration said = file.declaration();
    Meaning meaning = said.meaning();
    return new EvidenceDocument(
        file.id(),
        said.criterion(),
        said.fileName(),
        said.contentType(),
        said.sizeBytes(),
        said.sha256(),
        meaning.page(),
        meaning.period(),
        file.state(),
        file.checks().reason(),
        file.grant().at(),
        file.grant().expiresAt(),
        file.checks().verified(),
        file.checks().scanned(),
        file.version(),
        meaning.description(),
        said.purpose(),
        meaning.proof().map(ProofDocument::of),
        meaning.noSecret() ? Optional.of(true) : Optional.empty(),
        file.takenDown());
  }

  Evidence evidence() {
    return new Evidence(
        id,
        new Declaration(
            criterion,
            purpose,
            fileName,
            contentType,
            sizeBytes,
            sha256,
            new Meaning(
                page,
                period,
                description,
                proof.map(ProofDocument::proof),
                noSecret.orElse(false))),
        new Evidence.Grant(grantedAt, grantExpiresAt),
        new Checks(verified, scanned, reason, takenDown),
        state,
        version);
  }
}
