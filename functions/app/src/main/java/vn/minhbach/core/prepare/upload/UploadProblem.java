package vn.minhbach.core.prepare.upload;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;

import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why an upload is refused. */
public final class UploadProblem {

  public static final Of1<String> UNKNOWN_UPLOAD =
      problem(
          Kind.NOT_FOUND,
          "unknown-upload",
          "Không có tệp đã tải lên mã {upload}, hoặc tệp đã quá 7 ngày. Xin đường tải lên (POST"
              + " …/uploads), tải tệp lên rồi gửi lại.",
          "No file was uploaded as {upload}, or it is older than 7 days. Ask for an upload (POST"
              + " …/uploads), put the file there and send this again.",
          text("upload"));

  public static final Of2<Number, String> UPLOAD_TOO_LARGE =
      problem(
          Kind.TOO_LARGE,
          "upload-too-large",
          "Tệp dài {bytes} byte, quá giới hạn {limit}. Chia thành nhiều tệp, hoặc lưu bảng tính"
              + " thành CSV.",
          "The file has {bytes} bytes, over the limit of {limit}. Split it, or save a workbook as"
              + " CSV.",
          number("bytes"),
          text("limit"));

  private UploadProblem() {}
}
