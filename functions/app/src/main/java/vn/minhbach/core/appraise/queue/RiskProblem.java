package vn.minhbach.core.appraise.queue;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;

import java.time.LocalDate;
import java.util.Collection;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of4;

/** Why a member of the team should look at a cell early; nothing is refused for it. */
public final class RiskProblem {

  public static final Of1<CriterionId> FIGURE_CONTESTED =
      problem(
          Kind.UNPROCESSABLE,
          "figure-contested",
          "Tiêu chí {criterion}: đơn vị khai khác số liệu của tỉnh.",
          "Criterion {criterion}: the unit contests the province's figure.",
          criterion("criterion"));

  public static final Of4<CriterionId, String, String, Number> OUTLIER_OF_GROUP =
      problem(
          Kind.UNPROCESSABLE,
          "outlier-of-group",
          "Tiêu chí {criterion}: {value}, cách xa trung vị {median} của {count} đơn vị cùng nhóm.",
          "Criterion {criterion}: {value}, far from the median {median} of {count} units of the"
              + " group.",
          criterion("criterion"),
          text("value"),
          text("median"),
          number("count"));

  public static final Of2<CriterionId, Collection<String>> FILE_AT_SEVERAL_UNITS =
      problem(
          Kind.UNPROCESSABLE,
          "file-at-several-units",
          "Tiêu chí {criterion}: có tệp minh chứng trùng với tệp của đơn vị khác ({units}).",
          "Criterion {criterion}: a file is the same as one of other units ({units}).",
          criterion("criterion"),
          texts("units"));

  public static final Of3<CriterionId, Collection<String>, LocalDate> DOCUMENT_AFTER_PERIOD =
      problem(
          Kind.UNPROCESSABLE,
          "document-after-period",
          "Tiêu chí {criterion}: văn bản ban hành sau ngày cuối kỳ số liệu ({to}): {documents}.",
          "Criterion {criterion}: documents are dated after the last day of the period ({to}):"
              + " {documents}.",
          criterion("criterion"),
          texts("documents"),
          day("to"));

  public static final Of1<CriterionId> CLAIMED_NOT_APPLICABLE =
      problem(
          Kind.UNPROCESSABLE,
          "claimed-not-applicable",
          "Tiêu chí {criterion}: đơn vị đề nghị không áp dụng, tổ thẩm định phải quyết định.",
          "Criterion {criterion}: the unit says that it does not apply; the team has to decide.",
          criterion("criterion"));

  public static final Of2<String, String> OVER_SCORED_BEFORE =
      problem(
          Kind.UNPROCESSABLE,
          "over-scored-before",
          "Kỳ trước đơn vị tự chấm cao hơn kết quả thẩm định {cut} điểm chỉ số (trung vị của nhóm:"
              + " {typical}). Chỉ là gợi ý để xem trước, không phải căn cứ trừ điểm.",
          "Last year the unit's own index was {cut} points above its appraised one (median of the"
              + " group: {typical}). A hint where to look first, no ground to take points off.",
          text("cut"),
          text("typical"));

  public static final Of1<CriterionId> IN_THE_SAMPLE =
      problem(
          Kind.UNPROCESSABLE,
          "in-the-sample",
          "Tiêu chí {criterion}: thuộc mẫu chọn ngẫu nhiên để chấm hai lần.",
          "Criterion {criterion}: drawn at random to be read twice.",
          criterion("criterion"));

  private RiskProblem() {}
}
