package vn.minhbach.core.criteria;

/** How the appraisal team checks a figure (domain/README.md section 3). */
public enum VerifyBy implements Coded {
  SHARED_SYSTEM("shared-system"),
  DOCUMENT("document"),
  INSPECTION("inspection");

  private final String code;

  VerifyBy(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
