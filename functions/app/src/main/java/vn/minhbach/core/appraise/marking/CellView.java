package vn.minhbach.core.appraise.marking;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cell as one member sees it.
 *
 * @param marking what it has come to; of a cell whose other reading is hidden, what the member may
 *     know of it
 * @param readings those that the member sees, the ones taken back included
 * @param etag what the member must have read to write
 */
public record CellView(Cell cell, Marking marking, List<Reading> readings, Optional<String> etag) {

  public CellView {
    readings = List.copyOf(readings);
  }

  /**
   * What a member sees.
   *
   * <p>While one of two blind readings stands alone, nobody reads it but its author and who leads;
   * the other reader must not even be told that it is there.
   */
  static CellView of(Cell cell, Optional<Mark> mark, Marking marking, Hand me, boolean reader) {
    List<Reading> readings =
        mark.stream()
            .flatMap(made -> made.readings().stream())
            .filter(one -> sees(cell, mark, one, me, reader))
            .toList();
    boolean all = readings.size() == mark.map(made -> made.readings().size()).orElse(0);
    boolean own = readings.stream().anyMatch(one -> !one.cleared());
    return new CellView(
        cell,
        all || own
            ? marking
            : new Marking(
                Marking.State.UNMARKED,
                Set.of(),
                Set.of(),
                Optional.empty(),
                cell.self(),
                Change.NONE),
        readings,
        etag(cell, mark, me, reader));
  }

  static Optional<String> etag(Cell cell, Optional<Mark> mark, Hand me, boolean reader) {
    return mark.flatMap(made -> made.etag(one -> sees(cell, mark, one, me, reader)));
  }

  /** The kinds of the readings that a member is not told of. */
  static Set<Reading.Kind> hidden(Cell cell, Optional<Mark> mark, Hand me, boolean reader) {
    var hidden = EnumSet.noneOf(Reading.Kind.class);
    mark.stream()
        .flatMap(made -> made.readings().stream())
        .filter(one -> !sees(cell, mark, one, me, reader))
        .forEach(one -> hidden.add(one.kind()));
    return hidden;
  }

  private static boolean sees(
      Cell cell, Optional<Mark> mark, Reading reading, Hand me, boolean reader) {
    return !alone(cell, mark) || !reading.by().another(me) || me.leads() && !reader;
  }

  /** Whether a cell that is read twice has not both readings yet. */
  private static boolean alone(Cell cell, Optional<Mark> mark) {
    List<Reading> standing =
        mark.stream()
            .flatMap(made -> made.readings().stream())
            .filter(one -> !one.cleared())
            .toList();
    return cell.twice()
        && standing.size() < 2
        && standing.stream().noneMatch(one -> one.kind().decides());
  }
}
