package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Condition READ_A3 = new Condition(Optional.of("a3"));
  private static final Condition ANY = new Condition(Optional.of("*"));

  @Test
  void firstWriteNeedsNoCondition() {
    assertEquals("met", against(Condition.NONE, ""));
  }

  @Test
  void furtherWriteNeedsTheEtagThatIsStored() {
    assertEquals("met", against(READ_A3, "a3"));
    assertEquals("IF_MATCH_REQUIRED a4", against(Condition.NONE, "a4"));
    assertEquals("STALE a4", against(READ_A3, "a4"));
  }

  @Test
  void nobodyWritesOverWhatNobodyHasRead() {
    assertEquals("IF_MATCH_ANY a4", against(ANY, "a4"));
    assertEquals("IF_MATCH_ANY -", against(ANY, ""));
  }

  @Test
  void whatWasReadAndIsGoneIsStale() {
    assertEquals("STALE -", against(READ_A3, ""));
  }

  private static String against(Condition condition, String stored) {
    return condition
        .against(Optional.of(stored).filter(etag -> !etag.isEmpty()))
        .fold(refusal -> refusal.problem() + " " + refusal.facts().get("etag"), met -> "met");
  }
}
