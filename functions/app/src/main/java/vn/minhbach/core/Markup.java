package vn.minhbach.core;

/** Text that people typed, as it may stand in a page, a mail or a paper: HTML and XML alike. */
public final class Markup {

  private Markup() {}

  /** The text without anything that could be markup, and without what XML cannot hold. */
  public static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(allowed(c) ? c : ' ');
          }
        });
    return safe.toString();
  }

  // XML 1.0, section 2.2.
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }
}
