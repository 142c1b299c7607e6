package vn.minhbach.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of refusal: a stable name, a kind that decides the HTTP status, and for each language what
 * is wrong and how to mend it. The texts have slots as {@code {unit}}, each for a fact of a type:
 *
 * <pre>{@code
 * Of2<UnitCode, Instant> FORM_LOCKED =
 *     problem(Kind.CONFLICT, "form-locked", "Phiếu của {unit} …", "The form of {unit} …",
 *         unit("unit"), moment("closesAt"));
 *
 * Outcome.refused(FORM_LOCKED.of(unit.code(), head.closesAt()))
 * }</pre>
 *
 * <p>Each room has its own catalogue of those that it raises, a class {@code …Problem} of such
 * constants; one that several rooms raise stands in the lowest of them. {@code {place}} is no fact:
 * a {@link Refusal.Violation} fills it.
 */
public abstract sealed class Problem {

  /** What sort of refusal: decides the HTTP status, once, in the function ring. */
  public enum Kind {
    MALFORMED,
    UNSUPPORTED,
    TOO_LARGE,
    UNPROCESSABLE,
    FORBIDDEN,
    NOT_FOUND,
    /** What was asked for was there and will not come back. */
    GONE,
    CONFLICT,
    STALE,
    PRECONDITION_REQUIRED,
    TOO_MANY,
    BUSY,
    INTERNAL
  }

  private final Words words;
  private final List<Slot<?>> slots;

  private record Words(Kind kind, String slug, String vietnamese, String english) {}

  private Problem(Words words, Slot<?>... slots) {
    this.words = words;
    this.slots = List.of(slots);
  }

  /** A problem whose texts are whole. */
  public static Of0 problem(Kind kind, String slug, String vietnamese, String english) {
    return new Of0(new Words(kind, slug, vietnamese, english));
  }

  public static <A> Of1<A> problem(
      Kind kind, String slug, String vietnamese, String english, Slot<A> first) {
    return new Of1<>(new Words(kind, slug, vietnamese, english), first);
  }

  public static <A, B> Of2<A, B> problem(
      Kind kind, String slug, String vietnamese, String english, Slot<A> first, Slot<B> second) {
    return new Of2<>(new Words(kind, slug, vietnamese, english), first, second);
  }

  public static <A, B, C> Of3<A, B, C> problem(
      Kind kind,
      String slug,
      String vietnamese,
      String english,
      Slot<A> first,
      Slot<B> second,
      Slot<C> third) {
    return new Of3<>(new Words(kind, slug, vietnamese, english), first, second, third);
  }

  public static <A, B, C, D> Of4<A, B, C, D> problem(
      Kind kind,
      String slug,
      String vietnamese,
      String english,
      Slot<A> first,
      Slot<B> second,
      Slot<C> third,
      Slot<D> fourth) {
    return new Of4<>(new Words(kind, slug, vietnamese, english), first, second, third, fourth);
  }

  public static <A, B, C, D, E> Of5<A, B, C, D, E> problem(
      Kind kind,
      String slug,
      String vietnamese,
      String english,
      Slot<A> first,
      Slot<B> second,
      Slot<C> third,
      Slot<D> fourth,
      Slot<E> fifth) {
    return new Of5<>(
        new Words(kind, slug, vietnamese, english), first, second, third, fourth, fifth);
  }

  public final Kind kind() {
    return words.kind();
  }

  /** The stable name under which clients know this problem, as {@code unknown-unit}. */
  public final String slug() {
    return words.slug();
  }

  /** The text as written, with its slots. */
  public final String text(Language language) {
    return language == Language.EN ? words.english() : words.vietnamese();
  }

  /** The facts that its texts tell, in the order in which they are given. */
  public final List<Slot<?>> slots() {
    return slots;
  }

  /**
   * The text with its slots filled; a slot without a fact shows as an ellipsis. Days and moments
   * are told as people read them, but for {@code value}, which is what was sent, as it came.
   */
  final String detail(Language language, Map<String, String> facts) {
    String text = text(language);
    var filled = new StringBuilder(text.length() + 32);
    int from = 0;
    while (true) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        return filled.append(text, from, text.length()).toString();
      }
      int close = text.indexOf('}', open);
      String slot = text.substring(open + 1, close);
      String fact = facts.getOrDefault(slot, "…");
      filled
          .append(text, from, open)
          .append(slot.equals("value") ? fact : PlainTime.of(fact, language));
      from = close + 1;
    }
  }

  /** The name of its constant, as {@code UNKNOWN_UNIT}: for logs and tests. */
  @Override
  public final String toString() {
    return slug().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Collects the facts of one fault. */
  private final class Filling {
    private final LinkedHashMap<String, String> facts = new LinkedHashMap<>();

    <T> Filling with(Slot<T> slot, T fact) {
      slot.fill(fact, facts);
      return this;
    }

    Fault fault() {
      return new Fault(Problem.this, facts);
    }
  }

  final Filling filling() {
    return new Filling();
  }

  /** A problem without facts. */
  public static final class Of0 extends Problem {
    private Of0(Words words) {
      super(words);
    }

    public Fault of() {
      return new Fault(this, new LinkedHashMap<>());
    }
  }

  /** A problem that tells one fact. */
  public static final class Of1<A> extends Problem {
    private final Slot<A> first;

    private Of1(Words words, Slot<A> first) {
      super(words, first);
      this.first = first;
    }

    public Fault of(A one) {
      return filling().with(first, one).fault();
    }
  }

  /** A problem that tells two facts. */
  public static final class Of2<A, B> extends Problem {
    private final Slot<A> first;
    private final Slot<B> second;

    private Of2(Words words, Slot<A> first, Slot<B> second) {
      super(words, first, second);
      this.first = first;
      this.second = second;
    }

    public Fault of(A one, B two) {
      return filling().with(first, one).with(second, two).fault();
    }
  }

  /** A problem that tells three facts. */
  public static final class Of3<A, B, C> extends Problem {
    private final Slot<A> first;
    private final Slot<B> second;
    private final Slot<C> third;

    private Of3(Words words, Slot<A> first, Slot<B> second, Slot<C> third) {
      super(words, first, second, third);
      this.first = first;
      this.second = second;
      this.third = third;
    }

    public Fault of(A one, B two, C three) {
      return filling().with(first, one).with(second, two).with(third, three).fault();
    }
  }

  /** A problem that tells four facts. */
  public static final class Of4<A, B, C, D> extends Problem {
    private final Slot<A> first;
    private final Slot<B> second;
    private final Slot<C> third;
    private final Slot<D> fourth;

    private Of4(Words words, Slot<A> first, Slot<B> second, Slot<C> third, Slot<D> fourth) {
      super(words, first, second, third, fourth);
      this.first = first;
      this.second = second;
      this.third = third;
      this.fourth = fourth;
    }

    public Fault of(A one, B two, C three, D four) {
      return filling()
          .with(first, one)
          .with(second, two)
          .with(third, three)
          .with(fourth, four)
          .fault();
    }
  }

  /** A problem that tells five facts. */
  public static final class Of5<A, B, C, D, E> extends Problem {
    private final Slot<A> first;
    private final Slot<B> second;
    private final Slot<C> third;
    private final Slot<D> fourth;
    private final Slot<E> fifth;

    private Of5(
        Words words, Slot<A> first, Slot<B> second, Slot<C> third, Slot<D> fourth, Slot<E> fifth) {
      super(words, first, second, third, fourth, fifth);
      this.first = first;
      this.second = second;
      this.third = third;
      this.fourth = fourth;
      this.fifth = fifth;
    }

    public Fault of(A one, B two, C three, D four, E five) {
      return filling()
          .with(first, one)
          .with(second, two)
          .with(third, three)
          .with(fourth, four)
          .with(fifth, five)
          .fault();
    }
  }
}
