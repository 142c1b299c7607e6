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
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.AgreeBlock;
import vn.minhbach.core.appraise.marking.ColumnLine;
import vn.minhbach.core.appraise.marking.ReadColumn;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.progress.ProgressBoard;
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

  private final ReadColumn reading;
  private final Columns columns;
  private final LastYear lastYear;
  private final YearsCuts cuts;
  private final SharedFiles shared;

  public RiskQueue(ReadColumn reading, LastYear lastYear, ProgressBoard board, SharedFiles shared) {
    this.reading = reading;
    this.columns = new Columns(reading);
    this.lastYear = lastYear;
    this.cuts = new YearsCuts(lastYear, board);
    this.shared = shared;
  }

  /**
   * Where a page begins.
   *
   * @param after the last cell of the page before; empty for the first page of the criterion
   */
  public record Place(int group, CriterionId criterion, Optional<Rank> after) {

    private static Place of(ColumnStart column, Optional<Rank> after) {
      return new Place(column.group(), column.criterion(), after);
    }

    private ColumnStart column() {
      return new ColumnStart(group, criterion);
    }
  }

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
    return columns
        .of(campaign, act, asked.group(), asked.criterion(), asked.from().map(Place::column))
        .flatMap(asking -> page(asking, act, asked));
  }

  private Outcome<Page> page(List<Columns.Column> asking, Act act, Asked asked) {
    int passed = 0;
    var habits = new HashMap<Integer, Map<UnitCode, OverScoring>>();
    for (int i = 0; i < asking.size(); i++) {
      Columns.Column column = asking.get(i);
      if (!reading.theirs(column.group(), column.criterion().id())) {
        continue;
      }
      if (passed == PASSED_MAX) {
        return Outcome.accepted(
            new Page(List.of(), Optional.of(Place.of(column.start(), Optional.empty()))));
      }
      Optional<Rank> after = i == 0 ? asked.from().flatMap(Place::after) : Optional.empty();
      Weighing weighing = weighing(column, habits);
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
                ? Optional.of(Place.of(column.start(), Optional.of(page.getLast().rank())))
                : asking.stream()
                    .skip(i + 1L)
                    .findFirst()
                    .map(later -> Place.of(later.start(), Optional.empty()));
        if (!page.isEmpty() || asked.criterion().isPresent()) {
          return Outcome.accepted(new Page(weighing.withFiles(page, act), next));
        }
      }
      passed += lines.isEmpty() ? 0 : 1;
    }
    return Outcome.accepted(new Page(List.of(), Optional.empty()));
  }

  private Weighing weighing(
      Columns.Column column, Map<Integer, Map<UnitCode, OverScoring>> habits) {
    List<ColumnLine> all = reading.column(column.group(), column.criterion());
    List<Unit> units = all.stream().map(ColumnLine::unit).toList();
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
        lastYear.of(column.group().campaign(), units, column.criterion()),
        // Every criterion of a group has the same units, but for what does not apply.
        habits.computeIfAbsent(
            column.group().number(), group -> cuts.of(column.group().campaign(), units)));
  }

  /** The cells of a criterion with what each is weighed by. */
  private final class Weighing {
    private final Columns.Column column;
    private final List<ColumnLine> cells;
    private final Optional<Spread> spread;
    private final Map<UnitCode, LastYear.Figure> before;
    private final Map<UnitCode, OverScoring> habits;

    private Weighing(
        Columns.Column column,
        List<ColumnLine> cells,
        Optional<Spread> spread,
        Map<UnitCode, LastYear.Figure> before,
        Map<UnitCode, OverScoring> habits) {
      this.column = column;
      this.cells = cells;
      this.spread = spread;
      this.before = before;
      this.habits = habits;
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
            ColumnLine cell = reading.withFiles(column.group(), line.cell());
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
                          Optional.ofNullable(habits.get(unit.code())),
                          spread,
                          cell.sampled(),
                          column.group().campaign().settings().deskSettings())))
              .orElse(List.of()));
    }
  }
}
