package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Chance;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.consolidation.Communes;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.consolidation.ForwardCommunes;
import vn.minhbach.core.assess.consolidation.ForwardInstead;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.correction.NoteCorrections;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.gate.RemarkOnCriterion;
import vn.minhbach.core.assess.gate.Remarks;
import vn.minhbach.core.assess.gate.ReturnForm;
import vn.minhbach.core.assess.progress.AppraisedScores;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.SubmitForm;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.assess.term.NoteArrival;
import vn.minhbach.core.assess.term.NoteLocks;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.Signatures;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.consolidation.ConsolidationRoutes;
import vn.minhbach.function.gate.GateRoutes;
import vn.minhbach.function.ledger.LedgerRoutes;
import vn.minhbach.function.progress.ProgressRoutes;
import vn.minhbach.function.signing.SigningRoutes;
import vn.minhbach.function.term.ExtensionRoutes;
import vn.minhbach.function.term.TermRoutes;

/** The uses of a form's course: its clock, its signature, the district's step, its progress. */
@Lazy
@Configuration(proxyBeanMethods = false)
class CourseWiring {

  @Bean
  Communes communes(Units units, Submissions submissions) {
    return new Communes(units, submissions);
  }

  @Bean
  ForwardCommunes forwardCommunes(
      Submissions submissions, Commits commits, Transmittals transmittals, Jobs jobs) {
    return new ForwardCommunes(submissions, commits, transmittals, jobs);
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
  ExtendDeadline extendDeadline(Forms forms, Commits commits) {
    return new ExtendDeadline(forms, commits);
  }

  @Bean
  NoteLocks noteLocks(Forms forms, Commits commits) {
    return new NoteLocks(forms, commits);
  }

  @Bean
  ProjectScores scoreProjection(
      Campaigns campaigns,
      Units units,
      Forms forms,
      Submissions submissions,
      ProgressBoard board,
      AppraisedScores appraised) {
    return new ProjectScores(campaigns, units, forms, submissions, board, appraised);
  }

  @Bean
  Overview overview(Units units, Forms forms, ProgressBoard board) {
    return new Overview(units, forms, board);
  }

  @Bean
  ConsolidationRoutes consolidationRoutes(
      Forms forms,
      Communes communes,
      Commits commits,
      ForwardCommunes forward,
      Fillings fillings,
      Submissions submissions,
      Transmittals transmittals,
      Chance chance) {
    return new ConsolidationRoutes(
        communes,
        transmittals,
        new ConsolidateCommunes(
            forms, communes, commits, forward, fillings, submissions, transmittals, chance),
        new ForwardInstead(forms, communes, commits, forward, transmittals, chance));
  }

  @Bean
  GateRoutes gateRoutes(Forms forms, Remarks remarks, Commits commits) {
    return new GateRoutes(
        new ReturnForm(forms, commits), new RemarkOnCriterion(forms, remarks, commits));
  }

  @Bean
  SigningRoutes signingRoutes(
      ReadForm readForm, Forms forms, Commits commits, EvidenceVault vault, Ledger ledger) {
    return new SigningRoutes(
        new CloseForm(readForm, forms, commits, vault),
        new SubmitForm(readForm, forms, commits, vault, ledger));
  }

  @Bean
  TermRoutes termRoutes(Forms forms, Commits commits, ExtendDeadline extend) {
    return new TermRoutes(new NoteArrival(forms, commits), extend);
  }

  @Bean
  ExtensionRoutes extensionRoutes(ExtendDeadline extend) {
    return new ExtensionRoutes(extend);
  }

  @Bean
  LedgerRoutes ledgerRoutes(Ledger ledger, Accounts accounts) {
    return new LedgerRoutes(ledger, new Signatures(accounts));
  }

  @Bean
  ProgressRoutes progressRoutes(Overview overview, WatchDrafts watch) {
    return new ProgressRoutes(overview, watch);
  }
}
