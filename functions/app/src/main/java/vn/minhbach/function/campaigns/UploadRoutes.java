package vn.minhbach.function.campaigns;

import java.time.Duration;
import java.util.Map;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** Where the office puts what is too large for a request. */
public final class UploadRoutes {

  /** A slow line needs minutes for 20 MB. */
  private static final Duration GRANT_LIFE = Duration.ofMinutes(15);

  private final Uploads uploads;

  public UploadRoutes(Uploads uploads) {
    this.uploads = uploads;
  }

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.of(Route.GRANT_BULK_UPLOAD, this::grant);
  }

  // Keeps nothing, so that the same request again is the same grant, signed anew.
  private Outcome<Reply> grant(Exchange on) {
    return on.withJson(false, (act, body) -> BulkFile.read(body))
        .map(file ->
            Reply.created(
                shown(file, uploads.grant(on.campaign().id(), file, on.wall().plus(GRANT_LIFE)))));
  }

  private static Object shown(BulkFile file, Upload upload) {
    return new Tree()
        .with("uploadId", file.sha256())
        .with("fileName", file.fileName())
        .with("contentType", file.contentType())
        .with("sizeBytes", file.sizeBytes())
        .with(
            "upload",
            new Tree()
                .with("method", upload.method())
                .with("url", upload.url())
                .with("headers", upload.headers())
                .with("expiresAt", upload.expiresAt())
                .build())
        .build();
  }
}
