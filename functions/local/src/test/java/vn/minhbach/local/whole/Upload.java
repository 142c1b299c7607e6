package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.whole.Http.Answer;

/** A file on its way into the system: declared, granted, put, checked. */
public final class Upload {

  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 50_000_000L;

  private final Province province;
  private final String unit;

  public Upload(Province province, String unit) {
    this.province = province;
    this.unit = unit;
  }

  /** The smallest file that is a PDF by its first bytes. */
  public static byte[] pdf(String content) {
    return ("%PDF-1.4\n%" + content + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What a client declares about a PDF. */
  public static Map<String, Object> declared(String criterion, String fileName, byte[] bytes) {
    var body = new LinkedHashMap<String, Object>();
    body.put("criterion", criterion);
    body.put("fileName", fileName);
    body.put("contentType", "application/pdf");
    body.put("sizeBytes", bytes.length);
    body.put("sha256", Sha256.hex(bytes));
    return body;
  }

  JsonNode granted(Map<String, Object> declared) {
    return province.own(unit, "POST", "/evidence").json(declared).expect(201).json();
  }

  /** Puts the bytes where the grant says, with the headers that it names. */
  static Answer put(JsonNode grant, byte[] bytes) {
    JsonNode upload = grant.get("upload");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.get("url").asString()))
            .method(upload.get("method").asString(), HttpRequest.BodyPublishers.ofByteArray(bytes));
    upload
        .get("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    return Http.raw(request);
  }

  /** Declares, uploads and waits; the evidence as it ended. */
  public JsonNode through(Map<String, Object> declared, byte[] bytes) {
    JsonNode grant = granted(declared);
    Answer put = put(grant, bytes);
    assertEquals(200, put.status(), put::text);
    return settled(grant.get("evidenceId").asString());
  }

  /** The evidence once it is neither awaited nor being checked. */
  JsonNode settled(String evidence) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      JsonNode found = listed(evidence);
      String state = found.get("state").asString();
      if (!state.equals("AWAITED") && !state.equals("CHECKING")) {
        return found;
      }
      assertTrue(System.nanoTime() < deadline, () -> "still " + found);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  JsonNode listed(String evidence) {
    for (JsonNode item : province.own(unit, "GET", "/evidence").expect(200).json().get("items")) {
      if (item.get("evidenceId").asString().equals(evidence)) {
        return item;
      }
    }
    throw new AssertionError("evidence " + evidence + " is not listed");
  }
}
