package vn.minhbach;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.minhbach.adapter.mail.SmtpMailer;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.KeepEvidence;
import vn.minhbach.core.assess.custody.RequestAudit;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.core.keep.reminder.ReminderKinds;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.reminder.SendReminders;
import vn.minhbach.core.keep.upkeep.KeepHouse;
import vn.minhbach.core.prepare.account.ImportAccounts;
import vn.minhbach.core.prepare.account.KeepAccounts;
import vn.minhbach.core.prepare.account.PoolReports;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.WatchDrafts;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.campaigns.AccountRoutes;
import vn.minhbach.function.campaigns.CampaignsFunction;
import vn.minhbach.function.campaigns.CriteriaRoutes;
import vn.minhbach.function.campaigns.EvidenceRoutes;
import vn.minhbach.function.campaigns.OfficeClockRoutes;
import vn.minhbach.function.campaigns.SourceRoutes;
import vn.minhbach.function.campaigns.UploadRoutes;
import vn.minhbach.function.events.EvidenceArrivedFunction;
import vn.minhbach.function.events.EvidenceScannedFunction;
import vn.minhbach.function.events.KeepAccountsFunction;
import vn.minhbach.function.events.KeepDeadlinesFunction;
import vn.minhbach.function.events.ProjectScoresFunction;
import vn.minhbach.function.http.HttpEdge;
import vn.minhbach.function.rankings.RankingsFunction;
import vn.minhbach.function.reminders.RemindersRoutes;
import vn.minhbach.function.reminders.SendRemindersFunction;
import vn.minhbach.function.submissions.QuestionRoutes;
import vn.minhbach.function.submissions.SubmissionsFunction;
import vn.minhbach.function.submissions.UnitClockRoutes;

/**
 * The Lambda functions, one bean each, under the names that template.yaml gives them. All are lazy:
 * a function makes itself and what it needs, nothing of the others.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class Functions {

  /** Made by Spring. */
  public Functions() {}

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> campaigns(
      Campaigns campaigns,
      Units units,
      PrepareCampaign prepare,
      OpenCampaign open,
      PublishResult publish,
      OfficeClockRoutes clock,
      CriteriaRoutes criteria,
      SourceRoutes sourceRoutes,
      ImportAccounts importAccounts,
      PoolReports poolReports,
      ReminderDesk reminderDesk,
      RequestAudit audits,
      FlagSharedEvidence sharedEvidence,
      Strays strays,
      Uploads uploads,
      HttpEdge edge) {
    return edge.reading(uploads)
        .serving(
            "campaigns",
            new CampaignsFunction(campaigns, units, prepare, open, publish).handlers(),
            clock.handlers(),
            criteria.handlers(),
            sourceRoutes.handlers(),
            new UploadRoutes(uploads).handlers(),
            new RemindersRoutes(reminderDesk).handlers(),
            new EvidenceRoutes(audits, sharedEvidence, strays).handlers(),
            new AccountRoutes(importAccounts, poolReports).handlers());
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> submissions(
      SubmissionsFunction.Uses uses,
      UnitClockRoutes unitClock,
      QuestionRoutes questions,
      HttpEdge edge) {
    return edge.serving(
        "submissions",
        new SubmissionsFunction(uses).handlers(),
        unitClock.handlers(),
        questions.handlers());
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> rankings(
      ReadResult results, WatchDrafts watchDrafts, HttpEdge edge) {
    return edge.serving("rankings", new RankingsFunction(results, watchDrafts).handlers());
  }

  @Bean
  Function<ScheduledEvent, String> evidenceArrived(
      CheckEvidence checkEvidence, Strays strays, Clock domainClock, Clock wallClock) {
    return new EvidenceArrivedFunction(checkEvidence, strays, domainClock, wallClock);
  }

  @Bean
  Function<ScheduledEvent, String> evidenceScanned(
      CheckEvidence checkEvidence, Strays strays, Clock domainClock, Clock wallClock) {
    return new EvidenceScannedFunction(checkEvidence, strays, domainClock, wallClock);
  }

  @Bean
  Function<Map<String, Object>, String> sendReminders(
      Reminders reminders,
      Campaigns campaigns,
      Overview overview,
      Submissions submissions,
      ReminderKinds reminderKinds,
      Settings settings,
      Clock domainClock,
      Clock wallClock) {
    SmtpMailer.Server server = settings.mailServer();
    return new SendRemindersFunction(
        new SendReminders(
            new SendReminders.Parts(
                campaigns,
                overview,
                submissions,
                reminders,
                reminderKinds,
                () -> new SmtpMailer(server, wallClock),
                domainClock,
                wallClock,
                settings.site())),
        wallClock);
  }

  @Bean
  Function<Map<String, Object>, String> keepAccounts(
      KeepAccounts accountKeeper, Clock domainClock, Clock wallClock) {
    return new KeepAccountsFunction(accountKeeper, domainClock, wallClock);
  }

  @Bean
  Function<DynamodbEvent, StreamsEventResponse> projectScores(
      ProjectScores projectScores, FlagSharedEvidence sharedEvidence) {
    return new ProjectScoresFunction(projectScores, sharedEvidence);
  }

  @Bean
  Function<Map<String, Object>, String> keepDeadlines(
      KeepHouse keepHouse, KeepEvidence keepEvidence, Clock domainClock, Clock wallClock) {
    return new KeepDeadlinesFunction(keepHouse, keepEvidence, domainClock, wallClock);
  }
}
