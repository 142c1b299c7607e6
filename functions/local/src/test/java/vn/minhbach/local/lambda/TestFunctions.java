package vn.minhbach.local.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.core.SdkSystemSetting;
import tools.jackson.databind.json.JsonMapper;

/** An application of its own for the tests of the local run: functions that tell what they see. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class TestFunctions {

  /** A template that names these functions. */
  public static final String TEMPLATE =
      """
      Globals:
        Function:
          Timeout: 20
          MemorySize: 256
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: PK, AttributeType: S}]
            KeySchema: [{AttributeName: PK, KeyType: HASH}]
        FirstFunction:
          Type: AWS::Serverless::Function
          Properties:
            Timeout: 2
            Environment: {Variables: {SPRING_CLOUD_FUNCTION_DEFINITION: tell, TABLE_NAME: first}}
        SecondFunction:
          Type: AWS::Serverless::Function
          Properties:
            Environment: {Variables: {SPRING_CLOUD_FUNCTION_DEFINITION: tell, TABLE_NAME: !Ref Table}}
        HttpFunction:
          Type: AWS::Serverless::Function
          Properties:
            Environment: {Variables: {SPRING_CLOUD_FUNCTION_DEFINITION: mirror, TABLE_NAME: none}}
            Events:
              Open: {Type: HttpApi, Properties: {Method: GET, Path: /open, Auth: {Authorizer: NONE}}}
              Item: {Type: HttpApi, Properties: {Method: ANY, Path: '/things/{thing}'}}
              Literal: {Type: HttpApi, Properties: {Method: GET, Path: /things/all}}
              Part: {Type: HttpApi, Properties: {Method: POST, Path: '/things/{thing}/parts/{part}'}}
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth: {DefaultAuthorizer: Jwt}
            CorsConfiguration:
              AllowOrigins: ['http://localhost:8080']
              AllowMethods: [GET, PUT]
              AllowHeaders: [authorization]
              ExposeHeaders: [etag]
              MaxAge: 600
      """;

  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();

  /** Made by Spring. */
  public TestFunctions() {}

  @Bean
  Clock domainClock() {
    return Clock.systemUTC();
  }

  @Bean
  static BeanFactoryPostProcessor domainClockReplacement() {
    return DomainClock::replace;
  }

  /** Tells what this function sees; hangs, throws or ends the process on request. */
  @Bean
  Function<Map<String, Object>, Map<String, Object>> tell(
      @Value("${TABLE_NAME}") String table,
      @Value("${spring.cloud.function.definition}") String definition,
      Clock domainClock) {
    return request -> {
      MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
      try {
        if (request.containsKey("throw")) {
          throw new IllegalStateException("as asked");
        }
        if (request.containsKey("exit")) {
          Runtime.getRuntime().halt(7);
        }
        if (request.containsKey("hang")) {
          hang(Duration.ofMillis(((Number) request.get("hang")).longValue()));
        }
        System.out.println("told " + table);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("table", table);
        told.put("definition", definition);
        told.put("now", domainClock.instant().toString());
        told.put("pid", ProcessHandle.current().pid());
        told.put("instance", System.identityHashCode(this));
        told.put("region", SdkSystemSetting.AWS_REGION.getStringValueOrThrow());
        told.put("most", MOST.get());
        return told;
      } finally {
        RUNNING.decrementAndGet();
      }
    };
  }

  /** Answers with the event; a body that is JSON {"reply": …} is the reply itself. */
  @Bean
  Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> mirror(JsonMapper json) {
    return event -> {
      String query = event.getRawQueryString() == null ? "" : event.getRawQueryString();
      if (query.contains("crash")) {
        throw new IllegalStateException("as asked");
      }
      if (query.contains("hang")) {
        hang(Duration.ofSeconds(3));
      }
      var response = APIGatewayV2HTTPResponse.builder().withStatusCode(200);
      if (query.contains("huge")) {
        return response.withBody("x".repeat(7_000_000)).build();
      }
      if (query.contains("binary")) {
        return response
            .withHeaders(Map.of("Content-Type", "application/pdf", "ETag", "\"7\""))
            .withCookies(List.of("a=1; Path=/", "b=2"))
            .withIsBase64Encoded(true)
            .withBody("AP8=")
            .build();
      }
      return response.withBody(json.writeValueAsString(event)).build();
    };
  }

  private static void hang(Duration time) {
    try {
      if (new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
