package vn.minhbach.adapter.poi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.workbook.Book;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.CriteriaBook;
import vn.minhbach.core.workbook.CriteriaPages;
import vn.minhbach.core.workbook.Place;
import vn.minhbach.core.workbook.RealSets;

/** The plan's criteria sets through real .xlsx files and back. */
class CriteriaRoundTripTest {

  private static final List<Cell> DAMAGES =
      List.of(
          Cell.EMPTY,
          new Cell(Cell.Kind.FORMULA, ""),
          new Cell(Cell.Kind.ERROR, "#REF!"),
          new Cell(Cell.Kind.DATE, "2020-05-01"),
          new Cell(Cell.Kind.NUMBER, "77.125"),
          new Cell(Cell.Kind.NUMBER, "0"),
          new Cell(Cell.Kind.TEXT, "?"),
          new Cell(Cell.Kind.TEXT, "I.1"),
          new Cell(Cell.Kind.BOOLEAN, "true"));

  /** What no cell of a criteria workbook may hold, wherever it stands. */
  private static final Set<Cell.Kind> NEVER =
      Set.of(Cell.Kind.FORMULA, Cell.Kind.ERROR, Cell.Kind.DATE);

  private static Book book(Object tree) {
    return read(new XlsxWriter().write(CriteriaPages.of(tree)));
  }

  private static Book read(byte[] file) {
    return new XlsxReader()
        .read(file)
        .fold(
            refusal -> {
              throw new AssertionError(refusal);
            },
            book -> book);
  }

  private static int group(String name) {
    return RealSets.NAMES.indexOf(name) + 1;
  }

  private static List<String> places(Outcome<?> outcome) {
    return outcome.fold(
        refusal -> refusal.violations().stream().map(Violation::place).toList(), ok -> List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void setComesBackFieldByField(String name) {
    Map<String, Object> set = RealSets.of(name);
    Outcome<Map<String, Object>> back = CriteriaBook.read(book(set), group(name));
    assertEquals(
        set, back.<Object>fold(refusal -> refusal.violations(), tree -> RealSets.plain(tree)));
  }

  /** A third of all cells of every sheet, each damaged in one of nine ways, seed by seed. */
  @ParameterizedTest
  @CsvSource({"department,1", "district,2", "commune,3"})
  void damagedCellIsNamedOrTheSetIsStillValid(String name, long seed) {
    Book whole = book(RealSets.of(name));
    var dice = new Random(seed);
    int tried = 0;
    int refused = 0;
    for (int s = 0; s < whole.sheets().size(); s++) {
      Book.Sheet sheet = whole.sheets().get(s);
      for (int r = 1; r < sheet.rows().size(); r++) {
        for (int c = 0; c < sheet.rows().getFirst().cells().size(); c++) {
          if (dice.nextInt(3) > 0) {
            continue;
          }
          Cell damage = DAMAGES.get(dice.nextInt(DAMAGES.size()));
          Place place = new Place(sheet.name(), sheet.rows().get(r).number(), c);
          Outcome<Map<String, Object>> outcome =
              CriteriaBook.read(with(whole, s, r, c, damage), group(name));
          tried++;
          refused += places(outcome).isEmpty() ? 0 : 1;
          held(place, damage, outcome);
        }
      }
    }
    assertTrue(tried > 350 && refused > tried / 3, tried + " tried, " + refused + " refused");
  }

  private static void held(Place place, Cell damage, Outcome<Map<String, Object>> outcome) {
    List<String> places = places(outcome);
    if (NEVER.contains(damage.kind())) {
      assertTrue(
          places.stream().anyMatch(named -> named.startsWith(place.toString())),
          () -> place + " " + damage + " " + places);
      return;
    }
    outcome.fold(
        refusal -> {
          assertTrue(!refusal.violations().isEmpty(), place + " " + damage);
          assertTrue(
              places.stream().allMatch(named -> named.matches("(?s).+![A-Z]+\\d+( \\(.*\\))?")),
              () -> place + " " + damage + " " + places);
          return null;
        },
        tree -> {
          assertEquals(List.of(), places(CriteriaSet.read(tree)), () -> place + " " + damage);
          return null;
        });
  }

  private static Book with(Book book, int sheet, int row, int column, Cell cell) {
    var sheets = new ArrayList<>(book.sheets());
    Book.Sheet old = sheets.get(sheet);
    var rows = new ArrayList<>(old.rows());
    var cells = new ArrayList<>(rows.get(row).cells());
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
    rows.set(row, new Book.Row(rows.get(row).number(), cells));
    sheets.set(sheet, new Book.Sheet(old.name(), rows));
    return new Book(sheets);
  }

  @Test
  void faultOfTheSetIsToldAtItsCellAndItsPlace() {
    Book whole = book(RealSets.of("commune"));
    Book.Sheet criteria = whole.sheet("Tiêu chí").orElseThrow();
    // The points of I.1, D5 or not: found by the heading.
    int points = headings(criteria).indexOf("Điểm tối đa");
    Book damaged =
        with(whole, whole.sheets().indexOf(criteria), 1, points, new Cell(Cell.Kind.NUMBER, "5"));
    Refusal refusal = refusal(CriteriaBook.read(damaged, 3));
    // The subgroup no longer adds up, and that is where a person looks first.
    assertEquals(
        List.of("Nhóm tiêu chí!D3 (groups[0].subgroups[0].maxPoints)"),
        refusal.violations().stream().map(Violation::place).toList());
  }

  private static List<String> headings(Book.Sheet sheet) {
    return sheet.rows().getFirst().cells().stream().map(Cell::text).toList();
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        refusal -> refusal,
        value -> {
          throw new AssertionError(String.valueOf(value).substring(0, 100));
        });
  }

  @Test
  void everyFaultIsToldAtOnce() {
    Book book = book(RealSets.of("commune"));
    int sheet = book.sheets().indexOf(book.sheet("Tiêu chí").orElseThrow());
    List<String> headings = headings(book.sheets().get(sheet));
    book = with(book, sheet, 1, headings.indexOf("Nội dung"), new Cell(Cell.Kind.FORMULA, ""));
    book = with(book, sheet, 2, headings.indexOf("Cách chấm"), Cell.text("theo ý"));
    book = with(book, sheet, 3, headings.indexOf("Mã nhóm"), Cell.text("X"));
    book = with(book, sheet, 4, headings.indexOf("Điểm tối đa"), Cell.text("3 điểm"));
    book = with(book, sheet, 5, headings.indexOf("Mã tiêu chí"), new Cell(Cell.Kind.NUMBER, "1"));
    assertEquals(
        List.of(
            "Tiêu chí!A4 CELL_NOT_IN_LIST",
            "Tiêu chí!C6 CELL_IS_NUMBER",
            "Tiêu chí!D2 CELL_IS_FORMULA",
            "Tiêu chí!E5 CELL_IS_NO_NUMBER",
            "Tiêu chí!F3 CELL_NOT_IN_LIST",
            // Its inputs stand under an id that no criterion has now.
            "Tiêu chí!F6 (groups[0].criteria[4].scoring.inputs) MISSING_FIELD",
            "Tiêu chí!H6 (groups[0].criteria[4].scoring.value) UNKNOWN_INPUT"),
        refusal(CriteriaBook.read(book, 3)).violations().stream()
            .filter(violation -> violation.place().startsWith("Tiêu chí"))
            .map(violation -> violation.place() + " " + violation.problem())
            .sorted()
            .toList());
  }

  @Test
  void missingSheetsAndColumnsAreNamed() {
    Book whole = book(RealSets.of("district"));
    var sheets = new ArrayList<>(whole.sheets());
    Book.Sheet criteria = whole.sheet("Tiêu chí").orElseThrow();
    sheets.set(sheets.indexOf(criteria), new Book.Sheet("Tieu chi (2)", criteria.rows()));
    Set<String> told =
        refusal(CriteriaBook.read(new Book(sheets), 2)).violations().stream()
            .map(violation -> violation.place() + " " + violation.problem())
            .collect(Collectors.toSet());
    assertTrue(told.contains("Tiêu chí SHEET_MISSING"), told::toString);

    Book without =
        with(
            whole,
            whole.sheets().indexOf(criteria),
            0,
            headings(criteria).indexOf("Điểm tối đa"),
            Cell.text("Điểm"));
    Refusal refusal = refusal(CriteriaBook.read(without, 2));
    assertEquals("Tiêu chí!A1", refusal.violations().getFirst().place());
    assertEquals("Điểm tối đa", refusal.violations().getFirst().facts().get("value"));
    Book twice = with(whole, whole.sheets().indexOf(criteria), 0, 30, Cell.text("Nội  DUNG "));
    assertEquals(
        "Tiêu chí!AE1 COLUMN_TWICE",
        refusal(CriteriaBook.read(twice, 2)).violations().stream()
            .map(violation -> violation.place() + " " + violation.problem())
            .findFirst()
            .orElseThrow());
  }

  @Test
  void setOfAnotherGroupIsRefused() {
    Refusal refusal = refusal(CriteriaBook.read(book(RealSets.of("district")), 3));
    assertEquals("Bộ tiêu chí!E2 (unitGroup)", refusal.violations().getFirst().place());
  }
}
