package vn.minhbach.core.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * The members of a fact, in the ledger's form (decision 0003): it knows no fractions, so those
 * become texts, as ids, points, days and moments do; what is absent is left out.
 */
public final class Body {

  private final SortedMap<String, Object> members = new TreeMap<>();

  /** One member more; an empty Optional is left out. A name given twice is a bug. */
  public Body with(String name, Object value) {
    if (value instanceof Optional<?> perhaps) {
      perhaps.ifPresent(present -> with(name, present));
    } else if (members.put(name, canonical(value)) != null) {
      throw new IllegalArgumentException(name + " is told twice");
    }
    return this;
  }

  /** One member more, unless it is empty. */
  public Body withSome(String name, Collection<?> values) {
    return values.isEmpty() ? this : with(name, values);
  }

  /** One member more, unless it is empty. */
  public Body withSome(String name, Map<?, ?> values) {
    return values.isEmpty() ? this : with(name, values);
  }

  /** The members of a part beside the others. */
  public Body with(Part part) {
    part.body().members.forEach(this::with);
    return this;
  }

  /** The members of a part that may be absent. */
  public Body with(Optional<? extends Part> part) {
    part.ifPresent(this::with);
    return this;
  }

  /** Figures in the ledger's form, as they are read back from an entry. */
  public static SortedMap<String, Object> figures(Map<String, ?> declared) {
    var figures = new TreeMap<String, Object>();
    declared.forEach((key, figure) -> figures.put(key, canonical(figure)));
    return figures;
  }

  /** By name: texts, whole numbers, booleans, lists and maps. */
  SortedMap<String, Object> members() {
    return new TreeMap<>(members);
  }

  /** SHA-256, hex, of the canonical bytes. */
  public String sha256() {
    return Sha256.hex(CanonicalJson.bytes(members));
  }

  /** How many bytes they are. */
  public int size() {
    return CanonicalJson.bytes(members).length;
  }

  private static Object canonical(Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean bool -> bool;
      case Integer number -> number;
      case Long number -> number;
      case BigDecimal fraction -> fraction.toPlainString();
      case Points points -> points.toString();
      case CriterionId id -> id.value();
      case UnitCode code -> code.value();
      case Instant at -> at.toString();
      case LocalDate day -> day.toString();
      case Enum<?> constant -> constant.name();
      case Part part -> part.body().members;
      case Body body -> body.members;
      case Collection<?> list -> list.stream().map(Body::canonical).toList();
      case Map<?, ?> map -> {
        var canonical = new TreeMap<String, Object>();
        map.forEach((key, inner) -> canonical.put(key.toString(), canonical(inner)));
        yield canonical;
      }
      default -> throw new IllegalArgumentException("not for the ledger: " + value.getClass());
    };
  }
}
