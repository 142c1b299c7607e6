package vn.minhbach.core.appraise.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.marking.ReadColumn;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;

/** The criteria of the groups before a member of the team, in the order of their forms. */
final class Columns {

  private final ReadColumn reading;

  Columns(ReadColumn reading) {
    this.reading = reading;
  }

  record Column(ReadColumn.Group group, CriteriaSet criteria, Criterion criterion) {
    ColumnStart start() {
      return new ColumnStart(group.number(), criterion.id());
    }
  }

  /**
   * The criteria, group by group. Refused without a team, for who is no member, while nothing of
   * what is asked for is assigned, and for a criterion that no group of them has.
   *
   * @param group that one alone
   * @param criterion that one alone
   * @param from that one and those after it
   */
  Outcome<List<Column>> of(
      Campaign campaign,
      Act act,
      Optional<Integer> group,
      Optional<CriterionId> criterion,
      Optional<ColumnStart> from) {
    var groups = new ArrayList<ReadColumn.Group>();
    Optional<Refusal> refusal = Optional.empty();
    Set<Integer> numbers =
        group.map(Set::of).orElseGet(() -> new TreeSet<>(campaign.criteriaVersions().keySet()));
    for (int number : numbers) {
      Outcome<ReadColumn.Group> read = reading.group(campaign, number, act);
      Optional<Refusal> why = read.fold(Optional::of, one -> Optional.empty());
      read.fold(no -> false, groups::add);
      if (why.filter(no -> no.problem() != TeamProblem.NOTHING_ASSIGNED).isPresent()) {
        return Outcome.refused(why.get());
      }
      refusal = refusal.or(() -> why);
    }
    return groups.isEmpty() && refusal.isPresent()
        ? Outcome.refused(refusal.get())
        : of(groups, criterion, from);
  }

  private static Outcome<List<Column>> of(
      List<ReadColumn.Group> groups, Optional<CriterionId> criterion, Optional<ColumnStart> from) {
    List<Column> all =
        groups.stream()
            .flatMap(group -> group.criteria().stream().flatMap(set -> of(group, set)))
            .filter(column -> criterion.filter(id -> !id.equals(column.criterion().id())).isEmpty())
            .toList();
    boolean any = groups.stream().anyMatch(group -> group.criteria().isPresent());
    if (all.isEmpty() && any && criterion.isPresent()) {
      return Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(criterion.get().value()));
    }
    List<Column> rest =
        from.map(start -> all.stream().dropWhile(one -> !one.start().equals(start)).toList())
            .orElse(all);
    return rest.isEmpty() && from.isPresent()
        ? Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(from.get().criterion().value()))
        : Outcome.accepted(rest);
  }

  private static Stream<Column> of(ReadColumn.Group group, CriteriaSet set) {
    return set.criteria().values().stream().map(criterion -> new Column(group, set, criterion));
  }
}
