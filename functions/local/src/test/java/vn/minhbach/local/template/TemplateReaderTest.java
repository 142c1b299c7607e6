package vn.minhbach.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.Template;

class TemplateReaderTest {

  private static Template project() {
    return TemplateReader.read(
        LocalOptions.forTests().template(), Map.of("WebOrigin", "http://localhost:1234"));
  }

  private static Template read(String yaml) {
    return TemplateReader.read(new StringReader(yaml), Map.of());
  }

  @Test
  void readsTheProjectsFunctionsWithTheirOwnVariables() {
    Template template = project();
    Template.Function submissions = template.function("SubmissionsFunction");
    Template.Table table = template.tables().getFirst();
    assertEquals("submissions", submissions.definition());
    assertEquals("vn.minhbach.Application", submissions.environment().get("MAIN_CLASS"));
    assertEquals(table.name(), submissions.environment().get("TABLE_NAME"));
    assertEquals(Duration.ofSeconds(29), submissions.timeout());
    assertEquals(
        bucket(template, "QuarantineBucket").name(),
        submissions.environment().get("QUARANTINE_BUCKET"));
    assertFalse(
        template.function("RankingsFunction").environment().containsKey("QUARANTINE_BUCKET"));
    assertEquals(Duration.ofSeconds(120), template.function("EvidenceArrivedFunction").timeout());
  }

  private static Template.Bucket bucket(Template template, String id) {
    return template.buckets().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void readsTheProjectsRoutesAndWhichAreForAll() {
    List<String> open =
        project().routes().stream()
            .filter(route -> !route.authorized())
            .map(Template.Route::key)
            .sorted()
            .toList();
    assertTrue(open.contains("GET /"), open.toString());
    assertTrue(open.contains("GET /campaigns/{c}/summary"), open.toString());
    Template.Route save =
        project().routes().stream()
            .filter(route -> route.key().equals("PUT /campaigns/{c}/units/{u}/answers/{criterion}"))
            .findFirst()
            .orElseThrow();
    assertTrue(save.authorized());
    assertEquals("SubmissionsFunction", save.function());
    assertEquals(List.of("http://localhost:1234"), project().cors().orElseThrow().origins());
  }

  @Test
  void readsTheProjectsTableStreamBucketsRulesAndSchedules() {
    Template template = project();
    Template.Table table = template.tables().getFirst();
    assertEquals("PK", table.partitionKey());
    assertEquals(Optional.of("SK"), table.sortKey());
    assertEquals(Optional.of("expiresAt"), table.ttlAttribute());
    assertEquals(Optional.of("KEYS_ONLY"), table.streamView());
    Template.Stream stream = template.streams().getFirst();
    assertEquals("ProjectScoresFunction", stream.function());
    assertEquals(table.name(), stream.table());
    assertTrue(stream.reportsItemFailures() && stream.bisects() && stream.fromStart());
    Template.Bucket quarantine = bucket(template, "QuarantineBucket");
    assertTrue(quarantine.eventBridge());
    assertEquals(
        List.of(
            new Template.BucketCors(
                List.of("http://localhost:1234"),
                List.of("PUT"),
                List.of("content-type", "if-none-match", "x-amz-checksum-sha256"),
                List.of("ETag", "x-amz-checksum-sha256"))),
        quarantine.cors());
    assertFalse(bucket(template, "PublishBucket").eventBridge());
    assertEquals(List.of(quarantine.name()), template.scannedBuckets());
    Template.Rule arrived =
        template.rules().stream()
            .filter(rule -> rule.function().equals("EvidenceArrivedFunction"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("aws.s3"), arrived.pattern().get("source"));
    assertEquals(
        Map.of("bucket", Map.of("name", List.of(quarantine.name()))),
        arrived.pattern().get("detail"));
    Template.Schedule schedule =
        template.schedules().stream()
            .filter(one -> one.function().equals("KeepDeadlinesFunction"))
            .findFirst()
            .orElseThrow();
    assertTrue(schedule.expression().startsWith("rate("), schedule.expression());
    assertEquals("{\"schedule\":\"keepDeadlines\"}", schedule.input());
  }

  @Test
  void resolvesIntrinsics() {
    Template template =
        read(
            """
            Parameters:
              Stage: {Type: String, Default: try}
              Address: {Type: String}
            Conditions:
              Trying: !Equals [!Ref Stage, try]
              Never: !Not [!Condition Trying]
            Mappings:
              Names: {try: {Prefix: t}}
            Resources:
              Bucket:
                Type: AWS::S3::Bucket
                Properties: {BucketName: !Sub '${AWS::StackName}-${Stage}-Files'}
              Gone: {Type: AWS::S3::Bucket, Condition: Never}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Environment:
                    Variables:
                      SPRING_CLOUD_FUNCTION_DEFINITION: f
                      REF: !Ref Bucket
                      ARN: !GetAtt Bucket.Arn
                      SUB: !Sub ['${a}-${Bucket}-${Bucket.Arn}-${!Keep}', {a: !Ref Stage}]
                      IF: !If [Never, x, !Join ['/', [a, !Ref Stage]]]
                      NONE: !If [Never, x, !Ref AWS::NoValue]
                      MAP: !FindInMap [Names, !Ref Stage, Prefix]
                      PART: !Select [1, !Split ['-', 'a-b-c']]
                      LONG: {'Fn::Sub': '${AWS::Region}'}
                      ADDRESS: !Ref Address
            """);
    Map<String, String> variables = template.function("F").environment();
    assertEquals("minhbach-local-try-files", variables.get("REF"));
    assertEquals("arn:aws:s3:::minhbach-local-try-files", variables.get("ARN"));
    assertEquals(
        "try-minhbach-local-try-files-arn:aws:s3:::minhbach-local-try-files-${Keep}",
        variables.get("SUB"));
    assertEquals("a/try", variables.get("IF"));
    assertFalse(variables.containsKey("NONE"));
    assertEquals("t", variables.get("MAP"));
    assertEquals("b", variables.get("PART"));
    assertEquals("ap-southeast-1", variables.get("LONG"));
    assertEquals("Address", variables.get("ADDRESS"));
    assertEquals(1, template.buckets().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{Type: HttpApi, Properties: {Path: things}}; line 7; begins with /",
        "{Type: Kafka, Properties: {}}; line 7; does not know",
        "{Type: DynamoDB, Properties: {Stream: x, StartingPosition: LATEST}}; line 7; StreamArn",
        "{Type: DynamoDB, Properties: {StartingPosition: LATEST}}; line 7; Stream is missing",
        "{Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day), Input: '{'}}; line 7;"
            + " JSON",
        "{Type: HttpApi, Properties: {Path: !Ref Nothing}}; line 7; Nothing",
        "{Type: HttpApi, Properties: {Path: !Cidr [a]}}; line 7; Fn::Cidr is not known"
      })
  void anErrorNamesThePlaceAndTheCause(String event, String line, String cause) {
    String yaml =
        """
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Environment: {Variables: {SPRING_CLOUD_FUNCTION_DEFINITION: f}}
              Events:
                E: %s
        """
            .formatted(event);
    TemplateError error = assertThrows(TemplateError.class, () -> read(yaml));
    assertTrue(error.getMessage().contains(line), error.getMessage());
    assertTrue(error.getMessage().contains("Resources.F.Properties.Events.E"), error.getMessage());
    assertTrue(error.getMessage().contains(cause), error.getMessage());
  }

  @Test
  void saysWhatIsWrongWithTheFileItself() {
    assertThrows(TemplateError.class, () -> read(""));
    assertThrows(TemplateError.class, () -> read("Resources: ["));
    TemplateError twice =
        assertThrows(TemplateError.class, () -> read("Resources: {}\nResources: {}"));
    assertTrue(twice.getMessage().contains("line 2, Resources"), twice.getMessage());
    TemplateError noBean =
        assertThrows(
            TemplateError.class,
            () -> read("Resources: {F: {Type: AWS::Serverless::Function, Properties: {A: b}}}"));
    assertTrue(noBean.getMessage().contains("SPRING_CLOUD_FUNCTION_DEFINITION"));
    assertThrows(
        TemplateError.class,
        () -> TemplateReader.read(LocalOptions.forTests().template().resolve("nothing"), Map.of()));
  }
}
