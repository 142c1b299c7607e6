package vn.minhbach.core.appraise.inspection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Visits;
import vn.minhbach.core.assess.custody.TeamFiles;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** Reads inspections: the team all of them, a unit what was found at itself, with its minutes. */
public final class ReadInspections implements TeamFiles, Visits {

  private final Inspections inspections;
  private final Submissions submissions;

  public ReadInspections(Inspections inspections, Submissions submissions) {
    this.inspections = inspections;
    this.submissions = submissions;
  }

  /**
   * What was found at a unit.
   *
   * @param files that show it; for the team those too that nothing cites yet
   */
  public record Report(List<Finding> findings, List<Minutes> minutes, List<Evidence> files) {

    public Report {
      findings = List.copyOf(findings);
      minutes = List.copyOf(minutes);
      files = List.copyOf(files);
    }
  }

  /** The plans; those that go to a unit which the reader is recused from are left out. */
  public List<Inspection> plans(Campaign campaign, Caller caller) {
    return inspections.all(campaign.id()).stream()
        .filter(plan -> plan.units().stream().noneMatch(caller.recused()::contains))
        .toList();
  }

  /** What was found at a unit, as far as this reader may know. */
  public Report at(Campaign campaign, Unit unit, Caller caller) {
    List<Minutes> minutes = inspections.minutes(campaign.id(), unit.code());
    List<Finding> findings = inspections.findings(campaign.id(), unit.code());
    List<Evidence> files = submissions.teamFilesOf(campaign.id(), unit.code());
    if (caller.staff()) {
      return new Report(findings, minutes, files);
    }
    List<Finding> told = told(findings, minutes);
    Set<String> cited = cited(told, minutes);
    return new Report(
        told, minutes, files.stream().filter(file -> cited.contains(file.id())).toList());
  }

  private static List<Finding> told(List<Finding> findings, List<Minutes> minutes) {
    Set<Integer> closed = minutes.stream().map(Minutes::inspection).collect(Collectors.toSet());
    return findings.stream().filter(one -> closed.contains(one.inspection())).toList();
  }

  private static Set<String> cited(List<Finding> findings, List<Minutes> minutes) {
    return Stream.concat(
            findings.stream().map(Finding::evidence), minutes.stream().map(Minutes::evidence))
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean shown(CampaignId campaign, UnitCode unit, String evidenceId) {
    List<Minutes> minutes = inspections.minutes(campaign, unit);
    return cited(told(inspections.findings(campaign, unit), minutes), minutes).contains(evidenceId);
  }

  @Override
  public Set<CriterionId> seen(CampaignId campaign, UnitCode unit) {
    return inspections.findings(campaign, unit).stream()
        .filter(Finding::seen)
        .map(Finding::criterion)
        .collect(Collectors.toUnmodifiableSet());
  }
}
