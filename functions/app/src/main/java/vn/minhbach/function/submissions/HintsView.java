package vn.minhbach.function.submissions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.hint.Plausibility;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.function.http.Tree;

/** What helps a clerk beside the form itself. */
record HintsView(Hints.Hinted hints, List<Published> questions) {

  /** Whether the years can be compared, and if not, why. */
  Optional<Tree> lastYear() {
    return hints
        .lastYear()
        .map(before -> {
          return new Tree()
              .with("campaign", before.campaign().id())
              .with("comparable", before.obstacle().isEmpty())
              .with("unit", before.unit().map(unit -> unit.code().value()))
              .with("name", before.unit().map(unit -> unit.name()))
              .with("reasonVi", before.obstacle().map(why -> why.detail(Language.VI)))
              .with("reasonEn", before.obstacle().map(why -> why.detail(Language.EN)));
        });
  }

  /** Adds last year's figure, what looks odd, and what the office has answered to all. */
  void add(Tree tree, CriterionId criterion) {
    List<Plausibility.Warning> warnings = hints.of(criterion);
    List<Map<String, Object>> answered =
        questions.stream()
            .filter(question -> question.criterion().equals(criterion))
            .map(QuestionView::published)
            .toList();
    tree.with("lastYear", hints.lastYear().flatMap(before -> figure(before, criterion)))
        .with("warnings", warnings.isEmpty() ? null : warnings(warnings))
        .with("questions", answered.isEmpty() ? null : answered);
  }

  private static Optional<Tree> figure(LastYear.Comparison before, CriterionId criterion) {
    return Optional.ofNullable(before.figures().get(criterion))
        .map(figure ->
            new Tree()
                .with("campaign", before.campaign().id())
                .with("unit", before.unit().orElseThrow().code())
                .with("inputs", figure.notApplicable().isPresent() ? null : figure.inputs())
                .with("notApplicable", figure.notApplicable())
                .with("points", figure.points()));
  }

  /** In both languages: a form is read by people of both. */
  static List<Map<String, Object>> warnings(List<Plausibility.Warning> warnings) {
    return warnings.stream()
        .map(warning -> {
          Map<String, Object> tree = new LinkedHashMap<>();
          tree.put("code", warning.fault().problem().slug());
          tree.put("vi", warning.fault().detail(Language.VI));
          tree.put("en", warning.fault().detail(Language.EN));
          return tree;
        })
        .toList();
  }
}
