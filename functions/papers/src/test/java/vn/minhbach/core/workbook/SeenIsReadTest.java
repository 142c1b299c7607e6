package vn.minhbach.core.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.workbook.FormFile.cell;
import static vn.minhbach.core.workbook.FormFile.edited;
import static vn.minhbach.core.workbook.FormFile.value;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.workbook.FormBook.Column;

/** What a clerk sees in a cell of the form is what is read, or a fault at that cell. */
class SeenIsReadTest {

  private static final String UNIT = "06649";

  private static Criterion first(FormFile file, InputKind kind) {
    return file.criteria().stream()
        .filter(criterion -> !criterion.computed())
        .filter(criterion -> !(criterion.rule() instanceof ScoringRule.Checklist))
        .filter(criterion -> criterion.inputs().stream().map(Input::kind).allMatch(kind::equals))
        .findFirst()
        .orElseThrow();
  }

  private static void format(XSSFWorkbook book, org.apache.poi.ss.usermodel.Cell cell, String code) {
    CellStyle style = book.createCellStyle();
    style.cloneStyleFrom(cell.getCellStyle());
    style.setDataFormat(book.createDataFormat().getFormat(code));
    cell.setCellStyle(style);
  }

  private static List<String> faults(FormFile file, byte[] book) {
    return file.bringBack(book)
        .fold(
            refusal ->
                refusal.violations().stream()
                    .map(fault -> fault.problem() + " " + fault.facts())
                    .toList(),
            read -> List.of("read " + read.answers()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "0.0%", "0\"%\"", "#,##0,", "0\" nghìn\"", "# ?/?", ";;;"})
  void numberThatShowsAnotherIsFaultAtItsCell(String code) {
    var file = new FormFile(UNIT);
    Criterion criterion = first(file, InputKind.INTEGER);
    byte[] back =
        edited(
            file.download(),
            book ->
                criterion.inputs().forEach(input -> {
                  var cell = value(book, criterion.id().value(), input.key());
                  cell.setCellValue(1);
                  format(book, cell, code);
                }));
    List<String> faults = faults(file, back);
    assertEquals(criterion.inputs().size(), faults.size(), faults.toString());
    faults.forEach(fault -> assertEquals("CELL_SHOWS_OTHERWISE", fault.split(" ")[0]));
  }

  @Test
  void choicesThatLookAlikeAreTheChoice() {
    for (String yes :
        new String[] {
          Normalizer.normalize("Có", Normalizer.Form.NFD), "Có\u00a0", "C\u200bó", "\u2003có ", "CÓ"
        }) {
      var file = new FormFile(UNIT);
      String id = first(file, InputKind.BOOLEAN).id().value();
      String key = first(file, InputKind.BOOLEAN).inputs().getFirst().key();
      byte[] back = edited(file.download(), book -> value(book, id, key).setCellValue(yes));
      file.sendOn(accepted(file.bringBack(back)));
      assertEquals(Map.of(key, true), file.stored(id).inputs(), yes);
    }
  }

  @Test
  void valueOverTwoJoinedCellsIsNobodys() {
    var file = new FormFile(UNIT);
    Criterion criterion =
        file.criteria().stream()
            .filter(one -> one.inputs().size() == 2 && !one.computed())
            .findFirst()
            .orElseThrow();
    String id = criterion.id().value();
    byte[] back =
        edited(
            file.download(),
            book -> {
              var top = value(book, id, criterion.inputs().getFirst().key());
              top.setCellValue(10);
              FormFile.form(book)
                  .addMergedRegion(
                      new CellRangeAddress(
                          top.getRowIndex(),
                          top.getRowIndex() + 1,
                          top.getColumnIndex(),
                          top.getColumnIndex()));
            });
    assertEquals("CELL_IS_MERGED", faults(file, back).getFirst().split(" ")[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "một\u000bhai",
        "một\u000chai\u001b",
        "một\r\nhai\rba\tbốn",
        "  hai đầu trống \n",
        "=1+1",
        "+84",
        "-",
        "@x",
        "'nháy",
        "_x000B_ và _x005F_x0041_",
        "\u2028\ufffe\uffff",
        "Quyết định 😀👨‍👩‍👧",
        "a\u00a0b\u200bc"
      })
  void noteComesBackToTheLetterWhateverItHolds(String note) {
    for (String text : List.of(note, Normalizer.normalize(note, Normalizer.Form.NFD))) {
      var file = new FormFile(UNIT);
      Criterion criterion = first(file, InputKind.BOOLEAN);
      String id = criterion.id().value();
      String key = criterion.inputs().getFirst().key();
      accepted(
          file.province.save(
              UNIT, id, Map.of("inputs", Map.of(key, true), "note", text), OPENED));
      var unedited = accepted(file.bringBack(file.download()));
      assertEquals(Map.of(), unedited.answers(), text);
      // Another cell of the same criterion is changed: the note is nobody's edit.
      byte[] back = edited(file.download(), book -> value(book, id, key).setCellValue("Không"));
      file.sendOn(accepted(file.bringBack(back)));
      assertEquals(text, file.stored(id).note().orElseThrow());
      assertEquals(Map.of(key, false), file.stored(id).inputs());
    }
  }

  @Test
  void dayInNoteIsFault() {
    var file = new FormFile(UNIT);
    String id = first(file, InputKind.BOOLEAN).id().value();
    String key = first(file, InputKind.BOOLEAN).inputs().getFirst().key();
    byte[] back =
        edited(
            file.download(),
            book -> {
              var note = cell(book, id, key, Column.NOTE);
              note.setCellValue(43831);
              format(book, note, "d-mmm");
            });
    assertEquals("CELL_IS_DATE", faults(file, back).getFirst().split(" ")[0]);
  }
}
