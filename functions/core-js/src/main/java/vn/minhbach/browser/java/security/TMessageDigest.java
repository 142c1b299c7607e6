package vn.minhbach.browser.java.security;

import java.io.ByteArrayOutputStream;
import java.security.NoSuchAlgorithmException;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSBodyImport;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * {@code java.security.MessageDigest}, which the class library of TeaVM lacks: SHA-256 by
 * noble-hashes. The browser's own digest answers only later, and a chain has thousands of links.
 */
public final class TMessageDigest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private TMessageDigest() {}

  public static TMessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) {
      throw new NoSuchAlgorithmException(algorithm);
    }
    return new TMessageDigest();
  }

  public void update(byte one) {
    bytes.write(one);
  }

  public void update(byte[] more) {
    bytes.write(more, 0, more.length);
  }

  public byte[] digest(byte[] last) {
    update(last);
    return digest();
  }

  public byte[] digest() {
    byte[] digest = sha256(Int8Array.fromJavaArray(bytes.toByteArray())).copyToJavaArray();
    bytes.reset();
    return digest;
  }

  @JSBody(
      params = "bytes",
      script =
          "return new Int8Array(noble.sha256(new Uint8Array(bytes.buffer, bytes.byteOffset,"
              + " bytes.byteLength)).buffer);",
      imports = @JSBodyImport(alias = "noble", fromModule = "../vendor/noble-hashes/2.0.1/sha2.js"))
  private static native Int8Array sha256(Int8Array bytes);
}
