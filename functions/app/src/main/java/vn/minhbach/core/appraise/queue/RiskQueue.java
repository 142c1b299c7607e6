package vn.minhbach.core.appraise.queue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.marking.AgreeBlock;
import vn.minhbach.core.appraise.marking.ColumnLine;
import vn.minhbach.core.appraise.marking.ReadColumn;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * What is a member's to judge, riskiest first (<i>hàng đợi thẩm định theo rủi ro</i>). One hand
 * judges one criterion across a group, so a page is of one criterion of one group.
 */
public final class RiskQueue {

  /** As many cells as one block of agreements takes, and so of files that a page reads. */
  public static final int PAGE_MAX = AgreeBlock.UNITS_MAX;

  /** Criteria without work that one request passes over before it answers an empty page. */
  static final int PASSED_MAX = 5;

  private final ReadColumn columns;
  private final LastYear lastYear;
  private final SharedFiles shared;

  public RiskQueue(ReadColumn columns, LastYear lastYear, SharedFiles shared) {
    this.columns = columns;
    this.lastYear = lastYear;
    this.shared = shared;
  }

  /**
   * Where a page begins.
   *
   * @param after the last cell of the page before; empty for the first page of the criterion
   */
  public record Place(int group, CriterionId criterion, Optional<Rank> after) {}

  /**
   * What is asked for.
   *
   * @param group that one alone
   * @param criterion that one alone, whether there is anything to do in it or not
   * @param limit 1 to {@value #PAGE_MAX}
   */
  public record Asked(
      Optional<Integer> group, Optional<CriterionId> criterion, Optional<Place> from, int limit) {}

  /** A cell with what speaks for looking at it early. */
  public record Line(ColumnLine cell, List<Reason> reasons) {
    public Line {
      reasons = List.copyOf(reasons);
    }

    private Rank rank() {
      return new Rank(cell.toDo(), Reason.weight(reasons), cell.unit().code());
    }
  }

  /** Cells of one criterion of one group; none where those looked at have nothing to do. */
  public record Page(List<Line> lines, Optional<Place> next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A page. Refused without a team, for who is no member, while nothing of what is asked for is
   * assigned, and for a criterion that no group of them has.
   */
  public Outcome<Page> read(Campaign campaign, Act act, Asked asked) {
    var groups = new ArrayList<ReadColumn.Group>();
    Optional<Refusal> refusal = Optional.empty();
    for (int number : numbers(campaign, asked)) {
      Outcome<ReadColumn.Group> group = columns.group(campaign, number, act);
      Optional<Refusal> why = group.fold(Optional::of, read -> Optional.empty());
      group.fold(no -> false, groups::add);
      if (why.filter(no -> no.problem() != TeamProblem.NOTHING_ASSIGNED).isPresent()) {
        return Outcome.refused(why.get());
      }
      refusal = refusal.or(() -> why);
    }
    if (groups.isEmpty() && refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return columns(groups, asked).flatMap(asking -> page(asking, act, asked));
  }

  private static Set<Integer> numbers(Campaign campaign, Asked asked) {
    return asked
        .group()
        .map(Set::of)
        .orElseGet(() -> new TreeSet<>(campaign.criteriaVersions().keySet()));
  }

  private record Column(ReadColumn.Group group, CriteriaSet criteria, Criterion criterion) {
    private Place first() {
      return new Place(group.number(), criterion.id(), Optional.empty());
    }

    private Place after(Rank last) {
      return new Place(group.number(), criterion.id(), Optional.of(last));
    }
  }

  // Group by group, in the order of the form.
  private Outcome<List<Column>> columns(List<ReadColumn.Group> groups, Asked asked) {
    List<Column> all =
        groups.stream()
            .flatMap(group -> group.criteria().stream().flatMap(set -> columns(group, set)))
            .filter(column ->
                asked.criterion().filter(id -> !id.equals(column.criterion().id())).isEmpty())
            .toList();
    boolean any = groups.stream().anyMatch(group -> group.criteria().isPresent());
    if (all.isEmpty() && any && asked.criterion().isPresent()) {
      return Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(asked.criterion().get().value()));
    }
    List<Column> from =
        asked
            .from()
            .map(place ->
                all.stream()
                    .dropWhile(column ->
                        !column
                            .first()
                            .equals(new Place(place.group(), place.criterion(), Optional.empty())))
                    .toList())
            .orElse(all);
    return from.isEmpty() && asked.from().isPresent()
        ? Outcome.refused(
            CriteriaProblem.UNKNOWN_CRITERION.of(asked.from().get().criterion().value()))
        : Outcome.accepted(from);
  }

  private static Stream<Column> columns(ReadColumn.Group group, CriteriaSet set) {
    return set.criteria().values().stream().map(criterion -> new Column(group, set, criterion));
  }

  private Outcome<Page> page(List<Column> asking, Act act, Asked asked) {
    int passed = 0;
    for (int i = 0; i < asking.size(); i++) {
      Column column = asking.get(i);
      if (!columns.theirs(column.group(), column.criterion().id())) {
        continue;
      }
      if (passed == PASSED_MAX) {
        return Outcome.accepted(new Page(List.of(), Optional.of(column.first())));
      }
      Optional<Rank> after = i == 0 ? asked.from().flatMap(Place::after) : Optional.empty();
      Weighing weighing = weighing(column);
      List<Line> lines = weighing.lines();
      boolean work = lines.stream().anyMatch(line -> line.cell().toDo());
      if (work || after.isPresent() || asked.criterion().isPresent()) {
        List<Line> rest =
            lines.stream()
                .filter(line -> after.filter(last -> line.rank().compareTo(last) <= 0).isEmpty())
                .toList();
        List<Line> page = rest.stream().limit(asked.limit()).toList();
        Optional<Place> next =
            rest.size() > page.size()
                ? Optional.of(column.after(page.getLast().rank()))
                : asking.stream().skip(i + 1L).findFirst().map(Column::first);
        if (!page.isEmpty() || asked.criterion().isPresent()) {
          return Outcome.accepted(new Page(weighing.withFiles(page, act), next));
        }
      }
      passed += lines.isEmpty() ? 0 : 1;
    }
    return Outcome.accepted(new Page(List.of(), Optional.empty()));
  }

  private Weighing weighing(Column column) {
    List<ColumnLine> all = columns.column(column.group(), column.criterion());
    var figures = new ArrayList<BigDecimal>();
    all.forEach(line ->
        line.view()
            .cell()
            .answer()
            .flatMap(answer -> RiskRules.figure(column.criterion(), answer))
            .ifPresent(figures::add));
    return new Weighing(
        column,
        all.stream().filter(ColumnLine::theirs).toList(),
        Spread.of(figures),
        lastYear.of(
            column.group().campaign(),
            all.stream().map(ColumnLine::unit).toList(),
            column.criterion()));
  }

  /** The cells of a criterion with what each is weighed by. */
  private final class Weighing {
    private final Column column;
    private final List<ColumnLine> cells;
    private final Optional<Spread> spread;
    private final Map<UnitCode, LastYear.Figure> before;

    private Weighing(
        Column column,
        List<ColumnLine> cells,
        Optional<Spread> spread,
        Map<UnitCode, LastYear.Figure> before) {
      this.column = column;
      this.cells = cells;
      this.spread = spread;
      this.before = before;
    }

    private List<Line> lines() {
      return cells.stream()
          .map(cell -> line(cell, Optional.empty(), Set.of()))
          .sorted(Comparator.comparing(Line::rank))
          .toList();
    }

    // What files say moves a line within its page: nothing is known of those of other pages.
    private List<Line> withFiles(List<Line> page, Act act) {
      Map<String, Set<UnitCode>> sharing = page.isEmpty() ? Map.of() : sharing(act);
      return page.stream()
          .map(line -> {
            ColumnLine cell = columns.withFiles(column.group(), line.cell());
            var others = new TreeSet<UnitCode>();
            cell.files().stream()
                .map(Evidence::sha256)
                .forEach(sha -> others.addAll(sharing.getOrDefault(sha, Set.of())));
            others.remove(cell.unit().code());
            return line(cell, Optional.of(cell.files()), others);
          })
          .sorted(Comparator.comparing(Line::rank))
          .toList();
    }

    private Map<String, Set<UnitCode>> sharing(Act act) {
      var units = new HashMap<String, Set<UnitCode>>();
      shared
          .all(column.group().campaign().id())
          .forEach(found -> units.put(found.sha256(), free(found.units(), act)));
      return units;
    }

    // A member is not told of a unit that it is recused from, here as little as anywhere.
    private static Set<UnitCode> free(Set<UnitCode> units, Act act) {
      var free = new TreeSet<>(units);
      free.removeAll(act.caller().recused());
      return free;
    }

    private Line line(ColumnLine cell, Optional<List<Evidence>> files, Set<UnitCode> sharing) {
      Unit unit = cell.unit();
      return new Line(
          cell,
          cell.view()
              .cell()
              .answer()
              .map(answer ->
                  RiskRules.of(
                      new RiskRules.Facts(
                          column.criteria(),
                          column.criterion(),
                          answer,
                          files,
                          sharing,
                          column.group().campaign().settings().uploadLimits().dataPeriod(),
                          Optional.ofNullable(before.get(unit.code())),
                          spread,
                          cell.sampled(),
                          column.group().campaign().settings().deskSettings())))
              .orElse(List.of()));
    }
  }
}
