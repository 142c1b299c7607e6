package vn.minhbach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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
import vn.minhbach.core.Attempts;
import vn.minhbach.core.ReadAhead;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Units;
import vn.minhbach.function.http.HttpEdge;
import vn.minhbach.function.http.Scope;

/**
 * The composition root: here and in its parts, one for each capability, the rings meet, and nowhere
 * else. All beans are lazy, so that each function makes only those that it needs.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
@Import({
  StoresWiring.class,
  CampaignWiring.class,
  SubmissionWiring.class,
  CourseWiring.class,
  EvidenceWiring.class,
  ReminderWiring.class,
  AppraisalWiring.class,
  HearingWiring.class,
  PlanWiring.class,
  PublicationWiring.class
})
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
  RenewedRandom chance() {
    return new RenewedRandom(SecureRandom::new);
  }

  /** Doubles with each attempt, with full jitter, so that many hands spread out. */
  @Bean
  Attempts.Pause pause(RenewedRandom chance) {
    return attempt -> {
      int longest = Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt, 10), LONGEST_PAUSE_MILLIS);
      try {
        Thread.sleep(chance.below(longest) + 1L);
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

  // The edge.

  @Bean
  HttpEdge httpEdge(Scope scope, Clock domainClock, Clock wallClock) {
    return new HttpEdge(scope, domainClock, wallClock);
  }

  @Bean
  Scope scope(Campaigns campaigns, Units units, Accounts accounts, Teams teams, ReadAhead ahead) {
    return new Scope(campaigns, units, accounts, teams, ahead);
  }
}
