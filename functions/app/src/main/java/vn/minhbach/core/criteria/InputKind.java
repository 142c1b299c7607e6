package vn.minhbach.core.criteria;

/** What sort of value an {@link Input} takes. */
public enum InputKind implements Coded {
  INTEGER("integer"),
  DECIMAL("decimal"),
  BOOLEAN("boolean"),
  CHOICE("choice");

  private final String code;

  InputKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether values of this kind are numbers. */
  public boolean numeric() {
    return this == INTEGER || this == DECIMAL;
  }
}
