package vn.minhbach.function.submissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.prepare.account.Signatures;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.AmendedView;
import vn.minhbach.function.http.DecisionView;
import vn.minhbach.function.http.GroupView;
import vn.minhbach.function.http.HeadView;
import vn.minhbach.function.http.Tree;

/** A submission and its parts as a client reads them. */
final class SubmissionView {

  private SubmissionView() {}

  /** The form: criteria with answers and scores, in the order of the set. */
  static Map<String, Object> form(
      Campaign campaign, Unit unit, FormSheet sheet, EvidenceView files, HintsView hints) {
    FormView view = sheet.view();
    CriteriaSet set = view.criteria();
    var evidence = new LinkedHashMap<String, List<Map<String, Object>>>();
    var papers = new ArrayList<Map<String, Object>>();
    for (Evidence file : view.form().evidence()) {
      file.criterion()
          .<List<Map<String, Object>>>map(
              criterion -> evidence.computeIfAbsent(criterion.value(), id -> new ArrayList<>()))
          .orElse(papers)
          .add(files.evidence(file));
    }
    return HeadView.of(campaign, unit, view.form().head())
        .with("criteriaSet", AmendedView.judgedBy(view))
        .with("formHead", view.form().particulars().map(SubmissionView::particulars))
        .with("score", score(view.scorecard()))
        .with("lastYear", hints.lastYear())
        .with("onBehalf", OnBehalfView.notice(view.form()))
        .with(
            "groups",
            set.groups().stream().map(group -> group(group, sheet, evidence, hints)).toList())
        .with("papers", papers)
        .build();
  }

  static Map<String, Object> closed(Unit unit, CloseForm.Closed closed) {
    return new Tree()
        .with("unit", unit.code())
        .with("checkCode", closed.checkCode())
        .with("formHash", closed.formHash())
        .with("closedAt", closed.closedAt())
        .with("signBy", closed.signBy())
        .with("etag", closed.etag())
        .build();
  }

  static Map<String, Object> answer(Answer answer) {
    return new Tree()
        .with("criterion", answer.criterion())
        .with("inputs", answer.notApplicable().isPresent() ? null : answer.inputs())
        .with("notApplicable", answer.notApplicable())
        .with("note", answer.note())
        .with("points", answer.points())
        .with("claim", answer.claim().map(BaselineView::claim))
        .with("onBehalf", answer.onBehalf().map(typed -> OnBehalfView.of(answer, typed)))
        .with("savedAt", answer.at())
        .with("etag", answer.etag())
        .build();
  }

  /** The head of the form as the unit filled it in. */
  static Map<String, Object> particulars(Particulars filled) {
    return new Tree()
        .with("address", filled.address())
        .with(
            "staff",
            new Tree()
                .with("officials", filled.staff().officials())
                .with("civilServants", filled.staff().civilServants())
                .with("publicEmployees", filled.staff().publicEmployees()))
        .with("residents", filled.residents())
        .with("enterprises", filled.enterprises())
        .with(
            "contact",
            new Tree()
                .with("name", filled.contact().name())
                .with("phone", filled.contact().phone())
                .with("email", filled.contact().email()))
        .with("savedAt", filled.at())
        .with("etag", filled.etag())
        .build();
  }

  /** The name stands beside the entry, not in it: it can be erased and the chain stays whole. */
  static Map<String, Object> entry(Entry entry, Optional<Signatures.Person> person) {
    var tree = new LinkedHashMap<>(entry.envelope());
    tree.put("hash", entry.hash());
    if (!entry.body().isEmpty()) {
      tree.put("body", entry.body());
    }
    person.ifPresent(
        known -> tree.put("actor", Map.of("name", known.name(), "title", known.title())));
    return tree;
  }

  static Map<String, Object> score(Scorecard card) {
    return new Tree()
        .with("points", card.points())
        .with("max", card.max())
        .with("index", card.index())
        .with("level", card.level().map(Level::code))
        .with("levelVi", card.level().map(Level::label))
        .with("answered", card.lines().size() - card.unanswered().size())
        .with("criteria", card.lines().size())
        .build();
  }

  private static Map<String, Object> group(
      CriteriaGroup group,
      FormSheet sheet,
      Map<String, List<Map<String, Object>>> evidence,
      HintsView hints) {
    return new Tree()
        .with("id", group.id())
        .with("title", group.title())
        .with("maxPoints", group.maxPoints())
        .with("points", sheet.view().scorecard().pointsOf(group.id()))
        .with("kind", GroupView.kind(group))
        .with("result", GroupView.result(group, sheet.view().scorecard()))
        .with(
            "criteria",
            group.criteria().stream()
                .map(criterion ->
                    criterion(
                        criterion,
                        sheet,
                        evidence.getOrDefault(criterion.id().value(), List.of()),
                        hints))
                .toList())
        .build();
  }

  private static Map<String, Object> criterion(
      Criterion criterion, FormSheet sheet, List<Map<String, Object>> evidence, HintsView hints) {
    Optional<Answer> answer =
        Optional.ofNullable(sheet.view().form().answers().get(criterion.id()));
    Optional<Answer> aside =
        Optional.ofNullable(sheet.view().form().contested().get(criterion.id()));
    var tree = new Tree();
    BaselineView.add(tree, criterion, sheet);
    hints.add(tree, criterion.id());
    return tree.with("id", criterion.id())
        .with("title", criterion.title())
        .with("maxPoints", criterion.maxPoints())
        .with("rule", criterion.rule().type())
        .with("inputs", criterion.inputs().stream().map(SubmissionView::input).toList())
        .with("options", options(criterion.rule()))
        .with("items", items(criterion.rule()))
        .with("parts", parts(criterion.rule()))
        .with("hint", criterion.hint())
        .with("evidenceRequired", criterion.evidenceRequired())
        .with("verifyBy", criterion.verifyBy().code())
        .with("verifier", criterion.verifier())
        .with("dataSource", criterion.dataSource())
        .with(
            "notAssigned",
            Optional.ofNullable(sheet.view().exempt().get(criterion.id()))
                .map(exemption -> DecisionView.of(exemption.decision())))
        .with("awaitsBest", awaitsBest(criterion, sheet.view()))
        .with("naAllowed", criterion.naAllowed())
        .with("naReason", criterion.naReason())
        .with("answer", answer.map(SubmissionView::answer))
        .with("corrected", AmendedView.of(criterion, sheet.view()))
        .with("contested", aside.map(SubmissionView::answer))
        .with("evidence", evidence)
        .build();
  }

  // Said only where it is so.
  private static Optional<Boolean> awaitsBest(Criterion criterion, FormView view) {
    return view.scorecard().lines().stream()
        .filter(line -> line.criterion().equals(criterion.id()))
        .filter(line -> line.score() instanceof CriterionScore.AwaitsBest)
        .findFirst()
        .map(line -> true);
  }

  /** Parts of a sum and alternatives of a best, each with what it asks; none for another rule. */
  private static List<Map<String, Object>> parts(ScoringRule rule) {
    return rule.parts().isEmpty()
        ? null
        : rule.parts().stream()
            .map(part ->
                new Tree()
                    .with("key", part.key())
                    .with("label", part.label())
                    .with("maxPoints", part.maxPoints())
                    .with("rule", part.rule().type())
                    .with(
                        "inputs", part.rule().inputs().stream().map(SubmissionView::input).toList())
                    .with("options", options(part.rule()))
                    .with("items", items(part.rule()))
                    .with("parts", parts(part.rule()))
                    .build())
            .toList();
  }

  private static Map<String, Object> input(Input input) {
    return new Tree()
        .with("key", input.key())
        .with("label", input.label())
        .with("kind", input.kind().code())
        .with("min", input.kind().numeric() ? input.min() : null)
        .build();
  }

  private static List<Map<String, Object>> options(ScoringRule rule) {
    return rule instanceof ScoringRule.Choice choice
        ? choice.options().stream()
            .map(option ->
                new Tree()
                    .with("value", option.value())
                    .with("label", option.label())
                    .with("points", option.points())
                    .build())
            .toList()
        : null;
  }

  private static List<Map<String, Object>> items(ScoringRule rule) {
    return rule instanceof ScoringRule.Checklist checklist
        ? checklist.items().stream()
            .map(item ->
                new Tree()
                    .with("id", item.key())
                    .with("label", item.label())
                    .with("points", item.points())
                    .build())
            .toList()
        : null;
  }
}
