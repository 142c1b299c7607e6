package vn.minhbach.core.assess.evidence;

import java.util.Optional;
import vn.minhbach.core.CriterionId;

/**
 * A file as its unit declared it.
 *
 * @param criterion what it proves; empty for a paper
 * @param purpose what a paper is for; empty for evidence
 * @param fileName as the unit named it, NFC
 * @param sizeBytes as declared; arrival checks it
 * @param sha256 as declared, lower-case hex; arrival checks it; the object's name in the vault
 * @param meaning what the unit says of it
 */
public record Declaration(
    Optional<CriterionId> criterion,
    Optional<Purpose> purpose,
    String fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    Meaning meaning) {

  public Declaration {
    if (criterion.isPresent() == purpose.isPresent()) {
      throw new IllegalArgumentException("a file has a criterion or a purpose: " + sha256);
    }
  }

  /** Whether two declarations are of the same file for the same matter, whatever they say of it. */
  public boolean sameFile(Declaration other) {
    return criterion.equals(other.criterion)
        && purpose.equals(other.purpose)
        && fileName.equals(other.fileName)
        && sameBytes(other);
  }

  /** Whether the bytes of one may stand for those of the other. */
  public boolean sameBytes(Declaration other) {
    return sha256.equals(other.sha256) && sizeBytes == other.sizeBytes;
  }

  /** Whether it says the same about the file. */
  public boolean sameMeaning(Declaration other) {
    return meaning.equals(other.meaning);
  }

  /** The same file with what another declaration says about it. */
  Declaration meaning(Declaration other) {
    return new Declaration(
        criterion, purpose, fileName, contentType, sizeBytes, sha256, other.meaning);
  }

  /** The same under the media type as which its bytes were checked already. */
  public Declaration as(String checkedType) {
    return new Declaration(criterion, purpose, fileName, checkedType, sizeBytes, sha256, meaning);
  }
}
