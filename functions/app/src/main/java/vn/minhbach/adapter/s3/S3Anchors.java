package vn.minhbach.adapter.s3;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.ChainTip;

/**
 * Anchors as objects {@code anchors/<campaign>/<occasion>.json} of the publish bucket, which Object
 * Lock keeps. Written only where nothing is.
 */
public final class S3Anchors implements Anchors {

  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final String bucket;

  public S3Anchors(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void keep(
      CampaignId campaign, String occasion, Instant at, SortedMap<String, ChainTip> tips) {
    var chains = new TreeMap<String, Object>();
    tips.forEach((chain, tip) -> chains.put(chain, Map.of("seq", tip.seq(), "hash", tip.hash())));
    var anchor = new TreeMap<String, Object>();
    anchor.put("format", "minhbach-anchor-1");
    anchor.put("campaign", campaign.value());
    anchor.put("occasion", occasion);
    anchor.put("at", at.toString());
    anchor.put("chains", chains);
    try {
      RemoteCall.answer(
          "S3 PutObject",
          () ->
              s3.putObject(
                  put ->
                      put.bucket(bucket)
                          .key("anchors/" + campaign + "/" + occasion + ".json")
                          .contentType("application/json")
                          .ifNoneMatch("*"),
                  RequestBody.fromBytes(CanonicalJson.bytes(anchor))));
    } catch (S3Exception refused) {
      if (refused.statusCode() != PRECONDITION_FAILED) {
        throw refused;
      }
    }
  }
}
