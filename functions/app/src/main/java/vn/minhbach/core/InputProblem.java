package vn.minhbach.core;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;
import static vn.minhbach.core.Slot.time;

import java.time.temporal.Temporal;
import java.util.Collection;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;

/**
 * What is wrong with what was sent, whatever it is about: a body, a field, a text, a number, a line
 * of a list.
 */
public final class InputProblem {

  public static final Of1<Number> MALFORMED_CSV =
      problem(
          Kind.MALFORMED,
          "malformed-csv",
          "Tệp CSV có {count} lỗi; chưa dòng nào được ghi. Sửa các dòng nêu dưới đây rồi gửi lại.",
          "The CSV has {count} errors; nothing was written. Mend the lines named below and send it"
              + " again.",
          number("count"));

  public static final Of2<Number, Number> BODY_TOO_LARGE =
      problem(
          Kind.TOO_LARGE,
          "body-too-large",
          "Nội dung dài {bytes} byte, quá giới hạn {limit} byte. Tệp nhập số liệu lớn: tải lên"
              + " trước (POST …/uploads) rồi dùng ?upload.",
          "The body has {bytes} bytes, over the limit of {limit} bytes. A large file to import:"
              + " upload it first (POST …/uploads), then use ?upload.",
          number("bytes"),
          number("limit"));

  public static final Of2<Number, Number> WRONG_CELL_COUNT =
      problem(
          Kind.MALFORMED,
          "wrong-cell-count",
          "{place}: có {value} ô, cần {expected} ô như dòng tiêu đề.",
          "{place}: {value} cells, the header has {expected}.",
          number("value"),
          number("expected"));

  public static final Of1<Number> TOO_MANY_LINES =
      problem(
          Kind.MALFORMED,
          "too-many-lines",
          "{place}: quá {limit} dòng.",
          "{place}: more than {limit} lines.",
          number("limit"));

  public static final Of0 UNCLOSED_QUOTE =
      problem(
          Kind.MALFORMED,
          "unclosed-quote",
          "{place}: dấu ngoặc kép mở mà không đóng.",
          "{place}: a quotation mark is opened and never closed.");

  public static final Of1<Number> INVALID_BODY =
      problem(
          Kind.MALFORMED,
          "invalid-body",
          "Nội dung có {count} chỗ không đúng; chưa có gì được ghi. Sửa từng chỗ nêu dưới đây.",
          "The body has {count} faults; nothing was written. Mend each place named below.",
          number("count"));

  public static final Of1<Collection<String>> UNKNOWN_FIELD =
      problem(
          Kind.MALFORMED,
          "unknown-field",
          "“{place}”: trường này không có trong mẫu. Các trường được nhận: {known}.",
          "“{place}”: no such field. Accepted fields: {known}.",
          texts("known"));

  public static final Of0 MISSING_FIELD =
      problem(
          Kind.MALFORMED,
          "missing-field",
          "“{place}”: thiếu trường bắt buộc.",
          "“{place}”: a required field is missing.");

  public static final Of2<Bilingual, Bilingual> WRONG_TYPE =
      problem(
          Kind.MALFORMED,
          "wrong-type",
          "“{place}”: cần {expectedVi}, nhận được {actualVi}.",
          "“{place}”: {expected} is needed, {actual} was sent.",
          both("expected"),
          both("actual"));

  public static final Of2<Number, Number> TOO_LONG =
      problem(
          Kind.MALFORMED,
          "too-long",
          "“{place}”: dài {length} ký tự, tối đa {limit}.",
          "“{place}”: {length} characters, at most {limit}.",
          number("length"),
          number("limit"));

  public static final Of0 BLANK =
      problem(
          Kind.MALFORMED,
          "blank",
          "“{place}”: không được để trống.",
          "“{place}”: must not be blank.");

  public static final Of1<String> NOT_A_WHOLE_NUMBER =
      problem(
          Kind.MALFORMED,
          "not-a-whole-number",
          "“{place}”: cần số nguyên, nhận được {value}.",
          "“{place}”: a whole number is needed, {value} was sent.",
          text("value"));

  public static final Of2<String, Number> TOO_MANY_DECIMALS =
      problem(
          Kind.UNPROCESSABLE,
          "too-many-decimals",
          "“{place}”: {value} có quá {limit} chữ số thập phân. Làm tròn rồi gửi lại.",
          "“{place}”: {value} has more than {limit} decimals. Round it and send it again.",
          text("value"),
          number("limit"));

  public static final Of3<String, String, String> OUT_OF_RANGE =
      problem(
          Kind.UNPROCESSABLE,
          "out-of-range",
          "“{place}”: {value} nằm ngoài khoảng cho phép ({min} đến {max}).",
          "“{place}”: {value} is out of range ({min} to {max}).",
          text("value"),
          text("min"),
          text("max"));

  public static final Of1<String> BAD_DATE =
      problem(
          Kind.MALFORMED,
          "bad-date",
          "“{place}”: “{value}” không phải ngày hợp lệ; viết theo dạng 2020-09-30, năm 1900 đến"
              + " 2100.",
          "“{place}”: “{value}” is not a date; write it as 2020-09-30, years 1900 to 2100.",
          text("value"));

  public static final Of1<String> BAD_EMAIL =
      problem(
          Kind.UNPROCESSABLE,
          "bad-email",
          "“{place}”: “{value}” không phải địa chỉ thư điện tử dùng được.",
          "“{place}”: “{value}” is not an e-mail address that can be written to.",
          text("value"));

  public static final Of0 ONE_LINE =
      problem(
          Kind.UNPROCESSABLE,
          "one-line",
          "“{place}”: chỉ được một dòng. Bỏ chỗ xuống dòng rồi gửi lại.",
          "“{place}”: one line only. Take out the line end and send it again.");

  public static final Of2<Number, String> CONTROL_CHARACTER =
      problem(
          Kind.MALFORMED,
          "control-character",
          "“{place}”: ký tự thứ {position} là ký tự điều khiển không hiện ra ({character}). Xóa ký"
              + " tự đó, hoặc gõ lại đoạn này thay vì dán, rồi gửi lại.",
          "“{place}”: character {position} is a control character that nobody sees ({character})."
              + " Delete it, or type the passage instead of pasting it, and send it again.",
          number("position"),
          text("character"));

  public static final Of1<Number> MORE_FAULTS =
      problem(
          Kind.MALFORMED,
          "more-faults",
          "Còn {count} chỗ sai nữa không kể ra ở đây. Sửa các chỗ trên rồi gửi lại.",
          "There are {count} more faults that are not listed. Mend those above and send it again.",
          number("count"));

  public static final Of1<String> BAD_CODE =
      problem(
          Kind.MALFORMED,
          "bad-code",
          "“{place}”: “{value}” không phải mã hợp lệ (chữ, số, dấu gạch nối; 1 đến 40 ký tự).",
          "“{place}”: “{value}” is not a valid code (letters, digits, hyphens; 1 to 40"
              + " characters).",
          text("value"));

  public static final Of2<String, Number> NEGATIVE =
      problem(
          Kind.UNPROCESSABLE,
          "negative",
          "“{place}”: {value} là số âm; cần số từ {min} trở lên.",
          "“{place}”: {value} is negative; a number from {min} is needed.",
          text("value"),
          number("min"));

  public static final Of2<String, String> DUPLICATE_ID =
      problem(
          Kind.UNPROCESSABLE,
          "duplicate-id",
          "“{place}”: mã “{value}” bị trùng (đã có tại {first}).",
          "“{place}”: id “{value}” is used twice (first at {first}).",
          text("value"),
          text("first"));

  public static final Of2<String, Collection<String>> UNKNOWN_VALUE =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-value",
          "“{place}”: “{value}” không phải giá trị được nhận. Các giá trị: {known}.",
          "“{place}”: “{value}” is not an accepted value. Values: {known}.",
          text("value"),
          texts("known"));

  public static final Of2<String, String> DATES_NOT_ASCENDING =
      problem(
          Kind.UNPROCESSABLE,
          "dates-not-ascending",
          "“{place}”: {value} sớm hơn {earlier}; các mốc phải theo thứ tự thời gian.",
          "“{place}”: {value} is before {earlier}; the dates must ascend.",
          text("value"),
          text("earlier"));

  public static final Of2<Number, Number> TOO_MANY =
      problem(
          Kind.UNPROCESSABLE,
          "too-many",
          "“{place}”: có {count} mục, nhiều nhất là {max}. Bớt lại hoặc chia ra nhiều lần gửi.",
          "“{place}”: {count} entries, at most {max}. Take some out or send them in several parts.",
          number("count"),
          number("max"));

  public static final Of2<Number, Number> TOO_FEW =
      problem(
          Kind.UNPROCESSABLE,
          "too-few",
          "“{place}”: cần ít nhất {min} mục, mới có {count}.",
          "“{place}”: at least {min} entries are needed, {count} given.",
          number("min"),
          number("count"));

  public static final Of2<String, String> ONE_OF_TWO =
      problem(
          Kind.UNPROCESSABLE,
          "one-of-two",
          "“{place}”: cần đúng một trong hai trường {first} và {second}.",
          "“{place}”: exactly one of {first} and {second} is needed.",
          text("first"),
          text("second"));

  public static final Of2<String, Temporal> IN_THE_FUTURE =
      problem(
          Kind.UNPROCESSABLE,
          "in-the-future",
          "“{place}”: {value} còn ở tương lai (bây giờ là {now}).",
          "“{place}”: {value} is still to come (it is {now} now).",
          text("value"),
          time("now"));

  private InputProblem() {}
}
