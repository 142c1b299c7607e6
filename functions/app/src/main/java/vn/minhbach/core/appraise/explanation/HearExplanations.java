package vn.minhbach.core.appraise.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Which explanations are open, and what silence has decided (<i>quá hạn giải trình</i>): a unit
 * that does not explain in time leaves the mark that it was shown as it is; a team that does not
 * judge an explanation in time leaves the self-score as it is. Either is written into the ledger by
 * whoever comes by next, before anything is decided that could hang on it; no clock has to look.
 */
public final class HearExplanations implements Hearings {

  private final Explanations explanations;
  private final Marks marks;
  private final Forms forms;
  private final Docket docket;
  private final Commits commits;

  public HearExplanations(
      Explanations explanations, Marks marks, Forms forms, Docket docket, Commits commits) {
    this.explanations = explanations;
    this.marks = marks;
    this.forms = forms;
    this.docket = docket;
    this.commits = commits;
  }

  @Override
  public List<Open> open(Campaign campaign, Unit unit, Instant now) {
    List<Explanation> asked = explanations.ofUnit(campaign.id(), unit.code());
    Map<CriterionId, Mark> made =
        asked.stream().flatMap(one -> one.last().stream()).anyMatch(Explanation.Round::spoken)
            ? marks.ofUnit(campaign.id(), unit.code())
            : Map.of();
    return asked.stream()
        .flatMap(one -> open(one, Optional.ofNullable(made.get(one.criterion()))).stream())
        .toList();
  }

  @Override
  public Optional<Open> of(Campaign campaign, Unit unit, CriterionId criterion, Instant now) {
    return explanations
        .find(campaign.id(), unit.code(), criterion)
        .filter(one -> one.last().filter(HearExplanations::running).isPresent())
        .flatMap(one -> open(one, marks.find(campaign.id(), unit.code(), criterion)));
  }

  @Override
  public Map<UnitCode, Open> column(
      Campaign campaign, CriterionId criterion, Collection<UnitCode> units, Instant now) {
    List<Explanation> running =
        explanations.of(campaign.id(), criterion, units).stream()
            .filter(one -> one.last().filter(HearExplanations::running).isPresent())
            .toList();
    Map<UnitCode, Mark> made =
        running.isEmpty()
            ? Map.of()
            : marks.of(campaign.id(), criterion, running.stream().map(Explanation::unit).toList());
    var found = new HashMap<UnitCode, Open>();
    for (Explanation one : running) {
      open(one, Optional.ofNullable(made.get(one.unit())))
          .ifPresent(open -> found.put(one.unit(), open));
    }
    return found;
  }

  private static boolean running(Explanation.Round round) {
    return round.awaitsUnit() || round.spoken();
  }

  private static Optional<Open> open(Explanation asked, Optional<Mark> mark) {
    Optional<Explanation.Round> last = asked.last();
    if (last.filter(Explanation.Round::awaitsUnit).isPresent()) {
      return Optional.of(new Open(asked.criterion(), Phase.EXPLAINING, last.get().asked().until()));
    }
    return last.filter(Explanation.Round::spoken)
        .flatMap(Explanation.Round::confirmed)
        .filter(word -> !Docket.judgedSince(mark, word.at()))
        .map(word -> new Open(asked.criterion(), Phase.EXPLAINED, word.judgeBy()));
  }

  @Override
  public void lapse(Campaign campaign, Unit unit, Instant now) {
    if (!campaign.stage().underway()) {
      return;
    }
    for (Phase phase : List.of(Phase.EXPLAINING, Phase.EXPLAINED)) {
      commits.until(
          () -> forms.read(campaign, unit).map(view -> silence(campaign, unit, view, phase, now)));
    }
  }

  private Decision<Boolean> silence(
      Campaign campaign, Unit unit, FormView view, Phase phase, Instant now) {
    List<CriterionId> overdue =
        open(campaign, unit, now).stream()
            .filter(one -> one.phase() == phase && now.isAfter(one.until()))
            .map(Open::criterion)
            .toList();
    Head head = view.form().head();
    if (overdue.isEmpty() || head.state() == State.APPRAISED) {
      return Decision.nothingToDo(false);
    }
    return phase == Phase.EXPLAINING
        ? unitSilent(campaign, unit, head, overdue, now)
        : teamSilent(campaign, unit, view, overdue, now);
  }

  private Decision<Boolean> unitSilent(
      Campaign campaign, Unit unit, Head head, List<CriterionId> overdue, Instant now) {
    List<Write> writes = lapsed(campaign, unit, overdue, Explanation.Party.UNIT, now);
    boolean more =
        open(campaign, unit, now).stream()
            .anyMatch(one -> one.phase() == Phase.EXPLAINING && !overdue.contains(one.criterion()));
    var note = Note.of(now, new ExplanationFact.ExplanationLapsed(Explanation.Party.UNIT, overdue));
    Head heard = head.heard(overdue);
    return Decision.commit(
        true,
        more || head.state() != State.EXPLANATION_REQUESTED
            ? commits.note(head, heard, writes, note)
            : commits.move(head, heard, Move.END_EXPLANATION, writes, note));
  }

  private Decision<Boolean> teamSilent(
      Campaign campaign, Unit unit, FormView view, List<CriterionId> overdue, Instant now) {
    List<Write> writes =
        new ArrayList<>(lapsed(campaign, unit, overdue, Explanation.Party.TEAM, now));
    docket
        .look(campaign, unit, view, system(now))
        .ifPresent(sitting ->
            overdue.forEach(id ->
                sitting
                    .of(id)
                    .map(at -> docket.unanswered(sitting, at, STANDS, now))
                    .fold(refusal -> false, writes::add)));
    return Decision.commit(
        true,
        commits.note(
            view.form().head(),
            writes,
            Note.of(now, new ExplanationFact.ExplanationLapsed(Explanation.Party.TEAM, overdue))));
  }

  /** Why the self-score stands; the unit reads it as it reads any reason of a mark. */
  static final String STANDS =
      "Tổ thẩm định không xem xét giải trình trong thời hạn: giữ điểm tự chấm.";

  private static Act system(Instant now) {
    return new Act(
        new Caller("system", Set.of(), new Employer.NoneRanked()), now, Optional.empty());
  }

  private List<Write> lapsed(
      Campaign campaign,
      Unit unit,
      List<CriterionId> overdue,
      Explanation.Party party,
      Instant now) {
    return explanations.ofUnit(campaign.id(), unit.code()).stream()
        .filter(one -> overdue.contains(one.criterion()))
        .map(one ->
            (Write)
                new PutExplanation(
                    one.withLast(
                        one.last().orElseThrow().with(new Explanation.Lapsed(party, now)))))
        .toList();
  }

  /** Every explanation of a unit, with what silence has decided until now. */
  public Outcome<List<Explanation>> read(Campaign campaign, Unit unit, Instant now) {
    return Forms.sent(campaign)
        .map(open -> {
          boolean overdue =
              open(campaign, unit, now).stream().anyMatch(one -> now.isAfter(one.until()));
          if (overdue) {
            lapse(campaign, unit, now);
          }
          return explanations.ofUnit(campaign.id(), unit.code());
        });
  }
}
