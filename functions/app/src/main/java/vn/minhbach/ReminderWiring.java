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
import vn.minhbach.adapter.mail.Logins;
import vn.minhbach.adapter.mail.SsmLogins;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.keep.reminder.CorrectionKind;
import vn.minhbach.core.keep.reminder.ExplanationKind;
import vn.minhbach.core.keep.reminder.PlanKind;
import vn.minhbach.core.keep.reminder.ProvisionalKind;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.core.keep.reminder.ReminderKind;
import vn.minhbach.core.keep.reminder.ReminderKinds;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.reminder.RulingKind;
import vn.minhbach.core.keep.reminder.SignatureKind;
import vn.minhbach.core.keep.reminder.TypedKind;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.function.reminder.ReminderRoutes;

/** The uses of the reminders, and the kinds of them. */
@Lazy
@Configuration(proxyBeanMethods = false)
class ReminderWiring {

  @Bean
  Logins mailLogins(SdkHttpClient httpClient, Settings settings, Clock wallClock) {
    String region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    return new SsmLogins(
        httpClient,
        DefaultCredentialsProvider.builder().build(),
        settings.ssm().orElseGet(() -> URI.create("https://ssm." + region + ".amazonaws.com")),
        region,
        settings.mailLogin().orElse(""),
        wallClock);
  }

  @Bean
  ReminderRoutes reminderRoutes(
      Reminders reminders,
      Overview overview,
      Submissions submissions,
      ReminderKinds reminderKinds,
      Settings settings) {
    return new ReminderRoutes(
        new ReminderDesk(reminders, overview, submissions, reminderKinds, settings.site()));
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

  @Bean
  ReminderKind explanationAsked(Explanations explanations, Forms forms) {
    return new ExplanationKind(explanations, forms);
  }

  @Bean
  ReminderKind planAwaited(Plans plans) {
    return new PlanKind(plans);
  }

  @Bean
  ReminderKind provisionalShown(Petitions petitions, Forms forms) {
    return new ProvisionalKind(petitions, forms);
  }

  @Bean
  ReminderKind rulingEntered(Questions questions) {
    return new RulingKind(questions);
  }
}
