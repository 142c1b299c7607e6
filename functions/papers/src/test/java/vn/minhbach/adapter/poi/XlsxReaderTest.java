package vn.minhbach.adapter.poi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.workbook.Book;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.Page;
import vn.minhbach.core.workbook.WorkbookProblem;

/**
 * What comes in as a workbook: honest ones as they are, all others refused for the right reason.
 */
class XlsxReaderTest {

  private static final XlsxReader READER = new XlsxReader();

  private static Problem problem(byte[] file) {
    return refusal(file).problem();
  }

  private static Refusal refusal(byte[] file) {
    return READER
        .read(file)
        .fold(
            refusal -> refusal,
            book -> {
              throw new AssertionError("read: " + book.sheets().size() + " sheets");
            });
  }

  private static Book book(byte[] file) {
    return READER
        .read(file)
        .fold(
            refusal -> {
              throw new AssertionError(refusal);
            },
            book -> book);
  }

  private static byte[] saved(XSSFWorkbook book) throws IOException {
    try (var bytes = new ByteArrayOutputStream();
        book) {
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void cellsComeAsTheyAreStored() throws IOException {
    var book = new XSSFWorkbook();
    var sheet = book.createSheet("Số liệu");
    var row = sheet.createRow(2);
    row.createCell(1).setCellValue("06649");
    row.createCell(2).setCellValue(6649);
    row.createCell(3).setCellValue(0.1 + 0.2);
    row.createCell(4).setCellValue(true);
    row.createCell(5).setCellFormula("C3*2");
    var date = row.createCell(7);
    date.setCellValue(java.time.LocalDate.of(2020, 5, 1));
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
    date.setCellStyle(style);
    row.createCell(8).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
    row.createCell(9).setCellValue(1e20);
    row.createCell(10).setCellValue("  hai\ndòng ");
    Book.Row read = book(saved(book)).sheet("số liệu").orElseThrow().rows().getFirst();
    assertEquals(3, read.number());
    assertEquals(
        List.of(
            Cell.EMPTY,
            Cell.text("06649"),
            new Cell(Cell.Kind.NUMBER, "6649"),
            new Cell(Cell.Kind.NUMBER, "0.3"),
            new Cell(Cell.Kind.BOOLEAN, "true"),
            new Cell(Cell.Kind.FORMULA, ""),
            Cell.EMPTY,
            new Cell(Cell.Kind.DATE, "2020-05-01"),
            new Cell(Cell.Kind.ERROR, "#REF!"),
            new Cell(Cell.Kind.NUMBER, "100000000000000000000"),
            Cell.text("  hai\ndòng ")),
        read.cells());
  }

  private static byte[] dated(boolean from1904) throws IOException {
    var book = new XSSFWorkbook();
    book.getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
    var cell = book.createSheet("S").createRow(0).createCell(0);
    cell.setCellValue(from1904 ? 43831 - 1462 : 43831);
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
    cell.setCellStyle(style);
    return saved(book);
  }

  @Test
  void datesComeAsShownFromEitherCalendar() throws IOException {
    for (boolean from1904 : new boolean[] {false, true}) {
      assertEquals(
          new Cell(Cell.Kind.DATE, "2020-01-01"),
          book(dated(from1904)).sheets().getFirst().rows().getFirst().cell(0));
    }
  }

  @Test
  void numberShownAsAnotherComesWithBoth() throws IOException {
    var book = new XSSFWorkbook();
    var row = book.createSheet("S").createRow(0);
    String[] codes = {"0%", "0", "0.00", "#,##0,"};
    for (int i = 0; i < codes.length; i++) {
      row.createCell(i).setCellValue(1500.5);
      var style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(codes[i]));
      row.getCell(i).setCellStyle(style);
    }
    List<Cell> cells = book(saved(book)).sheets().getFirst().rows().getFirst().cells();
    assertEquals(new Cell(Cell.Kind.DISGUISED, "1500.5", "150050%"), cells.get(0));
    assertEquals(Cell.Kind.DISGUISED, cells.get(1).kind());
    assertEquals(new Cell(Cell.Kind.NUMBER, "1500.5"), cells.get(2));
    assertEquals(Cell.Kind.DISGUISED, cells.get(3).kind());
  }

  @Test
  void whatIsHiddenOrJoinedIsTold() throws IOException {
    var book = new XSSFWorkbook();
    var unseen = book.createSheet("Ẩn");
    unseen.createRow(0).createCell(0).setCellValue("x");
    var sheet = book.createSheet("Hiện");
    book.setActiveSheet(1);
    book.setSheetHidden(0, true);
    for (int i = 0; i < 4; i++) {
      var row = sheet.createRow(i);
      row.createCell(0).setCellValue("A" + i);
      row.createCell(2).setCellValue("C" + i);
    }
    sheet.getRow(1).createCell(1).setCellValue("193");
    sheet.addMergedRegion(org.apache.poi.ss.util.CellRangeAddress.valueOf("B2:B4"));
    sheet.getRow(2).setZeroHeight(true);
    sheet.setColumnHidden(2, true);
    Book read = book(saved(book));
    assertEquals(List.of("Hiện"), read.shown().stream().map(Book.Sheet::name).toList());
    Book.Sheet shown = read.shown().getFirst();
    assertEquals(java.util.Set.of(2), shown.hiddenColumns());
    assertEquals(
        List.of(false, false, true, false), shown.rows().stream().map(Book.Row::hidden).toList());
    assertEquals(Cell.text("193"), shown.rows().get(1).cell(1));
    assertEquals(new Cell(Cell.Kind.MERGED, "Hiện!B2"), shown.rows().get(2).cell(1));
    assertEquals(new Cell(Cell.Kind.MERGED, "Hiện!B2"), shown.rows().get(3).cell(1));
  }

  @Test
  void cellsThatAnothersFormulaFillsAreFormulas() {
    String rows =
        "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:A2\">B1:B2*2</f><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"B2\"><v>2</v></c></row>";
    Book.Sheet sheet = book(HostileWorkbooks.sheet(rows)).sheets().getFirst();
    assertEquals(Cell.Kind.FORMULA, sheet.rows().get(1).cell(0).kind());
    assertEquals(Cell.Kind.NUMBER, sheet.rows().get(1).cell(1).kind());
  }

  /** “Strict Open XML Spreadsheet” of Excel's own list. */
  @Test
  void strictWorkbooksAreReadLikeOthers() throws IOException {
    byte[] plain = dated(true);
    var bytes = new ByteArrayOutputStream();
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(plain));
        var out = new java.util.zip.ZipOutputStream(bytes)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
        out.write(
            text.replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    assertEquals(book(plain), book(bytes.toByteArray()));
  }

  @Test
  void documentsOfOtherProgramsAreNamed() throws IOException {
    for (String[] one :
        new String[][] {
          {"mimetype", "application/vnd.oasis.opendocument.spreadsheet", ".ods"},
          {"Index/Document.iwa", "x", "Numbers"},
          {"xl/workbook.bin", "x", ".xlsb"}
        }) {
      var bytes = new ByteArrayOutputStream();
      try (var out = new java.util.zip.ZipOutputStream(bytes)) {
        out.putNextEntry(new java.util.zip.ZipEntry(one[0]));
        out.write(one[1].getBytes(StandardCharsets.UTF_8));
      }
      assertTrue(refusal(bytes.toByteArray()).facts().get("actual").contains(one[2]), one[2]);
    }
    byte[] heic = "\0\0\0\u0018ftypheic\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(refusal(heic).facts().get("actual").contains("HEIC"));
  }

  @Property(tries = 100)
  void whatIsWrittenIsRead(@ForAll @Size(max = 6) List<List<@Size(max = 40) String>> rows) {
    var cells = rows.stream().map(row -> row.stream().map(XlsxReaderTest::cell).toList()).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var headings = new ArrayList<Page.Column>();
    for (int i = 0; i < columns; i++) {
      headings.add(Page.Column.text("c" + i, 10));
    }
    Book.Sheet sheet =
        book(new XlsxWriter().write(List.of(new Page("Trang", headings, cells))))
            .sheets()
            .getFirst();
    for (int r = 0; r < cells.size(); r++) {
      int number = r + 2;
      Book.Row read =
          sheet.rows().stream()
              .filter(row -> row.number() == number)
              .findFirst()
              .orElse(new Book.Row(number, List.of()));
      for (int c = 0; c < cells.get(r).size(); c++) {
        assertEquals(cells.get(r).get(c), read.cell(c));
      }
    }
  }

  // Half a surrogate pair is no text, and no file can hold it.
  private static Cell cell(String text) {
    return Cell.text(
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace("\r\n", "\n"));
  }

  @Test
  void filesOfOtherKindsAreNamed() throws IOException {
    var old = new ByteArrayOutputStream();
    try (var book = new HSSFWorkbook()) {
      book.createSheet("a");
      book.write(old);
    }
    Map<String, byte[]> files =
        Map.of(
            "an old workbook .xls",
            old.toByteArray(),
            "a PDF file",
            "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8),
            "text (CSV?)",
            "unit,criterion,inputs\n06649,I.1,a=1\n".getBytes(StandardCharsets.UTF_8),
            "a web page or XML",
            "<html><table>".getBytes(StandardCharsets.UTF_8),
            "an empty file",
            new byte[0],
            "an unknown file type",
            new byte[] {1, 2, 3, 0},
            "a ZIP archive",
            zip("readme.txt"),
            "a Word document",
            zip("[Content_Types].xml", "word/document.xml"),
            "a binary workbook .xlsb",
            zip("[Content_Types].xml", "xl/workbook.bin"));
    files.forEach((kind, file) -> {
      assertEquals(WorkbookProblem.NOT_AN_XLSX, problem(file), kind);
      assertEquals(kind, refusal(file).facts().get("actual"));
    });
  }

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new java.util.zip.ZipOutputStream(bytes)) {
      for (String name : names) {
        out.putNextEntry(new java.util.zip.ZipEntry(name));
        out.write('x');
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void passwordIsToldFromDamage() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("mật khẩu");
      try (var out = encryptor.getDataStream(files)) {
        out.write(HostileWorkbooks.honest());
      }
      files.writeFilesystem(bytes);
    }
    assertEquals(WorkbookProblem.WORKBOOK_ENCRYPTED, problem(bytes.toByteArray()));
    byte[] zipped = HostileWorkbooks.honest();
    zipped[6] |= 1; // The first entry says that it is encrypted.
    assertEquals(WorkbookProblem.WORKBOOK_ENCRYPTED, problem(zipped));
  }

  @Test
  void macrosAreRefused() {
    assertEquals(
        WorkbookProblem.WORKBOOK_WITH_MACROS,
        problem(HostileWorkbooks.with("xl/vbaProject.bin", "x")));
    assertEquals(
        WorkbookProblem.WORKBOOK_WITH_MACROS,
        problem(HostileWorkbooks.with("xl/macrosheets/sheet1.xml", "<a/>")));
  }

  @Test
  void documentTypesAreRefusedWhereverTheyStand() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">"
            + "<!ENTITY d SYSTEM \"file:///etc/passwd\">]>";
    for (String part :
        List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels")) {
      assertEquals(
          WorkbookProblem.WORKBOOK_DAMAGED,
          problem(HostileWorkbooks.with(part, bomb + "<a>&c;&d;</a>")),
          part);
    }
  }

  @Test
  void directoryThatTellsOfOtherFilesIsDamage() {
    byte[] file = HostileWorkbooks.honest();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int listed = text.lastIndexOf("xl/worksheets/sheet1.xml");
    file[listed + 19] = '9'; // The directory names sheet9.xml, the file holds sheet1.xml.
    assertEquals(WorkbookProblem.WORKBOOK_DAMAGED, problem(file));
  }

  @Property(tries = 300)
  void damagedBytesAreRefusedOrHarmless(@ForAll int where, @ForAll byte what) {
    byte[] file = HostileWorkbooks.honest();
    file[Math.floorMod(where, file.length)] = what;
    READER
        .read(file)
        .fold(
            refusal -> assertOneOfOurs(refusal),
            book -> {
              assertTrue(book.sheets().size() <= 1);
              return null;
            });
  }

  @Property(tries = 100)
  void tornFilesAreRefused(@ForAll int where) {
    byte[] file = HostileWorkbooks.honest();
    byte[] torn = Arrays.copyOf(file, Math.floorMod(where, file.length - 100));
    READER
        .read(torn)
        .fold(
            XlsxReaderTest::assertOneOfOurs,
            book -> {
              throw new AssertionError("read " + torn.length + " of " + file.length);
            });
  }

  private static Object assertOneOfOurs(Refusal refusal) {
    assertTrue(
        List.of(
                WorkbookProblem.NOT_AN_XLSX,
                WorkbookProblem.WORKBOOK_DAMAGED,
                WorkbookProblem.WORKBOOK_ENCRYPTED,
                WorkbookProblem.WORKBOOK_WITH_MACROS)
            .contains(refusal.problem()),
        refusal::toString);
    return null;
  }

  @Test
  void crookedSheetsAreDamage() {
    for (String rows :
        List.of(
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>",
            "<row r=\"1048577\"><c><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
            "<row r=\"x\"/>",
            "<row><c t=\"s\"><v>99999</v></c></row>",
            "<row><c><v>NaN</v></c></row>",
            "<row><c><v>1e999</v></c></row>",
            "<row><c><v>zwei</v></c></row>",
            "<row><c>",
            "<row>".repeat(100_000))) {
      assertEquals(
          WorkbookProblem.WORKBOOK_DAMAGED,
          problem(HostileWorkbooks.sheet(rows)),
          rows.substring(0, 4));
    }
  }

  @Test
  void formulaNeverShowsWhatItLastShowed() {
    Book book =
        book(
            HostileWorkbooks.sheet(
                "<row><c><f>HYPERLINK(\"http://evil\")</f><v>7</v></c>"
                    + "<c t=\"str\"><f>[1]Sheet1!A1</f><v>x</v></c></row>"));
    assertEquals(
        List.of(new Cell(Cell.Kind.FORMULA, ""), new Cell(Cell.Kind.FORMULA, "")),
        book.sheets().getFirst().rows().getFirst().cells());
  }

  /** All bombs, one after the other, in a JVM with a heap smaller than what they unfold to. */
  @Test
  void bombsAreRefusedInASmallHeap(@TempDir Path folder) throws Exception {
    var bombs = new java.util.LinkedHashMap<byte[], String>();
    bombs.put(HostileWorkbooks.unfoldingTo(200), "WORKBOOK_EXPLODES");
    bombs.put(HostileWorkbooks.unfoldingTo(50), "WORKBOOK_EXPLODES"); // By ratio alone.
    bombs.put(HostileWorkbooks.incompressible(18), "READ"); // The largest upload: only measured.
    bombs.put(HostileWorkbooks.rows(1_000_000), "WORKBOOK_HOLDS_TOO_MUCH");
    bombs.put(HostileWorkbooks.sharedBomb(150_000), "WORKBOOK_HOLDS_TOO_MUCH");
    bombs.put(HostileWorkbooks.manyStrings(1_000_000), "WORKBOOK_HOLDS_TOO_MUCH");
    bombs.put(
        HostileWorkbooks.with("xl/embeddings/a.zip", out -> out.write(HostileWorkbooks.rows(9))),
        "READ"); // An archive in it is not opened at all.
    bombs.put(HostileWorkbooks.parts(1_001), "WORKBOOK_EXPLODES");
    bombs.put(
        HostileWorkbooks.sheet("<row><c t=\"inlineStr\"><is><t>" + "a".repeat(300_000)),
        "WORKBOOK_HOLDS_TOO_MUCH");
    bombs.put(HostileWorkbooks.sheet("<a>".repeat(1_000_000)), "WORKBOOK_DAMAGED");
    bombs.put(HostileWorkbooks.sheet(farRight(100)), "WORKBOOK_HOLDS_TOO_MUCH");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
    int number = 0;
    for (byte[] bomb : bombs.keySet()) {
      command.add(Files.write(folder.resolve("bomb" + number++ + ".xlsx"), bomb).toString());
    }
    File out = folder.resolve("out").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    List<String> told = Files.readAllLines(out.toPath());
    assertEquals(
        List.copyOf(bombs.values()),
        told.stream().filter(line -> line.matches("[A-Z_]+")).toList(),
        told::toString);
    assertEquals(0, process.exitValue());
  }

  /** Rows with one cell in the last column: each makes 16,383 empty ones. */
  private static String farRight(int rows) {
    var text = new StringBuilder();
    for (int i = 3; i < rows; i++) {
      text.append("<row r=\"%d\"><c r=\"XFD%d\"><v>1</v></c></row>".formatted(i, i));
    }
    return text.toString();
  }

  @Test
  void largestListOfAnOfficeFits() {
    var rows = new ArrayList<List<Cell>>();
    for (int i = 0; i < 44 * 220; i++) {
      rows.add(
          List.of(Cell.text("06649"), Cell.text("II." + i % 44), Cell.text("a=" + i + ";b=9999")));
    }
    var columns =
        List.of(
            Page.Column.text("unit", 10),
            Page.Column.text("criterion", 10),
            Page.Column.text("inputs", 30));
    byte[] file = new XlsxWriter().write(List.of(new Page("Nguồn", columns, rows)));
    assertTrue(file.length < 1 << 20, file.length + " bytes");
    assertEquals(44 * 220 + 1, book(file).sheets().getFirst().rows().size());
  }

  @Test
  void outcomeIsAValueWhateverComes() {
    Outcome<Book> outcome = READER.read("PK\3\4".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        WorkbookProblem.WORKBOOK_DAMAGED, outcome.<Problem>fold(Refusal::problem, book -> null));
  }
}
