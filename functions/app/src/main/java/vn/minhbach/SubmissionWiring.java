package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.adapter.dynamodb.DynamoQuestions;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.core.Chance;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.answering.FillParticulars;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.consolidation.Communes;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.consolidation.ForwardCommunes;
import vn.minhbach.core.assess.correction.NoteCorrections;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.custody.OpenEvidence;
import vn.minhbach.core.assess.custody.WithdrawEvidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.offline.HoldCopy;
import vn.minhbach.core.assess.offline.MergeAnswers;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.SubmitForm;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.assess.term.NoteArrival;
import vn.minhbach.core.assess.term.NoteLocks;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.Signatures;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.source.Baselines;
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
        new SaveAnswer(forms, baselines, fillings, commits),
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
      Submissions submissions, Campaigns campaigns, Units units, CriteriaSets criteriaSets) {
    return new Hints(new LastYear(campaigns, units, criteriaSets, submissions));
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
  NoteLocks noteLocks(Forms forms, Commits commits) {
    return new NoteLocks(forms, commits);
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
