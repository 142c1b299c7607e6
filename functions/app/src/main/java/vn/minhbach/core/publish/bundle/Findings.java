package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a verification has found so far. */
public final class Findings {

  /**
   * A difference.
   *
   * @param place file, or unit/criterion
   */
  public record Fault(Step step, String place, String vietnamese, String english) {}

  private final List<Fault> faults = new ArrayList<>();

  /** Cells by what lies behind them, those that are hidden, and points that were given as such. */
  private final int[] proofs = new int[Cell.Proof.values().length];

  private int hidden;
  private int given;
  private String key = "";
  private boolean opened = true;

  void note(Step step, String place, String vietnamese, String english) {
    faults.add(new Fault(step, place, vietnamese, english));
  }

  /** Notes that two differ, if they do. */
  void same(Step step, String place, Object recomputed, Object found) {
    if (!Objects.equals(recomputed, found)) {
      note(
          step,
          place,
          "tính lại được " + recomputed + ", trong túi là " + found,
          "recomputed " + recomputed + ", the bag says " + found);
    }
  }

  /** Looks at something that may be anything: what cannot be read is a fault of its place. */
  void reading(Step step, String place, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException unreadable) {
      note(
          step,
          place,
          "không đọc được: " + unreadable.getMessage(),
          "unreadable: " + unreadable.getMessage());
    }
  }

  /** How many differences there are, to come back to. */
  int mark() {
    return faults.size();
  }

  /** Forgets what was noted after a mark. */
  void rewind(int mark) {
    faults.subList(mark, faults.size()).clear();
  }

  void close() {
    opened = false;
  }

  /** Whether there was anything to look at. */
  public boolean opened() {
    return opened;
  }

  void count(Cell cell) {
    proofs[cell.proof().ordinal()]++;
    if (cell.basis() == Cell.Basis.GIVEN) {
      given++;
    }
  }

  void countHidden(int cells) {
    hidden += cells;
  }

  void key(String thumbprint) {
    key = thumbprint;
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public List<Fault> faults(Step step) {
    return faults.stream().filter(fault -> fault.step() == step).toList();
  }

  /** Name of the key that sealed the bag (RFC 7638); empty where it could not be read. */
  public String key() {
    return key;
  }

  /** How many cells could not be recomputed one by one, since they are not public. */
  public int hidden() {
    return hidden;
  }

  /** What was shown and what was not, with counts. */
  public String lastLine(boolean vietnamese) {
    int source = proofs[Cell.Proof.SOURCE.ordinal()];
    int inspected = proofs[Cell.Proof.INSPECTED.ordinal()];
    int document = proofs[Cell.Proof.DOCUMENT.ordinal()];
    int declared = proofs[Cell.Proof.DECLARED.ordinal()];
    boolean sound = faults.isEmpty();
    return vietnamese
        ? "Phép tính và thứ hạng "
            + (sound ? "khớp" : "KHÔNG khớp")
            + "; số liệu gốc không được chứng minh ở đây (nguồn của tỉnh "
            + source
            + ", đã kiểm tra "
            + inspected
            + ", chỉ có hồ sơ "
            + document
            + ", chỉ khai báo "
            + declared
            + "; điểm cho trực tiếp "
            + given
            + "; không công khai "
            + hidden
            + ")"
        : "Arithmetic and ranks "
            + (sound ? "match" : "do NOT match")
            + "; the figures behind them are not proven here (province's source "
            + source
            + ", inspected "
            + inspected
            + ", documents only "
            + document
            + ", declared only "
            + declared
            + "; points given as such "
            + given
            + "; not public "
            + hidden
            + ")";
  }
}
