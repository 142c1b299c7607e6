package vn.minhbach.core.paper;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;

import java.util.Collection;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;

/** Why a paper is not drafted. */
public final class PaperProblem {

  public static final Of2<String, Collection<String>> UNKNOWN_PAPER =
      problem(
          Kind.NOT_FOUND,
          "unknown-paper",
          "Không có văn bản mẫu “{paper}”. Các văn bản soạn được: {known}.",
          "There is no paper “{paper}”. Papers that can be drafted: {known}.",
          text("paper"),
          texts("known"));

  public static final Of1<CampaignId> NOBODY_LATE =
      problem(
          Kind.CONFLICT,
          "nobody-late",
          "Đợt {campaign} không có phiếu nào quá hạn nên không có ai để đôn đốc. Khi có đơn vị quá"
              + " hạn thì soạn lại công văn này.",
          "No form of campaign {campaign} is overdue, so there is nobody to chase. Ask for this"
              + " letter again once there is.",
          campaign("campaign"));

  private PaperProblem() {}
}
