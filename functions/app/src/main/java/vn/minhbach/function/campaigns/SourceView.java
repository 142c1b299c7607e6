package vn.minhbach.function.campaigns;

import java.util.Map;
import vn.minhbach.core.assess.correction.SourceDifferences;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.prepare.source.Extraction;
import vn.minhbach.function.http.Provenances;
import vn.minhbach.function.http.Tree;

/** An import of a source, and where it differs from what units have dealt with. */
final class SourceView {

  private SourceView() {}

  static Tree extraction(Extraction extraction) {
    return Provenances.tree(extraction.provenance())
        .with("by", extraction.by())
        .with("importedAt", extraction.importedAt())
        .with("importedBy", extraction.importedBy())
        .with("sha256", extraction.sha256())
        .with("figures", extraction.figures())
        .with("units", extraction.units())
        .with("previousVersion", extraction.previous())
        .with("awaitingConfirmation", extraction.awaiting())
        .with("confirmed", extraction.confirmed().map(SourceView::confirmed));
  }

  private static Tree confirmed(Extraction.Confirmed confirmed) {
    return new Tree()
        .with("unit", confirmed.unit())
        .with("by", confirmed.by())
        .with("at", confirmed.at())
        .with("importVersion", confirmed.imported());
  }

  /** {@code old} and {@code new} are null where there is no figure. */
  static Map<String, Object> difference(SourceDifferences.Line line) {
    var tree =
        new Tree()
            .with("unit", line.at().unit())
            .with("criterion", line.at().criterion())
            .with("answerState", line.state().name())
            .with("answer", line.answer().map(SourceView::answer))
            .with("awaitsConfirmation", line.awaits() ? true : null)
            .build();
    tree.put("old", line.was().orElse(null));
    tree.put("new", line.is().orElse(null));
    return tree;
  }

  private static Tree answer(Answer answer) {
    return new Tree()
        .with("inputs", answer.notApplicable().isPresent() ? null : answer.inputs())
        .with("notApplicable", answer.notApplicable())
        .with("points", answer.points())
        .with("reason", answer.claim().flatMap(Claim::reason))
        .with(
            "baselineVersion",
            answer.claim().flatMap(Claim::provenance).map(from -> from.version()));
  }
}
