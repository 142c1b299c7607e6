package vn.minhbach.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Csv;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainTime;
import vn.minhbach.core.UnitCode;

/**
 * Reads a unit register as {@code units.csv}: all units or, when any line is at fault, none.
 *
 * <p>Codes are text: a commune's leading zero counts.
 */
public final class UnitRegister {

  private static final List<String> COLUMNS =
      List.of("code", "group", "kind", "name", "parent_code");

  /** Dates and lineage: registers from before they were kept leave them out. */
  private static final List<String> OPTIONAL = List.of("valid_from", "valid_to", "predecessors");

  /** What Excel makes of a long number. */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

  private static final int COMMUNE_DIGITS = 5;
  private static final int DISTRICT_DIGITS = 3;

  /** The kinds of each group, as the administrative catalogue names them. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "1", List.of("department", "board", "center", "school"),
          "2", List.of("district", "district_city", "district_town"),
          "3", List.of("commune", "ward", "township", "special_zone"));

  private UnitRegister() {}

  /** The units by group, then code. */
  public static Outcome<List<Unit>> read(String csv) {
    return Csv.read(csv, COLUMNS, OPTIONAL, UnitRegister::shape);
  }

  private static Supplier<List<Unit>> shape(List<Csv.Line> lines) {
    var firstLines = new LinkedHashMap<String, Integer>();
    for (Csv.Line line : lines) {
      check(line);
      checkLineage(line);
      Integer first = firstLines.putIfAbsent(line.cell("code"), line.number());
      if (first != null) {
        line.fault("code", InputProblem.DUPLICATE_ID.of(line.cell("code"), "dòng/line " + first));
      }
    }
    Set<String> districts =
        lines.stream()
            .filter(line -> line.cell("group").equals("2"))
            .map(line -> line.cell("code"))
            .collect(Collectors.toSet());
    lines.forEach(line -> checkParent(line, districts));
    return () -> units(lines);
  }

  private static void check(Csv.Line line) {
    String code = line.cell("code");
    String group = line.cell("group");
    if (mangled(code, group)) {
      line.fault("code", UnitProblem.MANGLED_CODE.of(code));
    } else if (!UnitCode.valid(code)) {
      line.fault("code", InputProblem.BAD_CODE.of(code));
    } else if (UnitCode.reserved(code)) {
      line.fault("code", UnitProblem.RESERVED_CODE.of(code));
    }
    List<String> kinds = KINDS.get(group);
    if (kinds == null) {
      line.fault("group", InputProblem.UNKNOWN_VALUE.of(group, List.of("1", "2", "3")));
    } else if (!kinds.contains(line.cell("kind"))) {
      line.fault("kind", UnitProblem.WRONG_KIND.of(line.cell("kind"), group, kinds));
    }
    String name = line.cell("name");
    if (name.isEmpty()) {
      line.fault("name", InputProblem.BLANK.of());
    } else if (name.length() > Unit.NAME_MAX) {
      line.fault("name", InputProblem.TOO_LONG.of(name.length(), Unit.NAME_MAX));
    }
  }

  // Excel takes a code of digits for a number: 06649 comes back as 6649, or as 6.65E+03.
  private static boolean mangled(String code, String group) {
    boolean digits = code.matches("\\d+");
    return SCIENTIFIC.matcher(code).matches()
        || (digits && group.equals("3") && code.length() < COMMUNE_DIGITS)
        || (digits && group.equals("2") && code.length() < DISTRICT_DIGITS);
  }

  private static void checkLineage(Csv.Line line) {
    Optional<LocalDate> from = date(line, "valid_from");
    Optional<LocalDate> to = date(line, "valid_to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.fault(
          "valid_to",
          InputProblem.DATES_NOT_ASCENDING.of(to.get().toString(), from.get().toString()));
    }
    for (String predecessor : predecessors(line)) {
      if (!UnitCode.valid(predecessor)) {
        line.fault("predecessors", InputProblem.BAD_CODE.of(predecessor));
      }
    }
  }

  private static Optional<LocalDate> date(Csv.Line line, String column) {
    String text = line.cell(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = PlainTime.day(text);
    if (day.isEmpty()) {
      line.fault(column, InputProblem.BAD_DATE.of(text));
    }
    return day;
  }

  private static List<String> predecessors(Csv.Line line) {
    return Stream.of(line.cell("predecessors").split("[\\s;]+"))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  // A campaign without the district level leaves the column empty (domain/README.md section 7).
  private static void checkParent(Csv.Line line, Set<String> districts) {
    String parent = line.cell("parent_code");
    if (parent.isEmpty()) {
      return;
    }
    if (!line.cell("group").equals("3")) {
      line.fault("parent_code", UnitProblem.PARENT_NOT_ALLOWED.of());
    } else if (!districts.contains(parent)) {
      line.fault("parent_code", UnitProblem.UNKNOWN_PARENT.of(parent));
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
                  .map(UnitCode::new),
              date(line, "valid_from"),
              date(line, "valid_to"),
              predecessors(line).stream().map(UnitCode::new).toList()));
    }
    units.sort(Comparator.comparingInt(Unit::group).thenComparing(Unit::code));
    return List.copyOf(units);
  }
}
