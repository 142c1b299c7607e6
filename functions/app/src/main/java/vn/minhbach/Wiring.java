package vn.minhbach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.adapter.cognito.CognitoUserPool;
import vn.minhbach.adapter.dynamodb.DynamoAccounts;
import vn.minhbach.adapter.dynamodb.DynamoAudits;
import vn.minhbach.adapter.dynamodb.DynamoCampaigns;
import vn.minhbach.adapter.dynamodb.DynamoCorrections;
import vn.minhbach.adapter.dynamodb.DynamoCriteriaSets;
import vn.minhbach.adapter.dynamodb.DynamoJobs;
import vn.minhbach.adapter.dynamodb.DynamoLedger;
import vn.minhbach.adapter.dynamodb.DynamoOpenings;
import vn.minhbach.adapter.dynamodb.DynamoPoolReports;
import vn.minhbach.adapter.dynamodb.DynamoProgressBoard;
import vn.minhbach.adapter.dynamodb.DynamoQuestions;
import vn.minhbach.adapter.dynamodb.DynamoRankings;
import vn.minhbach.adapter.dynamodb.DynamoReceipts;
import vn.minhbach.adapter.dynamodb.DynamoReminders;
import vn.minhbach.adapter.dynamodb.DynamoSharedFiles;
import vn.minhbach.adapter.dynamodb.DynamoSources;
import vn.minhbach.adapter.dynamodb.DynamoStrays;
import vn.minhbach.adapter.dynamodb.DynamoSubmissions;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.adapter.dynamodb.DynamoUnits;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.adapter.s3.S3Anchors;
import vn.minhbach.adapter.s3.S3EvidenceVault;
import vn.minhbach.adapter.s3.S3Uploads;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.account.Accounts;
import vn.minhbach.core.account.ImportAccounts;
import vn.minhbach.core.account.KeepAccounts;
import vn.minhbach.core.account.PoolReports;
import vn.minhbach.core.account.Signatures;
import vn.minhbach.core.account.UserPool;
import vn.minhbach.core.campaign.CampaignChange;
import vn.minhbach.core.campaign.CampaignTemplates;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.campaign.OpenCampaign;
import vn.minhbach.core.campaign.PrepareCampaign;
import vn.minhbach.core.campaign.SetHolidays;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.ReadCriteria;
import vn.minhbach.core.evidence.Audits;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.evidence.Openings;
import vn.minhbach.core.evidence.SharedFiles;
import vn.minhbach.core.evidence.Strays;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.publication.KeepAnchors;
import vn.minhbach.core.publication.KeepHouse;
import vn.minhbach.core.publication.PublishResult;
import vn.minhbach.core.publication.ReadResult;
import vn.minhbach.core.publication.RebuildDrafts;
import vn.minhbach.core.publication.RehearseCriteria;
import vn.minhbach.core.question.QuestionDesk;
import vn.minhbach.core.ranking.Rankings;
import vn.minhbach.core.reminder.CorrectionKind;
import vn.minhbach.core.reminder.ReminderDesk;
import vn.minhbach.core.reminder.ReminderKind;
import vn.minhbach.core.reminder.ReminderKinds;
import vn.minhbach.core.reminder.Reminders;
import vn.minhbach.core.reminder.SignatureKind;
import vn.minhbach.core.reminder.TypedKind;
import vn.minhbach.core.source.Baselines;
import vn.minhbach.core.source.CheckSource;
import vn.minhbach.core.source.ImportSource;
import vn.minhbach.core.source.Sources;
import vn.minhbach.core.submission.CheckEvidence;
import vn.minhbach.core.submission.CloseForm;
import vn.minhbach.core.submission.Commits;
import vn.minhbach.core.submission.Communes;
import vn.minhbach.core.submission.ConsolidateCommunes;
import vn.minhbach.core.submission.ContestTyped;
import vn.minhbach.core.submission.CorrectCriteria;
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
import vn.minhbach.core.submission.KeepEvidence;
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
import vn.minhbach.core.submission.RequestAudit;
import vn.minhbach.core.submission.SaveAnswer;
import vn.minhbach.core.submission.SourceDifferences;
import vn.minhbach.core.submission.Submissions;
import vn.minhbach.core.submission.SubmitForm;
import vn.minhbach.core.submission.SweepUploads;
import vn.minhbach.core.submission.VerifyEvidence;
import vn.minhbach.core.submission.WithdrawEvidence;
import vn.minhbach.core.unit.Units;
import vn.minhbach.core.upload.Uploads;
import vn.minhbach.function.campaigns.CriteriaRoutes;
import vn.minhbach.function.campaigns.OfficeClockRoutes;
import vn.minhbach.function.campaigns.SourceRoutes;
import vn.minhbach.function.http.HttpEdge;
import vn.minhbach.function.http.Scope;
import vn.minhbach.function.submissions.QuestionRoutes;
import vn.minhbach.function.submissions.SubmissionsFunction;
import vn.minhbach.function.submissions.UnitClockRoutes;

/**
 * The composition root: the only place where the rings meet. All beans are lazy, so that each
 * function makes only those that it needs.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class Wiring {

  private static final int FIRST_PAUSE_MILLIS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 640;

  /** Made by Spring. */
  public Wiring() {}

  // Clocks, chance, events.

  /** Deadlines, receipts, ledger times. The local runner replaces this one bean. */
  @Bean
  Clock domainClock() {
    return Clock.systemUTC();
  }

  /** Signatures, grants, idempotency. */
  @Bean
  Clock wallClock() {
    return Clock.systemUTC();
  }

  @Bean
  Chance chance() {
    var random = new SecureRandom();
    return () -> {
      byte[] bits = new byte[16];
      random.nextBytes(bits);
      return HexFormat.of().formatHex(bits);
    };
  }

  /** Doubles with each attempt, with full jitter, so that many hands spread out. */
  @Bean
  Attempts.Pause pause() {
    return attempt -> {
      int longest = Math.min(FIRST_PAUSE_MILLIS << attempt, LONGEST_PAUSE_MILLIS);
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(longest) + 1L);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while waiting for another hand", stopped);
      }
    };
  }

  @Bean
  Attempts attempts(Attempts.Pause pause) {
    return new Attempts(pause);
  }

  /** Reads and writes Lambda's events; a null is left out. */
  @Bean
  JsonMapper eventMapper() {
    return JsonMapper.builder()
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build();
  }

  // Clients.

  /** Gives up well before Lambda does, so that the client gets an answer and may try again. */
  @Bean
  SdkHttpClient httpClient() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(2))
        .socketTimeout(Duration.ofSeconds(8))
        .build();
  }

  @Bean
  DynamoDbClient dynamoDb(SdkHttpClient httpClient) {
    return DynamoDbClient.builder().httpClient(httpClient).build();
  }

  @Bean
  S3Client s3(SdkHttpClient httpClient, Settings settings) {
    return S3Client.builder().httpClient(httpClient).forcePathStyle(settings.pathStyle()).build();
  }

  @Bean
  S3Presigner presigner(Settings settings) {
    return S3Presigner.builder()
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).build())
        .build();
  }

  @Bean
  CognitoIdentityProviderClient cognito(SdkHttpClient httpClient) {
    return CognitoIdentityProviderClient.builder()
        .httpClient(httpClient)
        .overrideConfiguration(CognitoUserPool::patient)
        .build();
  }

  // Driven adapters.

  @Bean
  DynamoTable table(
      DynamoDbClient dynamoDb,
      Settings settings,
      Clock wallClock,
      Chance chance,
      Attempts.Pause pause) {
    return new DynamoTable(dynamoDb, settings.table(), wallClock, chance, pause);
  }

  @Bean
  Campaigns campaignStore(DynamoTable table) {
    return new DynamoCampaigns(table);
  }

  @Bean
  Units units(DynamoTable table) {
    return new DynamoUnits(table);
  }

  @Bean
  CriteriaSets criteriaSets(DynamoTable table) {
    return new DynamoCriteriaSets(table);
  }

  @Bean
  Corrections corrections(DynamoTable table) {
    return new DynamoCorrections(table);
  }

  @Bean
  Submissions submissionStore(DynamoTable table) {
    return new DynamoSubmissions(table);
  }

  @Bean
  Sources sources(DynamoTable table) {
    return new DynamoSources(table);
  }

  @Bean
  Accounts accounts(DynamoTable table) {
    return new DynamoAccounts(table);
  }

  @Bean
  PoolReports poolReports(DynamoTable table) {
    return new DynamoPoolReports(table);
  }

  @Bean
  UserPool userPool(CognitoIdentityProviderClient cognito, Settings settings) {
    return new CognitoUserPool(cognito, settings.userPool());
  }

  @Bean
  Receipts receipts(DynamoTable table) {
    return new DynamoReceipts(table);
  }

  @Bean
  Jobs jobs(DynamoTable table) {
    return new DynamoJobs(table);
  }

  @Bean
  Ledger ledger(DynamoTable table) {
    return new DynamoLedger(table);
  }

  @Bean
  Strays strays(DynamoTable table) {
    return new DynamoStrays(table);
  }

  @Bean
  Openings openings(DynamoTable table) {
    return new DynamoOpenings(table);
  }

  @Bean
  SharedFiles sharedFiles(DynamoTable table) {
    return new DynamoSharedFiles(table);
  }

  @Bean
  Audits audits(DynamoTable table) {
    return new DynamoAudits(table);
  }

  @Bean
  ProgressBoard progressBoard(DynamoTable table) {
    return new DynamoProgressBoard(table);
  }

  @Bean
  Rankings rankingStore(DynamoTable table) {
    return new DynamoRankings(table);
  }

  @Bean
  Reminders reminders(DynamoTable table) {
    return new DynamoReminders(table);
  }

  @Bean
  EvidenceVault evidenceVault(
      S3Client s3, S3Presigner presigner, Settings settings, Clock wallClock) {
    return new S3EvidenceVault(
        s3, presigner, settings.quarantineBucket(), settings.evidenceBucket(), wallClock);
  }

  @Bean
  Uploads uploads(
      S3Client s3, ObjectProvider<S3Presigner> presigner, Settings settings, Clock wallClock) {
    return new S3Uploads(s3, presigner::getObject, settings.quarantineBucket(), wallClock);
  }

  @Bean
  Anchors anchors(S3Client s3, Settings settings) {
    return new S3Anchors(s3, settings.publishBucket());
  }

  @Bean
  CampaignTemplates campaignTemplates() {
    return new ResourceTemplates();
  }

  // Uses: campaign.

  @Bean
  CampaignChange campaignChange(
      Campaigns campaigns, Receipts receipts, Attempts attempts, Chance chance) {
    return new CampaignChange(campaigns, receipts, attempts, chance);
  }

  @Bean
  PrepareCampaign prepareCampaign(
      CampaignChange change,
      Campaigns campaigns,
      Units units,
      CriteriaSets criteriaSets,
      CampaignTemplates templates,
      Chance chance) {
    return new PrepareCampaign(change, campaigns, units, criteriaSets, templates, chance);
  }

  @Bean
  OfficeClockRoutes officeClock(CampaignChange change, ExtendDeadline extend, Overview overview) {
    return new OfficeClockRoutes(new SetHolidays(change), extend, overview);
  }

  @Bean
  OpenCampaign openCampaign(CampaignChange change, Units units) {
    return new OpenCampaign(change, units);
  }

  // Uses: source.

  @Bean
  CheckSource checkSource(Units units, CriteriaSets criteriaSets, Sources sources) {
    return new CheckSource(units, criteriaSets, sources);
  }

  @Bean
  ImportSource importSource(
      CampaignChange change, CheckSource check, Sources sources, Chance chance) {
    return new ImportSource(change, check, sources, chance);
  }

  @Bean
  Baselines baselines(Sources sources) {
    return new Baselines(sources);
  }

  @Bean
  SourceRoutes sourceRoutes(ImportSource importSource, Sources sources, Submissions submissions) {
    return new SourceRoutes(importSource, new SourceDifferences(sources, submissions));
  }

  // Uses: account.

  @Bean
  ImportAccounts importAccounts(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Accounts accounts,
      Chance chance) {
    return new ImportAccounts(change, units, criteriaSets, accounts, chance);
  }

  @Bean
  KeepAccounts accountKeeper(
      Campaigns campaigns, Accounts accounts, PoolReports poolReports, UserPool userPool) {
    return new KeepAccounts(campaigns, accounts, poolReports, userPool);
  }

  // Uses: submission.

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
  Commits commits(Submissions submissions, Attempts attempts, Chance chance) {
    return new Commits(submissions, attempts, chance);
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
  CriteriaRoutes criteriaRoutes(
      CampaignChange change,
      Campaigns campaigns,
      CriteriaSets criteriaSets,
      Corrections corrections,
      Units units,
      Submissions submissions,
      Forms forms,
      Chance chance) {
    return new CriteriaRoutes(
        new ReadCriteria(criteriaSets, corrections),
        new CorrectCriteria(change, criteriaSets, corrections, units, submissions, chance),
        new RehearseCriteria(campaigns, units, criteriaSets, forms));
  }

  @Bean
  CheckEvidence checkEvidence(
      Campaigns campaigns, Submissions submissions, Commits commits, EvidenceVault vault) {
    return new CheckEvidence(campaigns, submissions, commits, vault);
  }

  @Bean
  FlagSharedEvidence sharedEvidence(Submissions submissions, SharedFiles files) {
    return new FlagSharedEvidence(submissions, files);
  }

  @Bean
  RequestAudit requestAudit(Audits audits, Units units, Chance chance) {
    return new RequestAudit(audits, units, chance);
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

  @Bean
  SubmissionsFunction.Uses submissionUses(
      ReadForm readForm,
      Forms forms,
      Baselines baselines,
      Fillings fillings,
      Submissions submissions,
      Commits commits,
      Receipts receipts,
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
        new ContestTyped(forms, submissions, receipts, commits),
        hints,
        questions,
        new GrantUpload(forms, submissions, receipts, commits, vault, chance),
        new WithdrawEvidence(forms, submissions, commits),
        new OpenEvidence(submissions, vault, openings, chance),
        shared,
        new CloseForm(readForm, forms, receipts, commits, vault),
        new SubmitForm(readForm, forms, receipts, commits, vault, ledger),
        communes,
        new ConsolidateCommunes(
            forms, communes, receipts, commits, forward, fillings, submissions, chance),
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

  // Uses: question.

  @Bean
  QuestionDesk questionDesk(
      DynamoTable table, Forms forms, Receipts receipts, Attempts attempts, Chance chance) {
    return new QuestionDesk(new DynamoQuestions(table), forms, receipts, attempts, chance);
  }

  @Bean
  QuestionRoutes questionRoutes(QuestionDesk desk, Units units) {
    return new QuestionRoutes(desk, units);
  }

  @Bean
  ExtendDeadline extendDeadline(Forms forms, Receipts receipts, Commits commits) {
    return new ExtendDeadline(forms, receipts, commits);
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

  // Uses: reminder.

  @Bean
  ReminderDesk reminderDesk(
      Reminders reminders,
      Overview overview,
      Submissions submissions,
      ReminderKinds reminderKinds,
      Settings settings) {
    return new ReminderDesk(reminders, overview, submissions, reminderKinds, settings.site());
  }

  /** The ladder, and every bean that is a {@link ReminderKind}: a further kind is named there. */
  @Bean
  ReminderKinds reminderKinds(Forms forms, ObjectProvider<ReminderKind> added) {
    return new ReminderKinds(forms, added.orderedStream().toList());
  }

  @Bean
  ReminderKind signatureAwaited(Forms forms) {
    return new SignatureKind(forms);
  }

  @Bean
  ReminderKind criteriaCorrected(Forms forms, Corrections corrections) {
    return new CorrectionKind(forms, corrections);
  }

  @Bean
  ReminderKind typedOnBehalf(Forms forms) {
    return new TypedKind(forms);
  }

  // Uses: publication.

  @Bean
  RebuildDrafts rebuildDrafts(CriteriaSets criteriaSets, ProgressBoard board, Rankings rankings) {
    return new RebuildDrafts(criteriaSets, board, rankings);
  }

  @Bean
  KeepAnchors keepAnchors(Units units, Submissions submissions, Anchors anchors) {
    return new KeepAnchors(units, submissions, anchors);
  }

  @Bean
  PublishResult publishResult(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Submissions submissions,
      Forms forms,
      Jobs jobs,
      ProjectScores projectScores,
      ProgressBoard board,
      Rankings rankings,
      KeepAnchors anchors) {
    return new PublishResult(
        change,
        units,
        criteriaSets,
        submissions,
        forms,
        jobs,
        projectScores,
        board,
        rankings,
        anchors);
  }

  @Bean
  ReadResult readResult(
      Campaigns campaigns, Units units, Rankings rankings, Forms forms, ProgressBoard board) {
    return new ReadResult(campaigns, units, rankings, forms, board);
  }

  @Bean
  KeepHouse keepHouse(
      Campaigns campaigns,
      Units units,
      Jobs jobs,
      ForwardCommunes forward,
      NoteCorrections corrections,
      NoteLocks locks,
      ProjectScores projectScores,
      RebuildDrafts drafts,
      KeepAnchors anchors) {
    return new KeepHouse(
        campaigns, units, jobs, forward, corrections, locks, projectScores, drafts, anchors);
  }

  // The edge.

  @Bean
  HttpEdge httpEdge(Scope scope, Clock domainClock, Clock wallClock) {
    return new HttpEdge(scope, domainClock, wallClock);
  }

  @Bean
  Scope scope(Campaigns campaigns, Units units, Accounts accounts) {
    return new Scope(campaigns, units, accounts);
  }
}
