package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void readsCellsByTheNameOfTheirColumn() {
    assertEquals("2: A=1 B=2; 3: A=3 B=4", read("A,B\n1,2\n3,4\n"));
    assertEquals("2: A=2 B=1", read("B,A\n1,2"));
  }

  @Test
  void takesWhatExcelWrites() {
    assertEquals("2: A=1 B=2", read("\uFEFFA,B\r\n1,2\r\n"));
    assertEquals("2: A=x,y B=he said \"no\"", read("A,B\n\"x,y\",\"he said \"\"no\"\"\"\n"));
    assertEquals("2: A=1 B=2; 4: A=3 B=4", read("A,B\n1,2\n\n3,4\n\n"));
    assertEquals("2: A=1 B=", read("A,B\n  1 ,\n"));
  }

  @Test
  void takesSemicolonsAndTabsWhereTheHeaderHasThem() {
    assertEquals("2: A=1 B=2,5", read("\uFEFFA;B\r\n1;2,5\r\n"));
    assertEquals("2: A=1 B=a;b", read("A;B\n1;\"a;b\"\n"));
    assertEquals("2: A=1 B=2", read("A\tB\n1\t2\n"));
    assertEquals("2: A=1 B=a;b", read("A,B\n1,a;b\n"));
    assertEquals("dòng/line 2 WRONG_CELL_COUNT", read("A;B\n1,2\n"));
  }

  @Test
  void takesLineEndsOfOldPrograms() {
    assertEquals("2: A=1 B=2; 3: A=3 B=4", read("A,B\r1,2\r3,4\r"));
    assertEquals("2: A=1 B=3; 3: A=4 B=5", read("A,B\r\"1\",3\r4,5"));
  }

  @Test
  void cellsHoldWhatIsSeen() {
    assertEquals("2: A=STTTT B=Có", read("A,B\u00a0\nSTTTT\u00a0,Co\u0301\u200b\n"));
  }

  @Test
  void countsLinesAsAnEditorDoes() {
    assertEquals("2: A={one\ntwo B=2; 4: A=3 B=4", read("A,B\n\"{one\ntwo\",2\n3,4\n"));
    assertEquals("dòng/line 4 WRONG_CELL_COUNT", read("A,B\n\"{one\ntwo\",2\n3\n"));
    assertEquals("dòng/line 3 UNCLOSED_QUOTE", read("A,B\n1,2\n\"3,4\n5,6\n"));
  }

  @Test
  void tellsEveryFaultInTheHeader() {
    assertEquals("dòng/line 1, B MISSING_FIELD; dòng/line 1, C UNKNOWN_FIELD", read("A,C\n1,2\n"));
    assertEquals("dòng/line 1, A MISSING_FIELD; dòng/line 1, B MISSING_FIELD", read(""));
  }

  @Test
  void columnGivenTwiceIsAFault() {
    assertEquals("dòng/line 1, A DUPLICATE_ID", read("A,B,A\n1,2,3\n"));
  }

  @Test
  void tellsEveryFaultInTheLines() {
    assertEquals(
        "dòng/line 2 WRONG_CELL_COUNT; dòng/line 4 WRONG_CELL_COUNT", read("A,B\n1\n1,2\n1,2,3\n"));
  }

  @Test
  void stopsAtMoreLinesThanAnyProvinceHasUnits() {
    assertEquals("dòng/line 200000 TOO_MANY_LINES", read("A,B\n" + "1,2\n".repeat(200_001)));
  }

  @Test
  void cellIsOneLineOfWhatCanBeSeen() {
    assertEquals("dòng/line 2, A ONE_LINE", read("A,B\n\"one\ntwo\",2\n"));
    assertEquals("dòng/line 2, B ONE_LINE", read("A,B\n1,x\u2028y\n"));
    assertEquals("dòng/line 3, A CONTROL_CHARACTER", read("A,B\n1,2\nx\u0000,2\n"));
    assertEquals("dòng/line 2, A CONTROL_CHARACTER", read("A,B\n\u202Efdp.exe,2\n"));
    assertEquals("2: A= B=2", read("A,B\n\u200B\u00A0\u3164,2\n"));
  }

  @Test
  void onlySoManyFaultsAreTold() {
    String told = read("A,B\n" + "1\n".repeat(Faults.TOLD_MAX + 7));
    assertEquals(Faults.TOLD_MAX + 1, told.split("; ").length);
    assertEquals("… MORE_FAULTS", told.substring(told.lastIndexOf(';') + 2));
  }

  @Test
  void fileHasFewColumns() {
    assertEquals("dòng/line 1 TOO_MANY", read("A,".repeat(100) + "B\n"));
  }

  @Property
  void whatIsQuotedByTheRulesIsReadAsItWas(@ForAll("tables") List<List<String>> rows) {
    String csv =
        "A,B,C\r\n"
            + rows.stream()
                .map(row -> row.stream().map(CsvTest::quoted).collect(Collectors.joining(",")))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    List<List<String>> read =
        Csv.read(
                csv,
                List.of("A", "B", "C"),
                lines ->
                    () ->
                        lines.stream()
                            .map(line -> List.of(line.cell("A"), line.cell("B"), line.cell("C")))
                            .toList())
            .fold(
                refusal -> {
                  throw new AssertionError(refusal.violations());
                },
                found -> found);
    assertEquals(rows.stream().map(row -> row.stream().map(String::strip).toList()).toList(), read);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.strings()
        .withChars("ab ,\"\n\r\tđệ'=;")
        .ofMaxLength(6)
        // The JSON of a figure may stand on several lines; nothing else may.
        .map(text -> "{" + text)
        .list()
        .ofSize(3)
        .list()
        .ofMaxSize(5);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String read(String csv) {
    return Csv.read(
            csv,
            List.of("A", "B"),
            lines ->
                () ->
                    lines.stream()
                        .map(line ->
                            line.number() + ": A=" + line.cell("A") + " B=" + line.cell("B"))
                        .collect(Collectors.joining("; ")))
        .fold(
            refusal ->
                refusal.violations().stream()
                    .map(violation -> violation.place() + " " + violation.problem())
                    .collect(Collectors.joining("; ")),
            found -> found);
  }
}
