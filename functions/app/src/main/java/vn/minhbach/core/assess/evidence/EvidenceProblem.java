package vn.minhbach.core.assess.evidence;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.UnitCode;

/** Why a file is no evidence, by the slug that is stored with it, and what to look at again. */
public final class EvidenceProblem {

  public static final Of2<UnitCode, String> UNKNOWN_EVIDENCE =
      problem(
          Kind.NOT_FOUND,
          "unknown-evidence",
          "Đơn vị {unit} không có tài liệu minh chứng {evidence}. Xem danh sách minh chứng của đơn"
              + " vị.",
          "Unit {unit} has no evidence {evidence}. The unit's evidence list shows the ids.",
          unit("unit"),
          text("evidence"));

  public static final Of3<String, String, LocalDate> FILE_TAKEN_DOWN =
      problem(
          Kind.GONE,
          "file-taken-down",
          "Tệp “{fileName}” đã được gỡ bỏ theo văn bản {number} ngày {date}; nội dung không còn"
              + " trong hệ thống. Nếu phiếu còn mở, rút tệp này và tải lên tài liệu khác.",
          "File “{fileName}” was taken down by document {number} of {date}; its content is no"
              + " longer here. While the form is open, withdraw it and upload another.",
          text("fileName"),
          text("number"),
          day("date"));

  public static final Of1<String> FILE_SIZE_DIFFERS =
      problem(
          Kind.UNPROCESSABLE,
          "file-size-differs",
          "Tệp “{fileName}” tải lên có kích thước khác với khai báo. Có thể tệp đã bị sửa khi đang"
              + " tải lên; hãy tải lại.",
          "File “{fileName}” arrived with another size than declared. It may have been changed"
              + " while it was uploaded; upload it again.",
          text("fileName"));

  public static final Of1<String> FILE_HASH_DIFFERS =
      problem(
          Kind.UNPROCESSABLE,
          "file-hash-differs",
          "Nội dung tệp “{fileName}” tải lên khác với khai báo (mã SHA-256 không khớp). Hãy tải"
              + " lại.",
          "File “{fileName}” arrived with other bytes than declared (SHA-256). Upload it again.",
          text("fileName"));

  public static final Of3<String, Bilingual, Bilingual> FILE_TYPE_DIFFERS =
      problem(
          Kind.UNPROCESSABLE,
          "file-type-differs",
          "Tệp “{fileName}” được khai là {declaredVi} nhưng nội dung là {detectedVi}. Mở tệp bằng"
              + " phần mềm đã tạo ra nó, lưu lại đúng định dạng rồi tải lên.",
          "File “{fileName}” is declared as {declared} but its content is {detected}. Open it with"
              + " the program that made it, save it in the declared format, upload it again.",
          text("fileName"),
          both("declared"),
          both("detected"));

  public static final Of1<String> FILE_IS_PROGRAM =
      problem(
          Kind.UNPROCESSABLE,
          "file-is-program",
          "Tệp “{fileName}” là chương trình hoặc trang web, không phải tài liệu. Trang web thì in"
              + " ra PDF rồi tải lên. Nếu không rõ vì sao tệp như vậy, máy tính có thể đã nhiễm mã"
              + " độc; hãy báo bộ phận công nghệ thông tin.",
          "File “{fileName}” is a program or a web page, not a document. Print a web page to PDF"
              + " and upload that. If you do not know why it is one, the computer may be infected;"
              + " please tell your IT staff.",
          text("fileName"));

  public static final Of1<String> FILE_ENCRYPTED =
      problem(
          Kind.UNPROCESSABLE,
          "file-encrypted",
          "Tệp “{fileName}” được đặt mật khẩu nên người thẩm định không mở được. Bỏ mật khẩu (Lưu"
              + " bản mới không mật khẩu) rồi tải lên lại.",
          "File “{fileName}” is protected by a password, so appraisers cannot open it. Save it"
              + " without a password and upload it again.",
          text("fileName"));

  public static final Of1<String> FILE_WITH_MACROS =
      problem(
          Kind.UNPROCESSABLE,
          "file-with-macros",
          "Tệp “{fileName}” có chứa macro (mã lệnh). Lưu lại dạng .docx, .xlsx không macro hoặc PDF"
              + " rồi tải lên.",
          "File “{fileName}” carries macros (program code). Save it as .docx or .xlsx without"
              + " macros, or as PDF, and upload it again.",
          text("fileName"));

  public static final Of1<String> FILE_WITH_SCRIPT =
      problem(
          Kind.UNPROCESSABLE,
          "file-with-script",
          "Tệp PDF “{fileName}” có lệnh tự chạy (JavaScript, mở chương trình hoặc nội dung đa"
              + " phương tiện có mã lệnh). In lại tệp ra PDF (In → Microsoft Print to PDF) rồi tải"
              + " bản in lên.",
          "PDF “{fileName}” carries actions that run scripts or programs (JavaScript, Launch, media"
              + " with code). Print it to PDF (Print → Microsoft Print to PDF) and upload that"
              + " print.",
          text("fileName"));

  public static final Of1<String> FILE_FETCHES_ANOTHER =
      problem(
          Kind.UNPROCESSABLE,
          "file-fetches-another",
          "Khi mở, tệp “{fileName}” lấy nội dung từ nơi khác hoặc chạy chương trình (mẫu trên mạng,"
              + " liên kết OLE, DDE). Ngắt liên kết (Tệp → Thông tin → Sửa liên kết → Ngắt) hoặc"
              + " lưu thành PDF, rồi tải lên.",
          "When it is opened, file “{fileName}” fetches another one or runs a program (a template"
              + " on a network, a linked OLE object, DDE). Break its links (File → Info → Edit"
              + " Links) or save it as PDF, and upload that.",
          text("fileName"));

  public static final Of1<String> FILE_EXPLODES =
      problem(
          Kind.UNPROCESSABLE,
          "file-explodes",
          "Tệp “{fileName}” nén bất thường (giải nén ra quá lớn hoặc quá nhiều lớp). Mở tệp, lưu"
              + " lại dạng PDF rồi tải lên.",
          "File “{fileName}” is compressed in an unusual way (it unfolds to far too much, or in too"
              + " many layers). Open it, save it as PDF and upload that.",
          text("fileName"));

  public static final Of1<String> FILE_DAMAGED =
      problem(
          Kind.UNPROCESSABLE,
          "file-damaged",
          "Tệp “{fileName}” bị hỏng, không đọc được. Mở thử trên máy, lưu lại rồi tải lên.",
          "File “{fileName}” is damaged and cannot be read. Try to open it, save it anew and upload"
              + " it again.",
          text("fileName"));

  public static final Of1<String> FILE_CHANGED =
      problem(
          Kind.UNPROCESSABLE,
          "file-changed",
          "Tệp “{fileName}” đã thay đổi hoặc mất trong lúc kiểm tra. Hãy tải lại.",
          "File “{fileName}” changed or went away while it was checked. Upload it again.",
          text("fileName"));

  public static final Of1<String> FILE_INFECTED =
      problem(
          Kind.UNPROCESSABLE,
          "file-infected",
          "Tệp “{fileName}” có mã độc nên bị từ chối. Quét mã độc máy tính, lập lại tệp từ nguồn"
              + " sạch rồi tải lên.",
          "File “{fileName}” contains malware and was refused. Scan the computer, make the file"
              + " anew from a clean source and upload that.",
          text("fileName"));

  public static final Of1<String> FILE_NOT_SCANNABLE =
      problem(
          Kind.UNPROCESSABLE,
          "file-not-scannable",
          "Không quét được mã độc trong tệp “{fileName}” (có mật khẩu hoặc định dạng lạ). Lưu lại"
              + " dạng PDF rồi tải lên.",
          "File “{fileName}” cannot be scanned for malware (a password or an odd format). Save it"
              + " as PDF and upload that.",
          text("fileName"));

  public static final Of1<String> FILE_SCAN_FAILED =
      problem(
          Kind.UNPROCESSABLE,
          "file-scan-failed",
          "Bộ quét mã độc gặp lỗi với tệp “{fileName}”; lỗi ở phía hệ thống, cơ quan thường trực đã"
              + " được báo. Hãy tải lại tệp.",
          "The malware scanner failed on file “{fileName}”; the fault is on our side and the"
              + " standing office is told. Upload the file again.",
          text("fileName"));

  public static final Of2<String, Number> FILE_HAS_ATTACHMENTS =
      problem(
          Kind.UNPROCESSABLE,
          "file-has-attachments",
          "Bên trong tệp “{fileName}” có tệp khác đính kèm (số lượng: {attachments}). Mở bằng phần"
              + " mềm đọc PDF, mục Tệp đính kèm, để xem; tệp quan trọng nên tải lên riêng.",
          "Other files are attached to “{fileName}” ({attachments}). A PDF reader lists them under"
              + " attachments; a file that matters is better uploaded by itself.",
          text("fileName"),
          number("attachments"));

  public static final Of3<String, LocalDate, LocalDate> PERIOD_OUTSIDE =
      problem(
          Kind.UNPROCESSABLE,
          "period-outside",
          "Kỳ số liệu “{period}” nằm ngoài kỳ đánh giá ({from} đến {to}). Kiểm tra lại tài"
              + " liệu.",
          "The period “{period}” is outside the data period ({from} to {to}). Please check the"
              + " file.",
          text("period"),
          day("from"),
          day("to"));

  public static final Of1<String> PERIOD_NOT_READ =
      problem(
          Kind.UNPROCESSABLE,
          "period-not-read",
          "Không hiểu kỳ số liệu “{period}”. Viết như 2020, Quý III/2020, 7/2020 hoặc"
              + " 01/01/2020 - 30/9/2020.",
          "The period “{period}” cannot be read. Write 2020, 2020-Q3, 2020-07 or"
              + " 2020-01-01/2020-09-30.",
          text("period"));

  /** Those that a file is refused for and that tell its name alone. */
  private static final List<Of1<String>> REJECTIONS =
      List.of(
          FILE_SIZE_DIFFERS,
          FILE_HASH_DIFFERS,
          FILE_IS_PROGRAM,
          FILE_ENCRYPTED,
          FILE_WITH_MACROS,
          FILE_WITH_SCRIPT,
          FILE_FETCHES_ANOTHER,
          FILE_EXPLODES,
          FILE_DAMAGED,
          FILE_CHANGED,
          FILE_INFECTED,
          FILE_NOT_SCANNABLE,
          FILE_SCAN_FAILED);

  private EvidenceProblem() {}

  /** Why a file was refused, from the slug stored with it; empty for a slug that is none here. */
  static Optional<Fault> rejection(
      String slug, String fileName, Bilingual declared, Bilingual detected) {
    return FILE_TYPE_DIFFERS.slug().equals(slug)
        ? Optional.of(FILE_TYPE_DIFFERS.of(fileName, declared, detected))
        : REJECTIONS.stream()
            .filter(problem -> problem.slug().equals(slug))
            .findFirst()
            .map(problem -> problem.of(fileName));
  }
}
