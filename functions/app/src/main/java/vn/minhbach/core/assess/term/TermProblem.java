package vn.minhbach.core.assess.term;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why a term is not longer, or an arrival not noted. */
public final class TermProblem {

  public static final Of3<LocalDate, LocalDate, LocalDate> ARRIVAL_OUT_OF_BOUNDS =
      problem(
          Kind.UNPROCESSABLE,
          "arrival-out-of-bounds",
          "“{place}”: ngày đến {value} phải từ ngày phát phiếu ({sent}) đến hôm nay ({today}).",
          "“{place}”: the day of arrival {value} must lie between the sending ({sent}) and today"
              + " ({today}).",
          day("value"),
          day("sent"),
          day("today"));

  public static final Of2<UnitCode, LocalDate> ARRIVAL_TOO_LATE =
      problem(
          Kind.CONFLICT,
          "arrival-too-late",
          "Hạn nộp của đơn vị {unit} ({due}) đã qua; ngày đến chỉ còn cơ quan thường trực sửa"
              + " được.",
          "The due date of unit {unit} ({due}) has passed; only the standing office can still"
              + " correct the day of arrival.",
          unit("unit"),
          day("due"));

  public static final Of3<LocalDate, LocalDate, LocalDate> EXTENSION_OUT_OF_BOUNDS =
      problem(
          Kind.UNPROCESSABLE,
          "extension-out-of-bounds",
          "“{place}”: {value} không được; gia hạn đến một ngày từ {first} đến {last}.",
          "“{place}”: {value} will not do; an extension ends on a day from {first} to {last}.",
          day("value"),
          day("first"),
          day("last"));

  public static final Of3<UnitCode, String, LocalDate> EXTENSION_PENDING =
      problem(
          Kind.CONFLICT,
          "extension-pending",
          "Đơn vị {unit} đã có đề nghị gia hạn {request} đến {until} đang chờ trả lời.",
          "Unit {unit} has asked for an extension already ({request}, until {until}); it waits for"
              + " an answer.",
          unit("unit"),
          text("request"),
          day("until"));

  public static final Of3<UnitCode, String, String> EXTENSION_NOT_ASKED =
      problem(
          Kind.CONFLICT,
          "extension-not-asked",
          "Đơn vị {unit} không có đề nghị gia hạn {request} đang chờ (đang chờ: {open}). Đọc lại"
              + " phiếu.",
          "Unit {unit} has no request {request} that waits (waiting: {open}). Read the form again.",
          unit("unit"),
          text("request"),
          text("open"));

  private TermProblem() {}
}
