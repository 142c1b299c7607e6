package vn.minhbach.core.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts declared figures into the ledger's form, which knows no fractions: those become texts. */
final class LedgerValues {

  private LedgerValues() {}

  static Object canonical(Object value) {
    return switch (value) {
      case BigDecimal fraction -> fraction.toPlainString();
      case List<?> list -> list.stream().map(LedgerValues::canonical).toList();
      case Map<?, ?> map -> {
        var canonical = new TreeMap<String, Object>();
        map.forEach((key, inner) -> canonical.put((String) key, canonical(inner)));
        yield canonical;
      }
      default -> value;
    };
  }
}
