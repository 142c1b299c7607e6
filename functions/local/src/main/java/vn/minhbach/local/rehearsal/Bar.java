package vn.minhbach.local.rehearsal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * How far the rehearsal is: one line that is drawn again and again on a terminal, a plain line
 * every few per cent elsewhere. Safe for many threads.
 */
final class Bar {

  private static final Duration FRAME = Duration.ofMillis(100);
  private static final int WIDTH = 20;
  private static final int STEP = 5;
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private final Instant started;
  private final int units;
  private final int answers;
  private final int work;

  // Guarded by this.
  private Phase phase = Phase.ANSWERS;
  private int unitsDone;
  private int answersDone;
  private int filesDone;
  private int marksDone;
  private int workDone;
  private int workFound;
  private Instant drawn = Instant.EPOCH;
  private int printed = -STEP;

  /** What is going on. */
  enum Phase {
    ANSWERS("Tự đánh giá", "self-assessment"),
    FIRST_BATCH("Huyện tổng hợp", "districts forward"),
    LATE("Nộp muộn", "late forms"),
    RETURNS("Huyện trả lại", "returned forms"),
    SECOND_BATCH("Huyện bổ sung", "second batch"),
    MARKS("Thẩm định", "appraisal"),
    EXPLANATIONS("Giải trình", "explanations"),
    PETITIONS("Xem xét lại", "petitions"),
    CLOSING("Chốt thẩm định", "closing"),
    REPORT("Báo cáo", "report"),
    APPROVAL("Phê duyệt", "approval"),
    PUBLICATION("Công bố", "publication");

    private final String vietnamese;
    private final String english;

    Phase(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  /**
   * A bar.
   *
   * @param work of all steps together, in whatever unit the steps are told
   */
  Bar(PrintStream out, boolean terminal, InstantSource clock, int units, int answers, int work) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.started = clock.instant();
    this.units = units;
    this.answers = answers;
    this.work = Math.max(1, work);
    if (terminal) {
      out.println("việc, %, đơn vị, câu trả lời, tệp, ô đã chấm, đã qua, còn");
      out.println("phase, %, units, answers, files, cells marked, elapsed, left");
    }
  }

  synchronized void phase(Phase next) {
    phase = next;
    draw(true);
  }

  /** An answer is saved; or was, in an earlier run. */
  synchronized void answer(int cost, boolean earlier) {
    answersDone++;
    step(cost, earlier);
  }

  /** Cells are marked; or were, in an earlier run. */
  synchronized void marks(int cells, int cost, boolean earlier) {
    marksDone += cells;
    step(cells * cost, earlier);
  }

  /** How many cells are marked by now. */
  synchronized int marked() {
    return marksDone;
  }

  /** A file is uploaded; or was, in an earlier run. */
  synchronized void file(int cost, boolean earlier) {
    filesDone++;
    step(cost, earlier);
  }

  /** A form is submitted; or was, in an earlier run. */
  synchronized void unit(int cost, boolean earlier) {
    unitsDone++;
    step(cost, earlier);
  }

  /** Something else is done. */
  synchronized void step(int cost, boolean earlier) {
    workDone += cost;
    workFound += earlier ? cost : 0;
    draw(false);
  }

  /** Share of the units that are done. */
  synchronized double unitShare() {
    return units == 0 ? 1 : (double) unitsDone / units;
  }

  /** Leaves the line as it is and goes on below it. */
  synchronized void end() {
    if (terminal) {
      draw(true);
      out.println();
    }
  }

  private void draw(boolean now) {
    int percent = Math.min(100, workDone * 100 / work);
    if (terminal) {
      Instant at = clock.instant();
      if (now || Duration.between(drawn, at).compareTo(FRAME) >= 0) {
        drawn = at;
        out.print(CLEAR + line(percent));
        out.flush();
      }
    } else if (percent >= printed + STEP) {
      printed = percent - percent % STEP;
      out.println(plain(percent));
    }
  }

  private String line(int percent) {
    int full = WIDTH * percent / 100;
    return String.format(
        Locale.ROOT,
        "%-14s %s%s %3d%% %4d/%d %5d/%d %4d %5d %s, %s",
        phase.vietnamese,
        "█".repeat(full),
        "░".repeat(WIDTH - full),
        percent,
        unitsDone,
        units,
        answersDone,
        answers,
        filesDone,
        marksDone,
        clockTime(elapsed()),
        clockTime(left()));
  }

  private String plain(int percent) {
    return String.format(
        Locale.ROOT,
        "%3d%% %s | %s: %d/%d đơn vị | units, %d/%d câu trả lời | answers, %d tệp | files,"
            + " %d ô đã chấm | cells marked, %s, còn | left %s",
        percent,
        phase.vietnamese,
        phase.english,
        unitsDone,
        units,
        answersDone,
        answers,
        filesDone,
        marksDone,
        clockTime(elapsed()),
        clockTime(left()));
  }

  private Duration elapsed() {
    return Duration.between(started, clock.instant());
  }

  /** What an earlier run did cost no time in this one. */
  private Duration left() {
    int own = workDone - workFound;
    return own <= 0
        ? Duration.ZERO
        : Duration.ofMillis(elapsed().toMillis() * Math.max(0, work - workDone) / own);
  }

  static String clockTime(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
