package vn.minhbach.core.assess.question;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.assess.submission.Head;

/**
 * What the office did with a difficulty that only the People's Committee can settle (<i>trình UBND
 * tỉnh</i>, plan V, last paragraph).
 *
 * @param referred false where the office has taken it back
 * @param wording the difficulty as report and group shall read it; empty of one taken back
 * @param ruling what the People's Committee said; empty while it is awaited
 * @param by opaque id of the account
 */
public record Referral(
    boolean referred, Optional<String> wording, Optional<Ruling> ruling, Instant at, String by) {

  /**
   * The instruction of the People's Committee (<i>ý kiến chỉ đạo</i>), entered from its paper.
   *
   * @param paper its number and date
   */
  public record Ruling(Head.Letter paper, String text) {}

  boolean sameContent(Referral other) {
    return referred == other.referred
        && wording.equals(other.wording)
        && ruling.equals(other.ruling);
  }
}
