package vn.minhbach.adapter.s3;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.adapter.s3.inspection.MediaType;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.prepare.upload.SignedPapers;

/**
 * Signed papers as objects {@code papers/<campaign>/<sha256>.pdf} of the publish bucket, which
 * Object Lock keeps. Written only where nothing is.
 */
public final class S3SignedPapers implements SignedPapers {

  private static final Duration LINK_LIFE = Duration.ofMinutes(5);

  private final Supplier<S3Presigner> presigner;
  private final PublishBucket bucket;

  public S3SignedPapers(S3Client s3, Supplier<S3Presigner> presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = new PublishBucket(() -> s3, bucket);
  }

  @Override
  public void keep(CampaignId campaign, String sha256, byte[] pdf) {
    bucket.put(key(campaign, sha256), MediaType.PDF, pdf);
  }

  @Override
  public URI open(CampaignId campaign, String sha256) {
    return PresignedPut.uri(
        presigner
            .get()
            .presignGetObject(link ->
                link.signatureDuration(LINK_LIFE)
                    .getObjectRequest(get ->
                        get.bucket(bucket.name())
                            .key(key(campaign, sha256))
                            .responseContentType(MediaType.PDF)))
            .url());
  }

  private static String key(CampaignId campaign, String sha256) {
    return "papers/" + campaign + "/" + sha256 + ".pdf";
  }
}
