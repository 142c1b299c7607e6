package vn.minhbach.core.appraise.inspection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;

/**
 * What was found of one criterion at a unit (<i>kết quả kiểm tra thực tế</i>). It moves no point:
 * whoever marks weighs it.
 *
 * @param id opaque
 * @param inspection number of its plan
 * @param evidence ids of the team's files that show it
 */
public record Finding(
    CampaignId campaign,
    UnitCode unit,
    String id,
    int inspection,
    CriterionId criterion,
    Found found,
    String text,
    List<String> evidence,
    Hand by,
    Instant at) {

  /** As minutes list them. */
  public static final Comparator<Finding> IN_ORDER =
      Comparator.comparing(Finding::inspection)
          .thenComparing(Finding::criterion)
          .thenComparing(Finding::at)
          .thenComparing(Finding::id);

  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** How what is there stands to what the unit says. */
  public enum Found {
    /** It is as the unit says (<i>đúng như tự đánh giá</i>). */
    CONFIRMED("confirmed", "đúng như đơn vị tự đánh giá", "as the unit says"),
    /** It is otherwise (<i>khác với tự đánh giá</i>). */
    DIFFERS("differs", "khác với đơn vị tự đánh giá", "other than the unit says"),
    /** It could not be seen (<i>không kiểm tra được</i>). */
    NOT_SEEN("not-seen", "không kiểm tra được", "could not be seen");

    private final String code;
    private final String vietnamese;
    private final String english;

    Found(String code, String vietnamese, String english) {
      this.code = code;
      this.vietnamese = vietnamese;
      this.english = english;
    }

    /** As clients write it. */
    public String code() {
      return code;
    }

    String vietnamese() {
      return vietnamese;
    }

    String english() {
      return english;
    }
  }

  /** Whether the criterion was seen on the spot, and is not judged on documents alone. */
  public boolean seen() {
    return found != Found.NOT_SEEN;
  }
}
