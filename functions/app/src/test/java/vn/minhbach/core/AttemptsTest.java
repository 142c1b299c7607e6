package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final List<Integer> pauses = new ArrayList<>();
  private final Attempts attempts = new Attempts(pauses::add);

  @Test
  void firstOutcomeEndsIt() {
    assertEquals("done", run(1));
    assertEquals(List.of(), pauses);
  }

  @Test
  void pausesLongerBeforeEachFurtherAttempt() {
    assertEquals("done", run(4));
    assertEquals(List.of(1, 2, 3), pauses);
  }

  @Test
  void givesUpAfterEightAndSaysSo() {
    assertEquals("done", run(8));
    assertEquals("BUSY", run(9));
  }

  @Test
  void whoWasGivenMoreGoesOnLonger() {
    var patient = new Attempts(pauses::add, Attempts.PATIENT);
    assertEquals("done", run(patient, Attempts.PATIENT));
    assertEquals("BUSY", run(patient, Attempts.PATIENT + 1));
  }

  private String run(int neededAttempts) {
    return run(attempts, neededAttempts);
  }

  private static String run(Attempts attempts, int neededAttempts) {
    var left = new int[] {neededAttempts};
    return attempts
        .until(() ->
            --left[0] > 0
                ? Optional.<Outcome<String>>empty()
                : Optional.of(Outcome.accepted("done")))
        .fold(refusal -> refusal.problem().toString(), value -> value);
  }
}
