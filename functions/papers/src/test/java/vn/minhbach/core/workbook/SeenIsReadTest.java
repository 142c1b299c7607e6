package vn.minhbach.core.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.workbook.FormFile.cell;
import static vn.minhbach.core.workbook.FormFile.edited;
import static vn.minhbach.core.workbook.FormFile.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.PlainText;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.workbook.FormBook.Column;

/** What a clerk sees in a cell of the form is what is read, or a fault at that cell. */
class SeenIsReadTest {

  private static final String UNIT = "06649";

  /** As people paste them; line ends of all kinds are stored as LF. */
  private static final List<String> NOTES =
      List.of(
          "một\u000bhai",
          "một\r\nhai\rba\tbốn",
          "  hai đầu trống \n",
          "=1+1",
          "+84",
          "-",
          "@x",
          "'nháy",
          "_x000B_ và _x005F_x0041_",
          "một\u2028hai\u0085ba",
          "Quyết định 😀👨‍👩‍👧",
          Normalizer.normalize("Quyết định", Normalizer.Form.NFD),
          "a\u00a0b\u200bc",
          "dài ".repeat(499) + "hết");

  private static Criterion first(FormFile file, InputKind kind) {
    return all(file, kind).getFirst();
  }

  private static List<Criterion> all(FormFile file, InputKind kind) {
    return file.criteria().stream()
        .filter(criterion -> !criterion.computed())
        .filter(criterion -> !(criterion.rule() instanceof ScoringRule.Checklist))
        .filter(criterion -> criterion.inputs().stream().map(Input::kind).allMatch(kind::equals))
        .toList();
  }

  private static void format(
      XSSFWorkbook book, org.apache.poi.ss.usermodel.Cell cell, String code) {
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

  @Test
  void numberThatShowsAnotherIsFaultAtItsCell() {
    var file = new FormFile(UNIT);
    String[] codes = {"0%", "0.0%", "0\"%\"", "#,##0,", "0\" nghìn\"", "# ?/?", ";;;", "0"};
    List<Criterion> criteria = all(file, InputKind.INTEGER);
    var expected = new ArrayList<String>();
    byte[] back =
        edited(
            file.download(),
            book -> {
              for (int i = 0; i < codes.length; i++) {
                Criterion criterion = criteria.get(i % criteria.size());
                if (i / criteria.size() >= criterion.inputs().size()) {
                  continue;
                }
                var cell =
                    value(
                        book,
                        criterion.id().value(),
                        criterion.inputs().get(i / criteria.size()).key());
                cell.setCellValue(codes[i].equals("0") ? 187.4 : 1);
                format(book, cell, codes[i]);
                expected.add("CELL_SHOWS_OTHERWISE");
              }
            });
    assertTrue(expected.size() > 5, expected::toString);
    assertEquals(expected, faults(file, back).stream().map(fault -> fault.split(" ")[0]).toList());
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

  @Test
  void notesComeBackToTheLetterWhateverTheyHold() {
    var file = new FormFile(UNIT);
    List<Criterion> criteria = all(file, InputKind.BOOLEAN);
    for (int from = 0; from < NOTES.size(); from += criteria.size()) {
      var notes = new LinkedHashMap<Criterion, String>();
      for (int i = 0; i < criteria.size() && from + i < NOTES.size(); i++) {
        notes.put(criteria.get(i), NOTES.get(from + i));
      }
      comeBack(new FormFile(UNIT), notes);
    }
  }

  private static void comeBack(FormFile file, Map<Criterion, String> notes) {
    notes.forEach((criterion, note) ->
        accepted(
            file.province.save(
                UNIT,
                criterion.id().value(),
                Map.of("inputs", Map.of(key(criterion), true), "note", note),
                OPENED)));
    assertEquals(Map.of(), accepted(file.bringBack(file.download())).answers());
    // Another cell of the same criteria is changed: the notes are nobody's edit.
    byte[] back =
        edited(
            file.download(),
            book ->
                notes
                    .keySet()
                    .forEach(one -> value(book, one.id().value(), key(one)).setCellValue("Không")));
    file.sendOn(accepted(file.bringBack(back)));
    notes.forEach((criterion, note) -> {
      String id = criterion.id().value();
      assertEquals(PlainText.lines(note), file.stored(id).note().orElseThrow());
      assertEquals(Map.of(key(criterion), false), file.stored(id).inputs());
    });
  }

  private static String key(Criterion criterion) {
    return criterion.inputs().getFirst().key();
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
