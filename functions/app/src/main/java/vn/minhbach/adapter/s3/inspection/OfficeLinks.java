package vn.minhbach.adapter.s3.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches the XML of an Office document go by, tag by tag in constant memory, for what reaches out
 * when it is opened: a template on another machine, linked OLE objects and parts (ECMA-376 part 1,
 * 9.2, 17.15.1.6), fields and links of DDE, a click that starts a program.
 *
 * <p>Not seen: a field whose word DDE is put together by other fields. A template, a picture or a
 * workbook by a path of the author's own disk is let pass: every letter from a template has one.
 */
final class OfficeLinks {

  private static final int TAG_MAX = 8 * 1024;
  private static final int FIELD_MAX = 64;

  /** Kinds of relations that bring in another file when it lies outside. */
  private static final Set<String> FETCHED =
      Set.of("oleobject", "frame", "subdocument", "afchunk", "package", "control", "vbaproject");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w.:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,8}|\\w{2,4});");

  private static final Pattern DDE =
      Pattern.compile(
          "\\s*\"?\\s*DDE(?:AUTO)?(?:[\\s\"\\\\].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final List<String> OTHER_MACHINES =
      List.of("http:", "https:", "ftp:", "\\\\", "//", "file://", "mhtml:");

  private final StringBuilder tag = new StringBuilder();
  private final StringBuilder field = new StringBuilder();
  private boolean inTag;
  private boolean inField;
  private char quote;
  private boolean found;

  /** Whether the parts of this name can reach out. */
  static boolean watches(String plainName) {
    return plainName.endsWith(".rels") || plainName.endsWith(".xml");
  }

  boolean found() {
    return found;
  }

  /** The next bytes of a part; of UTF-16 every other byte is zero. */
  void see(byte[] bytes, int length) {
    for (int i = 0; i < length && !found; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c != 0) {
        see(c);
      }
    }
  }

  private void see(char c) {
    if (!inTag) {
      if (c == '<') {
        inTag = true;
        quote = 0;
        tag.setLength(0);
      } else if (inField && field.length() < FIELD_MAX) {
        field.append(c);
      }
      return;
    }
    boolean comment = tag.length() >= 3 && tag.charAt(0) == '!' && tag.charAt(1) == '-';
    boolean quoted = tag.length() >= 8 && tag.charAt(0) == '!' && tag.charAt(1) == '[';
    if (comment || quoted) {
      bracketed(c, comment ? "--" : "]]");
      return;
    }
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      inTag = false;
      tag(tag.toString());
      return;
    }
    if (tag.length() < TAG_MAX) {
      tag.append(c);
    } else if (tag.indexOf("Relationship ") == 0) {
      // What is that long hides something.
      found = true;
    }
  }

  // A comment or CDATA; the latter's text may be a field's.
  private void bracketed(char c, String end) {
    int length = tag.length();
    if (c == '>' && tag.substring(length - 2).equals(end)) {
      inTag = false;
      if (inField && end.equals("]]")) {
        field.append(tag, 8, length - 2);
      }
      return;
    }
    if (length < TAG_MAX) {
      tag.append(c);
    } else {
      tag.deleteCharAt(8).append(c);
    }
  }

  private void tag(String text) {
    String name = text.split("[\\s/>]", 2)[0];
    boolean end = text.startsWith("/");
    String local = (end ? text.substring(1) : name).strip();
    local = local.substring(local.indexOf(':') + 1);
    switch (local) {
      case "Relationship" -> found |= reachesOut(text);
      case "instrText" -> {
        inField = !end && !text.endsWith("/");
        if (end) {
          found |= DDE.matcher(unescaped(field.toString())).matches();
        }
      }
      case "fldSimple" -> found |= DDE.matcher(attribute(text, "instr")).matches();
      case "fldChar" -> {
        field.setLength(0);
        inField = false;
      }
      case "ddeLink", "oleLink" -> found |= !end;
      case "hlinkClick", "hlinkHover", "hlinkMouseOver" ->
          found |=
              attribute(text, "action").toLowerCase(Locale.ROOT).startsWith("ppaction://program");
      default -> {}
    }
  }

  private static boolean reachesOut(String text) {
    if (!attribute(text, "TargetMode").equalsIgnoreCase("External")) {
      return false;
    }
    String type = attribute(text, "Type").toLowerCase(Locale.ROOT);
    String kind = type.substring(type.lastIndexOf('/') + 1);
    if (FETCHED.contains(kind)) {
      return true;
    }
    String target = attribute(text, "Target").strip().toLowerCase(Locale.ROOT);
    return kind.equals("attachedtemplate")
        && OTHER_MACHINES.stream().anyMatch(target::startsWith)
        && !target.matches("file:/{2,3}(?:localhost/)?[a-z](?::|%3a)[/\\\\].*");
  }

  private static String attribute(String tag, String local) {
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      String name = attribute.group(1);
      if (name.substring(name.indexOf(':') + 1).equals(local)) {
        return unescaped(attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
      }
    }
    return "";
  }

  private static String unescaped(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
  }

  private static String character(String entity) {
    if (entity.startsWith("#")) {
      boolean hex = entity.startsWith("#x");
      String digits = entity.substring(hex ? 2 : 1);
      if (!digits.matches(hex ? "[0-9a-fA-F]+" : "[0-9]+")) {
        return "";
      }
      int code = (int) Long.parseLong(digits, hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> "";
    };
  }
}
