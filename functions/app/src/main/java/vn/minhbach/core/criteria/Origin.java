package vn.minhbach.core.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;

/**
 * Where the figures of a criterion come from when not from the unit alone (optional field {@code
 * origin} of a criterion). A criterion without it is declared by the unit, or confirmed where the
 * province holds the figure.
 */
public sealed interface Origin {

  /** Its name in a criteria set. */
  String kind();

  /** Filled by the system from its own times; the unit cannot type it. */
  sealed interface Computed extends Origin {
    @Override
    default String kind() {
      return "computed";
    }
  }

  /**
   * The option that the time of sending chooses: in time, late by at most so many days, or later.
   *
   * @param onTime option for a form that is sent by its due time
   * @param late ascending in days
   * @param otherwise option for what is later than all of {@code late}
   */
  record SendingTime(String onTime, List<Late> late, String otherwise) implements Computed {
    public SendingTime {
      late = List.copyOf(late);
    }
  }

  /** A form that is sent at most so many days (24 hours each) after its due time. */
  record Late(int days, String value) {}

  /** Of a district: its communes that it forwarded by its own due time, over all of them. */
  record CommunesForwarded() implements Computed {}

  /**
   * Of a district: how many of its communes answered a criterion of theirs so, over all of them.
   * Shown beside the district's own figure with the difference; it replaces nothing.
   *
   * @param criterion of the communes' set
   */
  record SumOfCommunes(CriterionId criterion, Counted counted) implements Origin {
    @Override
    public String kind() {
      return "derived";
    }
  }

  /**
   * Which answers count.
   *
   * @param input key of the figure that is looked at, as {@code p1.a} for one of a part
   * @param oneOf the values that count, as texts ({@code true} for yes); empty with {@code atLeast}
   * @param atLeast the least number that counts
   */
  record Counted(String input, List<String> oneOf, Optional<BigDecimal> atLeast) {
    public Counted {
      oneOf = List.copyOf(oneOf);
    }

    /** Whether an answer counts; one without the figure does not. */
    public boolean counts(Map<String, Object> inputs) {
      Object value = Leaf.flat(inputs).get(input);
      return switch (value) {
        case null -> false;
        case Long number -> reaches(BigDecimal.valueOf(number));
        case BigDecimal number -> reaches(number);
        default -> oneOf.contains(String.valueOf(value));
      };
    }

    private boolean reaches(BigDecimal number) {
      return atLeast.isPresent() && number.compareTo(atLeast.get()) >= 0;
    }
  }
}
