package vn.minhbach.core.workbook;

import static vn.minhbach.core.workbook.Field.number;
import static vn.minhbach.core.workbook.Field.text;
import static vn.minhbach.core.workbook.Field.word;
import static vn.minhbach.core.workbook.Field.yesNo;

import java.util.List;

/**
 * The sheets of a criteria workbook and their columns: one row a criterion, its inputs and its
 * steps on sheets of their own, tied by the criterion's id. Sheets and columns are found by name.
 */
enum CriteriaSheets {
  SET(
      "Bộ tiêu chí",
      text("Mã bộ", 26, "setId"),
      text("Tên bộ tiêu chí", 50, "title"),
      text("Phiên bản", 12, "version"),
      number("Năm", 8, "year"),
      number("Nhóm đơn vị", 12, "unitGroup"),
      number("Tổng điểm", 12, "maxPoints"),
      text("Nguồn", 50, "source"),
      text("Ghi chú", 50, "note"),
      number("Năm của phần chính thức", 14, "officialPartsYear"),
      number("Số chữ số thập phân", 14, "pointPrecision"),
      text("Làm tròn", 12, "rounding"),
      number("Trần điểm thưởng", 12, "bonusMaxPoints").later(),
      number("Trần điểm trừ", 12, "penaltyMaxPoints").later()),

  /** A row without a group is a level of the index, one with it a level of that group. */
  LEVELS(
      "Mức xếp loại",
      text("Mã mức", 12, "code"),
      text("Tên mức", 24, "label"),
      number("Từ (%)", 10, "minPercent"),
      yesNo("Kể cả mốc", 12, "minInclusive"),
      text("Xuất xứ", 16, "provenance"),
      text("Mã nhóm", 10).later()),

  /** A row without a subgroup is the group itself. */
  PARTS(
      "Nhóm tiêu chí",
      text("Mã nhóm", 12),
      text("Mã nhóm con", 14),
      text("Tên", 50, "title"),
      number("Điểm tối đa", 12, "maxPoints"),
      text("Xuất xứ", 16, "provenance"),
      text("Căn cứ", 50, "basis"),
      word("Loại điểm", 14, Vocabulary.POINTS, "kind").later()),

  CRITERIA(
      "Tiêu chí",
      text("Mã nhóm", 10),
      text("Mã nhóm con", 10, "subgroup"),
      text("Mã tiêu chí", 12, "id"),
      text("Nội dung", 50, "title"),
      number("Điểm tối đa", 10, "maxPoints"),
      word("Cách chấm", 14, Vocabulary.RULES, "scoring", "type"),
      word("Bậc theo", 12, Vocabulary.MEASURES, "scoring", "on"),
      text("Giá trị", 10, "scoring", "value"),
      text("Tử số", 10, "scoring", "numerator"),
      text("Mẫu số", 10, "scoring", "denominator"),
      number("Mục tiêu (0–1)", 10, "scoring", "target"),
      word("Khi mẫu số bằng 0", 16, Vocabulary.ZEROS, "scoring", "whenDenominatorZero"),
      number("Điểm nếu có", 10, "scoring", "pointsIfTrue"),
      number("Điểm nếu không", 10, "scoring", "pointsIfFalse"),
      number("Điểm mỗi đơn vị đếm", 12, "scoring", "pointsPerItem"),
      number("Điểm dưới mọi bậc", 12, "scoring", "otherwise"),
      yesNo("Cần minh chứng", 12, "evidenceRequired"),
      text("Gợi ý", 40, "hint"),
      word("Cách thẩm định", 20, Vocabulary.CHECKS, "verifyBy"),
      yesNo("Được không áp dụng", 14, "naAllowed"),
      text("Khi nào không áp dụng", 30, "naReason"),
      text("Xuất xứ", 16, "provenance"),
      text("Căn cứ", 40, "basis"),
      text("Nguồn số liệu", 30, "dataSource").later(),
      text("Đơn vị xác minh", 30, "verifier").later(),
      word("Công khai", 16, Vocabulary.DISCLOSURES, "public").later()),

  /** Parts of a sum and alternatives of a best; a part of a part names the one above it. */
  RULE_PARTS(
      "Phần của tiêu chí",
      text("Mã tiêu chí", 12),
      text("Thuộc phần", 14),
      text("Mã phần", 14, "key"),
      text("Nội dung", 50, "label"),
      number("Điểm tối đa", 10, "maxPoints"),
      word("Cách chấm", 14, Vocabulary.RULES, "scoring", "type"),
      word("Bậc theo", 12, Vocabulary.MEASURES, "scoring", "on"),
      text("Giá trị", 10, "scoring", "value"),
      text("Tử số", 10, "scoring", "numerator"),
      text("Mẫu số", 10, "scoring", "denominator"),
      number("Mục tiêu (0–1)", 10, "scoring", "target"),
      word("Khi mẫu số bằng 0", 16, Vocabulary.ZEROS, "scoring", "whenDenominatorZero"),
      number("Điểm nếu có", 10, "scoring", "pointsIfTrue"),
      number("Điểm nếu không", 10, "scoring", "pointsIfFalse"),
      number("Điểm mỗi đơn vị đếm", 12, "scoring", "pointsPerItem"),
      number("Điểm dưới mọi bậc", 12, "scoring", "otherwise")),

  INPUTS(
      "Số liệu",
      text("Mã tiêu chí", 12),
      text("Mã số liệu", 12, "key"),
      text("Nội dung", 60, "label"),
      word("Kiểu", 16, Vocabulary.KINDS, "kind"),
      number("Nhỏ nhất", 10, "min"),
      text("Phần", 14).later()),

  /** Tiers, options or items, as the criterion's rule has them. */
  STEPS(
      "Thang điểm",
      text("Mã tiêu chí", 12),
      text("Mã lựa chọn", 22, "code"),
      text("Nội dung", 60, "label"),
      number("Từ mức", 12, "min"),
      number("Điểm", 10, "points"),
      text("Phần", 14).later()),

  /** What the system fills in itself. */
  ORIGINS(
      "Tự tính",
      text("Mã tiêu chí", 12),
      word("Cách tính", 14, Vocabulary.ORIGINS, "kind"),
      word("Lấy từ", 22, Vocabulary.FACTS, "from"),
      text("Nếu đúng hạn", 14, "onTime"),
      text("Nếu trễ (số ngày=mã; …)", 24, "late"),
      text("Nếu trễ hơn", 14, "otherwise"),
      text("Tiêu chí cấp xã", 14, "criterion"),
      text("Số liệu cấp xã", 14, "input"),
      text("Là một trong (mã; …)", 24, "oneOf"),
      number("Ít nhất", 10, "atLeast"));

  private final String title;
  private final List<Field> fields;

  CriteriaSheets(String title, Field... fields) {
    this.title = title;
    this.fields = List.of(fields);
  }

  String title() {
    return title;
  }

  List<Field> fields() {
    return fields;
  }

  /** The sheet of a workbook; one that came later need not be there. */
  Table in(Book book, Faults faults) {
    List<String> needed = Table.headings(fields.stream().filter(Field::needed).toList());
    return this == RULE_PARTS
        ? Table.later(book, title, Table.headings(fields), needed, faults)
        : Table.of(book, title, Table.headings(fields), needed, faults);
  }

  /** What people pick from, and what it is called in the set. */
  private static final class Vocabulary {

    private static final Words RULES =
        Words.of(
            "tỷ lệ", "ratio",
            "bậc thang", "tiers",
            "có/không", "boolean",
            "lựa chọn", "choice",
            "số lượng", "count",
            "danh mục", "checklist",
            "tổng các phần", "sum",
            "phương án tốt nhất", "best",
            "so với đơn vị tốt nhất", "relativeToBest");

    private static final Words POINTS =
        Words.of("điểm của bộ", "base", "điểm thưởng", "bonus", "điểm trừ", "penalty");

    private static final Words MEASURES = Words.of("tỷ lệ", "ratio", "giá trị", "value");

    private static final Words ZEROS = Words.of("0 điểm", "zero", "không áp dụng", "notApplicable");

    private static final Words DISCLOSURES =
        Words.of("từng đơn vị", "all", "chỉ điểm của nhóm", "total");

    private static final Words CHECKS =
        Words.of(
            "hệ thống dùng chung", "shared-system",
            "kiểm tra trực tiếp", "inspection",
            "hồ sơ", "document");

    private static final Words KINDS =
        Words.of(
            "số nguyên", "integer",
            "số thập phân", "decimal",
            "có/không", "boolean",
            "lựa chọn", "choice");

    private static final Words ORIGINS =
        Words.of("hệ thống tính", "computed", "cộng từ cấp xã", "derived");

    private static final Words FACTS =
        Words.of(
            "thời điểm gửi phiếu", "sending-time", "phiếu cấp xã đã chuyển", "communes-forwarded");
  }
}
