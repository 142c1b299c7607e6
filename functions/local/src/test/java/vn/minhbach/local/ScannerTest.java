package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScannerTest {

  @Test
  void tellsTheResultOfEveryNewObjectAsGuardDutyDoes() throws Exception {
    Map<String, JsonNode> results = new ConcurrentHashMap<>();
    Target evidenceScanned =
        event -> {
          JsonNode json = JsonMapper.shared().readTree(event);
          results.put(
              json.path("detail").path("s3ObjectDetails").path("objectKey").stringValue(), json);
          return new byte[0];
        };
    AtomicReference<EventBus> bus = new AtomicReference<>();
    try (LocalS3 s3 =
        LocalS3.start(
            0,
            Optional.empty(),
            List.of(new Template.Bucket("Q", "quarantine", true, List.of())),
            event -> bus.get().put(event))) {
      Scanner scanner = new Scanner(s3.client(), new EicarCheck(), event -> bus.get().put(event));
      Map<String, Object> scanned =
          Map.of(
              "source",
              List.of("aws.guardduty"),
              "detail-type",
              List.of("GuardDuty Malware Protection Object Scan Result"),
              "detail",
              Map.of("s3ObjectDetails", Map.of("bucketName", List.of("quarantine"))));
      bus.set(
          new EventBus(
              List.of(
                  new EventBus.Rule("scan", Scanner.pattern("quarantine"), scanner, 3),
                  new EventBus.Rule("scanned", scanned, evidenceScanned, 3)),
              2,
              100,
              Optional.empty()));
      String etag =
          s3.client()
              .putObject(
                  p -> p.bucket("quarantine").key("clean +ấ.pdf"), RequestBody.fromString("%PDF-"))
              .eTag();
      s3.client()
          .putObject(
              p -> p.bucket("quarantine").key("bad.pdf"),
              RequestBody.fromBytes(EicarCheck.testFile()));
      assertTrue(bus.get().awaitIdle(Duration.ofSeconds(10)));
      bus.get().close();

      JsonNode clean = results.get("clean +ấ.pdf").path("detail");
      assertEquals("COMPLETED", clean.path("scanStatus").stringValue());
      assertEquals(
          "NO_THREATS_FOUND",
          clean.path("scanResultDetails").path("scanResultStatus").stringValue());
      assertEquals(etag, "\"" + clean.path("s3ObjectDetails").path("eTag").stringValue() + "\"");
      JsonNode bad = results.get("bad.pdf").path("detail").path("scanResultDetails");
      assertEquals("THREATS_FOUND", bad.path("scanResultStatus").stringValue());
      assertEquals(EicarCheck.NAME, bad.path("threats").path(0).path("name").stringValue());
    }
  }

  @Test
  void findsTheTestStringWhereverItStands() throws Exception {
    byte[] virus = EicarCheck.testFile();
    for (int before : new int[] {0, 1, 8191, 8192 - virus.length / 2, 100_000}) {
      assertEquals(
          Scanner.Verdict.threats(List.of(EicarCheck.NAME)),
          new EicarCheck().look(file(filler(before, 'X'), virus, filler(10, '*'))),
          "after " + before + " bytes");
    }
    byte[] almost = virus.clone();
    almost[67] = '+';
    assertEquals(Scanner.Verdict.CLEAN, new EicarCheck().look(file(almost, filler(70_000, 'X'))));
    assertEquals(Scanner.Verdict.CLEAN, new EicarCheck().look(file(new byte[0])));
  }

  private static byte[] filler(int length, char with) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  private static InputStream file(byte[]... parts) {
    return new SequenceInputStream(
        Collections.enumeration(Arrays.stream(parts).map(ByteArrayInputStream::new).toList()));
  }
}
