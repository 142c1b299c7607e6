package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scored;

/** Steps 6 and 7: each cell from its figures, each total from the cells. */
final class PointCheck {

  private final CriteriaSet criteria;
  private final boolean open;
  private final Map<String, Set<String>> exempt;
  private final Findings findings;
  private Bests bests = Bests.UNKNOWN;

  /**
   * A check of one group.
   *
   * @param open whether the bundle is the public one
   * @param exempt units that are not assigned a criterion, by criterion
   */
  PointCheck(
      CriteriaSet criteria, boolean open, Map<String, Set<String>> exempt, Findings findings) {
    this.criteria = criteria;
    this.open = open;
    this.exempt = exempt;
    this.findings = findings;
  }

  /** The best of the group by place, from the figures that count. */
  Map<String, Object> bests(Collection<UnitScores> units) {
    var measured = new ArrayList<Map<String, Measured>>();
    for (UnitScores unit : units) {
      unit.cells()
          .forEach((id, cell) ->
              criteria
                  .criterion(id)
                  .filter(one -> one.rule().relative() && cell.finals().is() == Said.Is.POINTS)
                  .flatMap(one -> cell.finals().scored(one, Bests.UNKNOWN))
                  .map(Scored::measured)
                  .ifPresent(measured::add));
    }
    bests = Bests.of(measured);
    return RankLine.bests(bests.values());
  }

  void unit(UnitScores unit) {
    var expected = new TreeSet<CriterionId>(criteria.criteria().keySet());
    var told = new TreeSet<CriterionId>(unit.cells().keySet());
    told.addAll(unit.commitments().keySet());
    findings.same(Step.POINTS, unit.unit().value(), expected, told);
    for (Criterion criterion : criteria.criteria().values()) {
      disclosed(unit, criterion.id());
      Cell cell = unit.cells().get(criterion.id());
      if (cell != null) {
        findings.count(cell);
        cell(unit, criterion, cell);
      }
    }
    totals(unit);
  }

  private static String place(UnitScores unit, CriterionId id) {
    return unit.unit() + "/" + id;
  }

  /** What is hidden, and nothing else, is bound by a commitment; shown, it is what was bound. */
  private void disclosed(UnitScores unit, CriterionId id) {
    boolean hidden = UnitScores.hidden(criteria, id);
    boolean shown = unit.cells().containsKey(id);
    if (hidden && !shown) {
      findings.countHidden(1);
    }
    boolean sound =
        hidden == unit.commitments().containsKey(id)
            && shown == !(hidden && open)
            && (!hidden
                || open
                || unit.cells()
                    .get(id)
                    .commitment(unit.salts().getOrDefault(id, ""))
                    .equals(unit.commitments().get(id)));
    if (!sound) {
      findings.note(
          Step.POINTS, place(unit, id), "cam kết của ô không đúng", "not what was committed to");
    }
  }

  private void cell(UnitScores unit, Criterion criterion, Cell cell) {
    String place = place(unit, cell.criterion());
    boolean notAssigned =
        exempt.getOrDefault(criterion.id().value(), Set.of()).contains(unit.unit().value());
    findings.same(Step.POINTS, place, notAssigned, cell.finals().is() == Said.Is.NOT_ASSIGNED);
    recomputed(place, criterion, cell.self());
    switch (cell.basis()) {
      case GIVEN -> {
        if (cell.finals().is() != Said.Is.POINTS
            || !cell.finals().figures().isEmpty()
            || cell.finals().points().compareTo(criterion.maxPoints()) > 0) {
          findings.note(
              Step.POINTS, place, "điểm cho trực tiếp vượt khung", "given points out of range");
        }
      }
      case NOT_APPLICABLE -> {
        boolean refused =
            cell.finals().is() == Said.Is.POINTS && cell.finals().points().equals(Points.ZERO);
        if (!refused && cell.finals().is() != Said.Is.NOT_APPLICABLE) {
          findings.note(
              Step.POINTS, place, "không áp dụng mà có điểm", "not applicable and yet points");
        }
      }
      case INPUTS, SOURCE -> recomputed(place, criterion, cell.finals());
      case SELF, AGREED, NONE -> {
        recomputed(place, criterion, cell.finals());
        findings.same(Step.POINTS, place, cell.self().tree(), cell.finals().tree());
      }
    }
  }

  private void recomputed(String place, Criterion criterion, Said said) {
    Said again = said.recomputed(criterion, bests).orElse(null);
    if (again == null || again.is() != said.is() || !again.points().equals(said.points())) {
      findings.note(
          Step.POINTS,
          place,
          "tính lại được " + told(again) + ", trong túi là " + told(said),
          "recomputed " + told(again) + ", the bag says " + told(said));
    }
  }

  private static String told(Said said) {
    return said == null ? "—" : said.is() + " " + said.points();
  }

  private void totals(UnitScores unit) {
    Map<CriterionId, CriterionScore> scores = new HashMap<>();
    unit.cells().forEach((id, cell) -> scores.put(id, cell.finals().score()));
    Scorecard card = card(scores);
    for (Scorecard.GroupTotal total : card.groups()) {
      CriteriaGroup group =
          criteria.groups().stream()
              .filter(one -> one.id().equals(total.group()))
              .findFirst()
              .orElseThrow();
      UnitScores.Total told = unit.groups().get(total.group());
      String place = unit.unit() + "/" + total.group();
      if (told == null) {
        findings.note(Step.TOTALS, place, "thiếu tổng của nhóm", "no total");
        continue;
      }
      Points hidden =
          Points.sum(
              group.criteria().stream()
                  .filter(one -> !unit.cells().containsKey(one.id()))
                  .map(Criterion::maxPoints)
                  .toList());
      // What is hidden was counted as unanswered: no points of the full maximum.
      if (hidden.equals(Points.ZERO)) {
        findings.same(Step.TOTALS, place, total.points(), told.points());
        findings.same(Step.TOTALS, place, total.max(), told.max());
      } else if (!between(total.points(), told.points(), total.points().plus(hidden))
          || !between(total.max().minus(hidden), told.max(), total.max())) {
        findings.note(
            Step.TOTALS,
            place,
            "tổng của nhóm ngoài khoảng mà các ô không công khai cho phép",
            "beyond what the hidden cells allow");
      }
    }
  }

  private static boolean between(Points least, Points value, Points most) {
    return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
  }

  /** What a unit gave itself; of one that is shown whole. */
  Scorecard self(UnitScores unit) {
    Map<CriterionId, CriterionScore> scores = new HashMap<>();
    unit.cells().forEach((id, cell) -> scores.put(id, cell.self().score()));
    return card(scores);
  }

  private Scorecard card(Map<CriterionId, CriterionScore> scores) {
    return Scorecard.of(criteria, scores);
  }
}
