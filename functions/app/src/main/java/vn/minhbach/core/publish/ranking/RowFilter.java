package vn.minhbach.core.publish.ranking;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import vn.minhbach.core.UnitCode;

/**
 * Which rows of a ranking a reader wants; what is empty asks for nothing.
 *
 * @param district whose communes, and itself
 * @param kind of unit as the register has it, as {@code ward}
 * @param level code, as {@code TOT}
 * @param words each of which a name holds, or the one that is a unit's code; marks, tones and case
 *     make no difference
 */
public record RowFilter(
    Optional<UnitCode> district,
    Optional<String> kind,
    Optional<String> level,
    Optional<String> words)
    implements Predicate<RankingRow> {

  /** Every row. */
  public static final RowFilter ALL =
      new RowFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public RowFilter {
    words = words.map(VietnameseOrder::folded).filter(told -> !told.isEmpty());
  }

  @Override
  public boolean test(RankingRow row) {
    return district.map(one -> of(one, row)).orElse(true)
        && kind.map(one -> row.kind().filter(one::equals).isPresent()).orElse(true)
        && level.map(one -> row.level().filter(one::equals).isPresent()).orElse(true)
        && words.map(told -> called(told, row)).orElse(true);
  }

  private static boolean of(UnitCode district, RankingRow row) {
    return row.unit().equals(district) || row.parent().filter(district::equals).isPresent();
  }

  private static boolean called(String told, RankingRow row) {
    String name = VietnameseOrder.folded(row.name());
    return VietnameseOrder.folded(row.unit().value()).equals(told)
        || Arrays.stream(told.split(" ")).allMatch(name::contains);
  }
}
