package vn.minhbach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on what is kept: buckets, table, alarms over both. */
final class DataRules {

  private static final String BUCKET = "AWS::S3::Bucket";

  private static final Set<String> LOCKED = Set.of("EvidenceBucket", "PublishBucket");

  private static final List<String> STATEFUL =
      List.of(BUCKET, "AWS::DynamoDB::Table", "AWS::Cognito::UserPool");

  private DataRules() {}

  static List<String> buckets(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    template
        .resources(BUCKET)
        .forEach((id, bucket) -> {
          Place properties = bucket.at("Properties");
          if (properties
              .at("BucketEncryption", "ServerSideEncryptionConfiguration")
              .items()
              .stream()
              .allMatch(rule ->
                  // By the province's key or by AWS' own: in either case by one.
                  rule.at("ServerSideEncryptionByDefault")
                      .walk()
                      .noneMatch(place -> !place.at("SSEAlgorithm").absent()))) {
            breaches.add(id + " is not encrypted");
          }
          for (String block :
              List.of(
                  "BlockPublicAcls",
                  "BlockPublicPolicy",
                  "IgnorePublicAcls",
                  "RestrictPublicBuckets")) {
            if (!properties.at("PublicAccessBlockConfiguration", block).is(true)) {
              breaches.add(id + " can be made public: no " + block);
            }
          }
          if (!properties.at("OwnershipControls", "Rules").items().stream()
              .map(rule -> rule.at("ObjectOwnership").text())
              .toList()
              .equals(List.of("BucketOwnerEnforced"))) {
            breaches.add(id + " takes objects of other owners");
          }
          if (denials(template, id).noneMatch(DataRules::withoutTls)) {
            breaches.add(id + " can be reached without TLS");
          }
        });
    return breaches;
  }

  private static Stream<Place> denials(TemplateFile template, String bucket) {
    return template.resources("AWS::S3::BucketPolicy").values().stream()
        .filter(policy -> policy.at("Properties", "Bucket", "Ref").is(bucket))
        .flatMap(policy -> policy.at("Properties", "PolicyDocument", "Statement").items().stream())
        .filter(statement -> statement.at("Effect").is("Deny"))
        .filter(statement -> statement.at("Principal").is("*"))
        .filter(statement ->
            statement.at("Resource").items().stream()
                .anyMatch(resource -> resource.target().equals(Optional.of(bucket + "/*"))));
  }

  private static boolean withoutTls(Place statement) {
    return statement.at("Action").texts().contains("s3:*")
        && statement.at("Condition", "Bool", "aws:SecureTransport").text().equals("false");
  }

  static List<String> objectLock(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    template
        .resources(BUCKET)
        .forEach((id, bucket) -> {
          Place properties = bucket.at("Properties");
          Place retention = properties.at("ObjectLockConfiguration", "Rule", "DefaultRetention");
          if (!LOCKED.contains(id)) {
            if (!properties.at("ObjectLockEnabled").absent() || !retention.absent()) {
              breaches.add(id + " is locked and could not forget");
            }
          } else if (!properties.at("ObjectLockEnabled").is(true)
              || !retention.at("Mode").is("GOVERNANCE")
              || retention.at("Days").absent()
              || !properties.at("VersioningConfiguration", "Status").is("Enabled")) {
            breaches.add(id + " does not lock what it keeps");
          }
        });
    for (String id : LOCKED) {
      if (!neverOverwritten(template, id)) {
        breaches.add(id + " can be overwritten");
      }
      // A lock keeps the bytes; a marker of deletion would hide them, and let others take their
      // name.
      if (denials(template, id)
          .noneMatch(statement ->
              statement.at("Action").texts().contains("s3:DeleteObject")
                  && statement.at("Condition").absent())) {
        breaches.add(id + " can be hidden");
      }
    }
    if (!onlyTakedownsRemove(template)) {
      breaches.add("EvidenceBucket lets others than takedowns pass its lock");
    }
    LOCKED.stream()
        .filter(id -> template.resource(id).absent())
        .forEach(id -> breaches.add(id + " is missing"));
    return breaches;
  }

  /** Whoever reads or writes what units sent, or what is published, leaves a line. */
  static List<String> accessLogs(TemplateFile template) {
    return Stream.of("QuarantineBucket", "EvidenceBucket", "PublishBucket")
        .filter(id ->
            !template
                .resource(id)
                .at("Properties", "LoggingConfiguration", "DestinationBucketName", "Ref")
                .is("AccessLogBucket"))
        .map(id -> "nobody would know who read " + id)
        .toList();
  }

  /** Whoever has the right to pass the lock may not, but for one function's role. */
  private static boolean onlyTakedownsRemove(TemplateFile template) {
    return denials(template, "EvidenceBucket")
        .anyMatch(statement ->
            statement
                    .at("Action")
                    .texts()
                    .containsAll(List.of("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"))
                && statement
                    .at("Condition", "ArnNotEquals", "aws:PrincipalArn")
                    .target()
                    .equals(Optional.of("TakeDownFilesFunctionRole")));
  }

  private static boolean neverOverwritten(TemplateFile template, String bucket) {
    return denials(template, bucket)
        .anyMatch(statement ->
            statement.at("Action").texts().contains("s3:PutObject")
                && statement.at("Condition", "Null", "s3:if-none-match").text().equals("true"));
  }

  static List<String> quarantine(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    Place quarantine = template.resource("QuarantineBucket").at("Properties");
    Place events = quarantine.at("NotificationConfiguration");
    if (!events.at("EventBridgeConfiguration", "EventBridgeEnabled").is(true)) {
      breaches.add("nobody hears of what arrives in quarantine");
    }
    if (quarantine.at("LifecycleConfiguration", "Rules").items().stream()
        .noneMatch(rule -> rule.at("Status").is("Enabled") && rule.at("ExpirationInDays").is(7))) {
      breaches.add("quarantine does not forget after 7 days");
    }
    if (!neverOverwritten(template, "QuarantineBucket")) {
      breaches.add("quarantine can be overwritten");
    }
    Set<String> headers =
        quarantine.at("CorsConfiguration", "CorsRules").items().stream()
            .filter(rule -> rule.at("AllowedMethods").texts().contains("PUT"))
            .flatMap(rule -> rule.at("AllowedHeaders").texts().stream())
            .collect(Collectors.toSet());
    if (!headers.containsAll(Set.of("content-type", "if-none-match", "x-amz-checksum-sha256"))) {
      breaches.add("a browser may not send the signed headers of an upload: " + headers);
    }
    return breaches;
  }

  static List<String> retained(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (String type : STATEFUL) {
      template
          .resources(type)
          .forEach((id, resource) -> {
            for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
              if (!resource.at(policy).is("Retain")) {
                breaches.add(id + " is lost for want of " + policy + ": Retain");
              }
            }
          });
    }
    return breaches;
  }

  static List<String> table(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    if (!template.resources("AWS::DynamoDB::Table").keySet().equals(Set.of("Table"))) {
      breaches.add("there is one table, called Table");
    }
    Place table = template.resource("Table").at("Properties");
    Map<String, Object> wanted =
        Map.of(
            "BillingMode", "PAY_PER_REQUEST",
            "DeletionProtectionEnabled", true,
            "SSESpecification.SSEEnabled", true,
            "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true,
            "StreamSpecification.StreamViewType", "KEYS_ONLY",
            "TimeToLiveSpecification.AttributeName", "expiresAt",
            "TimeToLiveSpecification.Enabled", true);
    wanted.forEach((path, value) -> {
      if (!table.at(path.split("\\.")).is(value)) {
        breaches.add("Table." + path + " is not " + value);
      }
    });
    List<String> keys =
        table.at("KeySchema").items().stream()
            .map(key -> key.at("AttributeName").text() + " " + key.at("KeyType").text())
            .toList();
    if (!keys.equals(List.of("PK HASH", "SK RANGE"))) {
      breaches.add("the keys of Table are not PK and SK: " + keys);
    }
    if (!table.at("GlobalSecondaryIndexes").absent()) {
      breaches.add("Table has an index that no access pattern asks for");
    }
    return breaches;
  }

  static List<String> alarms(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    String file = template.resource("Watch").at("Properties", "TemplateURL").text();
    if (file.isEmpty()) {
      return List.of("nobody watches: Watch is missing");
    }
    TemplateFile alarms = TemplateFile.read(file);
    alarms
        .resources("AWS::SNS::Topic")
        .forEach((id, topic) -> {
          if (topic.at("Properties", "KmsMasterKeyId").absent()) {
            breaches.add(id + " is not encrypted");
          }
        });
    Set<String> beans =
        template.functions().stream()
            .map(TemplateFile.Function::bean)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> queues =
        template.resources("AWS::SQS::Queue").values().stream()
            .map(queue -> queue.at("Properties", "QueueName").target().orElse(""))
            .map(name -> name.replaceFirst("^.*}-", "").replaceFirst("-dead$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Place> stacks =
        alarms.resources("AWS::CloudFormation::Stack").values().stream()
            .map(stack -> stack.at("Properties"))
            .toList();
    compare("functions", beans, stacks, breaches);
    compare(
        "queues",
        queues,
        stacks.stream().filter(stack -> stack.at("Parameters", "DeadLetters").is("true")).toList(),
        breaches);
    Path folder = Path.of(file).getParent();
    Stream.concat(
            Stream.of(alarms),
            stacks.stream()
                .map(stack -> folder.resolve(stack.at("TemplateURL").text()).toString())
                .distinct()
                .map(TemplateFile::read))
        .flatMap(watching -> watching.resources("AWS::CloudWatch::Alarm").values().stream())
        .forEach(alarm -> {
          if (!alarm.at("Properties", "TreatMissingData").is("notBreaching")) {
            breaches.add(alarm.path() + " is raised by silence");
          }
          if (alarm.at("Properties", "AlarmActions").items().isEmpty()) {
            breaches.add(alarm.path() + " tells nobody");
          }
        });
    return breaches;
  }

  private static void compare(
      String what, Set<String> wanted, List<Place> stacks, List<String> breaches) {
    Set<String> watched =
        stacks.stream()
            .map(stack -> stack.at("Parameters", "Function").text())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!watched.equals(wanted)) {
      breaches.add("alarms watch " + what + " " + watched + " instead of " + wanted);
    }
  }
}
