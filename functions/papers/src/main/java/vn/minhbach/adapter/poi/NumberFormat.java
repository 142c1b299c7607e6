package vn.minhbach.adapter.poi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a cell's format makes of its number (ECMA-376 part 1, 18.8.31). A format that scales,
 * rounds, hides or adds words shows another number than the cell holds: 1 as 100%, 187.4 as 187,
 * 2000 as 2, 5 as “5 nghìn”. Only what is known to show the number itself passes for harmless.
 */
final class NumberFormat {

  static final NumberFormat GENERAL = new NumberFormat(0, "General");

  /** What Excel shows of a date that its calendar does not have. */
  private static final String NO_DATE = "########";

  /** Words that name money and do not change an amount. */
  private static final Pattern MONEY =
      Pattern.compile("[\\s\\p{Sc}\\u00a0]*(?:đ|đồng|VND|VNĐ|USD|EUR)?[\\s\\p{Sc}\\u00a0]*");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|<|>|=)(-?\\d{1,15}(?:\\.\\d{1,15})?)");

  /** 1 March 1900, the first day that Excel and LibreOffice count alike. */
  private static final int FIRST_SAFE_1900 = 61;

  private static final Pattern FIXED = Pattern.compile("(?:[#0?]+(?:,[#0?]+)*)?(?:\\.([#0?]*))?");

  private final int id;
  private final String code;
  private final boolean date;

  NumberFormat(int id, String code) {
    this.id = id;
    this.code = code;
    this.date = DateUtil.isADateFormat(id, code);
  }

  boolean isDate() {
    return date;
  }

  /** What a person sees, for a message. */
  String shown(double number, boolean from1904) {
    if (code.replace(';', ' ').isBlank()) {
      return "…";
    }
    String shown =
        new DataFormatter(Locale.ROOT).formatRawCellContents(number, id, code, from1904).strip();
    return shown.isEmpty() ? "…" : shown;
  }

  /**
   * A date as ISO text, with its time where that is shown and not midnight. What does not show day,
   * month and year together, or lies outside what every program agrees on, comes as it is shown.
   */
  String date(double number, boolean from1904) {
    if (!DateUtil.isValidExcelDate(number)) {
      return NO_DATE;
    }
    String bare = bare(sections(code).getFirst()).toLowerCase(Locale.ROOT);
    String letters = bare.replaceAll("am/pm|a/p", "").replaceAll("[^ymdhs]", " ");
    boolean time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0 || bare.contains("[");
    String noMinutes =
        letters.replaceAll("h+ *m+", " ").replaceAll("m+ *s+", " ").replaceAll("[hs]", " ");
    boolean day =
        noMinutes.indexOf('y') >= 0
            && noMinutes.indexOf('m') >= 0
            && Pattern.compile("(?<!d)d{1,2}(?!d)").matcher(noMinutes).find();
    // Excel counts a 29 February 1900, others do not: below, each program shows another day.
    if (!day || !from1904 && number < FIRST_SAFE_1900) {
      return "“" + shown(number, from1904) + "”";
    }
    LocalDateTime at = DateUtil.getLocalDateTime(number, from1904, true);
    return time && !at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? at.toString()
        : at.toLocalDate().toString();
  }

  /** Whether a person sees this number, whatever else stands around it. */
  boolean shows(BigDecimal number) {
    List<String> sections = sections(code);
    List<String> numeric = sections.subList(0, Math.min(3, sections.size()));
    if (numeric.stream().anyMatch(section -> condition(section).isPresent())) {
      // Which of several applies is a matter of its own: none that may apply may mislead.
      return numeric.stream()
          .filter(section -> condition(section).filter(when -> !met(when, number)).isEmpty())
          .allMatch(section -> shows(section, number, false));
    }
    if (number.signum() < 0 && numeric.size() > 1) {
      return shows(numeric.get(1), number.negate(), true);
    }
    if (number.signum() == 0 && numeric.size() > 2) {
      String zero = unquoted(numeric.get(2));
      return zero.strip().equals("-") || shows(numeric.get(2), number, false);
    }
    return shows(numeric.getFirst(), number, false);
  }

  private static Optional<Matcher> condition(String section) {
    return brackets(section).stream()
        .map(bracket -> CONDITION.matcher(bracket.strip()))
        .filter(Matcher::matches)
        .findFirst();
  }

  private static boolean met(Matcher condition, BigDecimal number) {
    int compared = number.compareTo(new BigDecimal(condition.group(2)));
    return switch (condition.group(1)) {
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      case ">=" -> compared >= 0;
      case "=" -> compared == 0;
      default -> compared != 0;
    };
  }

  /**
   * Whether one section shows a number; {@code minus} demands that it shows that it is negative.
   */
  private static boolean shows(String section, BigDecimal number, boolean minus) {
    String bare = bare(section);
    if (bare.isBlank() && brackets(section).isEmpty() && literals(section).isEmpty()) {
      return false;
    }
    String placeholders = bare.replaceAll("\\[[^\\]]*\\]", "").replaceAll("\\p{Sc}", " ");
    String core = placeholders.strip().replaceAll("^[-+(]+|[)]+$", "").strip();
    String signs = placeholders.replace(core, "") + literals(section);
    boolean negative = signs.contains("-") || signs.contains("(") && signs.contains(")");
    if (negative != minus || signs.contains("+") && minus) {
      return false;
    }
    String words = signs.replaceAll("[-+()]", "") + currency(section);
    if (!MONEY.matcher(words).matches()) {
      return false;
    }
    if (core.equalsIgnoreCase("General") || core.equals("@")) {
      return true;
    }
    return decimals(core)
        .filter(places -> number.setScale(places, RoundingMode.HALF_UP).compareTo(number) == 0)
        .isPresent();
  }

  /**
   * How many decimals a run of placeholders shows; empty when it scales, breaks or is none: a comma
   * behind the last digit divides by a thousand, one between digits only groups them.
   */
  private static Optional<Integer> decimals(String core) {
    String plain = core.replace(" ", "");
    Matcher fixed = FIXED.matcher(plain);
    return plain.isEmpty() || plain.equals(".") || !fixed.matches()
        ? Optional.empty()
        : Optional.of(fixed.group(1) == null ? 0 : fixed.group(1).length());
  }

  /** Sections between semicolons that stand in no quotation. */
  private static List<String> sections(String code) {
    var sections = new ArrayList<String>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == ';') {
        sections.add(code.substring(from, i));
        from = i + 1;
      }
    }
    sections.add(code.substring(from));
    return sections;
  }

  /** A section without its literals, colours and conditions; elapsed hours keep their brackets. */
  private static String bare(String section) {
    String unquoted = QUOTED.matcher(section).replaceAll(" ");
    return BRACKETS
        .matcher(unquoted)
        .replaceAll(
            found -> found.group(1).matches("(?i)h+|m+|s+") ? "[" + found.group(1) + "]" : "");
  }

  /** The literals of a section one after the other; what only makes room is left out. */
  private static String literals(String section) {
    var literals = new StringBuilder();
    var found = QUOTED.matcher(section);
    while (found.find()) {
      String one = found.group();
      if (one.startsWith("\"")) {
        literals.append(one, 1, one.length() - 1);
      } else if (one.startsWith("\\")) {
        literals.append(one.charAt(1));
      }
    }
    return literals.toString();
  }

  private static List<String> brackets(String section) {
    return BRACKETS
        .matcher(QUOTED.matcher(section).replaceAll(" "))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** What {@code [$₫-42A]} writes. */
  private static String currency(String section) {
    var written = new StringBuilder();
    for (String bracket : brackets(section)) {
      if (bracket.startsWith("$")) {
        int dash = bracket.indexOf('-', 1);
        written.append(bracket, 1, dash < 0 ? bracket.length() : dash);
      }
    }
    return written.toString();
  }

  // A section that writes nothing but a dash, as accounts do for zero.
  private static String unquoted(String section) {
    return literals(section) + bare(section).replace('?', ' ').replaceAll("\\[[^\\]]*\\]", "");
  }
}
