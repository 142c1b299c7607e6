package vn.minhbach.function.answering;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Origin;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.ProvenanceReply;

/**
 * What is known of a criterion without the unit.
 *
 * @param baseline the province's figure
 * @param baselineAwaiting what waits for confirmation by another body
 * @param computed what the system computes itself
 * @param derived the sum of the communes
 */
record KnownReply(
    String inputKind,
    boolean evidenceExpected,
    Optional<BaselineReply> baseline,
    Optional<AwaitingReply> baselineAwaiting,
    Optional<ComputedReply> computed,
    Optional<DerivedReply> derived)
    implements ReplyPart {

  static KnownReply of(Criterion criterion, FormSheet sheet) {
    Optional<Baseline> baseline = Optional.ofNullable(sheet.baselines().get(criterion.id()));
    Optional<Answer> answer =
        Optional.ofNullable(sheet.view().form().answers().get(criterion.id()));
    return new KnownReply(
        kind(criterion, baseline),
        evidenceExpected(criterion, baseline, answer),
        baseline.map(BaselineReply::of),
        Optional.ofNullable(sheet.awaited().get(criterion.id())).map(AwaitingReply::of),
        Optional.ofNullable(sheet.computed().get(criterion.id()))
            .map(known -> ComputedReply.of(known, sheet)),
        Optional.ofNullable(sheet.derived().get(criterion.id()))
            .map(sum -> DerivedReply.of(sum, answer)));
  }

  private static String kind(Criterion criterion, Optional<Baseline> baseline) {
    return criterion
        .origin()
        .map(Origin::kind)
        .orElse(baseline.isPresent() ? "source" : "declared");
  }

  // A figure that the province holds, or the system computes, proves itself.
  private static boolean evidenceExpected(
      Criterion criterion, Optional<Baseline> baseline, Optional<Answer> answer) {
    boolean own =
        answer
            .map(given ->
                given.claim().map(claim -> claim.kind() == Claim.Kind.CONTESTED).orElse(true))
            .orElse(baseline.isEmpty());
    return criterion.evidenceRequired() && !criterion.computed() && own;
  }

  /** The province's figure, and where it comes from. */
  record BaselineReply(
      @Wire(inline = true) ProvenanceReply provenance,
      Map<String, Object> inputs,
      Optional<Points> points)
      implements ReplyPart {

    private static BaselineReply of(Baseline baseline) {
      return new BaselineReply(
          ProvenanceReply.of(baseline.provenance()), baseline.inputs(), baseline.points());
    }
  }

  /**
   * A figure that the unit's own body imported.
   *
   * @param withdraws whether the import takes the figure away
   */
  record AwaitingReply(
      @Wire(inline = true) Optional<BaselineReply> sent,
      Optional<Boolean> withdraws,
      String noteVi,
      String noteEn)
      implements ReplyPart {

    private static AwaitingReply of(Optional<Baseline> sent) {
      return new AwaitingReply(
          sent.map(BaselineReply::of),
          ReplyPart.only(sent.isEmpty()),
          "Số liệu do chính cơ quan này nhập, chưa có hiệu lực: chờ thành viên của cơ quan khác"
              + " xác nhận.",
          "Imported by this body itself, without effect until a member of another body confirms"
              + " it.");
    }
  }

  /** What the system computes, as long as the form is open preliminary. */
  record ComputedReply(Map<String, Object> inputs, Optional<Points> points, boolean preliminary)
      implements ReplyPart {

    private static ComputedReply of(Fillings.Computed computed, FormSheet sheet) {
      return new ComputedReply(
          computed.inputs(), computed.points(), sheet.view().form().head().state().editable());
    }
  }

  /**
   * The sum of a district's communes.
   *
   * @param difference figure to its distance from the district's own answer
   */
  record DerivedReply(
      CriterionId criterion,
      Map<String, Object> inputs,
      Optional<Points> points,
      int communes,
      int answered,
      Optional<Map<String, String>> difference)
      implements ReplyPart {

    private static DerivedReply of(Fillings.Derived sum, Optional<Answer> answer) {
      return new DerivedReply(
          sum.from(),
          sum.inputs(),
          sum.points(),
          sum.communes(),
          sum.answered(),
          Optional.of(sum.difference(answer)).filter(all -> !all.isEmpty()));
    }
  }
}
