package vn.minhbach.core.workbook;

import java.util.List;
import java.util.Optional;

/**
 * A unit's form as a workbook that can be filled in without a line.
 *
 * @param heading lines above the table: campaign, unit, due date
 * @param guide how to fill it in and bring it back, a paragraph each
 * @param hidden what the workbook must bring back unread: lines of the hidden sheet
 */
public record FormBook(
    List<String> heading, List<String> guide, List<Row> rows, List<String> hidden) {

  /** The sheet with the instructions. */
  public static final String GUIDE = "Hướng dẫn";

  /** The sheet that is filled in. */
  public static final String FORM = "Phiếu";

  /** The sheet that nobody sees. */
  public static final String HIDDEN = "minhbach";

  public FormBook {
    heading = List.copyOf(heading);
    guide = List.copyOf(guide);
    rows = List.copyOf(rows);
    hidden = List.copyOf(hidden);
  }

  /** The columns of the form, in order; rows and columns are found by these headings again. */
  public enum Column {
    CRITERION("TT", "Mã", 6),
    TITLE("Tiêu chí", 32),
    MAX("Điểm tối đa", 7),
    KEY("Mục", 5),
    LABEL("Nội dung số liệu", 30),
    VALUE("Số liệu", "Giá trị", 16),
    HOW("Cách ghi", 19),
    PROVINCE("Số liệu hệ thống có", 16),
    OPINION("Ý kiến về số liệu của tỉnh", 20),
    NOT_APPLICABLE("Lý do không áp dụng", 20),
    NOTE("Ghi chú", 22),
    POINTS("Điểm tự chấm", "Điểm khi tải", 8);

    private final String heading;
    private final String earlier;
    private final int width;

    Column(String heading, int width) {
      this(heading, heading, width);
    }

    Column(String heading, String earlier, int width) {
      this.heading = heading;
      this.earlier = earlier;
      this.width = width;
    }

    /** Whether it is this column's heading, now or in workbooks that went out before. */
    boolean headed(String text) {
      return heading.equals(text) || earlier.equals(text);
    }

    public String heading() {
      return heading;
    }

    /** In characters. */
    public int width() {
      return width;
    }
  }

  /** A line of the table. */
  public sealed interface Row {}

  /** The title of a group of criteria. */
  public record Band(String title) implements Row {}

  /**
   * One figure of a criterion.
   *
   * @param first whether it is the first line of its criterion, which shows title and points
   * @param how what may be filled in, in words
   * @param province what the system knows of it
   */
  public record Line(
      boolean first,
      String criterion,
      String title,
      String max,
      String key,
      String label,
      Entry value,
      String how,
      String province,
      Entry opinion,
      Entry notApplicable,
      Entry note,
      String points)
      implements Row {}

  /**
   * What stands in a cell, and what may be filled in.
   *
   * @param fill empty for a locked cell
   */
  public record Entry(Cell cell, Optional<Fill> fill) {

    static final Entry LOCKED = new Entry(Cell.EMPTY, Optional.empty());
  }
}
