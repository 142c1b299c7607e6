package vn.minhbach.function.http;

import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.Language;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.Criterion;

/** What corrections made of a criterion and of the answer to it, as form and scorecard show it. */
public final class AmendedView {

  private AmendedView() {}

  /** Which set a form is judged by. */
  public static Tree judgedBy(FormView view) {
    return new Tree()
        .with("setId", view.criteria().setId())
        .with("title", view.criteria().title())
        .with("version", view.criteria().version())
        .with("criteriaVersion", view.criteriaVersion())
        .with("correction", view.amendments().number());
  }

  /** Empty where no correction names the criterion. */
  public static Optional<Tree> of(Criterion criterion, FormView view) {
    Optional<Answer> answer = Optional.ofNullable(view.form().answers().get(criterion.id()));
    return view.amendments()
        .of(criterion.id(), answer)
        .map(amended -> {
          Optional<Answer> outdated = answer.filter(view.amendments()::outdated);
          Optional<Amendments.Carried> carried =
              outdated.map(old -> view.amendments().carried(criterion, old));
          Optional<Refusal> refusal = carried.flatMap(Amendments.Carried::refusal);
          return new Tree()
              .with("number", amended.by().number())
              .with("letter", amended.by().letter().number())
              .with("date", amended.by().letter().date())
              .with("fields", amended.fields())
              .with("until", amended.by().until())
              .with("owed", amended.owed())
              .with(
                  "points",
                  carried
                      .map(Amendments.Carried::score)
                      .filter(score -> score.applicable())
                      .map(score -> score.points()))
              .with("fits", carried.map(one -> one.refusal().isEmpty()))
              .with("reason", refusal.map(one -> one.problem().slug()))
              .with("reasonVi", refusal.map(one -> text(one, Language.VI)))
              .with("reasonEn", refusal.map(one -> text(one, Language.EN)));
        });
  }

  private static String text(Refusal refusal, Language language) {
    return refusal.violations().isEmpty()
        ? refusal.detail(language)
        : refusal.violations().stream()
            .map(one -> one.detail(language))
            .collect(Collectors.joining(" "));
  }
}
