package vn.minhbach;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import vn.minhbach.adapter.cognito.CognitoUserPool;
import vn.minhbach.adapter.dynamodb.DynamoAccounts;
import vn.minhbach.adapter.dynamodb.DynamoAssignments;
import vn.minhbach.adapter.dynamodb.DynamoAudits;
import vn.minhbach.adapter.dynamodb.DynamoBacklogs;
import vn.minhbach.adapter.dynamodb.DynamoCampaigns;
import vn.minhbach.adapter.dynamodb.DynamoCommit;
import vn.minhbach.adapter.dynamodb.DynamoCorrections;
import vn.minhbach.adapter.dynamodb.DynamoCriteriaSets;
import vn.minhbach.adapter.dynamodb.DynamoDraftOpenings;
import vn.minhbach.adapter.dynamodb.DynamoExplanations;
import vn.minhbach.adapter.dynamodb.DynamoFrozenCards;
import vn.minhbach.adapter.dynamodb.DynamoInspections;
import vn.minhbach.adapter.dynamodb.DynamoJobs;
import vn.minhbach.adapter.dynamodb.DynamoLedger;
import vn.minhbach.adapter.dynamodb.DynamoMarks;
import vn.minhbach.adapter.dynamodb.DynamoMigrations;
import vn.minhbach.adapter.dynamodb.DynamoOpenings;
import vn.minhbach.adapter.dynamodb.DynamoParMappings;
import vn.minhbach.adapter.dynamodb.DynamoPetitions;
import vn.minhbach.adapter.dynamodb.DynamoPlans;
import vn.minhbach.adapter.dynamodb.DynamoPoolReports;
import vn.minhbach.adapter.dynamodb.DynamoProgressBoard;
import vn.minhbach.adapter.dynamodb.DynamoRankings;
import vn.minhbach.adapter.dynamodb.DynamoReadAhead;
import vn.minhbach.adapter.dynamodb.DynamoReadings;
import vn.minhbach.adapter.dynamodb.DynamoReceipts;
import vn.minhbach.adapter.dynamodb.DynamoRemarks;
import vn.minhbach.adapter.dynamodb.DynamoReminders;
import vn.minhbach.adapter.dynamodb.DynamoReports;
import vn.minhbach.adapter.dynamodb.DynamoReviews;
import vn.minhbach.adapter.dynamodb.DynamoScorecards;
import vn.minhbach.adapter.dynamodb.DynamoSessions;
import vn.minhbach.adapter.dynamodb.DynamoSharedFiles;
import vn.minhbach.adapter.dynamodb.DynamoSources;
import vn.minhbach.adapter.dynamodb.DynamoStrays;
import vn.minhbach.adapter.dynamodb.DynamoSubmissions;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.adapter.dynamodb.DynamoTakedowns;
import vn.minhbach.adapter.dynamodb.DynamoTeams;
import vn.minhbach.adapter.dynamodb.DynamoTransmittals;
import vn.minhbach.adapter.dynamodb.DynamoUnits;
import vn.minhbach.adapter.kms.KmsBundleKey;
import vn.minhbach.adapter.kms.KmsCalls;
import vn.minhbach.adapter.kms.KmsLogKey;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.adapter.s3.S3Anchors;
import vn.minhbach.adapter.s3.S3Bundles;
import vn.minhbach.adapter.s3.S3EvidenceVault;
import vn.minhbach.adapter.s3.S3FileRemoval;
import vn.minhbach.adapter.s3.S3KeptFiles;
import vn.minhbach.adapter.s3.S3ShownResults;
import vn.minhbach.adapter.s3.S3SignedPapers;
import vn.minhbach.adapter.s3.S3TransparencyLog;
import vn.minhbach.adapter.s3.S3Uploads;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Chance;
import vn.minhbach.core.ReadAhead;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.inspection.Inspections;
import vn.minhbach.core.appraise.marking.Marks;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.appraise.session.Sessions;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.evidence.Audits;
import vn.minhbach.core.assess.evidence.Backlogs;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.FileRemoval;
import vn.minhbach.core.assess.evidence.KeptFiles;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.gate.Remarks;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.upkeep.OldDocuments;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Transactions;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.PoolReports;
import vn.minhbach.core.prepare.account.UserPool;
import vn.minhbach.core.prepare.campaign.CampaignTemplates;
import vn.minhbach.core.prepare.source.Sources;
import vn.minhbach.core.prepare.upload.SignedPapers;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.core.publish.bundle.BundleKey;
import vn.minhbach.core.publish.bundle.Bundles;
import vn.minhbach.core.publish.feed.ParMappings;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.Reports;
import vn.minhbach.core.publish.publication.Scorecards;
import vn.minhbach.core.publish.publication.ShownResults;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.review.Reviews;
import vn.minhbach.core.publish.transparency.LogKey;
import vn.minhbach.core.publish.transparency.TransparencyLog;

/** The driven adapters: what the core asks of DynamoDB, S3, the user pool and the class path. */
@Lazy
@Configuration(proxyBeanMethods = false)
class StoresWiring {

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
  DynamoCampaigns campaignStore(DynamoTable table) {
    return new DynamoCampaigns(table);
  }

  @Bean
  DynamoUnits units(DynamoTable table) {
    return new DynamoUnits(table);
  }

  @Bean
  ReadAhead readAhead(DynamoTable table, DynamoCampaigns campaigns, DynamoUnits units) {
    return new DynamoReadAhead(table, campaigns, units);
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
  Remarks remarks(DynamoTable table) {
    return new DynamoRemarks(table);
  }

  @Bean
  Transmittals transmittals(DynamoTable table) {
    return new DynamoTransmittals(table);
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
  Teams teams(DynamoTable table) {
    return new DynamoTeams(table);
  }

  @Bean
  Assignments assignments(DynamoTable table) {
    return new DynamoAssignments(table);
  }

  @Bean
  Marks marks(DynamoTable table) {
    return new DynamoMarks(table);
  }

  @Bean
  Explanations explanations(DynamoTable table) {
    return new DynamoExplanations(table);
  }

  @Bean
  Petitions petitions(DynamoTable table) {
    return new DynamoPetitions(table);
  }

  @Bean
  Inspections inspections(DynamoTable table) {
    return new DynamoInspections(table);
  }

  @Bean
  Sessions sessions(DynamoTable table) {
    return new DynamoSessions(table);
  }

  @Bean
  OldDocuments oldDocuments(DynamoTable table) {
    return new DynamoMigrations(table);
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
  Transactions transactions(DynamoTable table) {
    return new DynamoCommit(table);
  }

  @Bean
  CommitProtocol commitProtocol(
      Transactions transactions, Receipts receipts, Attempts attempts, Chance chance) {
    return new CommitProtocol(transactions, receipts, attempts, chance);
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
  DraftOpenings draftOpenings(DynamoTable table) {
    return new DynamoDraftOpenings(table);
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
  Reports reports(DynamoTable table) {
    return new DynamoReports(table);
  }

  @Bean
  FrozenCards frozenCards(DynamoTable table) {
    return new DynamoFrozenCards(table);
  }

  @Bean
  ParMappings parMappings(DynamoTable table) {
    return new DynamoParMappings(table);
  }

  @Bean
  Plans plans(DynamoTable table) {
    return new DynamoPlans(table);
  }

  @Bean
  Reviews reviews(DynamoTable table) {
    return new DynamoReviews(table);
  }

  @Bean
  Scorecards scorecards(DynamoTable table) {
    return new DynamoScorecards(table);
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
  FileRemoval fileRemoval(S3Client s3, Settings settings) {
    return new S3FileRemoval(s3, settings.quarantineBucket(), settings.evidenceBucket());
  }

  @Bean
  KeptFiles keptFiles(S3Client s3, Settings settings) {
    return new S3KeptFiles(s3, settings.evidenceBucket());
  }

  @Bean
  Backlogs backlogs(DynamoTable table) {
    return new DynamoBacklogs(table);
  }

  @Bean
  Takedowns takedowns(DynamoTable table) {
    return new DynamoTakedowns(table);
  }

  @Bean
  Readings readings(DynamoTable table) {
    return new DynamoReadings(table);
  }

  @Bean
  Uploads uploads(
      S3Client s3, ObjectProvider<S3Presigner> presigner, Settings settings, Clock wallClock) {
    return new S3Uploads(s3, presigner::getObject, settings.quarantineBucket(), wallClock);
  }

  @Bean
  SignedPapers signedPapers(S3Client s3, ObjectProvider<S3Presigner> presigner, Settings settings) {
    return new S3SignedPapers(s3, presigner::getObject, settings.publishBucket());
  }

  @Bean
  Anchors anchors(S3Client s3, Settings settings) {
    return new S3Anchors(s3, settings.publishBucket());
  }

  @Bean
  TransparencyLog transparencyLog(ObjectProvider<S3Client> s3, Settings settings) {
    return new S3TransparencyLog(s3::getObject, settings.publishBucket());
  }

  @Bean
  Bundles bundles(
      ObjectProvider<S3Client> s3, ObjectProvider<S3Presigner> presigner, Settings settings) {
    return new S3Bundles(s3::getObject, presigner::getObject, settings.publishBucket());
  }

  @Bean
  ShownResults shownResults(S3Client s3, Settings settings) {
    return new S3ShownResults(s3, settings.shownBucket());
  }

  @Bean
  KmsCalls kms(SdkHttpClient httpClient, Settings settings) {
    String region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    return new KmsCalls(
        httpClient,
        DefaultCredentialsProvider.builder().build(),
        settings.kms().orElseGet(() -> URI.create("https://kms." + region + ".amazonaws.com")),
        region);
  }

  @Bean
  BundleKey bundleKey(KmsCalls kms, Settings settings) {
    return new KmsBundleKey(kms, settings.bundleKey());
  }

  @Bean
  LogKey logKey(KmsCalls kms, Settings settings) {
    return new KmsLogKey(kms, settings.logKey());
  }

  @Bean
  CampaignTemplates campaignTemplates() {
    return new ResourceTemplates();
  }
}
