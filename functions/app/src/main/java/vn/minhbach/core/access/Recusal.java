package vn.minhbach.core.access;

import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Fault;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;

/**
 * Why somebody has no part in what is decided about a unit (<i>không tham gia thẩm định vì xung đột
 * lợi ích</i>): the five bodies that staff office and team are ranked themselves (domain/README.md
 * section 2), and a person has ties beyond the own body. One rule for every role: who marks,
 * extends, reopens, overrides, imports figures, exempts or closes.
 */
public enum Recusal {
  /** The unit employs the person. */
  EMPLOYER("cơ quan công tác của người này", "it employs this person"),
  /** The unit is a commune of the district that employs the person. */
  PARENT_DISTRICT("xã, phường thuộc huyện nơi người này công tác", "its district employs them"),
  /** The team's register says so. */
  DECLARED("đã khai xung đột lợi ích trong danh sách tổ thẩm định", "a conflict is declared");

  private final Bilingual words;

  Recusal(String vietnamese, String english) {
    this.words = new Bilingual(vietnamese, english);
  }

  /** The refusal to act on a unit for this reason. */
  public Fault from(UnitCode unit) {
    return this == EMPLOYER
        ? AccessProblem.OWN_UNIT.of(unit.value())
        : AccessProblem.RECUSED.of(unit, words);
  }

  /** The reason, to be told in a sentence. */
  public Bilingual words() {
    return words;
  }

  /**
   * Whether and why a person is recused from a unit.
   *
   * @param body that employs the person; empty for none of the ranked
   * @param declared units of which the register says so
   */
  public static Optional<Recusal> of(Optional<UnitCode> body, Set<UnitCode> declared, Unit unit) {
    if (body.filter(unit.code()::equals).isPresent()) {
      return Optional.of(EMPLOYER);
    }
    if (body.isPresent() && unit.parent().equals(body)) {
      return Optional.of(PARENT_DISTRICT);
    }
    return declared.contains(unit.code()) ? Optional.of(DECLARED) : Optional.empty();
  }

  /** The same of who calls: by its employer, and by what the register of the team declares. */
  public static Optional<Recusal> of(Caller caller, Unit unit) {
    return of(caller.unit(), caller.conflicts(), unit);
  }
}
