package vn.minhbach.adapter.s3;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.ChainTip;

/**
 * Anchors as objects {@code anchors/<campaign>/<occasion>.json} of the publish bucket, which Object
 * Lock keeps. Written only where nothing is.
 */
public final class S3Anchors implements Anchors {

  private final PublishBucket bucket;

  public S3Anchors(S3Client s3, String bucket) {
    this.bucket = new PublishBucket(() -> s3, bucket);
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
    bucket.put(key(campaign, occasion), "application/json", CanonicalJson.bytes(anchor));
  }

  @Override
  public SortedMap<String, ChainTip> find(CampaignId campaign, String occasion) {
    var tips = new TreeMap<String, ChainTip>();
    bucket
        .content(key(campaign, occasion))
        .map(content -> (Map<?, ?>) PlainTree.of(new String(content, StandardCharsets.UTF_8)))
        .map(anchor -> (Map<?, ?>) anchor.get("chains"))
        .ifPresent(chains ->
            chains.forEach((chain, tip) -> tips.put((String) chain, tip((Map<?, ?>) tip))));
    return tips;
  }

  static ChainTip tip(Map<?, ?> tip) {
    return new ChainTip((Long) tip.get("seq"), (String) tip.get("hash"));
  }

  private static String key(CampaignId campaign, String occasion) {
    return "anchors/" + campaign + "/" + occasion + ".json";
  }
}
