package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.ListCommendable;
import vn.minhbach.function.http.ReplyPart;

/** Who may be proposed for commendation, and by which rules. */
record CommendationsReply(
    int issue,
    int top,
    Optional<String> level,
    Optional<Points> improvement,
    List<OfGroupReply> groups)
    implements ReplyPart {

  static CommendationsReply of(
      int issue, ListCommendable.Rules rules, List<ListCommendable.OfGroup> groups) {
    return new CommendationsReply(
        issue,
        rules.top(),
        rules.level(),
        rules.improvement(),
        groups.stream().map(OfGroupReply::of).toList());
  }

  /** Those of a group. */
  record OfGroupReply(int group, int ranked, List<CandidateReply> candidates) implements ReplyPart {

    private static OfGroupReply of(ListCommendable.OfGroup group) {
      return new OfGroupReply(
          group.group(),
          group.ranked(),
          group.candidates().stream().map(CandidateReply::of).toList());
    }
  }

  /** A unit with its grounds. */
  record CandidateReply(
      UnitCode unit,
      String name,
      OptionalInt rank,
      Optional<Points> index,
      Optional<String> level,
      Optional<Points> gained,
      boolean byPlace,
      boolean byImprovement)
      implements ReplyPart {

    private static CandidateReply of(ListCommendable.Candidate one) {
      return new CandidateReply(
          one.row().unit(),
          one.row().name(),
          one.row().rank(),
          one.row().index(),
          one.row().level(),
          one.gained(),
          one.byPlace(),
          one.byImprovement());
    }
  }
}
