package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.refused;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final Instant NOW = Instant.parse("2020-08-03T02:00:00Z");
  private static final Act FIRST = act(NOW, "scope", "body");

  private final Receipts receipts =
      scope ->
          Optional.of(new Receipt(FIRST.key().orElseThrow(), Map.of("campaign", "a")))
              .filter(receipt -> receipt.key().scope().equals(scope));

  @Test
  void requestWithoutOrWithANewKeyIsNew() {
    assertEquals(Optional.empty(), accepted(receipts.earlier(act(NOW))));
    assertEquals(Optional.empty(), accepted(receipts.earlier(act(NOW, "other", "body"))));
  }

  @Test
  void sameKeyWithTheSameBodyGivesTheIdsOfTheFirstRun() {
    assertEquals(Optional.of(Map.of("campaign", "a")), accepted(receipts.earlier(FIRST)));
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    refused(WriteProblem.KEY_REUSED, receipts.earlier(act(NOW, "scope", "other")));
  }
}
