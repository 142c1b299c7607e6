package vn.minhbach.adapter.s3;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.publish.publication.ShownResults;

/** The bucket that the web's distribution reads under {@code /published/}. */
public final class S3ShownResults implements ShownResults {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_A_MINUTE = "public, max-age=60";

  private final S3Client s3;
  private final PublishBucket shown;

  public S3ShownResults(S3Client s3, String shown) {
    this.s3 = s3;
    this.shown = new PublishBucket(() -> s3, shown);
  }

  @Override
  public Optional<byte[]> content(String path) {
    return shown.content(path);
  }

  @Override
  public void put(File file) {
    RemoteCall.answer(
        "S3 PutObject",
        () ->
            s3.putObject(
                put ->
                    put.bucket(shown.name())
                        .key(file.path())
                        .contentType(file.contentType())
                        .cacheControl(file.lasting() ? FOR_EVER : FOR_A_MINUTE),
                RequestBody.fromBytes(file.content())));
  }
}
