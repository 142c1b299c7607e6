package vn.minhbach.core.keep.reminder;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;

import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why reminders are not set so. */
public final class ReminderProblem {

  public static final Of1<String> BAD_HOUR =
      problem(
          Kind.MALFORMED,
          "bad-hour",
          "“{place}”: “{value}” không phải giờ hợp lệ; viết theo dạng 08:00.",
          "“{place}”: “{value}” is not a time; write it as 08:00.",
          text("value"));

  public static final Of1<Number> ONE_LINK =
      problem(
          Kind.UNPROCESSABLE,
          "one-link",
          "“{place}”: thư phải có đúng một chỗ điền “link” (đang có {count}).",
          "“{place}”: the mail must hold the slot “link” once ({count} found).",
          number("count"));

  public static final Of2<String, String> UNKNOWN_SLOT =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-slot",
          "“{place}”: không có chỗ điền “{value}”. Các chỗ điền: {known}.",
          "“{place}”: there is no slot “{value}”. Slots: {known}.",
          text("value"),
          text("known"));

  public static final Of1<String> UNKNOWN_RUNG =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-rung",
          "“{place}”: thang nhắc việc không có bậc “{value}”.",
          "“{place}”: the ladder has no rung “{value}”.",
          text("value"));

  private ReminderProblem() {}
}
