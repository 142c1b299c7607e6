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
import vn.minhbach.adapter.mail.Logins;
import vn.minhbach.adapter.mail.SmtpMailer;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.KeepEvidence;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.takedown.TakeDownFiles;
import vn.minhbach.core.keep.reminder.ReminderKinds;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.reminder.SendReminders;
import vn.minhbach.core.keep.upkeep.KeepHouse;
import vn.minhbach.core.prepare.account.KeepAccounts;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.upload.Uploads;
import vn.minhbach.function.account.AccountRoutes;
import vn.minhbach.function.answering.AnsweringRoutes;
import vn.minhbach.function.answering.FormRoutes;
import vn.minhbach.function.assignment.AssignmentRoutes;
import vn.minhbach.function.assignment.TeamRoutes;
import vn.minhbach.function.bundle.BundleRoutes;
import vn.minhbach.function.campaign.CampaignRoutes;
import vn.minhbach.function.campaign.HolidayRoutes;
import vn.minhbach.function.campaign.LineageRoutes;
import vn.minhbach.function.consolidation.ConsolidationRoutes;
import vn.minhbach.function.criteria.CriteriaRoutes;
import vn.minhbach.function.criteria.ExemptionRoutes;
import vn.minhbach.function.custody.AuditRoutes;
import vn.minhbach.function.custody.EvidenceRoutes;
import vn.minhbach.function.custody.FactsRoutes;
import vn.minhbach.function.custody.TakedownRoutes;
import vn.minhbach.function.events.EvidenceArrivedFunction;
import vn.minhbach.function.events.EvidenceScannedFunction;
import vn.minhbach.function.events.KeepAccountsFunction;
import vn.minhbach.function.events.KeepDeadlinesFunction;
import vn.minhbach.function.events.ProjectScoresFunction;
import vn.minhbach.function.events.TakeDownFilesFunction;
import vn.minhbach.function.explanation.AskRoutes;
import vn.minhbach.function.explanation.ExplanationRoutes;
import vn.minhbach.function.feed.FeedRoutes;
import vn.minhbach.function.feed.MappingRoutes;
import vn.minhbach.function.gate.GateRoutes;
import vn.minhbach.function.http.HttpEdge;
import vn.minhbach.function.inspection.InspectionRoutes;
import vn.minhbach.function.ledger.LedgerRoutes;
import vn.minhbach.function.marking.AppraisalRoutes;
import vn.minhbach.function.marking.MarkRoutes;
import vn.minhbach.function.offline.OfflineRoutes;
import vn.minhbach.function.petition.DecisionRoutes;
import vn.minhbach.function.petition.PetitionRoutes;
import vn.minhbach.function.petition.ProvisionalRoutes;
import vn.minhbach.function.plan.PlanRoutes;
import vn.minhbach.function.progress.ProgressRoutes;
import vn.minhbach.function.publication.PublicationRoutes;
import vn.minhbach.function.publication.RehearsalRoutes;
import vn.minhbach.function.question.QuestionRoutes;
import vn.minhbach.function.queue.QueueRoutes;
import vn.minhbach.function.ranking.RankingRoutes;
import vn.minhbach.function.ranking.ScorecardRoutes;
import vn.minhbach.function.ranking.ShowResults;
import vn.minhbach.function.reminder.ReminderRoutes;
import vn.minhbach.function.reminder.SendRemindersFunction;
import vn.minhbach.function.review.ReviewDecisionRoutes;
import vn.minhbach.function.review.ReviewRoutes;
import vn.minhbach.function.session.SessionRoutes;
import vn.minhbach.function.signing.SigningRoutes;
import vn.minhbach.function.source.SourceRoutes;
import vn.minhbach.function.term.ExtensionRoutes;
import vn.minhbach.function.term.TermRoutes;
import vn.minhbach.function.upload.UploadRoutes;

/**
 * The Lambda functions, one bean each, under the names that template.yaml gives them; those of HTTP
 * are lists of the routes of their capabilities. All are lazy: a function makes itself and what it
 * needs, nothing of the others.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class Functions {

  /** Made by Spring. */
  public Functions() {}

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> campaigns(
      CampaignRoutes campaign,
      LineageRoutes lineage,
      HolidayRoutes holidays,
      CriteriaRoutes criteria,
      ExemptionRoutes exemptions,
      SourceRoutes sources,
      AccountRoutes accounts,
      TeamRoutes team,
      UploadRoutes bulkUploads,
      AuditRoutes audits,
      ExtensionRoutes extensions,
      ProgressRoutes progress,
      PublicationRoutes publication,
      MappingRoutes parMapping,
      ProvisionalRoutes provisional,
      SessionRoutes session,
      RehearsalRoutes rehearsals,
      ReminderRoutes reminders,
      Uploads uploads,
      HttpEdge edge) {
    return edge.reading(uploads)
        .serving(
            "campaigns",
            campaign,
            lineage,
            holidays,
            criteria,
            exemptions,
            sources,
            accounts,
            team,
            bulkUploads,
            audits,
            extensions,
            progress,
            publication,
            parMapping,
            provisional,
            session,
            rehearsals,
            reminders);
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> submissions(
      FormRoutes form,
      AnsweringRoutes answering,
      OfflineRoutes offline,
      EvidenceRoutes evidence,
      FactsRoutes facts,
      TakedownRoutes takedowns,
      SigningRoutes signing,
      TermRoutes term,
      ConsolidationRoutes consolidation,
      GateRoutes gate,
      QuestionRoutes questions,
      LedgerRoutes ledger,
      ExplanationRoutes explanations,
      PetitionRoutes petitions,
      PlanRoutes plans,
      ReviewRoutes reviews,
      HttpEdge edge) {
    return edge.serving(
        "submissions",
        form,
        answering,
        offline,
        evidence,
        facts,
        takedowns,
        signing,
        term,
        consolidation,
        gate,
        questions,
        ledger,
        explanations,
        petitions,
        plans,
        reviews);
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> appraisals(
      AssignmentRoutes assignments,
      QueueRoutes queue,
      MarkRoutes marks,
      AppraisalRoutes appraisal,
      AskRoutes asking,
      DecisionRoutes decisions,
      ReviewDecisionRoutes reviews,
      InspectionRoutes inspections,
      HttpEdge edge) {
    return edge.serving(
        "appraisals",
        assignments,
        queue,
        marks,
        appraisal,
        asking,
        decisions,
        reviews,
        inspections);
  }

  @Bean
  Function<InputStream, APIGatewayV2HTTPResponse> rankings(
      RankingRoutes ranking,
      ScorecardRoutes scorecard,
      FeedRoutes feed,
      BundleRoutes bundle,
      HttpEdge edge) {
    return edge.serving("rankings", ranking, scorecard, feed, bundle);
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
      Logins mailLogins,
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
                () -> new SmtpMailer(server, mailLogins, wallClock),
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
  Function<Map<String, Object>, String> takeDownFiles(
      TakeDownFiles takeDownUse, Clock domainClock) {
    return new TakeDownFilesFunction(takeDownUse, domainClock);
  }

  @Bean
  Function<DynamodbEvent, StreamsEventResponse> projectScores(
      ProjectScores projectScores, FlagSharedEvidence sharedEvidence) {
    return new ProjectScoresFunction(projectScores, sharedEvidence);
  }

  @Bean
  Function<Map<String, Object>, String> keepDeadlines(
      KeepHouse keepHouse,
      KeepEvidence keepEvidence,
      ShowResults showResults,
      Clock domainClock,
      Clock wallClock) {
    return new KeepDeadlinesFunction(keepHouse, keepEvidence, showResults, domainClock, wallClock);
  }
}
