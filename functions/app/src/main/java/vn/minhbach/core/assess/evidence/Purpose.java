package vn.minhbach.core.assess.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a paper of a form is for: it proves no criterion, it concerns the form as a whole. */
public enum Purpose {
  /** The form with the head's signature and the unit's stamp. */
  SIGNED_FORM("signed-form"),
  /** A commune's signed paper form, from which its district or the office types on its behalf. */
  PAPER_FORM("paper-form"),
  /**
   * What the team brings home from an inspection (<i>kiểm tra thực tế</i>): photos, screenshots,
   * the signed minutes. It is the team's file at the unit, and no part of the unit's own.
   */
  INSPECTION("inspection");

  /** A scan or a photograph; whatever else a campaign takes for a criterion. */
  public static final List<String> CONTENT_TYPES =
      List.of("application/pdf", "image/png", "image/jpeg");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  /** As clients write it. */
  public String code() {
    return code;
  }

  /** Every code. */
  public static String[] codes() {
    return Arrays.stream(values()).map(Purpose::code).toArray(String[]::new);
  }

  /** The purpose of a code. */
  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
  }
}
