package vn.minhbach.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A place in a problem's texts that a fact fills, as {@code {closesAt}}: its name, and how a fact
 * of its type is told. Only here does a type become text; a day and a moment are told by ISO 8601,
 * of which {@link Problem#detail} makes what people read.
 *
 * @param <T> what fills it
 */
public final class Slot<T> {

  private final String name;
  private final Function<? super T, String> vietnamese;
  private final Function<? super T, String> english;

  private Slot(
      String name, Function<? super T, String> vietnamese, Function<? super T, String> english) {
    this.name = name;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** A slot for a type of a capability, with how it is told. */
  public static <T> Slot<T> slot(String name, Function<? super T, String> told) {
    return new Slot<>(name, told, told);
  }

  /** What was sent, or a name. */
  public static Slot<String> text(String name) {
    return slot(name, text -> text);
  }

  /** A number, without an exponent. */
  public static Slot<Number> number(String name) {
    return slot(
        name,
        number -> number instanceof BigDecimal exact ? exact.toPlainString() : number.toString());
  }

  public static Slot<Instant> moment(String name) {
    return slot(name, Instant::toString);
  }

  public static Slot<LocalDate> day(String name) {
    return slot(name, LocalDate::toString);
  }

  /** A day or a moment, whichever the place is about. */
  public static Slot<Temporal> time(String name) {
    return slot(name, Temporal::toString);
  }

  public static Slot<CampaignId> campaign(String name) {
    return slot(name, CampaignId::value);
  }

  public static Slot<UnitCode> unit(String name) {
    return slot(name, UnitCode::value);
  }

  public static Slot<CriterionId> criterion(String name) {
    return slot(name, CriterionId::value);
  }

  public static Slot<Points> points(String name) {
    return slot(name, Points::toString);
  }

  /** A word of each language: the Vietnamese text calls it {@code {xVi}}. */
  public static Slot<Bilingual> both(String name) {
    return new Slot<>(name, Bilingual::vietnamese, Bilingual::english);
  }

  /** Several of a type, in their order, with commas between. */
  public static <T> Slot<Collection<T>> each(String name, Function<? super T, String> told) {
    return slot(name, all -> all.stream().map(told).collect(Collectors.joining(", ")));
  }

  public static Slot<Collection<String>> texts(String name) {
    return each(name, text -> text);
  }

  public String name() {
    return name;
  }

  /** Whether each language has a slot of its own for it. */
  public boolean inBoth() {
    return vietnamese != english;
  }

  void fill(T fact, Map<String, String> facts) {
    if (inBoth()) {
      facts.put(name + "Vi", Fault.told(vietnamese.apply(fact)));
    }
    facts.put(name, Fault.told(english.apply(fact)));
  }
}
