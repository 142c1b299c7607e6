package vn.minhbach.core.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * The digest of a criteria set as sent, for ledgers: SHA-256 over its canonical JSON
 * (0003-ledger-format), in which each number stands as its shortest plain decimal text ({@code
 * 2.50} as {@code "2.5"}), since canonical JSON knows no fractions, and null members are left out.
 */
public final class CriteriaDigest {

  private CriteriaDigest() {}

  /** Hex, lower case. */
  public static String of(Object tree) {
    return Sha256.hex(CanonicalJson.bytes(canonical(tree)));
  }

  private static Object canonical(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var members = new TreeMap<String, Object>();
        map.forEach((name, member) -> {
          if (member != null) {
            members.put((String) name, canonical(member));
          }
        });
        yield members;
      }
      case List<?> list -> list.stream().map(CriteriaDigest::canonical).toList();
      case Number number -> plain(new BigDecimal(number.toString()));
      default -> value;
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
