package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.util.OptionalLong;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
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
    return RemoteCall.answer(
        "S3 GetObject",
        () -> {
          try (ResponseInputStream<GetObjectResponse> object =
              s3.getObject(get -> get.bucket(vault).key(campaign + "/" + unit + "/" + sha256))) {
            return copied(object, contentType, most, to);
          } catch (NoSuchKeyException gone) {
            return OptionalLong.empty();
          } catch (IOException broken) {
            throw new Outage("S3 GetObject broke off: " + broken.getMessage(), broken);
          }
        });
  }

  private static OptionalLong copied(
      ResponseInputStream<GetObjectResponse> object, String contentType, long most, Sink to)
      throws IOException {
    GetObjectResponse head = object.response();
    if (!contentType.equals(head.contentType())) {
      object.abort();
      return OptionalLong.empty();
    }
    if (head.contentLength() > most) {
      object.abort();
      return OptionalLong.of(head.contentLength());
    }
    byte[] block = new byte[BLOCK_BYTES];
    long size = 0;
    for (int length = object.read(block); length >= 0; length = object.read(block)) {
      size += length;
      to.take(block, length);
    }
    return OptionalLong.of(size);
  }
}
