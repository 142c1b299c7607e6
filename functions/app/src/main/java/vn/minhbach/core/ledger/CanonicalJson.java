package vn.minhbach.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * RFC 8785 (JSON Canonicalization Scheme) over strings, whole numbers, booleans, lists and maps.
 * Fractions are not part of it: points are strings. Two programs in two languages get the same
 * bytes.
 */
public final class CanonicalJson {

  /** Whole numbers beyond this are not exact in every JSON reader (RFC 8785, I-JSON). */
  private static final long EXACT_MAX = 9_007_199_254_740_991L;

  private static final String HEX = "0123456789abcdef";

  private CanonicalJson() {}

  /**
   * The canonical UTF-8 bytes; an exception for a value outside the form, which only a bug makes.
   */
  public static byte[] bytes(Object tree) {
    return text(tree).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical text. */
  public static String text(Object tree) {
    var out = new StringBuilder();
    write(tree, out);
    return out.toString();
  }

  private static void write(Object tree, StringBuilder out) {
    switch (tree) {
      case String text -> string(text, out);
      case Boolean bool -> out.append(bool.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> {
        // Not by Math.abs, which leaves Long.MIN_VALUE negative.
        if (number > EXACT_MAX || number < -EXACT_MAX) {
          throw new IllegalArgumentException("not exact in JSON: " + number);
        }
        out.append(number.longValue());
      }
      case List<?> list -> list(list, out);
      case Map<?, ?> map -> object(map, out);
      case null -> throw new IllegalArgumentException("null has no place in the ledger");
      default -> throw new IllegalArgumentException("not canonical: " + tree.getClass());
    }
  }

  private static void list(List<?> list, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object element : list) {
      out.append(separator);
      write(element, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void object(Map<?, ?> map, StringBuilder out) {
    // String.compareTo orders by UTF-16 code units, as RFC 8785 section 3.2.3 asks.
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) && !paired(text, i)) {
        throw new IllegalArgumentException("lone surrogate at " + i);
      }
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
