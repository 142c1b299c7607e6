package vn.minhbach.core.scoring;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;

import java.util.Collection;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why an answer cannot be scored. */
public final class ScoringProblem {

  public static final Of2<CriterionId, Number> INVALID_ANSWER =
      problem(
          Kind.UNPROCESSABLE,
          "invalid-answer",
          "Câu trả lời cho tiêu chí {criterion} có {count} chỗ không đúng; chưa có gì được ghi.",
          "The answer to criterion {criterion} has {count} faults; nothing was written.",
          criterion("criterion"),
          number("count"));

  public static final Of2<Number, Number> NUMERATOR_OVER_DENOMINATOR =
      problem(
          Kind.UNPROCESSABLE,
          "numerator-over-denominator",
          "“{place}”: {numerator} lớn hơn {denominator}. Số đạt không thể lớn hơn tổng số.",
          "“{place}”: {numerator} is more than {denominator}. A part cannot exceed its whole.",
          number("numerator"),
          number("denominator"));

  public static final Of2<String, String> UNKNOWN_OPTION =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-option",
          "“{place}”: không có lựa chọn “{value}”. Các lựa chọn: {known}.",
          "“{place}”: there is no option “{value}”. Options: {known}.",
          text("value"),
          text("known"));

  public static final Of2<String, Collection<String>> UNKNOWN_ITEM =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-item",
          "“{place}”: không có mục “{value}”. Các mục: {known}.",
          "“{place}”: there is no item “{value}”. Items: {known}.",
          text("value"),
          texts("known"));

  public static final Of1<String> REPEATED_ITEM =
      problem(
          Kind.UNPROCESSABLE,
          "repeated-item",
          "“{place}”: mục “{value}” được chọn hai lần.",
          "“{place}”: item “{value}” is ticked twice.",
          text("value"));

  public static final Of1<Collection<String>> NO_ALTERNATIVE_GIVEN =
      problem(
          Kind.UNPROCESSABLE,
          "no-alternative-given",
          "“{place}”: cần trả lời ít nhất một trong các cách: {known}.",
          "“{place}”: at least one of the alternatives is to be answered: {known}.",
          texts("known"));

  private ScoringProblem() {}
}
