package vn.minhbach.core.appraise.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.unit.Unit;

/**
 * A person of the appraisal team (<i>thành viên tổ thẩm định</i>) for a span of days. No name
 * stands here.
 *
 * @param account user name at the issuer
 * @param actor opaque id, drawn when the account first came in; what marks and ledgers keep
 * @param body that employs the person; empty for none of the ranked
 * @param from first day
 * @param until last day; empty while it lasts
 * @param substitute account that takes over when this one is no longer a member
 */
public record Member(
    String account,
    String actor,
    Optional<UnitCode> body,
    TeamRole role,
    LocalDate from,
    Optional<LocalDate> until,
    Optional<String> substitute,
    List<Conflict> conflicts) {

  public Member {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * A declared conflict of interest (<i>xung đột lợi ích</i>).
   *
   * @param reason as declared; it may tell of a family, so that no ledger and no unit reads it
   */
  public record Conflict(UnitCode unit, String reason) {}

  /** The same under an opaque id. */
  Member as(String opaque) {
    return new Member(account, opaque, body, role, from, until, substitute, conflicts);
  }

  public boolean heldOn(LocalDate day) {
    return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
  }

  /** The units of the declared conflicts. */
  public Set<UnitCode> declared() {
    return conflicts.stream().map(Conflict::unit).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether and why the person has no part in what is decided about a unit. */
  public Optional<Recusal> recusal(Unit unit) {
    return Recusal.of(body, declared(), unit);
  }

  /** Whether another is of another body; who is of none is of another than everybody. */
  public boolean ofAnotherBody(Member other) {
    return body.isEmpty() || !body.equals(other.body);
  }
}
