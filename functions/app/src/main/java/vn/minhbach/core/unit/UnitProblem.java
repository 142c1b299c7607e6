package vn.minhbach.core.unit;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;
import static vn.minhbach.core.Slot.unit;

import java.util.Collection;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why units, or a register of them, are refused. */
public final class UnitProblem {

  public static final Of2<String, String> UNKNOWN_UNIT =
      problem(
          Kind.NOT_FOUND,
          "unknown-unit",
          "Đợt {campaign} không có đơn vị mã {unit}. Mã phải đúng từng ký tự, kể cả số 0 ở đầu.",
          "Campaign {campaign} has no unit {unit}. Codes must match to the letter, leading zeros"
              + " included.",
          text("campaign"),
          text("unit"));

  public static final Of1<String> RESERVED_CODE =
      problem(
          Kind.UNPROCESSABLE,
          "reserved-code",
          "“{place}”: hệ thống dùng mã “{value}” cho việc riêng (OFFICE-DIGEST, PERSON-…). Đặt mã"
              + " khác cho đơn vị.",
          "“{place}”: the system uses the code “{value}” itself (OFFICE-DIGEST, PERSON-…). Give the"
              + " unit another code.",
          text("value"));

  public static final Of1<String> MANGLED_CODE =
      problem(
          Kind.UNPROCESSABLE,
          "mangled-code",
          "{place}: mã “{value}” có vẻ đã bị Excel đổi thành số (mất số 0 ở đầu). Định dạng cột mã"
              + " là Văn bản rồi lưu lại.",
          "{place}: Excel seems to have turned code “{value}” into a number (leading zeros are"
              + " lost). Format the column as text and save again.",
          text("value"));

  public static final Of3<String, String, Collection<String>> WRONG_KIND =
      problem(
          Kind.UNPROCESSABLE,
          "wrong-kind",
          "{place}: loại “{value}” không thuộc nhóm {group}. Các loại của nhóm: {known}.",
          "{place}: kind “{value}” is not of group {group}. Kinds of that group: {known}.",
          text("value"),
          text("group"),
          texts("known"));

  public static final Of0 PARENT_NOT_ALLOWED =
      problem(
          Kind.UNPROCESSABLE,
          "parent-not-allowed",
          "{place}: chỉ đơn vị cấp xã (nhóm 3) có cấp huyện quản lý.",
          "{place}: only communes (group 3) have a district.");

  public static final Of1<String> UNKNOWN_PARENT =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-parent",
          "{place}: không có đơn vị cấp huyện mã “{value}” trong tệp.",
          "{place}: the file has no district “{value}”.",
          text("value"));

  public static final Of1<UnitCode> NOT_A_DISTRICT =
      problem(
          Kind.UNPROCESSABLE,
          "not-a-district",
          "Đơn vị {unit} không phải UBND cấp huyện nên không tổng hợp phiếu cấp xã.",
          "Unit {unit} is no district, so it consolidates no communes.",
          unit("unit"));

  private UnitProblem() {}
}
