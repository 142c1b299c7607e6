package vn.minhbach.local;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands for GuardDuty Malware Protection: reads each new object of the quarantine bucket and puts
 * the scan result on the bus in GuardDuty's shape.
 */
public final class Scanner implements Target {

  private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] NOTHING = {};

  private final S3Client s3;
  private final Check check;
  private final Consumer<ObjectNode> bus;

  /** Looks for malware in a file. */
  @FunctionalInterface
  public interface Check {
    /**
     * Reads a file once, in constant memory.
     *
     * @throws IOException when nothing can be said now; the scan is tried again
     */
    Verdict look(InputStream content) throws IOException;
  }

  /**
   * What was found.
   *
   * @param status GuardDuty's word for it
   * @param threats names of what was found
   */
  public record Verdict(String status, List<String> threats) {

    /** Nothing was found. */
    public static final Verdict CLEAN = new Verdict("NO_THREATS_FOUND", List.of());

    /** The file cannot be looked into. */
    public static final Verdict UNSUPPORTED = new Verdict("UNSUPPORTED", List.of());

    /** Copies the names. */
    public Verdict {
      threats = List.copyOf(threats);
    }

    /** Malware was found. */
    public static Verdict threats(List<String> names) {
      return new Verdict("THREATS_FOUND", names);
    }
  }

  /** A scanner; {@code bus} gets the results. */
  public Scanner(S3Client s3, Check check, Consumer<ObjectNode> bus) {
    this.s3 = s3;
    this.check = check;
    this.bus = bus;
  }

  /** The pattern of the rule that feeds a scanner: new objects of one bucket. */
  public static Map<String, Object> pattern(String bucket) {
    return Map.of(
        "source",
        List.of("aws.s3"),
        "detail-type",
        List.of("Object Created"),
        "detail",
        Map.of("bucket", Map.of("name", List.of(bucket))));
  }

  @Override
  public byte[] invoke(byte[] event) throws IOException {
    JsonNode detail = JSON.readTree(event).path("detail");
    String bucket = detail.path("bucket").path("name").stringValue();
    String key = detail.path("object").path("key").stringValue();
    try (ResponseInputStream<GetObjectResponse> content =
        s3.getObject(get -> get.bucket(bucket).key(key))) {
      Verdict verdict = check.look(content);
      bus.accept(result(bucket, key, content.response().eTag().replace("\"", ""), verdict));
    } catch (NoSuchKeyException e) {
      LOG.info("an object was gone before it was scanned");
    }
    return NOTHING;
  }

  /** As AWS documents "GuardDuty Malware Protection Object Scan Result". */
  private static ObjectNode result(String bucket, String key, String etag, Verdict verdict) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", "GuardDuty Malware Protection Object Scan Result")
        .put("source", "aws.guardduty")
        .put("account", "000000000000")
        .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("region", LocalClients.REGION.id());
    event
        .putArray("resources")
        .add(
            "arn:aws:guardduty:%s:000000000000:malware-protection-plan/local"
                .formatted(LocalClients.REGION.id()));
    ObjectNode detail = event.putObject("detail");
    detail
        .put("schemaVersion", "1.0")
        .put("scanStatus", "COMPLETED")
        .put("resourceType", "S3_OBJECT");
    detail
        .putObject("s3ObjectDetails")
        .put("bucketName", bucket)
        .put("objectKey", key)
        .put("eTag", etag)
        .put("versionId", "")
        .put("s3Throttled", false);
    ObjectNode scan = detail.putObject("scanResultDetails");
    scan.put("scanResultStatus", verdict.status());
    if (verdict.threats().isEmpty()) {
      scan.putNull("threats");
    } else {
      var names = scan.putArray("threats");
      verdict.threats().forEach(threat -> names.addObject().put("name", threat));
    }
    return event;
  }
}
