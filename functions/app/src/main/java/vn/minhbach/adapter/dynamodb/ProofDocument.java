package vn.minhbach.adapter.dynamodb;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.assess.evidence.Proof;

/** What kind of thing a file shows, flat: each kind fills what it has. */
record ProofDocument(
    String kind,
    Optional<String> number,
    Optional<LocalDate> day,
    Optional<String> from,
    Optional<String> summary,
    Optional<Boolean> inForce) {

  static ProofDocument of(Proof proof) {
    return switch (proof) {
      case Proof.Document document ->
          new ProofDocument(
              proof.code(),
              Optional.of(document.number()),
              Optional.of(document.date()),
              Optional.of(document.issuer()),
              Optional.of(document.summary()),
              Optional.of(document.inForce()));
      case Proof.Photo photo -> plain(proof, photo.taken(), Optional.empty());
      case Proof.Screenshot page ->
          plain(proof, Optional.of(page.day()), Optional.of(page.address()));
      case Proof.Extract extract ->
          plain(proof, Optional.of(extract.day()), Optional.of(extract.system()));
    };
  }

  private static ProofDocument plain(Proof proof, Optional<LocalDate> day, Optional<String> from) {
    return new ProofDocument(
        proof.code(), Optional.empty(), day, from, Optional.empty(), Optional.empty());
  }

  Proof proof() {
    return switch (kind) {
      case Proof.Document.CODE ->
          new Proof.Document(
              number.orElseThrow(),
              day.orElseThrow(),
              from.orElseThrow(),
              summary.orElseThrow(),
              inForce.orElseThrow());
      case Proof.Photo.CODE -> new Proof.Photo(day);
      case Proof.Screenshot.CODE -> new Proof.Screenshot(from.orElseThrow(), day.orElseThrow());
      case Proof.Extract.CODE -> new Proof.Extract(from.orElseThrow(), day.orElseThrow());
      default -> throw new IllegalStateException("no kind of evidence: " + kind);
    };
  }
}
