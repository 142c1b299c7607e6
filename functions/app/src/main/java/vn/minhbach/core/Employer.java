package vn.minhbach.core;

import java.util.Optional;

/**
 * What an account says of the body that employs its holder ({@code custom:unit}). The five bodies
 * that staff the office and the team are ranked themselves (domain/README.md section 2), so what
 * cannot be read lifts no rule: whoever states nothing usable acts in no role of the staff.
 */
public sealed interface Employer {

  /** Stands in the claim of who is employed by no ranked unit. No unit can have this code. */
  String NONE = "(none)";

  /** A unit, as the claim spells it; whether a campaign ranks it, its register says. */
  record Body(UnitCode code) implements Employer {}

  /** Stated to be none of the ranked: the People's Committee, say. */
  record NoneRanked() implements Employer {}

  /**
   * Nothing that can be relied on: no claim, several codes, blanks around one.
   *
   * @param claim as it came; empty for none
   */
  record NotStated(String claim) implements Employer {}

  /** Reads the claim to the letter: nothing is stripped, folded or picked from a list. */
  static Employer of(Optional<String> claim) {
    return claim
        .<Employer>map(text ->
            text.equals(NONE)
                ? new NoneRanked()
                : UnitCode.valid(text) ? new Body(new UnitCode(text)) : new NotStated(text))
        .orElseGet(() -> new NotStated(""));
  }

  /** The unit that employs; empty for none and for nothing stated. */
  default Optional<UnitCode> unit() {
    return this instanceof Body body ? Optional.of(body.code()) : Optional.empty();
  }

  default boolean stated() {
    return !(this instanceof NotStated);
  }
}
