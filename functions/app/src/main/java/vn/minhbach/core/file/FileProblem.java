package vn.minhbach.core.file;

import static vn.minhbach.core.Problem.problem;

import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;

/** What is wrong with how a file is named. */
public final class FileProblem {

  public static final Of0 BAD_SHA256 =
      problem(
          Kind.MALFORMED,
          "bad-sha256",
          "“{place}”: cần SHA-256 viết bằng 64 chữ số thập lục phân.",
          "“{place}”: a SHA-256 of 64 hexadecimal digits is needed.");

  public static final Of0 BAD_FILE_NAME =
      problem(
          Kind.UNPROCESSABLE,
          "bad-file-name",
          "“{place}”: tên tệp không dùng được (1 đến 255 ký tự, không có dấu / hay \\, không có ký"
              + " tự điều khiển hay ký tự ẩn). Gõ lại tên tệp rồi thử lại.",
          "“{place}”: this file name cannot be used (1 to 255 characters, no / or \\, no control"
              + " and no invisible characters). Type the name anew and try again.");

  private FileProblem() {}
}
