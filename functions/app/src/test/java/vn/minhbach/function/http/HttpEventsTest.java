package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request is read from an event is what Lambda's own reader reads. */
class HttpEventsTest {

  private static final String WHOLE =
      """
      {"version":"2.0","routeKey":"PUT /campaigns/{c}/units/{u}/answers/{criterion}",
       "rawPath":"/campaigns/x/units/Q/answers/I.1","rawQueryString":"limit=5&q=%20",
       "cookies":["a=b"],"headers":{"accept-language":"en","content-type":"application/json","x":null},
       "queryStringParameters":{"limit":"5","q":" "},
       "requestContext":{"accountId":"1","apiId":"a",
         "authentication":null,
         "authorizer":{"jwt":{"claims":{"sub":"u","cognito:groups":"[admin judge]","exp":1893456000,
           "email_verified":true,"nothing":null},"scopes":null},"lambda":{"sub":"other"}},
         "domainName":"d","http":{"method":"PUT","path":"/p","protocol":"HTTP/1.1","sourceIp":"::1",
         "userAgent":"x"},"requestId":"r","routeKey":"$default","stage":"$default","time":"t",
         "timeEpoch":1583348638390},
       "body":"{\\"payload\\":[1],\\"ậ\\":\\"\\\\u0001\\"}","pathParameters":{"c":"x","u":"Q","criterion":"I.1"},
       "isBase64Encoded":false,"stageVariables":{"sub":"third"},"payload":{"body":"z"}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        WHOLE,
        "{}",
        "{\"body\":null,\"headers\":null,\"pathParameters\":null,\"requestContext\":null}",
        "{\"requestContext\":{}}",
        "{\"requestContext\":{\"authorizer\":null}}",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":null}}}",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":null}}}}",
        "{\"requestContext\":{\"authorizer\":{\"iam\":{\"userId\":\"x\"}}}}",
        "{\"body\":\"aGVsbG8=\",\"isBase64Encoded\":true}",
        "{\"body\":\"a\",\"body\":\"b\",\"headers\":{\"a\":\"1\"},\"headers\":{\"b\":\"2\"}}",
        "{\"claims\":{\"sub\":\"x\"},\"jwt\":{\"claims\":{\"sub\":\"x\"}},\"authorizer\":{\"sub\":\"x\"}}",
        "{\"headers\":{\"n\":1.50,\"t\":true}}"
      })
  void readsWhatLambdasOwnReaderReads(String json) {
    APIGatewayV2HTTPEvent before =
        LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPEvent.class.getClassLoader())
            .fromJson(bytes(json));
    APIGatewayV2HTTPEvent event = HttpEvents.read(bytes(json));

    assertEquals(before.getRouteKey(), event.getRouteKey());
    assertEquals(before.getRawPath(), event.getRawPath());
    assertEquals(before.getHeaders(), event.getHeaders());
    assertEquals(before.getQueryStringParameters(), event.getQueryStringParameters());
    assertEquals(before.getPathParameters(), event.getPathParameters());
    assertEquals(before.getBody(), event.getBody());
    assertEquals(before.getIsBase64Encoded(), event.getIsBase64Encoded());
    assertEquals(claims(before), claims(event));
    assertEquals(new Request(before).claims(), new Request(event).claims());
  }

  @Test
  void claimsComeFromTheJwtAuthorizerAlone() {
    assertEquals("u", new Request(HttpEvents.read(bytes(WHOLE))).claims().get("sub"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"x\"",
        "{\"headers\":[]}",
        "{\"headers\":{\"a\":{}}}",
        "{\"body\":{}}",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":[\"a\"]}}}}}",
        "{\"requestContext\":\"x\"}",
        "{\"body\":\"a\"",
        "{\"headers\":{\"a\":\"b\"}"
      })
  void whatApiGatewayNeverSendsIsNoEvent(String json) {
    assertThrows(RuntimeException.class, () -> HttpEvents.read(bytes(json)));
  }

  private static Optional<Map<String, String>> claims(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims);
  }

  private static InputStream bytes(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
