package vn.minhbach.core;

import java.util.function.Function;

/**
 * What a use answers: an accepted value or a refusal. {@link #fold} is the only exit, so that no
 * caller can forget the refusal.
 *
 * @param <T> what an accepted outcome carries
 */
public abstract sealed class Outcome<T> {

  private Outcome() {}

  /** An outcome that went through. */
  public static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  /** An outcome that was refused, with the reason. */
  public static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** A refusal as a whole, without places. */
  public static <T> Outcome<T> refused(Fault fault) {
    return new Refused<>(Refusal.of(fault));
  }

  /** Leaves the outcome: exactly one of the two functions is applied. */
  public abstract <R> R fold(
      Function<? super Refusal, ? extends R> onRefused,
      Function<? super T, ? extends R> onAccepted);

  /** Maps the accepted value; a refusal stays. */
  public final <R> Outcome<R> map(Function<? super T, ? extends R> mapping) {
    return fold(Outcome::refused, value -> accepted(mapping.apply(value)));
  }

  /** Goes on with the accepted value; a refusal stays. */
  public final <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
    return fold(Outcome::refused, next);
  }

  private static final class Accepted<T> extends Outcome<T> {
    private final T value;

    private Accepted(T value) {
      this.value = value;
    }

    @Override
    public <R> R fold(
        Function<? super Refusal, ? extends R> onRefused,
        Function<? super T, ? extends R> onAccepted) {
      return onAccepted.apply(value);
    }

    @Override
    public String toString() {
      return "Accepted[" + value + "]";
    }
  }

  private static final class Refused<T> extends Outcome<T> {
    private final Refusal refusal;

    private Refused(Refusal refusal) {
      this.refusal = refusal;
    }

    @Override
    public <R> R fold(
        Function<? super Refusal, ? extends R> onRefused,
        Function<? super T, ? extends R> onAccepted) {
      return onRefused.apply(refusal);
    }

    @Override
    public String toString() {
      return "Refused[" + refusal + "]";
    }
  }
}
