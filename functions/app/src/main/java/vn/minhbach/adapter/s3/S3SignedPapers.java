package vn.minhbach.adapter.s3;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.upload.SignedPapers;

/**
 * Signed papers as objects {@code papers/<campaign>/<sha256>.pdf} of the publish bucket, which
 * Object Lock keeps. Written only where nothing is.
 */
public final class S3SignedPapers implements SignedPapers {

  private static final int PRECONDITION_FAILED = 412;
  private static final Duration LINK_LIFE = Duration.ofMinutes(5);

  private final S3Client s3;
  private final Supplier<S3Presigner> presigner;
  private final String bucket;

  public S3SignedPapers(S3Client s3, Supplier<S3Presigner> presigner, String bucket) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public void keep(CampaignId campaign, String sha256, byte[] pdf) {
    try {
      RemoteCall.answer(
          "S3 PutObject",
          () ->
              s3.putObject(
                  put ->
                      put.bucket(bucket)
                          .key(key(campaign, sha256))
                          .contentType("application/pdf")
                          .ifNoneMatch("*"),
                  RequestBody.fromBytes(pdf)));
    } catch (S3Exception refused) {
      if (refused.statusCode() != PRECONDITION_FAILED) {
        throw refused;
      }
    }
  }

  @Override
  public URI open(CampaignId campaign, String sha256) {
    return PresignedPut.uri(
        presigner
            .get()
            .presignGetObject(link ->
                link.signatureDuration(LINK_LIFE)
                    .getObjectRequest(get ->
                        get.bucket(bucket)
                            .key(key(campaign, sha256))
                            .responseContentType("application/pdf")))
            .url());
  }

  private static String key(CampaignId campaign, String sha256) {
    return "papers/" + campaign + "/" + sha256 + ".pdf";
  }
}
