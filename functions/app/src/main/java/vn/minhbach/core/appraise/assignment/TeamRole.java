package vn.minhbach.core.appraise.assignment;

import java.util.Locale;
import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Role;

/** What a member is in the appraisal team. */
public enum TeamRole {
  APPRAISER("thành viên", "appraiser", Optional.of(Role.APPRAISER)),
  LEAD("tổ trưởng", "lead", Optional.of(Role.LEAD)),
  DEPUTY("tổ phó", "deputy", Optional.of(Role.DEPUTY)),
  /** Writes minutes and letters; marks nothing. */
  SECRETARY("thư ký", "secretary", Optional.empty());

  private final Bilingual words;
  private final Optional<Role> role;

  TeamRole(String vietnamese, String english, Optional<Role> role) {
    this.words = new Bilingual(vietnamese, english);
    this.role = role;
  }

  public Bilingual words() {
    return words;
  }

  /** The role that the account's token must give as well; empty where none is asked. */
  public Optional<Role> role() {
    return role;
  }

  /** Whether cells may be given to who holds it. */
  public boolean marks() {
    return this != SECRETARY;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a label, in whatever case; empty for no role of a team. */
  static Optional<TeamRole> of(String label) {
    for (TeamRole role : values()) {
      if (role.label().equals(label.toLowerCase(Locale.ROOT))) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
