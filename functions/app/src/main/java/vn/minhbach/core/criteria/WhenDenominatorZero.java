package vn.minhbach.core.criteria;

/** What becomes of a share whose whole is zero (domain/README.md section 4). */
public enum WhenDenominatorZero implements Coded {
  /** Zero points; the maximum still counts. */
  ZERO("zero"),
  /** The criterion drops out: neither points nor maximum count. */
  NOT_APPLICABLE("notApplicable");

  private final String code;

  WhenDenominatorZero(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
