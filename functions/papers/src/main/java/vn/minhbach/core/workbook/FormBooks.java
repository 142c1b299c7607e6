package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.workbook.FormBook.Entry;

/** Makes the workbook of a form (plan V.5): what is asked, what is answered, what is known. */
public final class FormBooks {

  /** First line of the hidden sheet. */
  static final String FORMAT = "minhbach-form-1";

  /** A cell takes 32,767 characters. */
  private static final int LINE_MAX = 30_000;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Campaign campaign;
  private final Unit unit;
  private final FormSheet sheet;
  private final Map<String, Object> bases = new TreeMap<>();

  private FormBooks(Campaign campaign, Unit unit, FormSheet sheet) {
    this.campaign = campaign;
    this.unit = unit;
    this.sheet = sheet;
  }

  public static FormBook of(Campaign campaign, Unit unit, FormSheet sheet) {
    return new FormBooks(campaign, unit, sheet).book();
  }

  private FormBook book() {
    var rows = new ArrayList<FormBook.Row>();
    for (CriteriaGroup group : sheet.view().criteria().groups()) {
      rows.add(
          new FormBook.Band(
              group.id() + ". " + group.title() + " (" + points(group.maxPoints()) + " điểm)"));
      group.criteria().forEach(criterion -> rows.addAll(lines(criterion)));
    }
    return new FormBook(heading(), guide(), rows, hidden());
  }

  private List<String> heading() {
    String due = Deadlines.of(campaign).day(sheet.view().form().head().dueAt()).format(DAY);
    return List.of(
        "PHIẾU TỰ ĐÁNH GIÁ – " + campaign.settings().name(),
        unit.name() + " (mã " + unit.code() + ") – hạn nộp: hết ngày " + due,
        sheet.view().criteria().title());
  }

  private static List<String> guide() {
    return List.of(
        "1. Chỉ ghi vào các ô nền vàng của trang “"
            + FormBook.FORM
            + "”; các ô khác đã khóa. Dòng"
            + " của một tiêu chí bắt đầu bằng mã tiêu chí.",
        "2. “Số liệu”: ghi số, chọn trong danh sách, hoặc ghi x ở các mục có. Không dùng công thức,"
            + " không ghi đơn vị đo kèm số (ghi 187, không ghi “187 văn bản”).",
        "3. Tiêu chí có số liệu của tỉnh (cột “"
            + FormBook.Column.PROVINCE.heading()
            + "”): nếu"
            + " đúng, chọn “"
            + CriterionCells.CONFIRM
            + "” ở cột “"
            + FormBook.Column.OPINION.heading()
            + "” và để trống số liệu; nếu khác, ghi số liệu của"
            + " đơn vị và ghi lý do vào cột đó.",
        "4. Tiêu chí không áp dụng cho đơn vị: để trống số liệu và ghi lý do vào cột “"
            + FormBook.Column.NOT_APPLICABLE.heading()
            + "” (chỉ ở tiêu chí được phép).",
        "5. Tiêu chí chưa làm thì để trống. Câu trả lời đã ghi thì sửa được, nhưng không xóa trống"
            + " được.",
        "6. Cột “"
            + FormBook.Column.POINTS.heading()
            + "” là điểm của câu trả lời lúc tải tệp; khi"
            + " nhận lại, hệ thống tự tính điểm.",
        "7. Lưu tệp dạng .xlsx (Excel hoặc LibreOffice đều được) rồi tải lên lại ở trang phiếu của"
            + " đơn vị. Hệ thống cho xem các chỗ thay đổi trước khi ghi.",
        "8. Trong lúc đó người khác vẫn sửa được phiếu trên mạng: tiêu chí chỉ một bên sửa thì lấy"
            + " bên đó; tiêu chí hai bên cùng sửa khác nhau thì hệ thống nêu ra để đơn vị chọn,"
            + " chưa ghi gì.",
        "9. Không đổi tên trang, không xóa hay thêm dòng, không chép sang tệp khác. Tệp này chỉ"
            + " dùng cho đúng đơn vị và đợt đánh giá ghi ở đầu phiếu. Tài liệu minh chứng vẫn tải"
            + " lên ở trang phiếu.");
  }

  private List<FormBook.Row> lines(Criterion criterion) {
    Optional<Answer> answer =
        Optional.ofNullable(sheet.view().form().answers().get(criterion.id()));
    Optional<Baseline> baseline = Optional.ofNullable(sheet.baselines().get(criterion.id()));
    Optional<Fillings.Computed> computed =
        Optional.ofNullable(sheet.computed().get(criterion.id()));
    Optional<Exemption> exempt = Optional.ofNullable(sheet.view().exempt().get(criterion.id()));
    boolean open = !criterion.computed() && exempt.isEmpty();
    var cells = new CriterionCells(criterion);
    Map<String, Cell> shown =
        criterion.computed()
            ? computed.map(own -> cells.values(own.inputs())).orElse(Map.of())
            : answer.map(cells::shown).orElse(Map.of());
    note(criterion, answer, baseline, shown);
    var rows = new ArrayList<FormBook.Row>();
    boolean first = true;
    for (CriterionCells.Asked line : cells.lines()) {
      rows.add(
          new FormBook.Line(
              first,
              criterion.id().value(),
              first ? title(criterion) : "",
              first ? points(criterion.maxPoints()) : "",
              line.key(),
              line.label(),
              entry(shown, line.slot(), line.fill(), open),
              exempt
                  .map(FormBooks::notAssigned)
                  .orElse(criterion.computed() ? "Hệ thống tự tính" : line.how()),
              known(cells, criterion, baseline, line),
              entry(
                  shown,
                  CriterionCells.OPINION,
                  Fill.openList(List.of(CriterionCells.CONFIRM)),
                  first && baseline.isPresent() && open),
              entry(
                  shown,
                  CriterionCells.NOT_APPLICABLE,
                  Fill.FREE_TEXT,
                  first && criterion.naAllowed() && open),
              entry(shown, CriterionCells.NOTE, Fill.FREE_TEXT, first && open),
              first ? (exempt.isPresent() ? "KG" : scored(criterion, answer, computed)) : ""));
      first = false;
    }
    return rows;
  }

  private static String notAssigned(Exemption exemption) {
    return "Không giao cho đơn vị (theo "
        + exemption.decision().number()
        + " ngày "
        + exemption.decision().date().format(DAY)
        + ")";
  }

  private static String title(Criterion criterion) {
    return criterion.title()
        + criterion.hint().map(hint -> "\n" + hint).orElse("")
        + criterion.dataSource().map(from -> "\nNguồn số liệu: " + from).orElse("")
        + criterion.verifier().map(by -> "\nĐơn vị xác minh: " + by).orElse("");
  }

  private static Entry entry(Map<String, Cell> shown, String slot, Fill fill, boolean open) {
    boolean value = slot.startsWith(CriterionCells.VALUE);
    Cell cell = open || value ? shown.getOrDefault(slot, Cell.EMPTY) : Cell.EMPTY;
    return new Entry(cell, open ? Optional.of(fill) : Optional.empty());
  }

  private String known(
      CriterionCells cells,
      Criterion criterion,
      Optional<Baseline> baseline,
      CriterionCells.Asked line) {
    String known = cells.known(baseline, line);
    Optional<Fillings.Derived> derived = Optional.ofNullable(sheet.derived().get(criterion.id()));
    return known.isEmpty()
        ? derived
            .map(sum -> cells.told(sum.inputs(), line))
            .filter(sum -> !sum.isEmpty())
            .map(sum -> sum + " (tổng từ cấp xã)")
            .orElse("")
        : known;
  }

  private static String scored(
      Criterion criterion, Optional<Answer> answer, Optional<Fillings.Computed> computed) {
    if (criterion.computed()) {
      return computed.flatMap(Fillings.Computed::points).map(FormBooks::points).orElse("");
    }
    return answer.map(own -> own.points().map(FormBooks::points).orElse("KAD")).orElse("");
  }

  // As Vietnamese write numbers: a comma, no zeros that say nothing.
  static String points(Points points) {
    BigDecimal plain = points.value().stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('.', ',');
  }

  /** What the copy begins from, so that its return can tell what was changed. */
  private void note(
      Criterion criterion,
      Optional<Answer> answer,
      Optional<Baseline> baseline,
      Map<String, Cell> shown) {
    var base = new LinkedHashMap<String, Object>();
    answer.map(Answer::etag).ifPresent(etag -> base.put("etag", etag));
    baseline.ifPresent(figure -> base.put("province", figure.provenance().version()));
    var texts = new TreeMap<String, Object>();
    shown.forEach((slot, cell) -> texts.put(slot, cell.text()));
    base.put("cells", texts);
    bases.put(criterion.id().value(), base);
  }

  private List<String> hidden() {
    byte[] content =
        CanonicalJson.bytes(
            Map.of(
                "campaign",
                campaign.id().value(),
                "unit",
                unit.code().value(),
                "criteriaVersion",
                campaign.criteriaVersions().get(unit.group()),
                "formVersion",
                sheet.view().form().head().formVersion(),
                "answers",
                bases));
    // Base64, so that no program that saves the file may mend anything in it.
    String text = Base64.getEncoder().encodeToString(content);
    var lines = new ArrayList<>(List.of(FORMAT, Sha256.hex(content)));
    for (int from = 0; from < text.length(); from += LINE_MAX) {
      lines.add(text.substring(from, Math.min(from + LINE_MAX, text.length())));
    }
    return lines;
  }
}
