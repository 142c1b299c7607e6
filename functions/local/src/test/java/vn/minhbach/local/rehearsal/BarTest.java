package vn.minhbach.local.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BarTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2020-01-01T00:00:00Z"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Bar bar(boolean terminal) {
    return new Bar(
        new PrintStream(out, true, StandardCharsets.UTF_8), terminal, now::get, 1, 98, 100);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void printsPlainLinesEveryFewPerCentAndEstimatesFromItsOwnWork() {
    Bar bar = bar(false);
    for (int i = 0; i < 50; i++) {
      bar.answer(1, true);
    }
    now.set(now.get().plusSeconds(60));
    for (int i = 0; i < 25; i++) {
      bar.answer(1, false);
    }
    List<String> lines = printed().lines().toList();
    assertEquals(16, lines.size(), "0, 5, … 75 %");
    String last = lines.getLast();
    assertTrue(last.startsWith(" 75% Tự đánh giá"), last);
    assertTrue(last.contains("75/98 câu trả lời"), last);
    assertTrue(last.endsWith("1:00, còn | left 1:00"), "25 took a minute, 25 are left: " + last);
  }

  @Test
  void drawsOneLineAgainOnATerminal() {
    Bar bar = bar(true);
    int head = (int) printed().lines().count();
    for (int i = 0; i < 98; i++) {
      now.set(now.get().plusMillis(200));
      bar.answer(1, false);
    }
    bar.end();
    assertEquals(head + 1, printed().split("\n", -1).length - 1);
    String last = printed().substring(printed().lastIndexOf('\r'));
    assertTrue(last.contains(" 98% "), last);
    assertTrue(last.strip().length() < 90, last);
  }
}
