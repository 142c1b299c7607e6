package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.adapter.dynamodb.DynamoQuestions;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.core.Chance;
import vn.minhbach.core.account.Accounts;
import vn.minhbach.core.account.Signatures;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.evidence.Openings;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.question.QuestionDesk;
import vn.minhbach.core.source.Baselines;
import vn.minhbach.core.submission.CloseForm;
import vn.minhbach.core.submission.Commits;
import vn.minhbach.core.submission.Communes;
import vn.minhbach.core.submission.ConsolidateCommunes;
import vn.minhbach.core.submission.ContestTyped;
import vn.minhbach.core.submission.ExtendDeadline;
import vn.minhbach.core.submission.FillParticulars;
import vn.minhbach.core.submission.Fillings;
import vn.minhbach.core.submission.FlagSharedEvidence;
import vn.minhbach.core.submission.Forms;
import vn.minhbach.core.submission.ForwardCommunes;
import vn.minhbach.core.submission.GrantUpload;
import vn.minhbach.core.submission.Hints;
import vn.minhbach.core.submission.HoldCopy;
import vn.minhbach.core.submission.Jobs;
import vn.minhbach.core.submission.LastYear;
import vn.minhbach.core.submission.MergeAnswers;
import vn.minhbach.core.submission.NoteArrival;
import vn.minhbach.core.submission.NoteCorrections;
import vn.minhbach.core.submission.NoteLocks;
import vn.minhbach.core.submission.OpenEvidence;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.submission.ProgressBoard;
import vn.minhbach.core.submission.ProjectScores;
import vn.minhbach.core.submission.ReadForm;
import vn.minhbach.core.submission.SaveAnswer;
import vn.minhbach.core.submission.Submissions;
import vn.minhbach.core.submission.SubmitForm;
import vn.minhbach.core.submission.WithdrawEvidence;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.submissions.QuestionRoutes;
import vn.minhbach.function.submissions.SubmissionsFunction;
import vn.minhbach.function.submissions.UnitClockRoutes;

/** The uses of a unit: its form, its clock, its questions, and what follows a form. */
@Lazy
@Configuration(proxyBeanMethods = false)
class SubmissionWiring {

  @Bean
  Fillings fillings(Units units, Submissions submissions) {
    return new Fillings(units, submissions);
  }

  @Bean
  ReadForm readForm(Forms forms, Baselines baselines, Fillings fillings) {
    return new ReadForm(forms, baselines, fillings);
  }

  @Bean
  Forms forms(Submissions submissions, CriteriaSets criteriaSets, Corrections corrections) {
    return new Forms(submissions, criteriaSets, corrections);
  }

  @Bean
  Commits commits(CommitProtocol protocol) {
    return new Commits(protocol);
  }

  @Bean
  Communes communes(Units units, Submissions submissions) {
    return new Communes(units, submissions);
  }

  @Bean
  ForwardCommunes forwardCommunes(Submissions submissions, Commits commits, Jobs jobs) {
    return new ForwardCommunes(submissions, commits, jobs);
  }

  @Bean
  NoteCorrections noteCorrections(
      Units units,
      Forms forms,
      Submissions submissions,
      Fillings fillings,
      Commits commits,
      Jobs jobs) {
    return new NoteCorrections(units, forms, submissions, fillings, commits, jobs);
  }

  @Bean
  SubmissionsFunction.Uses submissionUses(
      ReadForm readForm,
      Forms forms,
      Baselines baselines,
      Fillings fillings,
      Submissions submissions,
      Commits commits,
      EvidenceVault vault,
      Chance chance,
      Communes communes,
      ForwardCommunes forward,
      Ledger ledger,
      Openings openings,
      FlagSharedEvidence shared,
      Accounts accounts,
      Hints hints,
      QuestionDesk questions) {
    return new SubmissionsFunction.Uses(
        readForm,
        new SaveAnswer(forms, submissions, baselines, fillings, commits),
        new MergeAnswers(new HoldCopy(forms, baselines), commits),
        new FillParticulars(forms, submissions, commits),
        new ContestTyped(forms, submissions, commits),
        hints,
        questions,
        new GrantUpload(forms, submissions, commits, vault, chance),
        new WithdrawEvidence(forms, submissions, commits),
        new OpenEvidence(submissions, vault, openings, chance),
        shared,
        new CloseForm(readForm, forms, commits, vault),
        new SubmitForm(readForm, forms, commits, vault, ledger),
        communes,
        new ConsolidateCommunes(forms, communes, commits, forward, fillings, submissions, chance),
        submissions,
        ledger,
        new Signatures(accounts));
  }

  @Bean
  Hints hints(
      Forms forms,
      Submissions submissions,
      Campaigns campaigns,
      Units units,
      CriteriaSets criteriaSets) {
    return new Hints(forms, submissions, new LastYear(campaigns, units, criteriaSets, submissions));
  }

  @Bean
  QuestionDesk questionDesk(
      DynamoTable table, Forms forms, CommitProtocol protocol, Chance chance) {
    return new QuestionDesk(new DynamoQuestions(table), forms, protocol, chance);
  }

  @Bean
  QuestionRoutes questionRoutes(QuestionDesk desk, Units units) {
    return new QuestionRoutes(desk, units);
  }

  @Bean
  ExtendDeadline extendDeadline(Forms forms, Commits commits) {
    return new ExtendDeadline(forms, commits);
  }

  @Bean
  UnitClockRoutes unitClock(Forms forms, Commits commits, ExtendDeadline extend) {
    return new UnitClockRoutes(new NoteArrival(forms, commits), extend);
  }

  @Bean
  NoteLocks noteLocks(Forms forms, Commits commits, ProgressBoard board) {
    return new NoteLocks(forms, commits, board);
  }

  @Bean
  ProjectScores scoreProjection(
      Campaigns campaigns, Units units, Forms forms, Submissions submissions, ProgressBoard board) {
    return new ProjectScores(campaigns, units, forms, submissions, board);
  }

  @Bean
  Overview overview(Units units, Forms forms, ProgressBoard board) {
    return new Overview(units, forms, board);
  }
}
