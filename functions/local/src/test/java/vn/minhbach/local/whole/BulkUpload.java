package vn.minhbach.local.whole;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.Sha256;

/** A large file of the office on its way in. */
final class BulkUpload {

  private BulkUpload() {}

  static Map<String, Object> declared(String contentType, byte[] bytes) {
    var body = new LinkedHashMap<String, Object>();
    body.put("fileName", "Số liệu.bin");
    body.put("contentType", contentType);
    body.put("sizeBytes", bytes.length);
    body.put("sha256", Sha256.hex(bytes));
    return body;
  }

  static JsonNode granted(Province province, String contentType, byte[] bytes) {
    return granted(province, "office", contentType, bytes);
  }

  private static JsonNode granted(
      Province province, String user, String contentType, byte[] bytes) {
    return province
        .as(user, "POST", "/uploads")
        .json(declared(contentType, bytes))
        .expect(201)
        .json();
  }

  /** Declares and puts; what to add to the query of an import. */
  static String through(Province province, String contentType, byte[] bytes) {
    return through(province, "office", contentType, bytes);
  }

  /** The same by another office. */
  static String through(Province province, String user, String contentType, byte[] bytes) {
    JsonNode grant = granted(province, user, contentType, bytes);
    int status = Upload.put(grant, bytes).status();
    if (status != 200 && status != 412) {
      throw new AssertionError("S3 answered " + status);
    }
    return "upload=" + grant.get("uploadId").asString();
  }
}
