package vn.minhbach.core.assess.evidence;

import java.util.Optional;

/**
 * What a unit says of a file; it may say something else of the same bytes later.
 *
 * @param page the page or section that proves the point
 * @param period the period that the file proves, as the unit wrote it
 * @param description what the file is, in the unit's words
 * @param proof what kind of thing it shows; empty where the unit has not said
 * @param noSecret whether whoever uploads confirmed that it is no state secret (<i>không thuộc danh
 *     mục bí mật nhà nước</i>)
 */
public record Meaning(
    Optional<String> page,
    Optional<String> period,
    Optional<String> description,
    Optional<Proof> proof,
    boolean noSecret) {

  /** Nothing was said. */
  public static final Meaning NONE =
      new Meaning(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Whether it is a document that is older than the period and still in force. */
  public boolean inForce() {
    return proof
        .filter(kind -> kind instanceof Proof.Document document && document.inForce())
        .isPresent();
  }
}
