package vn.minhbach.function.view;

import java.time.Instant;
import java.util.Map;
import vn.minhbach.core.file.Upload;
import vn.minhbach.function.http.ReplyPart;

/** Where to put bytes, and how. */
public record UploadReply(String method, String url, Map<String, String> headers, Instant expiresAt)
    implements ReplyPart {

  public static UploadReply of(Upload upload) {
    return new UploadReply(
        upload.method(), upload.url().toString(), upload.headers(), upload.expiresAt());
  }
}
