package vn.minhbach;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.appraise.assignment.AppointTeam;
import vn.minhbach.core.appraise.assignment.AssignWork;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.inspection.KeepMinutes;
import vn.minhbach.core.appraise.inspection.NoteFinding;
import vn.minhbach.core.appraise.inspection.PlanInspection;
import vn.minhbach.core.appraise.inspection.ReadInspections;
import vn.minhbach.core.appraise.inspection.Visit;
import vn.minhbach.core.appraise.marking.AgreeBlock;
import vn.minhbach.core.appraise.marking.CloseAppraisal;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.MarkCriterion;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.marking.ReadColumn;
import vn.minhbach.core.appraise.marking.ReadHistory;
import vn.minhbach.core.appraise.marking.ReadMarks;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.queue.RiskQueue;
import vn.minhbach.core.appraise.queue.WorkList;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.appraise.session.Sessions;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.upload.SignedPapers;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.assignment.AssignmentRoutes;
import vn.minhbach.function.assignment.TeamRoutes;
import vn.minhbach.function.inspection.InspectionRoutes;
import vn.minhbach.function.marking.AppraisalRoutes;
import vn.minhbach.function.marking.MarkRoutes;
import vn.minhbach.function.queue.QueueRoutes;
import vn.minhbach.function.session.SessionRoutes;

/** The uses of the appraisal team: who is of it, who reads what, marks, and what they come to. */
@Lazy
@Configuration(proxyBeanMethods = false)
class AppraisalWiring {

  @Bean
  Risks risks() {
    return Risks.NONE;
  }

  @Bean
  Duties duties(Teams teams, Assignments assignments, Risks risks) {
    return new Duties(teams, assignments, risks);
  }

  @Bean
  TeamRoutes teamRoutes(
      CampaignChange change, Units units, Accounts accounts, Teams teams, Chance chance) {
    return new TeamRoutes(new AppointTeam(change, units, accounts, teams, chance), teams);
  }

  @Bean
  AssignmentRoutes assignmentRoutes(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Teams teams,
      Assignments assignments,
      Chance chance) {
    return new AssignmentRoutes(
        new AssignWork(change, units, criteriaSets, teams, assignments, chance));
  }

  @Bean
  ScoreAppraised appraisedScores(Marks marks, Baselines baselines) {
    return new ScoreAppraised(marks, baselines);
  }

  @Bean
  QueueRoutes queueRoutes(
      Forms forms,
      Submissions submissions,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      Campaigns campaigns,
      CriteriaSets criteriaSets,
      ProgressBoard board,
      SharedFiles sharedFiles,
      Hearings hearings) {
    var reading = new ReadColumn(forms, submissions, baselines, marks, duties, risks, units);
    return new QueueRoutes(
        new RiskQueue(
            reading, new LastYear(campaigns, units, criteriaSets, submissions), board, sharedFiles),
        new WorkList(reading, hearings));
  }

  @Bean
  ReadInspections readInspections(Inspections inspections, Submissions submissions) {
    return new ReadInspections(inspections, submissions);
  }

  @Bean
  InspectionRoutes inspectionRoutes(
      CampaignChange change,
      Duties duties,
      Units units,
      Forms forms,
      Submissions submissions,
      Inspections inspections,
      ReadInspections reading,
      Commits commits,
      Chance chance) {
    var visit = new Visit(duties, units, inspections, submissions);
    return new InspectionRoutes(
        new PlanInspection(change, duties, units, inspections),
        new NoteFinding(visit, forms, inspections, commits, chance),
        new KeepMinutes(visit, forms, commits),
        reading);
  }

  @Bean
  HoldSession holdSession(
      CampaignChange change,
      Duties duties,
      Sessions sessions,
      Uploads uploads,
      SignedPapers papers) {
    return new HoldSession(change, duties, sessions, uploads, papers);
  }

  @Bean
  SessionRoutes sessionRoutes(HoldSession session, SignedPapers papers) {
    return new SessionRoutes(session, papers);
  }

  @Bean
  MarkRoutes markRoutes(
      Forms forms,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      Hearings hearings,
      ReadInspections inspections,
      Commits commits) {
    var mark = new MarkCriterion(forms, baselines, marks, duties, risks, units, hearings, commits);
    return new MarkRoutes(
        new ReadMarks(forms, baselines, marks, duties, risks, units, inspections),
        mark,
        new AgreeBlock(mark, duties, units));
  }

  @Bean
  AppraisalRoutes appraisalRoutes(
      Forms forms,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      Hearings hearings,
      Commits commits,
      List<Narrator> narrators,
      Ledger ledger) {
    return new AppraisalRoutes(
        new CloseAppraisal(forms, baselines, marks, duties, risks, units, hearings, commits),
        new ReadHistory(forms, baselines, marks, duties, risks, units, narrators, ledger));
  }
}
