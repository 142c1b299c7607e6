package vn.minhbach.function.submissions;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Origin;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.function.http.Provenances;
import vn.minhbach.function.http.Tree;

/** What is known of a criterion without the unit, as a client reads it. */
final class BaselineView {

  private BaselineView() {}

  /** Adds what is known to a criterion of the form. */
  static void add(Tree tree, Criterion criterion, FormSheet sheet) {
    Optional<Baseline> baseline = Optional.ofNullable(sheet.baselines().get(criterion.id()));
    Optional<Answer> answer =
        Optional.ofNullable(sheet.view().form().answers().get(criterion.id()));
    tree.with("inputKind", kind(criterion, baseline))
        .with("evidenceExpected", evidenceExpected(criterion, baseline, answer))
        .with("baseline", baseline.map(BaselineView::baseline))
        .with(
            "baselineAwaiting",
            Optional.ofNullable(sheet.awaited().get(criterion.id())).map(BaselineView::awaiting))
        .with(
            "computed",
            Optional.ofNullable(sheet.computed().get(criterion.id()))
                .map(known -> computed(known, sheet)))
        .with(
            "derived",
            Optional.ofNullable(sheet.derived().get(criterion.id()))
                .map(sum -> derived(sum, answer)));
  }

  static Tree claim(Claim claim) {
    Tree tree = claim.provenance().map(Provenances::tree).orElseGet(Tree::new);
    return tree.with("kind", claim.kind().name())
        .with("figure", claim.figure().isEmpty() ? null : claim.figure())
        .with("reason", claim.reason());
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

  private static Tree baseline(Baseline baseline) {
    return Provenances.tree(baseline.provenance())
        .with("inputs", baseline.inputs())
        .with("points", baseline.points());
  }

  private static Tree awaiting(Optional<Baseline> sent) {
    return sent.map(BaselineView::baseline)
        .orElseGet(Tree::new)
        .with("withdraws", sent.isEmpty() ? true : null)
        .with(
            "noteVi",
            "Số liệu do chính cơ quan này nhập, chưa có hiệu lực: chờ thành viên của cơ quan khác"
                + " xác nhận.")
        .with(
            "noteEn",
            "Imported by this body itself, without effect until a member of another body confirms"
                + " it.");
  }

  private static Tree computed(Fillings.Computed computed, FormSheet sheet) {
    return new Tree()
        .with("inputs", computed.inputs())
        .with("points", computed.points())
        .with("preliminary", sheet.view().form().head().state().editable());
  }

  private static Tree derived(Fillings.Derived sum, Optional<Answer> answer) {
    Map<String, String> difference = sum.difference(answer);
    return new Tree()
        .with("criterion", sum.from())
        .with("inputs", sum.inputs())
        .with("points", sum.points())
        .with("communes", sum.communes())
        .with("answered", sum.answered())
        .with("difference", difference.isEmpty() ? null : difference);
  }
}
