package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.KeptFiles;

/** The vault to a function that reads it and has no part in the lane. */
public final class S3KeptFiles implements KeptFiles {

  private static final int BLOCK_BYTES = 64 * 1024;

  private final S3Client s3;
  private final String vault;

  public S3KeptFiles(S3Client s3, String vault) {
    this.s3 = s3;
    this.vault = vault;
  }

  @Override
  public OptionalLong copy(
      CampaignId campaign, UnitCode unit, String sha256, String contentType, long most, Sink to) {
    String key = campaign + "/" + unit + "/" + sha256;
    return RemoteCall.answer(
        "S3 GetObject",
        () -> {
          try {
            // Asked first: an answer that is broken off has been sent in part, and is paid for.
            HeadObjectResponse head = s3.headObject(ask -> ask.bucket(vault).key(key));
            if (!contentType.equals(head.contentType())) {
              return OptionalLong.empty();
            }
            return head.contentLength() > most
                ? OptionalLong.of(head.contentLength())
                : copied(key, to);
          } catch (NoSuchKeyException gone) {
            return OptionalLong.empty();
          }
        });
  }

  private OptionalLong copied(String key, Sink to) {
    try (InputStream object = s3.getObject(get -> get.bucket(vault).key(key))) {
      byte[] block = new byte[BLOCK_BYTES];
      long size = 0;
      for (int length = object.read(block); length >= 0; length = object.read(block)) {
        size += length;
        to.take(block, length);
      }
      return OptionalLong.of(size);
    } catch (IOException broken) {
      throw new Outage("S3 GetObject broke off: " + broken.getMessage(), broken);
    }
  }
}
