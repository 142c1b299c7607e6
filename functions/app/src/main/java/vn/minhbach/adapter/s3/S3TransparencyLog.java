package vn.minhbach.adapter.s3;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.publish.transparency.Leaf;
import vn.minhbach.core.publish.transparency.LogRecord;
import vn.minhbach.core.publish.transparency.TransparencyLog;

/**
 * Records as objects {@code log/<campaign>/000001.json} of the publish bucket. Since none ever
 * changes, an instance reads each once.
 */
public final class S3TransparencyLog implements TransparencyLog {

  private final PublishBucket bucket;
  private final Map<CampaignId, List<LogRecord>> read = new ConcurrentHashMap<>();

  public S3TransparencyLog(Supplier<S3Client> s3, String bucket) {
    this.bucket = new PublishBucket(s3, bucket);
  }

  @Override
  public List<LogRecord> records(CampaignId campaign) {
    return read.compute(
        campaign,
        (id, known) -> {
          var records = new ArrayList<>(known == null ? List.of() : known);
          bucket
              .keys(prefix(id), key(id, records.size()))
              .forEach(key ->
                  records.add(
                      record(
                          (Map<?, ?>)
                              PlainTree.of(
                                  new String(
                                      bucket.content(key).orElseThrow(),
                                      StandardCharsets.UTF_8)))));
          return List.copyOf(records);
        });
  }

  @Override
  public boolean append(LogRecord next) {
    return bucket.put(
        key(next.campaign(), next.number()), "application/json", CanonicalJson.bytes(next.tree()));
  }

  private static String prefix(CampaignId campaign) {
    return "log/" + campaign + "/";
  }

  private static String key(CampaignId campaign, int number) {
    return prefix(campaign) + "%06d.json".formatted(number);
  }

  private static LogRecord record(Map<?, ?> tree) {
    return new LogRecord(
        new CampaignId((String) tree.get("campaign")),
        ((Long) tree.get("number")).intValue(),
        (String) tree.get("occasion"),
        Instant.parse((String) tree.get("at")),
        ((List<?>) tree.get("leaves"))
            .stream()
                .map(Map.class::cast)
                .map(leaf -> new Leaf((String) leaf.get("chain"), S3Anchors.tip(leaf)))
                .toList(),
        ((Long) tree.get("size")).intValue(),
        (String) tree.get("root"),
        (String) tree.get("checkpoint"),
        (String) tree.get("key"));
  }
}
