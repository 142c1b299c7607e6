package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.LambdaFailed;

/**
 * Events with every field that AWS documents for them, and its sample values, where only names and
 * keys are ours: the local parts make leaner ones, and what is written for those alone must not
 * pass for deployable.
 */
@Tag("system")
@Timeout(300)
class AwsSampleEventsTest {

  private static final String CAMPAIGN = "aws-events";

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static Province province;
  private static String awaited;

  @BeforeAll
  static void aFileIsAwaited() {
    province = Province.open(SYSTEM.http(), CAMPAIGN);
    var upload = new Upload(province, Province.DEPARTMENT);
    JsonNode grant = upload.granted(Upload.declared("I.1", "a.pdf", Upload.pdf("awaited")));
    awaited = grant.get("evidenceId").asString();
  }

  /** Lambda developer guide, payload format 2.0 of HTTP APIs. */
  @Test
  void anHttpApiEventOfFormatTwoIsAnswered() {
    String event =
        """
        {
          "version": "2.0",
          "routeKey": "GET /campaigns/{c}/units/{u}/form",
          "rawPath": "/campaigns/aws-events/units/SKHCN/form",
          "rawQueryString": "",
          "cookies": ["cookie1", "cookie2"],
          "headers": {"header1": "value1", "header2": "value1,value2", "accept": "*/*"},
          "requestContext": {
            "accountId": "123456789012",
            "apiId": "api-id",
            "authentication": null,
            "authorizer": {
              "jwt": {
                "claims": {"sub": "x", "cognito:username": "unit-SKHCN",
                           "cognito:groups": "[unit]", "custom:unit": "SKHCN",
                           "auth_time": "1583348638", "email_verified": "true"},
                "scopes": null
              }
            },
            "domainName": "id.execute-api.us-east-1.amazonaws.com",
            "domainPrefix": "id",
            "http": {"method": "GET", "path": "/campaigns/aws-events/units/SKHCN/form",
                     "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "agent"},
            "requestId": "id",
            "routeKey": "GET /campaigns/{c}/units/{u}/form",
            "stage": "$default",
            "time": "12/Mar/2020:19:03:58 +0000",
            "timeEpoch": 1583348638390
          },
          "pathParameters": {"c": "aws-events", "u": "SKHCN"},
          "isBase64Encoded": false,
          "stageVariables": {"stageVariable1": "value1", "stageVariable2": "value2"}
        }
        """;
    JsonNode answer = Http.JSON.readTree(invoked("SubmissionsFunction", event));
    assertEquals(200, answer.get("statusCode").asInt(), answer.toString());
    assertEquals("SKHCN", Http.JSON.readTree(answer.get("body").asString()).get("unit").asString());
  }

  /** S3 user guide, event message structure; with and without what later versions of it added. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        """
        "event-version": "1.1",
        """
      })
  void anObjectCreatedEventFindsItsGrant(String added) {
    assertEquals("\"done\"", invoked("EvidenceArrivedFunction", created(added, key())));
    assertEquals("\"stray\"", invoked("EvidenceArrivedFunction", created(added, "example-key")));
  }

  private static String key() {
    return CAMPAIGN + "/" + Province.DEPARTMENT + "/" + awaited;
  }

  private static String created(String added, String key) {
    return """
    {
      "version": "0",
      "id": "17793124-05d4-b198-2fde-7ededc63b103",
      "detail-type": "Object Created",
      "source": "aws.s3",
      "account": "111122223333",
      "time": "2021-11-12T00:00:00Z",
      "region": "ca-central-1",
      "resources": ["arn:aws:s3:::amzn-s3-demo-bucket1"],
      "detail": {
        "version": "0", %s
        "bucket": {"name": "amzn-s3-demo-bucket1"},
        "object": {"key": "%s", "size": 5, "etag": "b1946ac92492d2347c6235b4d2611184",
                   "version-id": "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e",
                   "sequencer": "617f08299329d189"},
        "request-id": "N4N7GDK58NMKJ12R",
        "requester": "123456789012",
        "source-ip-address": "1.2.3.4",
        "reason": "PutObject"
      }
    }
    """
        .formatted(added, key);
  }

  /** GuardDuty user guide, result of an object's scan. */
  @Test
  void aScanResultIsTakenDown() {
    String event =
        """
        {
          "version": "0",
          "id": "72c7d362-737a-6dce-fc78-9e27a0171419",
          "detail-type": "GuardDuty Malware Protection Object Scan Result",
          "source": "aws.guardduty",
          "account": "111122223333",
          "time": "2024-02-28T01:01:01Z",
          "region": "us-east-1",
          "resources": ["arn:aws:guardduty:us-east-1:111122223333:malware-protection-plan/b4c7f464ab3a4EXAMPLE"],
          "detail": {
            "schemaVersion": "1.0",
            "scanStatus": "COMPLETED",
            "resourceType": "S3_OBJECT",
            "s3ObjectDetails": {"bucketName": "amzn-s3-demo-bucket", "objectKey": "%s",
                                "eTag": "ASIAI44QH8DHBEXAMPLE",
                                "versionId": "d41d8cd98f00b204e9800998eEXAMPLE", "s3Throttled": false},
            "scanResultDetails": {"scanResultStatus": "NO_THREATS_FOUND", "threats": null}
          }
        }
        """;
    assertEquals("\"done\"", invoked("EvidenceScannedFunction", event.formatted(key())));
    assertEquals(
        "\"ignored\"", invoked("EvidenceScannedFunction", event.formatted("APKAEIBAERJR2EXAMPLE")));
  }

  /** Lambda developer guide, DynamoDB streams: an insert, a change and a removal. */
  @Test
  void aBatchOfTheTablesStreamIsTakenWhole() {
    String record =
        """
        {
          "eventID": "%s",
          "eventVersion": "1.0",
          "eventName": "%s",
          "eventSource": "aws:dynamodb",
          "awsRegion": "us-west-2",
          "dynamodb": {
            "ApproximateCreationDateTime": 1.4285376E9,
            "Keys": {"PK": {"S": "C#aws-events#U#SKHCN"}, "SK": {"S": "%s"}},
            "SequenceNumber": "%s",
            "SizeBytes": 26,
            "StreamViewType": "KEYS_ONLY"
          },
          "eventSourceARN": "arn:aws:dynamodb:us-west-2:111122223333:table/t/stream/2015-06-27T00:48:05.899"
        }
        """;
    String event =
        "{\"Records\":["
            + String.join(
                ",",
                List.of(
                    record.formatted("1", "INSERT", "HEAD", "111"),
                    record.formatted("2", "MODIFY", "EVIDENCE#" + awaited, "222"),
                    record.formatted("3", "REMOVE", "ANSWER#I.1", "333")))
            + "]}";
    JsonNode answer = Http.JSON.readTree(invoked("ProjectScoresFunction", event));
    assertEquals(0, answer.get("batchItemFailures").size(), answer.toString());
  }

  /** EventBridge: what a scheduler sends without an input of its own, and what a rule sends. */
  @ParameterizedTest
  @ValueSource(strings = {"aws.scheduler|\"{}\"", "aws.events|{}"})
  void aScheduledEventRunsTheSchedule(String kind) {
    String event =
        """
        {
          "version": "0",
          "id": "cdc73f9d-aea9-11e3-9d5a-835b769c0d9c",
          "detail-type": "Scheduled Event",
          "source": "%s",
          "account": "123456789012",
          "time": "2019-03-01T01:23:45Z",
          "region": "us-east-2",
          "resources": ["arn:aws:events:us-east-2:123456789012:rule/my-schedule"],
          "detail": %s
        }
        """
            .formatted((Object[]) kind.split("\\|"));
    assertEquals("\"done\"", invoked("KeepDeadlinesFunction", event));
  }

  private static String invoked(String function, String event) {
    try {
      return new String(
          SYSTEM.get().lambdas().invoke(function, event.getBytes(StandardCharsets.UTF_8)),
          StandardCharsets.UTF_8);
    } catch (LambdaFailed failed) {
      throw new AssertionError(function + " failed", failed);
    }
  }
}
