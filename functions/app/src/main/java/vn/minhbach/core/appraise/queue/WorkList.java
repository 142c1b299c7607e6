package vn.minhbach.core.appraise.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.marking.ColumnLine;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.ReadColumn;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;

/**
 * How far a member of the team is with each criterion (<i>bảng theo dõi công việc</i>), and which
 * cells wait for it beyond its own reading: two readings to decide between, a second signature, an
 * explanation to judge, a petition.
 */
public final class WorkList {

  /** Each is a handful of batches over the units of a group. */
  public static final int COLUMNS_MAX = 20;

  private final ReadColumn reading;
  private final Columns columns;
  private final Hearings hearings;

  public WorkList(ReadColumn reading, Hearings hearings) {
    this.reading = reading;
    this.columns = new Columns(reading);
    this.hearings = hearings;
  }

  /**
   * What is asked for.
   *
   * @param signatures criteria of others too, as far as cells of theirs wait for the member
   * @param limit criteria that are looked at, 1 to {@value #COLUMNS_MAX}
   */
  public record Asked(boolean signatures, Optional<ColumnStart> from, int limit) {}

  /**
   * A cell that waits for the member, or for somebody else as far as the member leads.
   *
   * @param heard what of it its unit has said
   */
  public record Waiting(ColumnLine cell, Optional<Hearings.Open> heard) {}

  /**
   * A criterion of a group.
   *
   * @param cells of delivered forms that are the member's
   * @param toDo of those, in how many it has something to do
   */
  public record Column(int group, Criterion criterion, int cells, int toDo, List<Waiting> waiting) {
    public Column {
      waiting = List.copyOf(waiting);
    }
  }

  public record Page(List<Column> columns, Optional<ColumnStart> next) {
    public Page {
      columns = List.copyOf(columns);
    }
  }

  /** A page; refused as the queue is. */
  public Outcome<Page> read(Campaign campaign, Act act, Asked asked) {
    return columns
        .of(campaign, act, Optional.empty(), Optional.empty(), asked.from())
        .map(all -> page(campaign, act, asked, all));
  }

  private Page page(Campaign campaign, Act act, Asked asked, List<Columns.Column> all) {
    List<Columns.Column> theirs =
        all.stream()
            .filter(column ->
                asked.signatures() || reading.theirs(column.group(), column.criterion().id()))
            .toList();
    var found = new ArrayList<Column>();
    for (Columns.Column column : theirs.stream().limit(asked.limit()).toList()) {
      Column read = column(campaign, act, column);
      if (read.cells() > 0 || !read.waiting().isEmpty()) {
        found.add(read);
      }
    }
    return new Page(
        found, theirs.stream().skip(asked.limit()).findFirst().map(Columns.Column::start));
  }

  private Column column(Campaign campaign, Act act, Columns.Column column) {
    List<ColumnLine> lines = reading.column(column.group(), column.criterion());
    List<UnitCode> units = lines.stream().map(line -> line.unit().code()).toList();
    Map<UnitCode, Hearings.Open> heard =
        hearings.column(campaign, column.criterion().id(), units, act.now());
    List<ColumnLine> theirs = lines.stream().filter(ColumnLine::theirs).toList();
    return new Column(
        column.group().number(),
        column.criterion(),
        theirs.size(),
        (int) theirs.stream().filter(ColumnLine::toDo).count(),
        lines.stream()
            .map(line -> new Waiting(line, Optional.ofNullable(heard.get(line.unit().code()))))
            .filter(WorkList::waits)
            .toList());
  }

  private static boolean waits(Waiting one) {
    ColumnLine cell = one.cell();
    boolean first = cell.reading().filter(Duty.Reading.FIRST::equals).isPresent();
    boolean spoken =
        one.heard()
            .map(Hearings.Open::phase)
            .filter(phase ->
                phase == Hearings.Phase.EXPLAINED && (first || cell.leads())
                    || phase == Hearings.Phase.PETITIONED && cell.leads())
            .isPresent();
    Marking.State state = cell.view().marking().state();
    boolean led =
        cell.leads() && (state == Marking.State.GAP || state == Marking.State.AWAITS_COUNTERSIGN);
    return spoken || led || cell.signs();
  }
}
