package vn.minhbach.core.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.ledger.Sha256;

/**
 * A BagIt bag (RFC 8493): files by path, below its one directory.
 *
 * @param files by path, as {@code data/units.csv}
 */
public record Bag(SortedMap<String, byte[]> files) {

  static final String DECLARATION = "bagit.txt";
  static final String INFO = "bag-info.txt";
  static final String MANIFEST = "manifest-sha256.txt";
  static final String SIGNATURE = "manifest-sha256.txt.jws";
  static final String KEYS = "keys.json";
  static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  static final String PAYLOAD = "data/";
  static final String VERSION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  public Bag {
    files = new TreeMap<>(files);
  }

  /**
   * A complete bag, signed.
   *
   * @param payload by path below {@code data/}
   * @param keys the tag file of the public keys
   */
  static Bag sealed(
      Map<String, byte[]> payload, Map<String, String> info, byte[] keys, BundleKey key) {
    var files = new TreeMap<String, byte[]>();
    payload.forEach((path, content) -> files.put(PAYLOAD + path, content));
    byte[] manifest = manifest(files);
    long octets = files.values().stream().mapToLong(content -> content.length).sum();
    var tags = new TreeMap<String, byte[]>();
    tags.put(DECLARATION, utf8(VERSION));
    tags.put(INFO, info(info, octets + "." + files.size()));
    tags.put(MANIFEST, manifest);
    tags.put(KEYS, keys);
    tags.put(SIGNATURE, utf8(DetachedJws.sign(manifest, key) + "\n"));
    tags.put(TAG_MANIFEST, manifest(tags));
    files.putAll(tags);
    return new Bag(files);
  }

  /** Lines as {@code sha256sum -c} reads them. */
  static byte[] manifest(SortedMap<String, byte[]> files) {
    return utf8(
        files.entrySet().stream()
            .map(file -> Sha256.hex(file.getValue()) + "  " + file.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  private static byte[] info(Map<String, String> info, String oxum) {
    var lines = new StringBuilder();
    new TreeMap<>(info)
        .forEach((name, value) -> lines.append(name).append(": ").append(value).append('\n'));
    return utf8(lines.append("Payload-Oxum: ").append(oxum).append('\n').toString());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String text(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new IllegalArgumentException(path);
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  List<String> lines(String path) {
    return linesOf(text(path));
  }

  /** The lines of a text as {@link String#lines} has them, which no browser's class library has. */
  static List<String> linesOf(String text) {
    var lines = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(from, i));
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        from = i + 1;
      }
    }
    if (from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }
}
