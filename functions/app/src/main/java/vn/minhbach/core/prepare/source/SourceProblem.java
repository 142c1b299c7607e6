package vn.minhbach.core.prepare.source;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why the province's own figures are refused. */
public final class SourceProblem {

  public static final Of1<Number> INVALID_SOURCE =
      problem(
          Kind.MALFORMED,
          "invalid-source",
          "Thông tin về nguồn số liệu có {count} chỗ không đúng; chưa có gì được ghi. Các tham số"
              + " system, from, to, extractedAt, by đều bắt buộc.",
          "The description of the source has {count} faults; nothing was written. Required"
              + " parameters: system, from, to, extractedAt, by.",
          number("count"));

  public static final Of1<String> BAD_TIME =
      problem(
          Kind.MALFORMED,
          "bad-time",
          "“{place}”: “{value}” không phải thời điểm hợp lệ; viết theo dạng"
              + " 2020-09-01T08:00:00+07:00, năm 1900 đến 2100 (trong tham số, dấu + viết là %2B).",
          "“{place}”: “{value}” is not a point in time; write it as 2020-09-01T08:00:00+07:00,"
              + " years 1900 to 2100 (in a parameter write + as %2B).",
          text("value"));

  public static final Of2<SourceId, UnitCode> NOTHING_TO_CONFIRM =
      problem(
          Kind.CONFLICT,
          "nothing-to-confirm",
          "Nguồn {source} không có số liệu nào của đơn vị {unit} đang chờ xác nhận. Xem danh sách"
              + " khác biệt của nguồn.",
          "Source {source} has no figures of unit {unit} that await confirmation. The source's"
              + " differences show what does.",
          slot("source", SourceId::value),
          unit("unit"));

  public static final Of3<SourceId, Number, Number> OTHER_IMPORT_IN_FORCE =
      problem(
          Kind.CONFLICT,
          "other-import-in-force",
          "Nguồn {source} nay ở phiên bản {inForce}, không còn là {version} mà bạn đã xem. Xem lại"
              + " danh sách khác biệt rồi xác nhận.",
          "Source {source} is at version {inForce} now, no longer at {version} that you saw. Read"
              + " the differences again, then confirm.",
          slot("source", SourceId::value),
          number("inForce"),
          number("version"));

  public static final Of1<String> BAD_SOURCE_ID =
      problem(
          Kind.MALFORMED,
          "bad-source-id",
          "“{source}” không dùng làm mã nguồn được (chữ thường, số, dấu gạch nối; 1 đến 40 ký tự).",
          "“{source}” cannot name a source (lower-case letters, digits, hyphens; 1 to 40"
              + " characters).",
          text("source"));

  public static final Of1<String> BAD_FIGURES =
      problem(
          Kind.MALFORMED,
          "bad-figures",
          "{place}: không đọc được “{value}”. Viết a=187;b=193 (mỗi dữ liệu một lần) hoặc JSON.",
          "{place}: “{value}” cannot be read. Write a=187;b=193 (each input once) or JSON.",
          text("value"));

  public static final Of3<String, String, String> TWO_NUMBERS =
      problem(
          Kind.UNPROCESSABLE,
          "two-numbers",
          "{place}: “{value}” có thể là {whole} hoặc {fraction}. Viết liền, không dấu tách hàng"
              + " nghìn, dấu chấm trước phần thập phân: {whole} hoặc {fraction}.",
          "{place}: “{value}” can mean {whole} or {fraction}. Write it without a mark between"
              + " thousands and with a point before decimals: {whole} or {fraction}.",
          text("value"),
          text("whole"),
          text("fraction"));

  public static final Of2<String, String> NOT_FROM_SHARED_SYSTEM =
      problem(
          Kind.UNPROCESSABLE,
          "not-from-shared-system",
          "{place}: tiêu chí {criterion} không kiểm bằng hệ thống dùng chung (verifyBy là {value})"
              + " nên không nhập số liệu của tỉnh.",
          "{place}: criterion {criterion} is not verified on a shared system (verifyBy is {value}),"
              + " so it takes no figure of the province.",
          text("criterion"),
          text("value"));

  public static final Of3<String, UnitCode, CriterionId> FIGURE_OF_OTHER_SOURCE =
      problem(
          Kind.UNPROCESSABLE,
          "figure-of-other-source",
          "{place}: nguồn {source} đã có số liệu của đơn vị {unit}, tiêu chí {criterion}. Mỗi số"
              + " liệu chỉ lấy từ một nguồn.",
          "{place}: source {source} gives unit {unit}, criterion {criterion} already. A figure has"
              + " one source.",
          text("source"),
          unit("unit"),
          criterion("criterion"));

  public static final Of0 NO_FIGURES =
      problem(
          Kind.UNPROCESSABLE,
          "no-figures",
          "Tệp không có số liệu nào; cần ít nhất một dòng sau dòng tiêu đề.",
          "The file has no figure; at least one line after the header is needed.");

  private SourceProblem() {}
}
