package vn.minhbach.core.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;
import static vn.minhbach.core.workbook.FormFile.cell;
import static vn.minhbach.core.workbook.FormFile.edited;
import static vn.minhbach.core.workbook.FormFile.form;
import static vn.minhbach.core.workbook.FormFile.row;
import static vn.minhbach.core.workbook.FormFile.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.assess.answering.AnsweringProblem;
import vn.minhbach.core.assess.offline.OfflineProblem;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.scoring.ScoringProblem;
import vn.minhbach.core.workbook.FormBook.Column;

/** A form goes out as a workbook and comes back. */
class FormReturnTest {

  /** An agency, a district, a commune. */
  private static final Map<String, String> SHARED =
      Map.of("SNV", "II.1", "193", "II.5", "06649", "II.5");

  private static final UnaryOperator<byte[]> AS_IT_IS = file -> file;

  // There and back.

  @ParameterizedTest
  @ValueSource(strings = {"SNV", "193", "06649"})
  void uneditedWorkbookChangesNothing(String unit) {
    var file = new FormFile(unit);
    nothing(file, file.download());
    unedited(unit, AS_IT_IS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SNV", "193", "06649"})
  void workbookThatLibreOfficeSavedChangesNothing(String unit) {
    LibreOffice.needed();
    unedited(unit, LibreOffice::saved);
  }

  private static void unedited(String unit, UnaryOperator<byte[]> office) {
    var file = new FormFile(unit);
    file.province(SHARED.get(unit), "a=187;b=193");
    file.province.answerAllBut(unit, Set.of(SHARED.get(unit)));
    accepted(file.province.save(unit, SHARED.get(unit), Map.of("confirm", true), OPENED));
    nothing(file, office.apply(file.download()));
  }

  private static void nothing(FormFile file, byte[] saved) {
    FormReturn.Returned returned = accepted(file.bringBack(saved));
    assertEquals(Map.of(), returned.answers());
    assertEquals(List.of(), returned.changed());
    assertEquals(file.criteria().size(), returned.unchanged());
    int before = file.province.memory.entries();
    file.sendOn(returned);
    assertEquals(before, file.province.memory.entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SNV", "193", "06649"})
  void everyCriterionIsFilledInAndStored(String unit) {
    filled(unit, 3, AS_IT_IS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SNV", "193", "06649"})
  void everyCriterionIsFilledInAndStoredAfterLibreOfficeSavedIt(String unit) {
    LibreOffice.needed();
    filled(unit, 1, LibreOffice::saved);
  }

  private static void filled(String unit, int rounds, UnaryOperator<byte[]> office) {
    var file = new FormFile(unit);
    file.province(SHARED.get(unit), "a=187;b=193");
    for (int round = 1; round <= rounds; round++) {
      var random = new SplittableRandom(unit.hashCode() + round);
      var expected = new TreeMap<String, String>();
      byte[] back =
          edited(
              file.download(),
              book -> {
                for (Criterion criterion : file.criteria()) {
                  if (criterion.computed()) {
                    continue;
                  }
                  boolean known = criterion.id().value().equals(SHARED.get(unit));
                  Map<String, Object> inputs = inputs(criterion, random);
                  expected.put(criterion.id().value(), inputs.toString());
                  type(book, criterion, inputs);
                  if (known) {
                    cell(book, criterion.id().value(), "a", Column.OPINION)
                        .setCellValue("Thiếu sáu văn bản");
                  }
                }
              });
      FormReturn.Returned returned = accepted(file.bringBack(office.apply(back)));
      assertTrue(returned.plan().faults().isEmpty());
      file.sendOn(returned);
      var stored = new TreeMap<String, String>();
      file.stored().forEach((id, answer) -> stored.put(id, answer.inputs().toString()));
      assertEquals(expected, stored);
      assertEquals(
          Claim.Kind.CONTESTED, file.stored(SHARED.get(unit)).claim().orElseThrow().kind());
      nothing(file, office.apply(file.download()));
    }
  }

  /** Some valid figures in normal form. */
  private static Map<String, Object> inputs(Criterion criterion, SplittableRandom random) {
    var inputs = new TreeMap<String, Object>();
    switch (criterion.rule()) {
      case ScoringRule.Checklist checklist ->
          inputs.put(
              "items",
              checklist.items().stream()
                  .map(ScoringRule.Item::key)
                  .filter(key -> random.nextInt(3) == 0)
                  .toList());
      case ScoringRule.Choice choice ->
          inputs.put(
              choice.value().key(),
              choice.options().get(random.nextInt(choice.options().size())).value());
      default -> {
        long last = 1 + random.nextInt(100_000);
        for (Input input : criterion.inputs().reversed()) {
          switch (input.kind()) {
            case BOOLEAN -> inputs.put(input.key(), random.nextBoolean());
            case DECIMAL ->
                inputs.put(input.key(), new BigDecimal(last).add(new BigDecimal("0.125")));
            default -> inputs.put(input.key(), last);
          }
          last = random.nextLong(last + 1);
        }
      }
    }
    return inputs;
  }

  private static void type(XSSFWorkbook book, Criterion criterion, Map<String, Object> inputs) {
    String id = criterion.id().value();
    if (inputs.get("items") instanceof List<?> items) {
      var cells = new CriterionCells(criterion);
      cells
          .lines()
          .forEach(line -> {
            boolean ticked =
                items.contains(line.key()) || items.isEmpty() && line.key().equals("-");
            if (ticked) {
              value(book, id, line.key()).setCellValue("X");
            } else {
              value(book, id, line.key()).setBlank();
            }
          });
      return;
    }
    inputs.forEach((key, figure) -> {
      var cell = value(book, id, key);
      switch (figure) {
        case Boolean yes -> cell.setCellValue(yes ? "có" : "Không");
        case Number number -> cell.setCellValue(number.doubleValue());
        default -> cell.setCellValue(label(criterion, figure.toString()));
      }
    });
  }

  private static String label(Criterion criterion, String value) {
    return ((ScoringRule.Choice) criterion.rule()).option(value).orElseThrow().label();
  }

  // What a clerk sees.

  @Test
  void onlyFillCellsAreOpenAndTheRestIsLocked() {
    var file = new FormFile("06649");
    file.province("II.5", "a=187;b=193");
    edited(
        file.download(),
        book -> {
          assertEquals(
              List.of(FormBook.GUIDE, FormBook.FORM, "Danh mục", FormBook.HIDDEN),
              java.util.stream.IntStream.range(0, 4).mapToObj(book::getSheetName).toList());
          assertEquals(SheetVisibility.VERY_HIDDEN, book.getSheetVisibility(3));
          assertTrue(form(book).getProtect());
          assertTrue(form(book).getPrintSetup().getLandscape());
          assertFalse(value(book, "I.1", "a").getCellStyle().getLocked());
          assertTrue(value(book, "III.3", "v").getCellStyle().getLocked(), "computed");
          assertEquals(
              "Đúng hạn, đủ minh chứng", value(book, "III.3", "v").getStringCellValue().strip());
          assertEquals("187", cell(book, "II.5", "a", Column.PROVINCE).getStringCellValue());
          assertFalse(cell(book, "II.5", "a", Column.OPINION).getCellStyle().getLocked());
          assertTrue(cell(book, "I.1", "a", Column.OPINION).getCellStyle().getLocked());
          assertTrue(cell(book, "I.1", "a", Column.NOT_APPLICABLE).getCellStyle().getLocked());
          assertFalse(cell(book, "II.7", "a", Column.NOT_APPLICABLE).getCellStyle().getLocked());
          long open =
              StreamSupport.stream(form(book).spliterator(), false)
                  .map(row -> row.getCell(Column.VALUE.ordinal()))
                  .filter(cell -> cell != null && !cell.getCellStyle().getLocked())
                  .count();
          // Every open value is checked, and the one opinion is offered.
          assertEquals(open + 1, form(book).getDataValidations().size());
          assertTrue(open > 40);
        });
  }

  // The ways of programs.

  @Test
  void theSameSaidInOtherWaysIsRead() {
    var file = new FormFile("SNV");
    FormReturn.Returned returned =
        accepted(
            file.bringBack(
                edited(
                    file.download(),
                    book -> {
                      value(book, "I.1", "a").setCellValue(187.0);
                      value(book, "I.1", "b").setCellValue(1.93e2);
                      value(book, "I.3", "v").setCellValue(true);
                      value(book, "I.5", "v").setCellValue(" KHÔNG ");
                      value(book, "II.7", "i1").setCellValue("✓");
                      value(book, "II.7", "i2").setCellValue(true);
                      value(book, "I.2", "a").setCellValue("");
                      value(book, "I.2", "b").setCellValue("  ");
                      cell(book, "I.1", "a", Column.NOTE).setCellValue(45.0);
                      cell(book, "I.3", "v", Column.NOTE).setCellValue("dòng 1\r\ndòng 2");
                      var note = cell(book, "I.5", "v", Column.NOTE);
                      note.setCellValue(LocalDate.of(2020, 6, 30));
                      var style = book.createCellStyle();
                      style.setDataFormat((short) 14);
                      note.setCellStyle(style);
                    })));
    assertEquals(Set.of("I.1", "I.3", "I.5", "II.7"), returned.answers().keySet());
    file.sendOn(returned);
    assertEquals(Map.of("a", 187L, "b", 193L), file.stored("I.1").inputs());
    assertEquals("45", file.stored("I.1").note().orElseThrow());
    assertEquals(Map.of("v", true), file.stored("I.3").inputs());
    assertEquals("dòng 1\ndòng 2", file.stored("I.3").note().orElseThrow());
    assertEquals(Map.of("v", false), file.stored("I.5").inputs());
    assertEquals("2020-06-30", file.stored("I.5").note().orElseThrow());
    assertEquals(Map.of("items", List.of("i1", "i2")), file.stored("II.7").inputs());
  }

  @Test
  void digitsThatNoWorkbookKeepsAreNoChange() {
    var file = new FormFile("SNV");
    accepted(
        file.province.save(
            "SNV",
            "II.8",
            Map.of("inputs", Map.of("n", new BigDecimal("123456789012.123456"))),
            OPENED));
    nothing(file, file.download());
    byte[] noted =
        edited(
            file.download(), book -> cell(book, "II.8", "n", Column.NOTE).setCellValue("ghi chú"));
    file.sendOn(accepted(file.bringBack(noted)));
    assertEquals(Map.of("n", new BigDecimal("123456789012.123456")), file.stored("II.8").inputs());
  }

  @Test
  void movedRowsAndColumnsMeanWhatTheySay() {
    var file = new FormFile("SNV");
    byte[] back =
        edited(
            file.download(),
            book -> {
              value(book, "I.1", "a").setCellValue(1);
              value(book, "I.1", "b").setCellValue(9);
              value(book, "I.2", "a").setCellValue(2);
              value(book, "I.2", "b").setCellValue(9);
              // The two lines of I.1 go to the end, in the other order.
              int end = form(book).getLastRowNum() + 1;
              int first = row(book, "I.1", "a").getRowNum();
              copy(form(book).getRow(first + 1), form(book).createRow(end));
              copy(form(book).getRow(first), form(book).createRow(end + 3));
              form(book).removeRow(form(book).getRow(first));
              form(book).removeRow(form(book).getRow(first + 1));
            });
    file.sendOn(accepted(file.bringBack(back)));
    assertEquals(Map.of("a", 1L, "b", 9L), file.stored("I.1").inputs());
    assertEquals(Map.of("a", 2L, "b", 9L), file.stored("I.2").inputs());
  }

  private static void copy(Row from, Row to) {
    from.forEach(cell -> {
      var copy = to.createCell(cell.getColumnIndex());
      switch (cell.getCellType()) {
        case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
        case STRING -> copy.setCellValue(cell.getStringCellValue());
        default -> copy.setBlank();
      }
    });
  }

  @Test
  void provincesFigureIsConfirmedAndContested() {
    var file = new FormFile("SNV");
    file.province("II.1", "a=187;b=193");
    file.province("II.3", "a=5;b=9");
    byte[] back =
        edited(
            file.download(),
            book -> {
              cell(book, "II.1", "a", Column.OPINION).setCellValue("xác nhận");
              value(book, "II.3", "a").setCellValue(6);
              value(book, "II.3", "b").setCellValue(9);
              cell(book, "II.3", "a", Column.OPINION).setCellValue("Thiếu một văn bản");
            });
    file.sendOn(accepted(file.bringBack(back)));
    assertEquals(Claim.Kind.CONFIRMED, file.stored("II.1").claim().orElseThrow().kind());
    assertEquals(Map.of("a", 187L, "b", 193L), file.stored("II.1").inputs());
    assertEquals("Thiếu một văn bản", file.stored("II.3").claim().orElseThrow().reason().get());
    // The figure moves while the workbook is away.
    byte[] again =
        edited(
            file.download(), book -> cell(book, "II.1", "a", Column.NOTE).setCellValue("đã soát"));
    file.province("II.1", "a=188;b=193");
    Refusal refusal = refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(again));
    assertEquals(1, refusal.violations().size());
    assertEquals(AnsweringProblem.STALE_BASELINE, refusal.violations().getFirst().problem());
  }

  @Test
  void notApplicableIsSaidWithItsReason() {
    var file = new FormFile("SNV");
    byte[] back =
        edited(
            file.download(),
            book -> cell(book, "II.9", "a", Column.NOT_APPLICABLE).setCellValue("Không phát sinh"));
    file.sendOn(accepted(file.bringBack(back)));
    Answer answer = file.stored("II.9");
    assertEquals("Không phát sinh", answer.notApplicable().orElseThrow());
    nothing(file, file.download());
  }

  @Test
  void colleaguesWorkIsKeptAndConflictsAreShownBeforehand() {
    var file = new FormFile("SNV");
    save(file, "I.1", 1);
    byte[] back =
        edited(
            file.download(),
            book -> {
              value(book, "I.1", "a").setCellValue(2);
              value(book, "I.3", "v").setCellValue("Có");
            });
    save(file, "I.2", 5);
    FormReturn.Returned returned = accepted(file.bringBack(back));
    assertEquals(List.of("I.2"), ids(returned.plan().kept()));
    save(file, "I.1", 7);
    FormReturn.Returned late = accepted(file.bringBack(back));
    assertEquals("I.1", late.plan().conflicts().getFirst().criterion().value());
    Refusal refusal =
        refused(
            OfflineProblem.COPY_CONFLICTS,
            file.province.merge(
                "SNV", Map.of("basedOn", late.basedOn(), "answers", late.answers()), OPENED));
    assertEquals(Set.of("answers.I.1 CHANGED_ON_BOTH_SIDES"), places(refusal));
    assertEquals(Map.of("a", 7L, "b", 9L), file.stored("I.1").inputs());
    FormReturn.Changed changed = late.changed().getFirst();
    assertEquals("a=1; b=9", changed.from());
    assertEquals("a=2; b=9", changed.to());
    assertTrue(changed.cell().matches("Phiếu!F\\d+"), changed.cell());
  }

  private static List<String> ids(List<Answer> answers) {
    return answers.stream().map(answer -> answer.criterion().value()).toList();
  }

  private static void save(FormFile file, String criterion, int part) {
    accepted(
        file.province.saveAnswer.save(
            file.province.campaign(),
            file.province.unit(file.unit),
            new CriterionId(criterion),
            Province.by(file.unit, OPENED, vn.minhbach.core.Role.UNIT),
            new Condition(java.util.Optional.ofNullable(file.stored(criterion)).map(Answer::etag)),
            Map.of("inputs", Map.of("a", part, "b", 9))));
  }

  // What is refused, cell by cell.

  @Test
  void everyFaultIsNamedAtItsCell() {
    var file = new FormFile("SNV");
    file.province("II.1", "a=187;b=193");
    save(file, "II.3", 5);
    var expected = new LinkedHashMap<String, Problem>();
    byte[] back =
        edited(
            file.download(),
            book -> {
              var at =
                  new Object() {
                    org.apache.poi.ss.usermodel.Cell fault(
                        Problem problem, String criterion, String key, Column column) {
                      var cell = cell(book, criterion, key, column);
                      expected.put("Phiếu!" + cell.getAddress(), problem);
                      return cell;
                    }
                  };
              at.fault(WorkbookProblem.CELL_IS_FORMULA, "I.1", "a", Column.VALUE)
                  .setCellFormula("1+2");
              at.fault(WorkbookProblem.CELL_IS_NO_NUMBER, "I.2", "a", Column.VALUE)
                  .setCellValue("187 máy");
              at.fault(WorkbookProblem.CELL_IS_NO_NUMBER, "I.2", "b", Column.VALUE)
                  .setCellValue(true);
              at.fault(WorkbookProblem.CELL_NOT_IN_LIST, "I.3", "v", Column.VALUE)
                  .setCellValue("chắc có");
              at.fault(InputProblem.NEGATIVE, "I.4", "a", Column.VALUE).setCellValue(-1);
              value(book, "I.4", "b").setCellValue(9);
              at.fault(WorkbookProblem.CELL_NOT_IN_LIST, "I.9", "v", Column.VALUE)
                  .setCellValue("xong");
              at.fault(AnsweringProblem.CONTEST_NEEDS_REASON, "II.1", "a", Column.OPINION);
              value(book, "II.1", "a").setCellValue(1);
              value(book, "II.1", "b").setCellValue(2);
              at.fault(ScoringProblem.NUMERATOR_OVER_DENOMINATOR, "II.2", "a", Column.VALUE)
                  .setCellValue(10);
              value(book, "II.2", "b").setCellValue(9);
              at.fault(WorkbookProblem.NOTHING_SAID, "II.3", "a", Column.VALUE).setBlank();
              value(book, "II.3", "b").setBlank();
              value(book, "II.4", "a").setCellValue(9);
              at.fault(InputProblem.MISSING_FIELD, "II.4", "b", Column.VALUE);
              at.fault(InputProblem.NOT_A_WHOLE_NUMBER, "II.5", "a", Column.VALUE)
                  .setCellValue(1.5);
              value(book, "II.5", "b").setCellValue(9);
              at.fault(WorkbookProblem.CELL_IS_ERROR, "II.6", "n", Column.VALUE)
                  .setCellErrorValue((byte) 0x17);
              value(book, "II.7", "i1").setCellValue("x");
              at.fault(WorkbookProblem.TICKED_AND_NONE, "II.7", "-", Column.VALUE)
                  .setCellValue("x");
              at.fault(InputProblem.OUT_OF_RANGE, "II.8", "n", Column.VALUE).setCellValue(1e300);
              value(book, "II.9", "a").setCellValue(1);
              at.fault(WorkbookProblem.TWO_ANSWERS, "II.9", "a", Column.NOT_APPLICABLE)
                  .setCellValue("Không phát sinh");
              var date = at.fault(WorkbookProblem.CELL_IS_DATE, "II.10", "a", Column.VALUE);
              date.setCellValue(LocalDate.of(2020, 1, 9));
              var style = book.createCellStyle();
              style.setDataFormat((short) 14);
              date.setCellStyle(style);
              value(book, "II.10", "b").setCellValue(9);
              at.fault(
                      SubmissionProblem.NOT_APPLICABLE_REFUSED, "II.17", "a", Column.NOT_APPLICABLE)
                  .setCellValue("Không có");
              at.fault(WorkbookProblem.CELL_NOT_IN_LIST, "II.16", "i1", Column.VALUE)
                  .setCellValue("?");
              value(book, "III.1", "v").setBlank();
              at.fault(WorkbookProblem.NOTHING_SAID, "III.1", "v", Column.VALUE);
              cell(book, "III.1", "v", Column.NOTE).setCellValue("chưa rõ");
              value(book, "III.3", "a").setCellValue(1);
              value(book, "III.3", "b").setCellValue(2);
              at.fault(InputProblem.TOO_LONG, "III.3", "a", Column.NOTE)
                  .setCellValue("dài".repeat(700));
            });
    Refusal refusal = refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(back));
    var found = new HashMap<String, Problem>();
    refusal.violations().forEach(one -> found.put(one.place(), one.problem()));
    // A body that cannot be read as a whole is told first; the rules' word comes after.
    assertEquals(new TreeMap<>(readable(expected, false)), new TreeMap<>(found));
    byte[] shorter =
        edited(back, book -> cell(book, "III.3", "a", Column.NOTE).setCellValue("ngắn"));
    found.clear();
    refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(shorter))
        .violations()
        .forEach(one -> found.put(one.place(), one.problem()));
    assertEquals(new TreeMap<>(readable(expected, true)), new TreeMap<>(found));
  }

  /** What is told while the body is well formed, or is not. */
  private static Map<String, Problem> readable(Map<String, Problem> all, boolean wellFormed) {
    Set<Problem> rules =
        Set.of(
            InputProblem.NEGATIVE,
            AnsweringProblem.CONTEST_NEEDS_REASON,
            ScoringProblem.NUMERATOR_OVER_DENOMINATOR,
            InputProblem.MISSING_FIELD,
            InputProblem.NOT_A_WHOLE_NUMBER,
            InputProblem.OUT_OF_RANGE,
            SubmissionProblem.NOT_APPLICABLE_REFUSED);
    var told = new TreeMap<>(all);
    told.values()
        .removeIf(
            problem -> wellFormed ? problem == InputProblem.TOO_LONG : rules.contains(problem));
    return told;
  }

  @Test
  void computedCriterionStaysAsTheSystemHasIt() {
    var file = new FormFile("06649");
    byte[] back =
        edited(file.download(), book -> value(book, "III.3", "v").setCellValue("Quá hạn"));
    Refusal refusal = refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(back));
    assertEquals(OfflineProblem.COMPUTED_CRITERION, refusal.violations().getFirst().problem());
  }

  @Test
  void rowsThatAreMissingOrStandTwiceAreNamed() {
    var file = new FormFile("SNV");
    var places = new ArrayList<String>();
    byte[] back =
        edited(
            file.download(),
            book -> {
              int end = form(book).getLastRowNum() + 1;
              copy(row(book, "I.2", "a"), form(book).createRow(end));
              row(book, "I.1", "b").getCell(Column.KEY.ordinal()).setCellValue("c");
              places.add("Phiếu!A" + (row(book, "I.1", "c").getRowNum() + 1) + " UNKNOWN_ROW");
              places.add("Phiếu!A" + (end + 1) + " DUPLICATE_ID");
              places.add("Phiếu MISSING_ROW");
            });
    assertEquals(
        Set.copyOf(places),
        places(refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(back))));
  }

  @Test
  void sheetsAndColumnsKeepTheirNames() {
    var file = new FormFile("SNV");
    byte[] renamed = edited(file.download(), book -> book.setSheetName(1, "Phiếu của tôi"));
    Refusal refusal = refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(renamed));
    assertEquals(Set.of("Phiếu SHEET_MISSING"), places(refusal));
    assertTrue(refusal.violations().getFirst().facts().get("known").contains("Phiếu của tôi"));
    byte[] column =
        edited(
            file.download(),
            book -> {
              for (Row row : form(book)) {
                row.forEach(cell -> {
                  if (cell.toString().equals("Số liệu")) {
                    cell.setCellValue("Value");
                  }
                });
              }
            });
    Refusal missing = refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack(column));
    assertEquals(Set.of("Phiếu COLUMN_MISSING"), places(missing));
    assertEquals("Số liệu", missing.violations().getFirst().facts().get("value"));
  }

  // Whose file it is.

  @Test
  void fileOfAnotherUnitCampaignOrProgramIsRefused() {
    var file = new FormFile("SNV");
    byte[] own = file.download();
    Campaign campaign = file.province.campaign();
    Refusal other =
        refused(WorkbookProblem.WORKBOOK_OF_ANOTHER, file.bringBack("SCT", campaign, own));
    assertEquals("SNV", other.facts().get("unit"));
    Campaign next =
        Campaign.draft(new vn.minhbach.core.CampaignId("132-2021"), campaign.settings());
    refused(WorkbookProblem.WORKBOOK_OF_ANOTHER, file.bringBack("SNV", next, own));
    byte[] copied = edited(own, book -> book.removeSheetAt(3));
    refused(WorkbookProblem.NOT_A_FORM_WORKBOOK, file.bringBack(copied));
    refused(
        WorkbookProblem.NOT_A_FORM_WORKBOOK,
        file.bringBack(edited(own, book -> hidden(book, 0).setCellValue("other-form-1"))));
  }

  private static org.apache.poi.ss.usermodel.Cell hidden(XSSFWorkbook book, int row) {
    return book.getSheet(FormBook.HIDDEN).getRow(row).getCell(0);
  }

  @Test
  void damagedHiddenPartIsNoticed() {
    var file = new FormFile("SNV");
    byte[] own = file.download();
    for (Consumer<XSSFWorkbook> damage :
        List.<Consumer<XSSFWorkbook>>of(
            book -> hidden(book, 1).setCellValue("0".repeat(64)),
            book ->
                hidden(book, 2)
                    .setCellValue(
                        hidden(book, 2).getStringCellValue().replaceFirst("^....", "e30K")),
            book -> hidden(book, 2).setCellValue("không phải Base64"),
            book -> book.getSheet(FormBook.HIDDEN).removeRow(hidden(book, 2).getRow()))) {
      refused(WorkbookProblem.FORM_WORKBOOK_DAMAGED, file.bringBack(edited(own, damage)));
    }
    byte[] nonsense = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    refused(
        WorkbookProblem.FORM_WORKBOOK_DAMAGED,
        file.bringBack(
            edited(
                own,
                book -> {
                  hidden(book, 1).setCellValue(vn.minhbach.core.ledger.Sha256.hex(nonsense));
                  hidden(book, 2)
                      .setCellValue(java.util.Base64.getEncoder().encodeToString(nonsense));
                })));
  }

  @Test
  void criteriaThatWereCorrectedMeanwhileAreNamed() {
    var file = new FormFile("SNV");
    byte[] back =
        edited(
            file.download(),
            book -> {
              value(book, "I.1", "a").setCellValue(1);
              value(book, "I.1", "b").setCellValue(9);
              value(book, "I.3", "v").setCellValue("Có");
            });
    Campaign before = file.province.campaign();
    long version = before.criteriaVersions().get(1);
    Object tree = file.province.memory.criteriaSets().tree(ID, 1, version).orElseThrow();
    file.province.memory.criteriaSets().stage(ID, 1, 77, retitled(tree, "I.3"));
    Campaign corrected = before.withCriteria(1, 77);
    Refusal refusal =
        refused(WorkbookProblem.INVALID_WORKBOOK, file.bringBack("SNV", corrected, back));
    assertEquals(1, refusal.violations().size());
    assertEquals(OfflineProblem.CRITERION_CHANGED, refusal.violations().getFirst().problem());
    assertTrue(refusal.violations().getFirst().place().startsWith("Phiếu!F"));
  }

  private static Object retitled(Object tree, String id) {
    return switch (tree) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put((String) key, retitled(value, id)));
        if (id.equals(copy.get("id"))) {
          copy.put("title", "Tiêu chí đã sửa");
        }
        yield copy;
      }
      case List<?> list -> list.stream().map(one -> retitled(one, id)).toList();
      default -> tree;
    };
  }

  @Test
  void criteriaThatNeverWereAreRefused() {
    var file = new FormFile("SNV");
    byte[] own = file.download();
    byte[] forged =
        edited(
            own,
            book -> {
              String text =
                  new String(
                      java.util.Base64.getDecoder().decode(hidden(book, 2).getStringCellValue()),
                      java.nio.charset.StandardCharsets.UTF_8);
              byte[] moved =
                  text.replaceFirst("\"criteriaVersion\":\\d+", "\"criteriaVersion\":5")
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8);
              hidden(book, 1).setCellValue(vn.minhbach.core.ledger.Sha256.hex(moved));
              hidden(book, 2).setCellValue(java.util.Base64.getEncoder().encodeToString(moved));
            });
    refused(WorkbookProblem.WORKBOOK_OF_OTHER_CRITERIA, file.bringBack(forged));
  }
}
