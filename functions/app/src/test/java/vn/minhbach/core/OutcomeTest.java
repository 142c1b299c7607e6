package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final Outcome<Integer> TWO = Outcome.accepted(2);
  private static final Outcome<Integer> REFUSED =
      Outcome.refused(InputProblem.BLANK.of().placed("name"));

  @Test
  void foldAppliesExactlyOneOfTheTwo() {
    assertEquals("2", shown(TWO));
    assertEquals("BLANK {place=name}", shown(REFUSED));
  }

  @Test
  void acceptedValueIsMappedAndGoesOn() {
    assertEquals("3", shown(TWO.map(two -> two + 1)));
    assertEquals("4", shown(TWO.flatMap(two -> Outcome.accepted(two * two))));
    assertEquals("BUSY {}", shown(TWO.flatMap(two -> Outcome.refused(WriteProblem.BUSY.of()))));
  }

  @Test
  void refusalStaysAndNothingMoreIsRun() {
    Function<Integer, Integer> never =
        value -> {
          throw new AssertionError("run on a refusal");
        };
    assertEquals("BLANK {place=name}", shown(REFUSED.map(never)));
    assertEquals("BLANK {place=name}", shown(REFUSED.flatMap(never.andThen(Outcome::accepted))));
  }

  private static String shown(Outcome<?> outcome) {
    return outcome.fold(refusal -> refusal.problem() + " " + refusal.facts(), String::valueOf);
  }
}
