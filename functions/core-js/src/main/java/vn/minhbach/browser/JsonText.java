package vn.minhbach.browser;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON (RFC 8259) to plain maps, lists, texts, Long and BigDecimal, as strict as the server's
 * reader: exact numbers, no name twice, nothing after the end. A browser's own {@code JSON.parse}
 * takes the second of two members of one name and rounds what it reads, and a verifier must do
 * neither.
 */
final class JsonText {

  private static final int DEPTH_MAX = 50;
  private static final int DIGITS_MAX = 40;

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * The tree of a text.
   *
   * @throws IllegalArgumentException when it is no such JSON
   */
  static Object read(String text) {
    var reader = new JsonText(text);
    Object value = reader.value(0);
    reader.space();
    if (reader.at < text.length()) {
      throw reader.wrong("something after the end");
    }
    return value;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("JSON: " + what + " at " + at);
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next sign that is no space; 0 at the end. */
  private char next() {
    space();
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean taken(char sign) {
    boolean there = next() == sign;
    at += there ? 1 : 0;
    return there;
  }

  private void take(char sign) {
    if (!taken(sign)) {
      throw wrong("no " + sign);
    }
  }

  private Object value(int depth) {
    return switch (next()) {
      case '{' -> object(deeper(depth));
      case '[' -> list(deeper(depth));
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private int deeper(int depth) {
    if (depth == DEPTH_MAX) {
      throw wrong("nested too deep");
    }
    return depth + 1;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("no value");
    }
    at += word.length();
    return value;
  }

  private Map<String, Object> object(int depth) {
    var members = new LinkedHashMap<String, Object>();
    take('{');
    if (taken('}')) {
      return members;
    }
    do {
      next();
      String name = string();
      take(':');
      if (members.containsKey(name)) {
        throw wrong(name + " twice");
      }
      members.put(name, value(depth));
    } while (taken(','));
    take('}');
    return members;
  }

  private List<Object> list(int depth) {
    var items = new ArrayList<Object>();
    take('[');
    if (taken(']')) {
      return items;
    }
    do {
      items.add(value(depth));
    } while (taken(','));
    take(']');
    return items;
  }

  private String string() {
    take('"');
    var out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw wrong("a control character");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw wrong("an open text");
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = at < text.length() ? hex(text.charAt(at++)) : -1;
          if (digit < 0) {
            throw wrong("no such escape");
          }
          code = code * 16 + digit;
        }
        yield (char) code;
      }
      default -> throw wrong("no such escape");
    };
  }

  // Not Character.digit, which takes the digits of every script.
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private Object number() {
    int from = at;
    int signs = at < text.length() && text.charAt(at) == '-' ? 1 : 0;
    at += signs;
    int whole = digits();
    if (whole == 0 || whole > 1 && text.charAt(at - whole) == '0') {
      throw wrong("no value");
    }
    boolean fraction = at < text.length() && text.charAt(at) == '.';
    if (fraction) {
      at++;
      some(digits());
    }
    boolean exponent = at < text.length() && (text.charAt(at) | ' ') == 'e';
    if (exponent) {
      at++;
      int sign = at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      signs += sign;
      at += sign;
      some(digits());
    }
    // As the server's reader measures: without signs, with the point and the e.
    if (at - from - signs > DIGITS_MAX + 2) {
      throw wrong("a number that is too long");
    }
    String number = text.substring(from, at);
    BigDecimal exact = new BigDecimal(number);
    if (fraction || exponent) {
      return exact;
    }
    if (exact.compareTo(LEAST) < 0 || exact.compareTo(MOST) > 0) {
      throw wrong("a whole number that is too large");
    }
    return exact.longValueExact();
  }

  private void some(int digits) {
    if (digits == 0) {
      throw wrong("no digit");
    }
  }

  private int digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}
