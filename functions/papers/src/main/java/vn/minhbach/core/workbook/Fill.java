package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.util.List;

/**
 * What may be filled into one cell of a form.
 *
 * @param min the least number; for numbers only
 * @param choices the words that are offered; for lists only
 */
public record Fill(Kind kind, BigDecimal min, List<String> choices) {

  /** What a cell takes. */
  public enum Kind {
    WHOLE,
    DECIMAL,
    /** One of the choices. */
    LIST,
    /** One of the choices, or words of one's own. */
    OPEN_LIST,
    TEXT
  }

  public static final Fill FREE_TEXT = new Fill(Kind.TEXT, BigDecimal.ZERO, List.of());

  public Fill {
    choices = List.copyOf(choices);
  }

  static Fill number(boolean whole, BigDecimal min) {
    return new Fill(whole ? Kind.WHOLE : Kind.DECIMAL, min, List.of());
  }

  static Fill list(List<String> choices) {
    return new Fill(Kind.LIST, BigDecimal.ZERO, choices);
  }

  static Fill openList(List<String> choices) {
    return new Fill(Kind.OPEN_LIST, BigDecimal.ZERO, choices);
  }

  boolean numeric() {
    return kind == Kind.WHOLE || kind == Kind.DECIMAL;
  }
}
