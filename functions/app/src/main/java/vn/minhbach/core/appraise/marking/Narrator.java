package vn.minhbach.core.appraise.marking;

import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** Port: how a room that comes after this one tells what its entries did to a criterion. */
public interface Narrator {

  /** The entry in words; empty where it is none of the room's or does not bear on the criterion. */
  Optional<ReadHistory.Event> tell(Entry entry, CriterionId criterion);

  /** Whether the unit may know by now of an entry that the room tells; the staff always may. */
  default boolean open(Campaign campaign, Unit unit, Entry entry) {
    return true;
  }

  /** As what and of which body somebody of the team acted; never who. */
  static Bilingual who(Role role, Optional<UnitCode> employer) {
    String body = employer.map(code -> " (" + code + ")").orElse("");
    return switch (role) {
      case LEAD -> new Bilingual("Tổ trưởng Tổ thẩm định" + body, "The lead of the team" + body);
      case DEPUTY -> new Bilingual("Tổ phó Tổ thẩm định" + body, "The deputy of the team" + body);
      default -> new Bilingual("Thành viên Tổ thẩm định" + body, "A member of the team" + body);
    };
  }

  /** Points as a sentence tells them; empty for what does not apply. */
  static Bilingual told(Optional<Points> points) {
    return new Bilingual(
        points.map(one -> one.toString().replace('.', ',') + " điểm").orElse("không áp dụng"),
        points.map(one -> one + " points").orElse("not applicable"));
  }

  /** What somebody did, and why. */
  static Bilingual because(Bilingual what, String reason) {
    return new Bilingual(
        what.vietnamese() + "; lý do: " + reason, what.english() + "; reason: " + reason);
  }

  /** An event of an entry. */
  static ReadHistory.Event event(
      Entry entry, Bilingual who, Bilingual what, Optional<Points> points) {
    return new ReadHistory.Event(
        entry.at(), entry.seq(), entry.kind(), who, what, points, Optional.empty());
  }
}
