package vn.minhbach.core.appraise.assignment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * The register of the appraisal team (<i>danh sách tổ thẩm định</i>), whole. A version never
 * changes; a later one takes its place and leaves every mark as it is.
 *
 * @param sha256 hex, of the file as sent: the same again changes nothing
 * @param seed decides the sample that is read twice, and by whom; drawn with the first register and
 *     kept, so that nobody can draw until it suits
 */
public record Team(
    CampaignId campaign,
    long version,
    Decision decision,
    String sha256,
    long seed,
    List<Member> members) {

  /** Five bodies staff it; ten times the plan's five is more than a province has. */
  public static final int MEMBERS_MAX = 60;

  public Team {
    members = List.copyOf(members);
  }

  /** The decision (<i>quyết định thành lập tổ</i>). */
  public record Decision(String number, LocalDate date) {}

  /** What the account is in the team on a day; empty where it is nothing. */
  public Optional<Member> member(String account, LocalDate day) {
    return members.stream()
        .filter(member -> member.account().equals(account) && member.heldOn(day))
        .findFirst();
  }

  /** The same by the opaque id that marks and ledgers keep. */
  public Optional<Member> ofActor(String actor, LocalDate day) {
    return members.stream()
        .filter(member -> member.actor().equals(actor) && member.heldOn(day))
        .findFirst();
  }

  /** Who stands for an account on a day: itself, or by its substitutes whoever is a member. */
  public Optional<Member> standing(String account, LocalDate day) {
    var seen = new HashSet<String>();
    Optional<String> next = Optional.of(account);
    while (next.isPresent() && seen.add(next.get())) {
      String one = next.get();
      Optional<Member> held = member(one, day);
      if (held.isPresent()) {
        return held;
      }
      next =
          lines(one).stream()
              .filter(member -> member.until().filter(day::isAfter).isPresent())
              .flatMap(member -> member.substitute().stream())
              .reduce((earlier, later) -> later);
    }
    return Optional.empty();
  }

  /** All lines of an account, on whatever days. */
  public List<Member> lines(String account) {
    return members.stream().filter(member -> member.account().equals(account)).toList();
  }

  /** Every conflict that was ever declared of an account: ties do not end with an appointment. */
  public Set<UnitCode> conflicts(String account) {
    return lines(account).stream()
        .flatMap(member -> member.declared().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Who holds a role on a day. */
  public List<Member> holding(TeamRole role, LocalDate day) {
    return members.stream().filter(member -> member.role() == role && member.heldOn(day)).toList();
  }
}
