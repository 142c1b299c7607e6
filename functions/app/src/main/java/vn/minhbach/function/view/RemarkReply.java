package vn.minhbach.function.view;

import java.time.Instant;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.function.http.ReplyPart;

/** What the district says on a criterion of its commune. */
public record RemarkReply(String remark, Instant at, String etag) implements ReplyPart {

  public static RemarkReply of(Remark remark) {
    return new RemarkReply(remark.text(), remark.at(), remark.etag());
  }
}
