package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.Basis;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.Returned;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;

/**
 * Reads, once and for the report, what became of each unit: two queries for each form, three more
 * where it was appraised (marks, explanations, petitions), one for each district, one for the team.
 */
final class GatherCases {

  private final Forms forms;
  private final ScoreAppraised appraised;
  private final Transmittals transmittals;
  private final Teams teams;
  private final Explanations explanations;
  private final Petitions petitions;
  private final WithoutForm without;

  GatherCases(
      Forms forms,
      ScoreAppraised appraised,
      Transmittals transmittals,
      Teams teams,
      Explanations explanations,
      Petitions petitions,
      WithoutForm without) {
    this.forms = forms;
    this.appraised = appraised;
    this.transmittals = transmittals;
    this.teams = teams;
    this.explanations = explanations;
    this.petitions = petitions;
    this.without = without;
  }

  /**
   * The files of all units, by group.
   *
   * @param bests of each group, so that points which hang on them are told as they count
   */
  Map<Integer, List<CaseFile>> of(
      Campaign campaign,
      List<Unit> register,
      Map<UnitCode, Head> heads,
      Map<Integer, Bests> bests,
      LocalDate today) {
    Optional<Team> team = teams.of(campaign);
    Map<UnitCode, Integer> overrides = overrides(campaign, register);
    var files = new TreeMap<Integer, List<CaseFile>>();
    for (Unit unit : register) {
      Optional<Head> head = Optional.ofNullable(heads.get(unit.code()));
      int recused = team.map(all -> recused(all, unit, today)).orElse(0);
      int overridden = overrides.getOrDefault(unit.code(), 0);
      files
          .computeIfAbsent(unit.group(), group -> new ArrayList<>())
          .add(
              file(
                  campaign,
                  unit,
                  head,
                  bests.getOrDefault(unit.group(), Bests.UNKNOWN),
                  recused,
                  overridden));
    }
    return files;
  }

  private CaseFile file(
      Campaign campaign, Unit unit, Optional<Head> head, Bests bests, int recused, int overridden) {
    FormView read = read(campaign, unit, bests);
    Optional<FormView> view =
        Optional.of(read).filter(form -> head.filter(one -> one.state().delivered()).isPresent());
    Optional<Appraised> form =
        view.flatMap(sent -> appraised.appraised(campaign, unit, sent)).map(one -> one.with(bests));
    UnitCard frozen = UnitCard.of(unit, read, form, heard(campaign, unit, form));
    Optional<Scorecard> card =
        form.map(Appraised::scorecard).or(() -> view.map(FormView::scorecard));
    var scores = new TreeMap<CriterionId, CriterionScore>();
    card.ifPresent(all -> all.lines().forEach(line -> scores.put(line.criterion(), line.score())));
    List<Appraised.Settled> decided =
        form.stream()
            .flatMap(one -> one.cells().stream())
            .filter(cell -> cell.marking().state() == Marking.State.SETTLED)
            .filter(cell -> cell.marking().decisive().isPresent())
            .toList();
    var exceptions =
        new Exceptions(
            count(head.flatMap(one -> one.term().extension()).flatMap(Extension::until)),
            overridden,
            (int)
                view.stream()
                    .flatMap(sent -> sent.form().answers().values().stream())
                    .filter(answer -> answer.onBehalf().isPresent())
                    .count(),
            (int)
                scores.values().stream()
                    .filter(CriterionScore.NotApplicable.class::isInstance)
                    .count(),
            (int) decided.stream().filter(GatherCases::direct).count(),
            (int) decided.stream().filter(cell -> cell.marking().exception()).count(),
            recused,
            count(head.flatMap(Head::returned).flatMap(Returned::whole)),
            count(head.flatMap(Head::signature).filter(Head.Signature::late)));
    return new CaseFile(
        unit,
        exceptions,
        scores,
        decided.stream().flatMap(cell -> judged(unit, cell)).toList(),
        frozen);
  }

  // Nothing of what a unit typed and never sent; of whom the campaign ranks all the same, the
  // province's own figures.
  private FormView read(Campaign campaign, Unit unit, Bests bests) {
    FormView typed =
        forms
            .read(campaign, unit)
            .fold(
                refusal -> {
                  throw new IllegalStateException(unit.code() + ": " + refusal.problem().slug());
                },
                view -> view);
    return WithoutForm.sent(typed.form().head().state())
        ? typed.with(bests)
        : without.view(campaign, unit, typed, bests, WithoutForm.ranks(campaign, unit));
  }

  private UnitCard.Hearings heard(Campaign campaign, Unit unit, Optional<Appraised> form) {
    return form.isEmpty()
        ? UnitCard.Hearings.NONE
        : new UnitCard.Hearings(
            explanations.ofUnit(campaign.id(), unit.code()),
            petitions.ofUnit(campaign.id(), unit.code()));
  }

  private static int count(Optional<?> found) {
    return found.isPresent() ? 1 : 0;
  }

  private static boolean direct(Appraised.Settled cell) {
    return cell.marking().decisive().orElseThrow().ruling().basis() instanceof Basis.Given;
  }

  // What does not apply, before or after, changes the maximum and is no change of points.
  private static Stream<CaseFile.Judged> judged(Unit unit, Appraised.Settled cell) {
    CriterionScore self = cell.cell().self();
    CriterionScore counts = cell.marking().score();
    if (!self.applicable() || !counts.applicable()) {
      return Stream.empty();
    }
    Reading reading = cell.marking().decisive().orElseThrow();
    Points change = counts.points().minus(self.points());
    return Stream.of(
        new CaseFile.Judged(
            reading.by().body(),
            reading.by().role(),
            reading.by().group().filter(own -> own == unit.group()).isPresent(),
            change));
  }

  private static int recused(Team team, Unit unit, LocalDate today) {
    return (int)
        team.members().stream()
            .filter(member -> member.role().marks() && member.heldOn(today))
            .filter(member -> member.recusal(unit).isPresent())
            .map(Member::account)
            .distinct()
            .count();
  }

  private Map<UnitCode, Integer> overrides(Campaign campaign, List<Unit> register) {
    var counts = new HashMap<UnitCode, Integer>();
    register.stream()
        .flatMap(unit -> unit.parent().stream())
        .distinct()
        .flatMap(district -> transmittals.of(campaign.id(), district).stream())
        .filter(batch -> batch.by() == Move.Hand.OFFICE)
        .map(Transmittal::communes)
        .forEach(communes -> communes.forEach(commune -> counts.merge(commune, 1, Integer::sum)));
    return counts;
  }
}
