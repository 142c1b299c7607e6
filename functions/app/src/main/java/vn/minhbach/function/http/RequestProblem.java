package vn.minhbach.function.http;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;

import java.util.Collection;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;

/** What the edge refuses before any use is asked, and what it says when a use cannot answer. */
public final class RequestProblem {

  public static final Of1<String> NO_SUCH_ROUTE =
      problem(
          Kind.NOT_FOUND,
          "no-such-route",
          "Không có đường dẫn {path}. Xem openapi.yaml.",
          "There is no path {path}. See openapi.yaml.",
          text("path"));

  public static final Of3<String, String, String> MALFORMED_JSON =
      problem(
          Kind.MALFORMED,
          "malformed-json",
          "Nội dung gửi lên không phải JSON hợp lệ (dòng {line}, cột {column}): {reason}.",
          "The body is not valid JSON (line {line}, column {column}): {reason}.",
          text("line"),
          text("column"),
          text("reason"));

  public static final Of3<Number, Number, Number> JSON_OUT_OF_BOUNDS =
      problem(
          Kind.MALFORMED,
          "json-out-of-bounds",
          "JSON vượt giới hạn ở dòng {line}, cột {column}: lồng quá {depth} lớp, hoặc có tên trường"
              + " hay con số quá dài. Sửa chỗ đó rồi gửi lại.",
          "The JSON exceeds its bounds at line {line}, column {column}: more than {depth} levels,"
              + " or a name or a number that is too long. Mend it there and send it again.",
          number("line"),
          number("column"),
          number("depth"));

  public static final Of0 MALFORMED_TEXT =
      problem(
          Kind.MALFORMED,
          "malformed-text",
          "Nội dung gửi lên không phải văn bản UTF-8. Hãy lưu tệp với mã UTF-8.",
          "The body is not UTF-8 text. Save the file as UTF-8.");

  public static final Of0 BODY_REQUIRED =
      problem(
          Kind.MALFORMED,
          "body-required",
          "Thiếu nội dung. Gửi một đối tượng JSON.",
          "The body is missing. Send a JSON object.");

  public static final Of0 BODY_OR_UPLOAD =
      problem(
          Kind.MALFORMED,
          "body-or-upload",
          "Có cả nội dung và ?upload. Khi dùng tệp đã tải lên, để trống nội dung.",
          "There is a body and ?upload as well. Leave the body empty to use an uploaded file.");

  public static final Of0 WORKBOOK_REQUIRED =
      problem(
          Kind.MALFORMED,
          "workbook-required",
          "Thiếu bảng tính. Gửi tệp .xlsx trong nội dung, hoặc tải lên rồi dùng ?upload.",
          "The workbook is missing. Send the .xlsx as the body, or upload it and use ?upload.");

  public static final Of2<String, String> UNSUPPORTED_CONTENT_TYPE =
      problem(
          Kind.UNSUPPORTED,
          "unsupported-content-type",
          "Kiểu nội dung {contentType} không được nhận ở đây; dùng {expected}.",
          "Content type {contentType} is not accepted here; use {expected}.",
          text("contentType"),
          text("expected"));

  public static final Of1<Bilingual> NOT_A_CSV =
      problem(
          Kind.MALFORMED,
          "not-a-csv",
          "Tệp không phải CSV với mã UTF-8 ({actualVi}). Mở tệp trong Excel hoặc LibreOffice, chọn"
              + " Lưu thành kiểu “CSV UTF-8”, rồi gửi lại; bảng tính .xlsx thì đổi qua POST"
              + " …/workbook.",
          "The file is no CSV in UTF-8 ({actual}). Open it in Excel or LibreOffice, save it as “CSV"
              + " UTF-8” and send it again; an .xlsx workbook goes through POST …/workbook.",
          both("actual"));

  public static final Of3<String, String, String> INVALID_PARAMETER =
      problem(
          Kind.MALFORMED,
          "invalid-parameter",
          "Tham số {name} = “{value}” không hợp lệ: cần {expected}.",
          "Parameter {name} = “{value}” is not valid: {expected} is needed.",
          text("name"),
          text("value"),
          text("expected"));

  public static final Of2<String, Collection<String>> UNKNOWN_PARAMETER =
      problem(
          Kind.MALFORMED,
          "unknown-parameter",
          "Ở đây không có tham số {name}. Các tham số được nhận: {known}.",
          "There is no parameter {name} here. Accepted parameters: {known}.",
          text("name"),
          texts("known"));

  public static final Of2<String, String> INVALID_HEADER =
      problem(
          Kind.MALFORMED,
          "invalid-header",
          "Tiêu đề {name} không hợp lệ: cần {expected}.",
          "Header {name} is not valid: {expected} is needed.",
          text("name"),
          text("expected"));

  public static final Of2<String, Number> NUMBER_TOO_LONG =
      problem(
          Kind.MALFORMED,
          "number-too-long",
          "“{place}”: số {value} quá dài. Viết số không quá {limit} chữ số, phần mũ từ -{limit} đến"
              + " {limit}.",
          "“{place}”: the number {value} is too long. Write at most {limit} digits and an exponent"
              + " from -{limit} to {limit}.",
          text("value"),
          number("limit"));

  public static final Of0 UNAVAILABLE =
      problem(
          Kind.BUSY,
          "unavailable",
          "Hệ thống lưu trữ không trả lời kịp. Gửi lại đúng yêu cầu này; gửi hai lần cũng không ghi"
              + " hai lần.",
          "The storage did not answer in time. Send exactly this request again; sending it twice"
              + " does not write twice.");

  public static final Of0 NEWER_DATA =
      problem(
          Kind.INTERNAL,
          "newer-data",
          "Dữ liệu này do một phiên bản mới hơn của hệ thống ghi, phiên bản đang chạy không đọc"
              + " được nên không đụng đến. Đề nghị cơ quan thường trực báo đơn vị vận hành cài lại"
              + " phiên bản mới.",
          "A newer version of this system has written this data; the version that runs now cannot"
              + " read it and leaves it alone. Please tell the standing office, so that whoever"
              + " runs the system installs the newer version again.");

  public static final Of1<String> INTERNAL =
      problem(
          Kind.INTERNAL,
          "internal",
          "Có lỗi ở phía hệ thống (mã tra cứu {id}). Đề nghị báo cơ quan thường trực.",
          "Something failed on our side (reference {id}). Please tell the standing office.",
          text("id"));

  private RequestProblem() {}
}
