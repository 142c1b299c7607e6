package vn.minhbach.local.dynamodb.store;

import java.nio.file.Path;

/** A data directory that cannot be used; the message says what to do, Vietnamese first. */
public final class DataRefused extends RuntimeException {

  private DataRefused(String message) {
    super(message);
  }

  static DataRefused inUse(Path directory) {
    return new DataRefused(
        ("Dữ liệu DynamoDB ở %s đang có tiến trình khác dùng: dừng tiến trình đó, hoặc chọn thư mục"
             + " khác. | DynamoDB data in %1$s is used by another process: stop that one, or choose"
             + " another directory.")
            .formatted(directory));
  }

  static DataRefused otherVersion(Path directory) {
    return new DataRefused(
        ("Dữ liệu DynamoDB ở %s do phiên bản khác ghi, phiên bản này không đọc được: chuyển thư mục"
                + " đó đi nơi khác, hoặc khởi động với --fresh để xóa và làm lại từ đầu. | DynamoDB"
                + " data in %1$s was written by another version and cannot be read: move that"
                + " directory away, or start with --fresh to delete it and begin anew.")
            .formatted(directory));
  }

  static DataRefused unusable(Path directory, String why) {
    return new DataRefused(
        ("Không ghi được dữ liệu DynamoDB vào %s (%s): kiểm tra quyền ghi và dung lượng đĩa. |"
                + " DynamoDB data cannot be written to %1$s (%2$s): see to its permissions and the"
                + " space on the disk.")
            .formatted(directory, why));
  }
}
