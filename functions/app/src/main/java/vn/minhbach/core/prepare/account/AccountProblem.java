package vn.minhbach.core.prepare.account;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.text;

import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why a list of accounts is refused. */
public final class AccountProblem {

  public static final Of0 NO_ACCOUNTS =
      problem(
          Kind.UNPROCESSABLE,
          "no-accounts",
          "Tệp không có tài khoản nào; nhập tệp này sẽ khóa mọi đơn vị. Cần ít nhất một dòng.",
          "The file has no account; it would lock every unit out. At least one line is needed.");

  public static final Of1<String> BAD_ACCOUNT =
      problem(
          Kind.MALFORMED,
          "bad-account",
          "{place}: “{value}” không phải tên tài khoản (chữ không dấu, số, . _ @ -; 1 đến 100 ký"
              + " tự).",
          "{place}: “{value}” is no account name (letters, digits, . _ @ -; 1 to 100 characters).",
          text("value"));

  public static final Of1<String> BAD_DATE_OR_TIME =
      problem(
          Kind.MALFORMED,
          "bad-date-or-time",
          "{place}: “{value}” không phải ngày (2020-09-30) hay thời điểm"
              + " (2020-09-30T17:00:00+07:00).",
          "{place}: “{value}” is neither a day (2020-09-30) nor a time"
              + " (2020-09-30T17:00:00+07:00).",
          text("value"));

  public static final Of2<String, String> ONE_PERSON_AN_ACCOUNT =
      problem(
          Kind.UNPROCESSABLE,
          "one-person-an-account",
          "{place}: tài khoản {account} đã mang tên “{value}”. Mỗi tài khoản chỉ của một người.",
          "{place}: account {account} has the name “{value}” already. An account is one person's.",
          text("account"),
          text("value"));

  public static final Of2<String, String> ONE_ADDRESS_AN_ACCOUNT =
      problem(
          Kind.UNPROCESSABLE,
          "one-address-an-account",
          "{place}: tài khoản {account} đã có địa chỉ thư “{value}”. Mỗi tài khoản chỉ một địa"
              + " chỉ.",
          "{place}: account {account} has the address “{value}” already. An account has one.",
          text("account"),
          text("value"));

  public static final Of1<String> CRITERIA_OF_CONTRIBUTORS =
      problem(
          Kind.UNPROCESSABLE,
          "criteria-of-contributors",
          "{place}: chỉ contributor mới được giao từng tiêu chí; vai trò {role} không có cột này.",
          "{place}: only a contributor is given criteria; the role {role} takes none.",
          text("role"));

  private AccountProblem() {}
}
