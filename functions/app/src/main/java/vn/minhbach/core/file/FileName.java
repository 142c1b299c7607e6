package vn.minhbach.core.file;

import vn.minhbach.core.Node;
import vn.minhbach.core.PlainText;

/**
 * A file's own name as a clerk knows it: Vietnamese letters stay; what could mislead a reader or a
 * header does not come in.
 */
public final class FileName {

  /** As Windows counts: 255 units of UTF-16, which are up to 765 bytes of Vietnamese. */
  private static final int CHARACTERS_MAX = 255;

  private FileName() {}

  /** Reads a name; refused when empty, over 255 characters, or with a slash or control. */
  public static String read(Node node) {
    if (node.raw() == null) {
      return "";
    }
    if (node.raw() instanceof String sent
        && (PlainText.refused(sent).isPresent() || PlainText.severalLines(sent.strip()))) {
      node.fault(FileProblem.BAD_FILE_NAME.of());
      return "";
    }
    String name = node.text(CHARACTERS_MAX).strip();
    boolean usable =
        name.codePoints().noneMatch(FileName::misleading)
            && !name.equals(".")
            && !name.equals("..");
    if (!name.isEmpty() && !usable) {
      node.fault(FileProblem.BAD_FILE_NAME.of());
    }
    return name;
  }

  // Directional marks make "fdp.exe" look like "exe.pdf".
  private static boolean misleading(int codePoint) {
    return codePoint == '/'
        || codePoint == '\\'
        || Character.getType(codePoint) == Character.CONTROL
        || Character.getType(codePoint) == Character.FORMAT
        || Character.getType(codePoint) == Character.SURROGATE
        || Character.getType(codePoint) == Character.LINE_SEPARATOR
        || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR;
  }
}
