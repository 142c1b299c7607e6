package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;

/**
 * Holds the code's calls of AWS to what {@link Grants} allows, both ways. Here every call works, in
 * the cloud a call without a grant is refused; and a grant that no call of its function uses only
 * waits to be misused.
 */
class GrantsTest {

  private static final String SDK = "software.amazon.awssdk.services.";

  /** What a call needs: simple type and method of the SDK to IAM actions. */
  private static final Map<String, Set<String>> NEEDS =
      Map.ofEntries(
          Map.entry("DynamoDbClient.getItem", Set.of("dynamodb:GetItem")),
          Map.entry("DynamoDbClient.batchGetItem", Set.of("dynamodb:BatchGetItem")),
          Map.entry("DynamoDbClient.query", Set.of("dynamodb:Query")),
          Map.entry("DynamoDbClient.queryPaginator", Set.of("dynamodb:Query")),
          Map.entry("DynamoDbClient.putItem", Set.of("dynamodb:PutItem")),
          Map.entry("DynamoDbClient.updateItem", Set.of("dynamodb:UpdateItem")),
          Map.entry("DynamoDbClient.deleteItem", Set.of("dynamodb:DeleteItem")),
          Map.entry("DynamoDbClient.batchWriteItem", Set.of("dynamodb:BatchWriteItem")),
          Map.entry("DynamoDbClient.scan", Set.of("dynamodb:Scan")),
          Map.entry("DynamoDbClient.scanPaginator", Set.of("dynamodb:Scan")),
          Map.entry("DynamoDbClient.transactGetItems", Set.of("dynamodb:GetItem")),
          // What a transaction needs is the sum of its parts, which are counted below.
          Map.entry("DynamoDbClient.transactWriteItems", Set.of()),
          Map.entry("Builder.put", Set.of("dynamodb:PutItem")),
          Map.entry("Put.builder", Set.of("dynamodb:PutItem")),
          Map.entry("Update.builder", Set.of("dynamodb:UpdateItem")),
          Map.entry("Delete.builder", Set.of("dynamodb:Scan")),
          Map.entry("ConditionCheck.builder", Set.of("dynamodb:ConditionCheckItem")),
          Map.entry("S3Client.getObject", Set.of("s3:GetObject")),
          Map.entry("S3Client.getObjectAsBytes", Set.of("s3:GetObject")),
          Map.entry("S3Client.headObject", Set.of("s3:GetObject")),
          Map.entry("S3Client.putObject", Set.of("s3:PutObject")),
          Map.entry("S3Client.copyObject", Set.of("s3:GetObject", "s3:PutObject")),
          Map.entry("S3Client.listObjectsV2", Set.of("s3:ListBucket")),
          Map.entry("S3Client.listObjectsV2Paginator", Set.of("s3:ListBucket")),
          Map.entry("CognitoIdentityProviderClient.listUsers", Set.of("cognito-idp:ListUsers")),
          Map.entry(
              "CognitoIdentityProviderClient.listUsersInGroup",
              Set.of("cognito-idp:ListUsersInGroup")),
          Map.entry(
              "CognitoIdentityProviderClient.adminCreateUser",
              Set.of("cognito-idp:AdminCreateUser")),
          Map.entry(
              "CognitoIdentityProviderClient.adminUpdateUserAttributes",
              Set.of("cognito-idp:AdminUpdateUserAttributes")),
          Map.entry(
              "CognitoIdentityProviderClient.adminAddUserToGroup",
              Set.of("cognito-idp:AdminAddUserToGroup")),
          Map.entry(
              "CognitoIdentityProviderClient.adminRemoveUserFromGroup",
              Set.of("cognito-idp:AdminRemoveUserFromGroup")),
          Map.entry(
              "CognitoIdentityProviderClient.adminEnableUser",
              Set.of("cognito-idp:AdminEnableUser")),
          Map.entry(
              "CognitoIdentityProviderClient.adminDisableUser",
              Set.of("cognito-idp:AdminDisableUser")),
          Map.entry(
              "CognitoIdentityProviderClient.adminUserGlobalSignOut",
              Set.of("cognito-idp:AdminUserGlobalSignOut")),
          Map.entry("S3Client.listObjectVersions", Set.of("s3:ListBucketVersions")),
          // By its version always: a marker of deletion would remove nothing.
          Map.entry(
              "S3Client.deleteObject",
              Set.of("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention")),
          Map.entry("S3Presigner.presignGetObject", Set.of("s3:GetObject")),
          Map.entry("S3Presigner.presignPutObject", Set.of("s3:PutObject")));

  private static final Map<String, String> KMS =
      Map.of("sign", "kms:Sign", "publicKey", "kms:GetPublicKey");

  private static final Set<String> CLIENTS =
      Set.of("DynamoDbClient", "S3Client", "S3Presigner", "CognitoIdentityProviderClient");

  /** Methods of a client that call nothing. */
  private static final Set<String> SILENT =
      Set.of("builder", "create", "close", "serviceName", "utilities");

  private static final JavaClasses SHIPPED = Shipped.CLASSES;

  /** Where the code of a function begins: packages and classes of the ring function. */
  private static final Map<String, List<String>> BEGINS =
      Map.ofEntries(
          Map.entry(
              "CampaignsFunction",
              List.of(
                  "campaign",
                  "criteria",
                  "source",
                  "account",
                  "assignment.TeamRoutes",
                  "upload",
                  "custody.AuditRoutes",
                  "term.ExtensionRoutes",
                  "progress",
                  "publication",
                  "petition.ProvisionalRoutes",
                  "session",
                  "reminder.ReminderRoutes",
                  "http")),
          Map.entry(
              "SubmissionsFunction",
              List.of(
                  "answering",
                  "offline",
                  "custody.EvidenceRoutes",
                  "custody.FactsRoutes",
                  "custody.TakedownRoutes",
                  "signing",
                  "term.TermRoutes",
                  "consolidation",
                  "gate",
                  "question",
                  "ledger",
                  "explanation.ExplanationRoutes",
                  "petition.PetitionRoutes",
                  "http")),
          Map.entry(
              "AppraisalsFunction",
              List.of(
                  "assignment.AssignmentRoutes",
                  "inspection",
                  "queue",
                  "marking",
                  "explanation.AskRoutes",
                  "petition.DecisionRoutes",
                  "http")),
          Map.entry("RankingsFunction", List.of("ranking", "bundle", "http")),
          Map.entry("PapersFunction", List.of("papers", "http")),
          Map.entry("EvidenceArrivedFunction", List.of("events.EvidenceArrivedFunction")),
          Map.entry("EvidenceScannedFunction", List.of("events.EvidenceScannedFunction")),
          Map.entry("ReadFileFunction", List.of("events.ReadFileFunction")),
          Map.entry("TakeDownFilesFunction", List.of("events.TakeDownFilesFunction")),
          Map.entry("ProjectScoresFunction", List.of("events.ProjectScoresFunction")),
          Map.entry("SendRemindersFunction", List.of("reminder.SendRemindersFunction")),
          Map.entry("KeepAccountsFunction", List.of("events.KeepAccountsFunction")),
          Map.entry("KeepDeadlinesFunction", List.of("events.KeepDeadlinesFunction")));

  /** Fields of adapters that hold the name of a bucket, and the objects that they reach. */
  private static final Map<String, String> BUCKETS =
      Map.of(
          "S3EvidenceVault.quarantine", "QuarantineBucket/*",
          "S3EvidenceVault.vault", "EvidenceBucket/*",
          "S3KeptFiles.vault", "EvidenceBucket/*",
          "S3FileRemoval.quarantine", "QuarantineBucket/*",
          "S3FileRemoval.vault", "EvidenceBucket/*",
          "S3Uploads.quarantine", "QuarantineBucket/_uploads/*",
          "S3ShownResults.shown", "ShownBucket/*",
          "PublishBucket.bucket", "PublishBucket/*");

  @Test
  void codeCallsNothingThatNoFunctionMayDo() {
    assertEquals(Set.of(), refused(SHIPPED));
  }

  @Test
  void functionsMayNothingThatTheirCodeDoesNotCall() {
    assertEquals(Grants.ALLOWED.keySet(), BEGINS.keySet());
    var unused = new TreeSet<String>();
    Grants.ALLOWED.forEach((function, grants) ->
        unused(function, grants).forEach(grant -> unused.add(function + ": " + grant)));
    assertEquals(Set.of(), unused);
  }

  @Test
  void noticesGrantsThatNoCallUses() {
    assertEquals(
        Set.of(
            "dynamodb:Scan Table",
            "s3:DeleteObject PublishBucket/*",
            "cognito-idp:ListUsers UserPool"),
        unused(
            "CampaignsFunction",
            Set.of(
                "dynamodb:PutItem Table",
                "dynamodb:Scan Table",
                "s3:PutObject PublishBucket/*",
                "s3:DeleteObject PublishBucket/*",
                "cognito-idp:ListUsers UserPool")));
  }

  // Of a function whose code is not on this module's class path nothing is said.
  private static Set<String> unused(String function, Set<String> grants) {
    List<String> begins =
        BEGINS.get(function).stream().map(begin -> "vn.minhbach.function." + begin).toList();
    Calls calls = Calls.from(SHIPPED, type -> begins.stream().anyMatch(begin -> in(type, begin)));
    boolean here = SHIPPED.stream().anyMatch(type -> in(type, begins.getFirst()));
    Set<String> used = used(calls);
    return here
        ? grants.stream()
            // All that is published lies in one bucket, and one class reaches it.
            .filter(
                grant -> !used.contains(grant.replaceFirst("PublishBucket/.*", "PublishBucket/*")))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  private static boolean in(JavaClass type, String begin) {
    return type.getName().equals(begin)
        || type.getName().startsWith(begin + ".")
        || type.getName().startsWith(begin + "$");
  }

  private static Set<String> used(Calls calls) {
    var used = new TreeSet<String>();
    calls.beyond().stream()
        .flatMap(access -> needs(access).stream())
        .forEach(action -> {
          if (action.startsWith("dynamodb:")) {
            used.add(action + " Table");
          } else if (action.startsWith("cognito-idp:")) {
            used.add(action + " UserPool");
          }
        });
    // Plain HTTPS, which no client's method tells.
    calls.reached().stream()
        .filter(unit -> unit.getOwner().getSimpleName().equals("KmsCalls"))
        .map(unit -> KMS.getOrDefault(unit.getName(), ""))
        .forEach(
            action -> List.of("BundleKey", "LogKey").forEach(key -> used.add(action + " " + key)));
    calls.reached().stream()
        .filter(unit -> unit.getOwner().getSimpleName().equals("SsmLogins"))
        .forEach(unit -> used.add("ssm:GetParameter " + Grants.SMTP_LOGIN));
    // S3 method by method: what a method of an adapter calls, itself or by others, it calls on the
    // buckets that it names.
    calls.reached().stream()
        .filter(unit -> !unit.isConstructor())
        .forEach(unit ->
            buckets(unit)
                .forEach(objects ->
                    Calls.from(List.of(unit)).beyond().stream()
                        .flatMap(access -> needs(access).stream())
                        .filter(action -> action.startsWith("s3:"))
                        .forEach(action -> {
                          used.add(
                              action.equals("s3:ListBucketVersions")
                                  ? action + " " + objects.replace("/*", "")
                                  : action + " " + objects);
                          // Without it S3 answers 403 instead of 404 for what is not there.
                          if (action.equals("s3:GetObject") && !objects.contains("/_")) {
                            used.add("s3:ListBucket " + objects.replace("/*", ""));
                          }
                        })));
    return used;
  }

  private static Set<String> buckets(JavaCodeUnit unit) {
    return unit.getFieldAccesses().stream()
        .map(access ->
            BUCKETS.get(
                access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @Test
  void noticesCallsThatNoFunctionMayDo() {
    Set<String> refused = refused(new ClassFileImporter().importClasses(Forbidden.class));
    assertTrue(refused.stream().anyMatch(line -> line.startsWith("dynamodb:Scan")));
    assertTrue(refused.stream().anyMatch(line -> line.startsWith("deleteObjects is not known")));
  }

  private static Set<String> refused(JavaClasses classes) {
    Set<String> granted =
        Grants.ALLOWED.values().stream()
            .flatMap(Set::stream)
            .map(grant -> grant.replaceFirst(" .*", ""))
            .collect(Collectors.toSet());
    Set<String> refused = new TreeSet<>();
    classes.stream()
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> access.getTargetOwner().getName().startsWith(SDK))
        .forEach(access ->
            needs(access).stream()
                .filter(action -> !granted.contains(action))
                .forEach(action -> refused.add(action + ": " + access.getDescription())));
    return refused;
  }

  private static Set<String> needs(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getSimpleName();
    String call = access.getTarget().getName();
    Set<String> known = NEEDS.get(owner + "." + call);
    if (known != null) {
      return known;
    }
    return CLIENTS.contains(owner) && !SILENT.contains(call)
        ? Set.of(call + " is not known to this test")
        : Set.of();
  }

  /** Does what nobody may. */
  private static final class Forbidden {
    private final List<Object> answers;

    Forbidden(DynamoDbClient dynamo, S3Client s3) {
      answers =
          List.of(
              dynamo.scan(ScanRequest.builder().build()),
              s3.deleteObjects(DeleteObjectsRequest.builder().build()));
    }

    @Override
    public String toString() {
      return answers.toString();
    }
  }
}
