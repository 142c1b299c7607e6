package vn.minhbach.core.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Csv;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainText;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.unit.UnitRegister;
import vn.minhbach.core.workbook.Cell.Kind;

/** Lists out of workbooks: what Excel does to them is told at its cell, the rest is the CSV. */
class ListBookTest {

  private static final Book.Row HEADINGS = row(1, "unit", "criterion", "inputs");

  private static Book.Row row(int number, Object... cells) {
    var row = new ArrayList<Cell>();
    for (Object cell : cells) {
      row.add(cell instanceof Cell known ? known : Cell.text(cell.toString()));
    }
    return new Book.Row(number, row);
  }

  private static Book book(Book.Row... rows) {
    return new Book(List.of(new Book.Sheet("S", List.of(rows))));
  }

  private static Outcome<String> figures(Book.Row... rows) {
    return ListBook.ofSource().read(book(rows), csv -> Outcome.accepted(csv));
  }

  private static List<String> faults(Outcome<?> outcome) {
    return outcome.fold(
        refusal ->
            refusal.violations().stream()
                .map(violation -> violation.place() + " " + violation.problem())
                .toList(),
        read -> List.of());
  }

  @Test
  void whatExcelMadeOfACellIsToldThere() {
    assertEquals(
        List.of(
            "S!A2 MANGLED_CODE",
            "S!B2 CELL_IS_DATE",
            "S!C2 CELL_IS_ERROR",
            "S!A4 CELL_IS_FORMULA",
            "S!B4 MANGLED_CODE",
            "S!C4 CELL_IS_NUMBER"),
        faults(
            figures(
                HEADINGS,
                row(
                    2,
                    new Cell(Kind.NUMBER, "6649"),
                    new Cell(Kind.DATE, "2020-01-01"),
                    new Cell(Kind.ERROR, "#N/A")),
                row(
                    4,
                    new Cell(Kind.FORMULA, ""),
                    new Cell(Kind.NUMBER, "1.1"),
                    new Cell(Kind.BOOLEAN, "true")))));
  }

  @Test
  void columnsMayStandAnywhereUnderEitherName() {
    assertEquals(
        List.of("S!A1 COLUMN_MISSING"),
        faults(figures(row(1, "MÃ ĐƠN VỊ", "criterion", "so lieu"))));
    assertEquals(
        List.of("S!C1 COLUMN_TWICE", "S!A1 COLUMN_MISSING"),
        faults(figures(row(1, "unit", "criterion", "Mã  đơn vị"))));
    assertEquals(
        "unit,criterion,inputs\n06649,I.1,v=true\n",
        figures(row(1, "Số liệu", "x", "criterion", "unit"), row(2, "v=true", "-", "I.1", "06649"))
            .<Object>fold(Refusal::violations, csv -> csv));
  }

  @Test
  void whatNobodySeesIsNotImported() {
    var hidden = new Book.Row(3, row(3, "06652", "I.1", "a=1").cells(), true);
    assertEquals(
        List.of("S!A3 ROW_HIDDEN"),
        faults(figures(HEADINGS, row(2, "06649", "I.1", "a=1"), hidden)));
    var columns = new Book.Sheet("S", List.of(HEADINGS), false, Set.of(2));
    assertEquals(
        List.of("S!C1 COLUMN_HIDDEN"),
        faults(ListBook.ofSource().read(new Book(List.of(columns)), Outcome::accepted)));
    var behind = new Book.Sheet("Ẩn", List.of(row(1, "x")), true, Set.of());
    var seen = new Book.Sheet("S", List.of(HEADINGS, row(2, "06649", "I.1", "a=1")));
    assertEquals(
        "unit,criterion,inputs\n06649,I.1,a=1\n",
        ListBook.ofSource()
            .read(new Book(List.of(behind, seen)), Outcome::accepted)
            .<Object>fold(Refusal::violations, csv -> csv));
  }

  @Test
  void joinedAndDisguisedCellsAreFaults() {
    assertEquals(
        List.of("S!A2 CELL_IS_MERGED", "S!C2 CELL_SHOWS_OTHERWISE"),
        faults(
            figures(
                HEADINGS,
                row(
                    2,
                    new Cell(Kind.MERGED, "S!A1"),
                    "I.1",
                    new Cell(Kind.DISGUISED, "1", "100%")))));
  }

  @Test
  void listWithoutHeadingsIsToldSo() {
    assertEquals(3, faults(figures()).size());
    assertEquals(3, faults(figures(row(3, "unit", "criterion", "inputs"))).size());
  }

  @Test
  void datesOfUnitsMayBeDates() {
    Book book =
        book(
            row(1, "code", "group", "kind", "name", "parent_code", "valid_from"),
            row(
                2,
                "SNV",
                new Cell(Kind.NUMBER, "1"),
                "department",
                "Sở \"Nội vụ\", tỉnh\r\nQuảng Ninh",
                Cell.EMPTY,
                new Cell(Kind.DATE, "2020-07-01")));
    assertEquals(
        "code,group,kind,name,parent_code,valid_from\n"
            + "SNV,1,department,\"Sở \"\"Nội vụ\"\", tỉnh Quảng Ninh\",,2020-07-01\n",
        ListBook.ofUnits()
            .read(book, UnitRegister::read)
            .<Object>fold(Refusal::violations, c -> c));
  }

  @Test
  void endlessListIsSentAnotherWay() {
    String long32k = "a".repeat(32_000);
    var rows = new ArrayList<Book.Row>(List.of(HEADINGS));
    for (int i = 2; i < 40; i++) {
      rows.add(row(i, "06649", "I.1", long32k));
    }
    assertEquals(
        WorkbookProblem.LIST_TOO_LONG,
        figures(rows.toArray(Book.Row[]::new)).<Problem>fold(Refusal::problem, csv -> null));
    // A row at the very bottom makes a million empty lines.
    assertEquals(
        "",
        figures(HEADINGS, row(1_048_576, "06649", "I.1", "n=1"))
            .<String>fold(
                refusal -> refusal.problem() == WorkbookProblem.LIST_TOO_LONG ? "" : "other",
                csv -> "read"));
  }

  /** Whatever is said of line n of the CSV is true of row n of the sheet. */
  @Property(tries = 200)
  void lineIsRow(
      @ForAll List<@IntRange(min = 1, max = 5) Integer> gaps, @ForAll List<String> texts) {
    var rows = new ArrayList<Book.Row>(List.of(HEADINGS));
    var expected = new ArrayList<Integer>();
    int number = 1;
    for (int i = 0; i < gaps.size(); i++) {
      number += gaps.get(i);
      String text = texts.isEmpty() ? "a=\"1\",\n2" : texts.get(i % texts.size());
      rows.add(row(number, "u" + i, "I.1", allowed(text)));
      expected.add(number);
    }
    List<Integer> lines =
        figures(rows.toArray(Book.Row[]::new))
            .flatMap(csv ->
                Csv.read(
                    csv,
                    List.of("unit", "criterion", "inputs"),
                    read -> () -> read.stream().map(Csv.Line::number).toList()))
            .fold(refusal -> List.of(), read -> read);
    assertEquals(expected, lines);
  }

  // What no text may have is refused at its line, see CsvTest.
  private static String allowed(String text) {
    var allowed = new StringBuilder();
    text.codePoints()
        .filter(c -> PlainText.refused(Character.toString(c)).isEmpty())
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }
}
