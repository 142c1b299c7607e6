package vn.minhbach.core.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Csv;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;

/**
 * Reads a unit register as {@code units.csv}: all units or, when any line is at fault, none.
 *
 * <p>Codes are text: a commune's leading zero counts.
 */
public final class UnitRegister {

  private static final List<String> COLUMNS =
      List.of("code", "group", "kind", "name", "parent_code");

  /** The kinds of each group, as the administrative catalogue names them. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "1", List.of("department", "board", "center", "school"),
          "2", List.of("district", "district_city", "district_town"),
          "3", List.of("commune", "ward", "township", "special_zone"));

  private UnitRegister() {}

  /** The units by group, then code. */
  public static Outcome<List<Unit>> read(String csv) {
    return Csv.read(csv, COLUMNS, UnitRegister::shape);
  }

  private static Supplier<List<Unit>> shape(List<Csv.Line> lines) {
    var firstLines = new LinkedHashMap<String, Integer>();
    for (Csv.Line line : lines) {
      check(line);
      Integer first = firstLines.putIfAbsent(line.cell("code"), line.number());
      if (first != null) {
        line.fault(
            "code",
            Problem.DUPLICATE_ID,
            "value",
            line.cell("code"),
            "first",
            "dòng/line " + first);
      }
    }
    List<String> districts =
        lines.stream()
            .filter(line -> line.cell("group").equals("2"))
            .map(line -> line.cell("code"))
            .toList();
    lines.forEach(line -> checkParent(line, districts));
    return () -> units(lines);
  }

  private static void check(Csv.Line line) {
    String code = line.cell("code");
    if (!UnitCode.valid(code)) {
      line.fault("code", Problem.BAD_CODE, "value", code);
    }
    String group = line.cell("group");
    List<String> kinds = KINDS.get(group);
    if (kinds == null) {
      line.fault("group", Problem.UNKNOWN_VALUE, "value", group, "known", "1, 2, 3");
    } else if (!kinds.contains(line.cell("kind"))) {
      line.fault(
          "kind",
          Problem.WRONG_KIND,
          "value",
          line.cell("kind"),
          "group",
          group,
          "known",
          String.join(", ", kinds));
    }
    String name = line.cell("name");
    if (name.isEmpty()) {
      line.fault("name", Problem.BLANK);
    } else if (name.length() > Unit.NAME_MAX) {
      line.fault(
          "name",
          Problem.TOO_LONG,
          "length",
          String.valueOf(name.length()),
          "limit",
          String.valueOf(Unit.NAME_MAX));
    }
  }

  // A campaign without the district level leaves the column empty (domain/README.md section 7).
  private static void checkParent(Csv.Line line, List<String> districts) {
    String parent = line.cell("parent_code");
    if (parent.isEmpty()) {
      return;
    }
    if (!line.cell("group").equals("3")) {
      line.fault("parent_code", Problem.PARENT_NOT_ALLOWED);
    } else if (!districts.contains(parent)) {
      line.fault("parent_code", Problem.UNKNOWN_PARENT, "value", parent);
    }
  }

  private static List<Unit> units(List<Csv.Line> lines) {
    var units = new ArrayList<Unit>();
    for (Csv.Line line : lines) {
      units.add(
          new Unit(
              new UnitCode(line.cell("code")),
              Integer.parseInt(line.cell("group")),
              line.cell("kind"),
              line.cell("name"),
              Optional.of(line.cell("parent_code"))
                  .filter(parent -> !parent.isEmpty())
                  .map(UnitCode::new)));
    }
    units.sort(Comparator.comparingInt(Unit::group).thenComparing(Unit::code));
    return List.copyOf(units);
  }
}
