package vn.minhbach.function.upload;

import java.time.Duration;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.UploadReply;

/** Where the office puts what is too large for a request. */
public final class UploadRoutes implements Routes {

  /** A slow line needs minutes for 20 MB. */
  private static final Duration GRANT_LIFE = Duration.ofMinutes(15);

  private final Uploads uploads;

  public UploadRoutes(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.GRANT_BULK_UPLOAD, this::grant);
  }

  // Keeps nothing, so that the same request again is the same grant, signed anew.
  private Outcome<Reply> grant(Exchange on) {
    return on.json()
        .flatMap(sent -> sent.as(BulkFile::read))
        .map(file ->
            Reply.created(
                GrantReply.of(
                    file, uploads.grant(on.campaign().id(), file, on.wall().plus(GRANT_LIFE)))));
  }

  private record GrantReply(
      String uploadId, String fileName, String contentType, long sizeBytes, UploadReply upload)
      implements ReplyPart {

    private static GrantReply of(BulkFile file, Upload upload) {
      return new GrantReply(
          file.sha256(),
          file.fileName(),
          file.contentType(),
          file.sizeBytes(),
          UploadReply.of(upload));
    }
  }
}
