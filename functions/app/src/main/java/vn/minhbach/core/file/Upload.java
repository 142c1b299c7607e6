package vn.minhbach.core.file;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A presigned PUT: leave to send exactly one file to the buckets, past every function.
 *
 * @param headers what a script must set; content-length is signed but set by the client itself
 */
public record Upload(String method, URI url, Map<String, String> headers, Instant expiresAt) {

  public Upload {
    // In their order, as a reader sees them.
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
