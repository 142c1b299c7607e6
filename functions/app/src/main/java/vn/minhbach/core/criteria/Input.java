package vn.minhbach.core.criteria;

import java.math.BigDecimal;

/**
 * One figure that a unit declares for a criterion.
 *
 * @param key its name in an answer, as {@code a}
 * @param min the least number allowed; zero for what is no number
 */
public record Input(String key, String label, InputKind kind, BigDecimal min) {

  /** The largest number that anyone may declare: twelve digits. */
  public static final BigDecimal MAX = BigDecimal.valueOf(999_999_999_999L);

  /** How many decimals a declared number may have. */
  public static final int DECIMALS = 6;

  /** How many decimals a number of this input may have. */
  public int decimals() {
    return kind == InputKind.INTEGER ? 0 : DECIMALS;
  }
}
