package vn.minhbach;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Mistakes that somebody could make in template.yaml, planted to show that the rules notice them.
 *
 * @param rule the rule that must notice
 * @param expected part of what it says
 * @param plant makes the mistake in a freshly read template
 */
record TemplateBreaches(TemplateRule rule, String expected, Consumer<TemplateFile> plant) {

  static final List<TemplateBreaches> ALL =
      List.of(
          breach(
              TemplateRule.HANDLERS_EXIST,
              "calls bean 'campaing' instead of campaigns",
              t -> variables(t, "CampaignsFunction").plant(TemplateFile.DEFINITION, "campaing")),
          breach(
              TemplateRule.HANDLERS_EXIST,
              "starts no such class: vn.minhbach.Nowhere",
              t ->
                  t.globals()
                      .at("Environment", "Variables")
                      .plant("MAIN_CLASS", "vn.minhbach.Nowhere")),
          breach(
              TemplateRule.HANDLERS_EXIST,
              "starts no such class: vn.minhbach.PapersNowhere",
              t -> variables(t, "PapersFunction").plant("MAIN_CLASS", "vn.minhbach.PapersNowhere")),
          breach(
              TemplateRule.SAM_CLI_PACKAGES_IT,
              "Globals.CodeUri is looked for in the wrong directory",
              t -> t.globals().plant("CodeUri", "functions/app/target/minhbach-app.zip")),
          breach(
              TemplateRule.SAM_CLI_PACKAGES_IT,
              "RankingsFunction names no zip that the build makes",
              t -> properties(t, "RankingsFunction").remove("CodeUri")),
          breach(
              TemplateRule.SAM_CLI_PACKAGES_IT,
              "Fn::ForEach::Groups is not read by SAM CLI",
              t -> t.top().at("Resources").plant("Fn::ForEach::Groups", List.of())),
          breach(
              TemplateRule.ONE_RUNTIME,
              "RankingsFunction.Runtime is not java25",
              t -> properties(t, "RankingsFunction").plant("Runtime", "java21")),
          breach(
              TemplateRule.ONE_RUNTIME,
              "stops the compiler at C1",
              t ->
                  variables(t, "RankingsFunction")
                      .plant(
                          "JAVA_TOOL_OPTIONS", "-XX:+TieredCompilation -XX:TieredStopAtLevel=1")),
          breach(
              TemplateRule.GLOBALS_ARE_SCALARS,
              "Variables.TABLE_NAME.Ref is not a plain value",
              t ->
                  t.globals()
                      .at("Environment", "Variables")
                      .plant("TABLE_NAME", Map.of("Ref", "Table"))),
          breach(
              TemplateRule.LOGS_ARE_KEPT_APART_AND_NOT_FOR_EVER,
              "RankingsLogGroup never expires",
              t -> properties(t, "RankingsLogGroup").remove("RetentionInDays")),
          breach(
              TemplateRule.LOGS_ARE_KEPT_APART_AND_NOT_FOR_EVER,
              "SubmissionsFunction shares log group CampaignsLogGroup",
              t ->
                  properties(t, "SubmissionsFunction")
                      .at("LoggingConfig")
                      .plant("LogGroup", Map.of("Ref", "CampaignsLogGroup"))),
          breach(
              TemplateRule.FAILURES_ARE_KEPT,
              "EvidenceScannedFunction.Events.ScanResult loses what it cannot hand over",
              t -> event(t, "EvidenceScannedFunction", "ScanResult").remove("DeadLetterConfig")),
          breach(
              TemplateRule.FAILURES_ARE_KEPT,
              "KeepDeadlinesFunction loses the events that it fails at",
              t -> properties(t, "KeepDeadlinesFunction").remove("EventInvokeConfig")),
          breach(
              TemplateRule.FAILURES_ARE_KEPT,
              "would block the shard",
              t -> event(t, "ProjectScoresFunction", "Changes").remove("MaximumRetryAttempts")),
          breach(
              TemplateRule.FAILURES_ARE_KEPT,
              "may not write to its queue EvidenceArrivedDeadLetters",
              t -> t.top().at("Resources").remove("EvidenceArrivedDeadLettersPolicy")),
          breach(
              TemplateRule.GRANTS_ARE_AS_LISTED,
              "RankingsFunction must not dynamodb:UpdateItem Table",
              t -> grant(t, "RankingsFunction", "dynamodb:UpdateItem", attribute("Table"))),
          breach(
              TemplateRule.GRANTS_ARE_AS_LISTED,
              "SubmissionsFunction lacks s3:GetObject EvidenceBucket/*",
              t -> grant(t, "SubmissionsFunction", "dynamodb:GetItem", attribute("Table"))),
          breach(
              TemplateRule.GRANTS_ARE_AS_LISTED,
              "hides what it allows",
              t ->
                  properties(t, "RankingsFunction")
                      .plant("Policies", List.of("AmazonDynamoDBFullAccess"))),
          breach(
              TemplateRule.NAMES_FOLLOW_GRANTS,
              "RankingsFunction has EVIDENCE_BUCKET but may not touch EvidenceBucket",
              t ->
                  variables(t, "RankingsFunction")
                      .plant("EVIDENCE_BUCKET", Map.of("Ref", "EvidenceBucket"))),
          breach(
              TemplateRule.NO_WILDCARD_IN_A_GRANT,
              "allows *",
              t -> grant(t, "RankingsFunction", "dynamodb:GetItem", "*")),
          breach(
              TemplateRule.NO_WILDCARD_IN_A_GRANT,
              "allows dynamodb:*",
              t -> grant(t, "RankingsFunction", "dynamodb:*", attribute("Table"))),
          breach(
              TemplateRule.NO_WILDCARD_IN_A_GRANT,
              "allows arn:${AWS::Partition}:s3:::*",
              t ->
                  grant(
                      t,
                      "RankingsFunction",
                      "s3:GetObject",
                      Map.of("Fn::Sub", "arn:${AWS::Partition}:s3:::*"))),
          breach(
              TemplateRule.ROUTES_ARE_CLOSED,
              "GET /campaigns/{c}/units/{u}/ledger is public",
              t ->
                  route(t, "/campaigns/{c}/units/{u}/ledger")
                      .plant("security", List.of(Map.of("NONE", List.of())))),
          breach(
              TemplateRule.ROUTES_ARE_CLOSED,
              "GET / asks for a token",
              t -> route(t, "/").remove("security")),
          breach(
              TemplateRule.API_IS_PERMITTED_ONCE,
              "Events.Search takes a permission of its own",
              t ->
                  properties(t, "RankingsFunction")
                      .plant("Events", Map.of("Search", Map.of("Type", "HttpApi")))),
          breach(
              TemplateRule.API_IS_PERMITTED_ONCE,
              "the API is permitted {AppraisalsFunction=1, CampaignsFunction=1, PapersFunction=1,",
              t -> t.top().at("Resources").remove("RankingsPermission")),
          breach(
              TemplateRule.PARAMETERS_PUBLISH,
              "SendRemindersFunction would keep the old SmtpLogin",
              t ->
                  properties(t, "SendRemindersFunction")
                      .plant("VersionDescription", Map.of("Fn::Sub", "${WebOrigin} ${SmtpHost}"))),
          breach(
              TemplateRule.PARAMETERS_PUBLISH,
              "SendRemindersFunction.VersionDescription may reach",
              t -> t.top().at("Parameters", "SmtpHost").plant("MaxLength", 120)),
          breach(
              TemplateRule.BATCHES_TOUCH_STAGED_ROWS,
              "may delete anything in batches",
              t -> grant(t, "RankingsFunction", "dynamodb:BatchWriteItem", attribute("Table"))),
          breach(
              TemplateRule.NOTHING_IS_LOCAL_BY_DEFAULT,
              "Parameters.SmtpHost would deploy something that names itself",
              t -> t.top().at("Parameters", "SmtpHost").plant("Default", "localhost")),
          breach(
              TemplateRule.ROUTES_ARE_CLOSED,
              "POST /campaigns is public",
              t -> t.api().at("Auth").remove("DefaultAuthorizer")),
          breach(
              TemplateRule.NO_WILDCARD_IN_CORS,
              "AllowOrigins[0] is a wildcard",
              t -> t.api().at("CorsConfiguration").plant("AllowOrigins", List.of("*"))),
          breach(
              TemplateRule.NO_WILDCARD_IN_CORS,
              "allows everything by one word",
              t -> t.api().plant("CorsConfiguration", true)),
          breach(
              TemplateRule.API_IS_THROTTLED_AND_LOGGED,
              "no ThrottlingRateLimit",
              t -> t.api().at("DefaultRouteSettings").remove("ThrottlingRateLimit")),
          breach(
              TemplateRule.API_IS_THROTTLED_AND_LOGGED,
              "PUT /campaigns/{c}/units is heavy and has no limit",
              t -> t.api().at("RouteSettings").remove("PUT /campaigns/{c}/units")),
          breach(
              TemplateRule.API_IS_THROTTLED_AND_LOGGED,
              "a limit on no route of ours: PUT /nowhere",
              t -> t.api().at("RouteSettings").plant("PUT /nowhere", Map.of())),
          breach(
              TemplateRule.USERS_DO_NOT_CHOOSE_THEIR_UNIT,
              "takes a password alone",
              t -> properties(t, "UserPool").plant("MfaConfiguration", "OPTIONAL")),
          breach(
              TemplateRule.USERS_DO_NOT_CHOOSE_THEIR_UNIT,
              "takes an account written otherwise for another",
              t -> properties(t, "UserPool").remove("UsernameConfiguration")),
          breach(
              TemplateRule.ACCESS_IS_LOGGED,
              "nobody would know who read EvidenceBucket",
              t -> properties(t, "EvidenceBucket").remove("LoggingConfiguration")),
          breach(
              TemplateRule.USERS_DO_NOT_CHOOSE_THEIR_UNIT,
              "lets a user choose the own unit",
              t -> properties(t, "WebClient").plant("WriteAttributes", List.of("custom:unit"))),
          breach(
              TemplateRule.BUCKETS_ARE_CLOSED,
              "PublishBucket is not encrypted",
              t -> properties(t, "PublishBucket").remove("BucketEncryption")),
          breach(
              TemplateRule.BUCKETS_ARE_CLOSED,
              "EvidenceBucket can be made public: no BlockPublicPolicy",
              t ->
                  properties(t, "EvidenceBucket")
                      .at("PublicAccessBlockConfiguration")
                      .plant("BlockPublicPolicy", false)),
          breach(
              TemplateRule.BUCKETS_ARE_CLOSED,
              "EvidenceBucket can be reached without TLS",
              t -> t.top().at("Resources").remove("EvidenceBucketPolicy")),
          breach(
              TemplateRule.RECORDS_ARE_LOCKED,
              "EvidenceBucket does not lock what it keeps",
              t -> properties(t, "EvidenceBucket").remove("ObjectLockConfiguration")),
          breach(
              TemplateRule.RECORDS_ARE_LOCKED,
              "QuarantineBucket is locked and could not forget",
              t -> properties(t, "QuarantineBucket").plant("ObjectLockEnabled", true)),
          breach(
              TemplateRule.RECORDS_ARE_LOCKED,
              "EvidenceBucket can be overwritten",
              t -> t.top().at("Resources").remove("EvidenceBucketPolicy")),
          breach(
              TemplateRule.RECORDS_ARE_LOCKED,
              "PublishBucket can be hidden",
              t -> t.top().at("Resources").remove("PublishBucketPolicy")),
          breach(
              TemplateRule.RECORDS_ARE_LOCKED,
              "EvidenceBucket can be hidden",
              t -> t.top().at("Resources").remove("EvidenceBucketPolicy")),
          breach(
              TemplateRule.RECORDS_ARE_LOCKED,
              "EvidenceBucket lets others than takedowns pass its lock",
              t ->
                  t
                      .resource("EvidenceBucketPolicy")
                      .at("Properties", "PolicyDocument")
                      .at("Statement")
                      .items()
                      .stream()
                      .filter(statement -> statement.at("Sid").is("OnlyTakedownsRemove"))
                      .forEach(statement -> statement.remove("Condition"))),
          breach(
              TemplateRule.QUARANTINE_FORGETS,
              "quarantine can be overwritten",
              t -> t.top().at("Resources").remove("QuarantineBucketPolicy")),
          breach(
              TemplateRule.DATA_OUTLIVES_THE_STACK,
              "Table is lost for want of DeletionPolicy",
              t -> t.resource("Table").remove("DeletionPolicy")),
          breach(
              TemplateRule.TABLE_IS_SAFE,
              "Table.DeletionProtectionEnabled is not true",
              t -> properties(t, "Table").plant("DeletionProtectionEnabled", false)),
          breach(
              TemplateRule.EVERYTHING_IS_WATCHED,
              "alarms watch functions",
              t -> t.top().at("Resources").remove("RankingsFunction")),
          breach(
              TemplateRule.EVERYTHING_IS_WATCHED,
              "alarms watch queues",
              t -> t.top().at("Resources").remove("ProjectScoresDeadLetters")),
          breach(
              TemplateRule.EVERYTHING_IS_WATCHED,
              "nobody watches",
              t -> t.top().at("Resources").remove("Watch")));

  private static TemplateBreaches breach(
      TemplateRule rule, String expected, Consumer<TemplateFile> plant) {
    return new TemplateBreaches(rule, expected, plant);
  }

  private static Place properties(TemplateFile template, String resource) {
    return template.resource(resource).at("Properties");
  }

  private static Place variables(TemplateFile template, String function) {
    return properties(template, function).at("Environment", "Variables");
  }

  private static Place event(TemplateFile template, String function, String event) {
    return properties(template, function).at("Events", event, "Properties");
  }

  private static Place route(TemplateFile template, String path) {
    return template.api().at("DefinitionBody", "paths", path, "get");
  }

  private static Map<String, Object> attribute(String resource) {
    return Map.of("Fn::GetAtt", List.of(resource, "Arn"));
  }

  private static void grant(
      TemplateFile template, String function, String action, Object resource) {
    properties(template, function)
        .plant(
            "Policies",
            List.of(
                Map.of(
                    "Statement",
                    List.of(
                        Map.of(
                            "Effect", "Allow", "Action", List.of(action), "Resource", resource)))));
  }

  @Override
  public String toString() {
    return rule + ": " + expected;
  }
}
