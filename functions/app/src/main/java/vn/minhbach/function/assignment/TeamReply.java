package vn.minhbach.function.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Employer;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.function.http.ReplyPart;

/**
 * The register of the appraisal team; no names.
 *
 * @param version absent while there is no team
 */
record TeamReply(
    Optional<Long> version, Optional<DecisionReply> decision, List<MemberReply> members)
    implements ReplyPart {

  /**
   * As a reader may see it.
   *
   * @param reasons whether with the reasons of conflicts, which may tell of a family
   */
  static TeamReply of(Optional<Team> team, boolean reasons) {
    return new TeamReply(
        team.map(Team::version),
        team.map(one -> new DecisionReply(one.decision().number(), one.decision().date())),
        team.map(Team::members).orElse(List.of()).stream()
            .map(member -> MemberReply.of(member, reasons))
            .toList());
  }

  /** The decision by which the team is as it is. */
  record DecisionReply(String number, LocalDate date) implements ReplyPart {}

  /**
   * A member for a span of days.
   *
   * @param actor opaque id, as marks and ledgers name the member
   */
  record MemberReply(
      String account,
      String actor,
      String body,
      TeamRole role,
      String roleVi,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<String> substitute,
      List<ConflictReply> conflicts)
      implements ReplyPart {

    private static MemberReply of(Member member, boolean reasons) {
      return new MemberReply(
          member.account(),
          member.actor(),
          member.body().map(UnitCode::value).orElse(Employer.NONE),
          member.role(),
          member.role().words().vietnamese(),
          member.from(),
          member.until(),
          member.substitute(),
          member.conflicts().stream()
              .map(conflict ->
                  new ConflictReply(
                      conflict.unit(),
                      Optional.of(conflict.reason())
                          .filter(reason -> reasons && !reason.isEmpty())))
              .toList());
    }
  }

  /** A declared conflict of interest. */
  record ConflictReply(UnitCode unit, Optional<String> reason) implements ReplyPart {}
}
