package vn.minhbach.core.criteria;

/**
 * How much of a criterion's figures the public reads (<i>công khai</i>); {@code public} in a set.
 * What is published about a body's firewall or backup tells an intruder where to begin.
 */
public enum Disclosure implements Coded {
  /** Each unit's figures and points. */
  ALL("all"),
  /** The points of its group of criteria alone, in which this one is contained. */
  TOTAL("total");

  private final String code;

  Disclosure(String code) {
    this.code = code;
  }

  /** Whether the public reads nothing of a single unit's criterion. */
  public boolean hidden() {
    return this == TOTAL;
  }

  @Override
  public String code() {
    return code;
  }
}
