package vn.minhbach.core.workbook;

import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.adapter.poi.FormXlsxWriter;
import vn.minhbach.adapter.poi.XlsxReader;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.core.prepare.source.SourceId;
import vn.minhbach.core.workbook.FormBook.Column;
import vn.minhbach.function.http.RequestProblem;

/** The workbook of one unit over stores in memory: downloaded, edited by POI, brought back. */
final class FormFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  final Province province;
  final String unit;

  FormFile(String unit) {
    this(unit, Province.opened());
  }

  FormFile(String unit, Province province) {
    this.unit = unit;
    this.province = province;
  }

  List<Criterion> criteria() {
    return List.copyOf(
        province.forms.criteria(province.campaign(), province.unit(unit)).criteria().values());
  }

  byte[] download() {
    Campaign campaign = province.campaign();
    return new FormXlsxWriter()
        .write(
            FormBooks.of(
                campaign,
                province.unit(unit),
                accepted(
                    province.readForm.readWithSums(
                        campaign, province.unit(unit), Optional.empty(), OPENED))));
  }

  Outcome<FormReturn.Returned> bringBack(byte[] file) {
    return bringBack(unit, province.campaign(), file);
  }

  Outcome<FormReturn.Returned> bringBack(String other, Campaign campaign, byte[] file) {
    var formReturn =
        new FormReturn(
            province.holdCopy,
            province.memory.criteriaSets(),
            text -> {
              try {
                return Outcome.accepted(JSON.readValue(text, Object.class));
              } catch (RuntimeException unreadable) {
                return Outcome.refused(RequestProblem.MALFORMED_JSON.of("1", "1", "none"));
              }
            });
    return new XlsxReader()
        .read(file)
        .flatMap(book -> formReturn.read(campaign, province.unit(other), act(OPENED), book));
  }

  /** What a client does with what it was answered: sends it on as it is, over the wire. */
  void sendOn(FormReturn.Returned returned) {
    Map<String, Object> body =
        Map.of("basedOn", returned.basedOn(), "answers", returned.answers(), "preview", Map.of());
    accepted(
        province.merge(unit, JSON.readValue(JSON.writeValueAsString(body), Object.class), OPENED));
  }

  Map<String, Answer> stored() {
    var stored = new TreeMap<String, Answer>();
    province
        .memory
        .submissions()
        .form(Province.ID, province.unit(unit).code())
        .ifPresent(form -> form.answers().forEach((id, answer) -> stored.put(id.value(), answer)));
    return stored;
  }

  Answer stored(String criterion) {
    return stored().get(new CriterionId(criterion).value());
  }

  /** Lets a figure of the province be imported. */
  void province(String criterion, String figure) {
    Map<String, Object> head =
        Map.of(
            "system", "Hệ thống dùng chung",
            "from", "2019-10-01",
            "to", "2020-08-01",
            "extractedAt", "2020-08-02T08:00:00+07:00",
            "by", "Nguyễn Văn A");
    String csv = "unit,criterion,inputs\n" + unit + "," + criterion + "," + figure + "\n";
    accepted(
        province.importSource.bring(
            Province.ID,
            new SourceId("s-" + criterion.toLowerCase(java.util.Locale.ROOT).replace('.', '-')),
            act(OPENED),
            new ImportSource.Sent(
                head,
                csv,
                text -> Outcome.refused(RequestProblem.MALFORMED_JSON.of("1", "1", "none")))));
  }

  static byte[] edited(byte[] file, Consumer<XSSFWorkbook> edit) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
        var out = new ByteArrayOutputStream()) {
      edit.accept(book);
      book.write(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new AssertionError(inMemory);
    }
  }

  static XSSFSheet form(XSSFWorkbook book) {
    return book.getSheet(FormBook.FORM);
  }

  static Row row(XSSFWorkbook book, String criterion, String key) {
    for (Row row : form(book)) {
      if (text(row, Column.CRITERION).equals(criterion) && text(row, Column.KEY).equals(key)) {
        return row;
      }
    }
    throw new AssertionError("no row " + criterion + " " + key);
  }

  private static String text(Row row, Column column) {
    Cell cell = row.getCell(column.ordinal());
    return cell == null ? "" : cell.toString();
  }

  static Cell cell(XSSFWorkbook book, String criterion, String key, Column column) {
    return row(book, criterion, key).getCell(column.ordinal());
  }

  /** A value cell. */
  static Cell value(XSSFWorkbook book, String criterion, String key) {
    return cell(book, criterion, key, Column.VALUE);
  }
}
