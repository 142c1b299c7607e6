package vn.minhbach.core.prepare.account;

/** Why an account of the register is not in the user pool as it should be, and the cure. */
public enum Trouble {
  NO_ADDRESS(
      "Chưa có địa chỉ thư (cột email) để gửi mật khẩu lần đầu. Bổ sung email rồi nhập lại tệp.",
      "There is no address (column email) to send the first password to. Add it and import again."),
  BAD_ADDRESS(
      "Kho tài khoản không nhận địa chỉ thư này. Sửa cột email rồi nhập lại tệp.",
      "The user pool does not take this address. Mend column email and import again."),
  TWO_UNITS(
      "Tài khoản đang được phân công cho hai đơn vị cùng lúc; mỗi tài khoản chỉ thuộc một đơn vị."
          + " Cấp hai tài khoản hoặc sửa thời hạn.",
      "The account is appointed for two units at once; an account has one. Give the person two"
          + " accounts, or mend the dates."),
  MADE_BY_HAND(
      "Kho đã có người dùng trùng tên do quản trị viên tạo; hệ thống không đụng đến. Đổi tên tài"
          + " khoản hoặc xóa người dùng đó.",
      "The pool has a user of this name that an administrator made; it is left alone. Choose"
          + " another account name, or delete that user."),
  NAME_TAKEN(
      "Kho đã có người dùng trùng tên, có thể khác chữ hoa, chữ thường; hệ thống sẽ tự thử lại. Nếu"
          + " vẫn vậy, đổi tên tài khoản.",
      "The pool has a user of this name, perhaps in other letters (upper, lower case); it is tried"
          + " again. If it stays so, choose another account name."),
  MAIL_LIMIT(
      "Hôm nay đã hết hạn mức gửi thư của kho tài khoản; hệ thống sẽ tự làm tiếp.",
      "The user pool may send no more mail today; it goes on by itself."),
  NOT_YET(
      "Chưa làm xong vì hết thời gian hoặc kho tài khoản bận; hệ thống sẽ tự làm tiếp sau ít phút.",
      "Not done yet, for want of time or because the pool is busy; it goes on within minutes.");

  private final String vietnamese;
  private final String english;

  Trouble(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  public String vietnamese() {
    return vietnamese;
  }

  public String english() {
    return english;
  }

  /** Whether it passes by itself; the office mends the others. */
  public boolean passes() {
    return this == MAIL_LIMIT || this == NOT_YET || this == NAME_TAKEN;
  }
}
