package vn.minhbach.core.publish.bundle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.core.ledger.CanonicalJson;

/**
 * JSON of a criteria set as it was imported: members in their order, numbers as numbers, which
 * canonical JSON has no place for.
 */
public final class PlainJson {

  private PlainJson() {}

  public static String text(Object tree) {
    return switch (tree) {
      case null -> "null";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(member -> CanonicalJson.text(member.getKey()) + ":" + text(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(PlainJson::text).collect(Collectors.joining(",", "[", "]"));
      case Number number -> new BigDecimal(number.toString()).toPlainString();
      default -> CanonicalJson.text(tree);
    };
  }
}
