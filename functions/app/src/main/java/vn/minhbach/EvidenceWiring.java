package vn.minhbach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.custody.KeepEvidence;
import vn.minhbach.core.assess.custody.OpenEvidence;
import vn.minhbach.core.assess.custody.ReleaseFile;
import vn.minhbach.core.assess.custody.RequestAudit;
import vn.minhbach.core.assess.custody.SweepUploads;
import vn.minhbach.core.assess.custody.TeamFiles;
import vn.minhbach.core.assess.custody.VerifyEvidence;
import vn.minhbach.core.assess.custody.WithdrawEvidence;
import vn.minhbach.core.assess.evidence.Audits;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.FileRemoval;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.takedown.AskTakedown;
import vn.minhbach.core.assess.takedown.DecideTakedown;
import vn.minhbach.core.assess.takedown.FallenRecords;
import vn.minhbach.core.assess.takedown.TakeDownFiles;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Transactions;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.custody.AuditRoutes;
import vn.minhbach.function.custody.EvidenceRoutes;
import vn.minhbach.function.custody.FactsRoutes;
import vn.minhbach.function.custody.TakedownRoutes;

/** The uses of evidence: grants, checks, sweeps, verification. */
@Lazy
@Configuration(proxyBeanMethods = false)
class EvidenceWiring {

  /** Forty files of one unit come at once; what is known of each was read from its bytes. */
  @Bean
  CheckEvidence checkEvidence(
      Campaigns campaigns,
      Submissions submissions,
      Transactions transactions,
      Receipts receipts,
      Attempts.Pause pause,
      Chance chance,
      EvidenceVault vault) {
    var patient =
        new CommitProtocol(transactions, receipts, new Attempts(pause, Attempts.PATIENT), chance);
    return new CheckEvidence(campaigns, submissions, new Commits(patient), vault);
  }

  @Bean
  FlagSharedEvidence sharedEvidence(Submissions submissions, SharedFiles files) {
    return new FlagSharedEvidence(submissions, files);
  }

  @Bean
  EvidenceRoutes evidenceRoutes(
      Forms forms,
      Submissions submissions,
      Commits commits,
      EvidenceVault vault,
      OpenEvidence openEvidence,
      FlagSharedEvidence shared,
      Takedowns takedowns,
      Chance chance) {
    return new EvidenceRoutes(
        submissions,
        new GrantUpload(forms, submissions, commits, vault, takedowns, chance),
        new WithdrawEvidence(forms, submissions, commits),
        openEvidence,
        shared);
  }

  @Bean
  OpenEvidence openEvidence(
      Submissions submissions,
      EvidenceVault vault,
      Openings openings,
      Readings readings,
      Takedowns takedowns,
      TeamFiles teamFiles,
      Chance chance) {
    return new OpenEvidence(submissions, vault, openings, readings, takedowns, teamFiles, chance);
  }

  @Bean
  FactsRoutes factsRoutes(
      OpenEvidence openEvidence,
      Forms forms,
      Submissions submissions,
      Readings readings,
      Commits commits) {
    return new FactsRoutes(openEvidence, new ReleaseFile(forms, submissions, readings, commits));
  }

  @Bean
  FallenRecords fallenRecords(Submissions submissions, Commits commits) {
    return new FallenRecords(submissions, commits);
  }

  @Bean
  TakedownRoutes takedownRoutes(
      Forms forms,
      Submissions submissions,
      Takedowns takedowns,
      FallenRecords fallenRecords,
      Commits commits) {
    var ask = new AskTakedown(forms, submissions, takedowns, commits);
    return new TakedownRoutes(
        ask, new DecideTakedown(forms, ask, fallenRecords, commits), takedowns);
  }

  @Bean
  TakeDownFiles takeDownUse(
      Campaigns campaigns,
      Submissions submissions,
      Takedowns takedowns,
      FallenRecords fallenRecords,
      FileRemoval fileRemoval,
      Commits commits) {
    return new TakeDownFiles(
        campaigns, submissions, takedowns, fallenRecords, fileRemoval, commits);
  }

  @Bean
  AuditRoutes auditRoutes(
      Audits audits, Units units, FlagSharedEvidence shared, Strays strays, Chance chance) {
    return new AuditRoutes(new RequestAudit(audits, units, chance), shared, strays);
  }

  @Bean
  KeepEvidence keepEvidence(
      Campaigns campaigns,
      Units units,
      Submissions submissions,
      Commits commits,
      EvidenceVault vault,
      CheckEvidence check,
      Strays strays,
      Ledger ledger,
      Audits audits,
      FlagSharedEvidence shared) {
    return new KeepEvidence(
        campaigns,
        units,
        new SweepUploads(submissions, commits, vault, check, strays),
        new VerifyEvidence(submissions, ledger, vault, audits, shared));
  }
}
