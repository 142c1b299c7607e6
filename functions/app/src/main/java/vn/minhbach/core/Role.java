package vn.minhbach.core;

import java.util.Locale;
import java.util.Optional;

/** What an account may act as; written in lower case in the token's groups. */
public enum Role {
  /** Standing office (<i>cơ quan thường trực</i>, STTTT; plan V.1). */
  OFFICE,
  /** Types the form of its unit (plan V.5). */
  UNIT,
  /**
   * Fills given criteria of the form of its unit (<i>cán bộ phối hợp</i>); neither closes nor
   * signs.
   */
  CONTRIBUTOR,
  /** Head of the unit, who signs. */
  SIGNER,
  /** Consolidates the communes of its district (plan V.4). */
  DISTRICT,
  /** Member of the appraisal team (<i>tổ thẩm định</i>). */
  APPRAISER,
  /** Leads the appraisal team. */
  LEAD,
  /** Acts in the lead's place for the lead's own body; from another body. */
  DEPUTY,
  /** Approves for the People's Committee (<i>UBND tỉnh</i>; plan IV.3). */
  APPROVER,
  /** Watches progress. */
  OFFICIAL,
  /** Owner of the reform index (<i>Chỉ số CCHC</i>, Sở Nội vụ). */
  PAR;

  /** The role of a group name; none for a name that is no role here. */
  public static Optional<Role> of(String group) {
    for (Role role : values()) {
      if (role.label().equals(group)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** Whether it belongs to the office, the team or those above, and not to a unit and its form. */
  public boolean staff() {
    return switch (this) {
      case UNIT, CONTRIBUTOR, SIGNER, DISTRICT -> false;
      case OFFICE, APPRAISER, LEAD, DEPUTY, APPROVER, OFFICIAL, PAR -> true;
    };
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
