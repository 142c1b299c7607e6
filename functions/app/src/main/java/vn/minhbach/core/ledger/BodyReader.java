package vn.minhbach.core.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/** Reads the members of an entry back into a fact. */
public final class BodyReader {

  private final Map<?, ?> members;

  private BodyReader(Map<?, ?> members) {
    this.members = members;
  }

  /**
   * The fact of an entry. Empty where the body is not shown, where {@code as} answers null for a
   * kind that is another family's, and where the body is none of its kind: an entry that was
   * tampered with tells nothing, and {@link Verification} names it.
   */
  public static <F> Optional<F> read(Entry entry, Function<BodyReader, F> as) {
    if (entry.body().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(as.apply(new BodyReader(entry.body())));
    } catch (IllegalArgumentException | ClassCastException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** A member that may be absent. */
  public <T> Optional<T> maybe(String name, BiFunction<BodyReader, String, T> read) {
    return has(name) ? Optional.of(read.apply(this, name)) : Optional.empty();
  }

  public String text(String name) {
    return as(String.class, members.get(name), name);
  }

  public long number(String name) {
    return as(Number.class, members.get(name), name).longValue();
  }

  public int count(String name) {
    return (int) number(name);
  }

  public boolean flag(String name) {
    return as(Boolean.class, members.get(name), name);
  }

  public Instant moment(String name) {
    return Instant.parse(text(name));
  }

  public LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  public Points points(String name) {
    return Points.of(text(name));
  }

  public CriterionId criterion(String name) {
    return new CriterionId(text(name));
  }

  public UnitCode unit(String name) {
    return new UnitCode(text(name));
  }

  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  /** A member with members of its own. */
  public BodyReader part(String name) {
    return new BodyReader(as(Map.class, members.get(name), name));
  }

  /** Figures by their key, as they stand there; none where the member is left out. */
  public Map<String, Object> figures(String name) {
    return map(name, value -> value);
  }

  /** Members of a member, by name; none where it is left out. */
  public <T> Map<String, T> map(String name, Function<Object, T> read) {
    var map = new TreeMap<String, T>();
    if (has(name)) {
      Map<?, ?> inner = as(Map.class, members.get(name), name);
      inner.forEach((key, value) -> map.put(as(String.class, key, name), read.apply(value)));
    }
    return map;
  }

  /** The parts of a member, by name. */
  public <T> Map<String, T> parts(String name, Function<BodyReader, T> read) {
    return map(name, value -> read.apply(new BodyReader(as(Map.class, value, name))));
  }

  /** The parts of a list; none where it is left out. */
  public <T> List<T> list(String name, Function<BodyReader, T> read) {
    return values(name, value -> read.apply(new BodyReader(as(Map.class, value, name))));
  }

  /** The texts of a list; none where it is left out. */
  public List<String> texts(String name) {
    return values(name, value -> as(String.class, value, name));
  }

  /** The numbers of a list; none where it is left out. */
  public List<Integer> numbers(String name) {
    return values(name, value -> as(Number.class, value, name).intValue());
  }

  private <T> List<T> values(String name, Function<Object, T> read) {
    if (!has(name)) {
      return List.of();
    }
    List<?> values = as(List.class, members.get(name), name);
    return values.stream().map(read).toList();
  }

  private static <T> T as(Class<T> type, Object value, String name) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
