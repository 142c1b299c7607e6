package vn.minhbach.function.answering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.plan.EarlierPlan;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.EvidenceReply;
import vn.minhbach.function.view.GroupResultReply;
import vn.minhbach.function.view.HeadReply;
import vn.minhbach.function.view.JudgedByReply;

/**
 * A form: criteria with answers and scores, in the order of the set.
 *
 * @param onBehalf the notice at the top of the form, a line for each paper
 * @param papers files that belong to the form and to no criterion
 */
record FormReply(
    @Wire(inline = true) HeadReply head,
    JudgedByReply criteriaSet,
    Optional<ParticularsReply> formHead,
    ScoreReply score,
    Optional<LastYearReply> lastYear,
    Optional<List<TypedReply>> onBehalf,
    List<GroupReply> groups,
    List<EvidenceReply> papers)
    implements ReplyPart {

  /** What helps a clerk beside the form itself. */
  record Help(
      Hints.Hinted hints,
      List<Published> questions,
      Map<CriterionId, Remark> remarks,
      Optional<EarlierPlan.Reviewed> earlier) {}

  static FormReply of(
      Campaign campaign, Unit unit, FormSheet sheet, EvidenceReply.Reader files, Help help) {
    FormView view = sheet.view();
    var evidence = new LinkedHashMap<CriterionId, List<EvidenceReply>>();
    var papers = new ArrayList<EvidenceReply>();
    for (Evidence file : view.form().evidence()) {
      file.criterion()
          .<List<EvidenceReply>>map(
              criterion -> evidence.computeIfAbsent(criterion, id -> new ArrayList<>()))
          .orElse(papers)
          .add(files.shown(file));
    }
    return new FormReply(
        HeadReply.of(campaign, unit, view.form().head()),
        JudgedByReply.of(view),
        view.form().particulars().map(ParticularsReply::of),
        ScoreReply.of(view.scorecard()),
        help.hints().lastYear().map(LastYearReply::of),
        ReplyPart.some(TypedReply.notice(view.form())),
        view.criteria().groups().stream()
            .map(group -> GroupReply.of(group, sheet, evidence, help))
            .toList(),
        papers);
  }

  /** What the form gives so far. */
  record ScoreReply(
      Points points,
      Points max,
      Optional<Points> index,
      Optional<String> level,
      Optional<String> levelVi,
      int answered,
      int criteria)
      implements ReplyPart {

    private static ScoreReply of(Scorecard card) {
      return new ScoreReply(
          card.points(),
          card.max(),
          card.index(),
          card.level().map(Level::code),
          card.level().map(Level::label),
          card.lines().size() - card.unanswered().size(),
          card.lines().size());
    }
  }

  /** Whether the years can be compared, and if not, why. */
  record LastYearReply(
      CampaignId campaign,
      boolean comparable,
      Optional<UnitCode> unit,
      Optional<String> name,
      Optional<String> reasonVi,
      Optional<String> reasonEn)
      implements ReplyPart {

    private static LastYearReply of(LastYear.Comparison before) {
      return new LastYearReply(
          before.campaign().id(),
          before.obstacle().isEmpty(),
          before.unit().map(Unit::code),
          before.unit().map(Unit::name),
          before.obstacle().map(why -> why.detail(Language.VI)),
          before.obstacle().map(why -> why.detail(Language.EN)));
    }
  }

  /** What was typed from one paper, and until when the unit may contest it. */
  record TypedReply(String paper, List<CriterionId> criteria, Instant until) implements ReplyPart {

    private static List<TypedReply> notice(Form form) {
      var papers = new LinkedHashMap<String, List<Answer>>();
      form.answers()
          .values()
          .forEach(answer ->
              answer
                  .onBehalf()
                  .ifPresent(typed ->
                      papers.computeIfAbsent(typed.paper(), id -> new ArrayList<>()).add(answer)));
      return papers.entrySet().stream().map(paper -> of(paper.getKey(), paper.getValue())).toList();
    }

    private static TypedReply of(String paper, List<Answer> typed) {
      return new TypedReply(
          paper,
          typed.stream().map(Answer::criterion).toList(),
          typed.stream()
              .map(answer -> answer.onBehalf().orElseThrow().until())
              .max(Comparator.naturalOrder())
              .orElseThrow());
    }
  }

  /** A group of criteria, with what it gives so far. */
  record GroupReply(
      String id,
      String title,
      Points maxPoints,
      Points points,
      Optional<String> kind,
      Optional<GroupResultReply> result,
      List<CriterionReply> criteria)
      implements ReplyPart {

    private static GroupReply of(
        CriteriaGroup group,
        FormSheet sheet,
        Map<CriterionId, List<EvidenceReply>> evidence,
        Help help) {
      return new GroupReply(
          group.id(),
          group.title(),
          group.maxPoints(),
          sheet.view().scorecard().pointsOf(group.id()),
          GroupResultReply.kind(group),
          GroupResultReply.of(group, sheet.view().scorecard()),
          group.criteria().stream()
              .map(criterion ->
                  CriterionReply.of(
                      criterion, sheet, evidence.getOrDefault(criterion.id(), List.of()), help))
              .toList());
    }
  }
}
