package vn.minhbach.core.assess.correction;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.day;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.slot;
import static vn.minhbach.core.Slot.texts;

import java.time.LocalDate;
import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.prepare.source.SourceId;

/** Why criteria in force are not corrected so. */
public final class CorrectionProblem {

  public static final Of3<CampaignId, SourceId, Collection<String>> UNKNOWN_SOURCE =
      problem(
          Kind.NOT_FOUND,
          "unknown-source",
          "Đợt {campaign} không có số liệu từ nguồn {source}. Các nguồn đã nhập: {known}.",
          "Campaign {campaign} has no figures from source {source}. Imported sources: {known}.",
          campaign("campaign"),
          slot("source", SourceId::value),
          texts("known"));

  public static final Of2<Number, Number> NOTHING_TO_CORRECT =
      problem(
          Kind.CONFLICT,
          "nothing-to-correct",
          "Bộ tiêu chí gửi lên không khác bộ đang dùng của nhóm {group} (phiên bản {version}), nên"
              + " không có gì để đính chính.",
          "The set sent does not differ from the one in force for group {group} (version"
              + " {version}); there is nothing to correct.",
          number("group"),
          number("version"));

  public static final Of2<Number, Number> CORRECTION_TOO_SHORT =
      problem(
          Kind.UNPROCESSABLE,
          "correction-too-short",
          "Đính chính phải dành cho đơn vị ít nhất {min} ngày làm việc để trả lời lại; số ngày gửi"
              + " lên là {days}.",
          "A correction must leave units at least {min} working days to answer again; {days} were"
              + " given.",
          number("days"),
          number("min"));

  public static final Of2<LocalDate, LocalDate> CORRECTION_TOO_LATE =
      problem(
          Kind.UNPROCESSABLE,
          "correction-too-late",
          "Hạn trả lời lại là hết ngày {until}, sau ngày {last} là ngày cuối trước khi phải xong"
              + " thẩm định. Giảm số ngày, hoặc giữ nguyên bộ tiêu chí.",
          "The time to answer again would end on {until}, after {last}, the last day before the"
              + " appraisal must be done. Give fewer days, or leave the criteria as they are.",
          day("until"),
          day("last"));

  private CorrectionProblem() {}
}
