package vn.minhbach;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each function may do: the table "May touch" of the design as data. A local run asks nobody
 * for permission, so a grant that is missing would show in the cloud first; that is why the
 * template must match it exactly.
 */
final class Grants {

  /** One item at a time; a transaction of puts is the sum of its puts. */
  private static final Set<String> SINGLE = on("Table", "dynamodb:GetItem", "dynamodb:PutItem");

  private static final Set<String> READ =
      on("Table", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");

  /**
   * No DeleteItem: but for jobs that are done, things only expire. No Scan: every access has a key.
   * No UpdateItem: an item is put whole over the version that was read.
   */
  private static final Set<String> WRITE = both(READ, SINGLE);

  /** BatchWriteItem knows no conditions: only for rows under a new version, before the switch. */
  private static final Set<String> STAGE = both(WRITE, on("Table", "dynamodb:BatchWriteItem"));

  /** User and password of the mail server, read at run time. */
  static final String SMTP_LOGIN =
      "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${AWS::StackName}/smtp";

  /** Bound to the jobs' partitions by a condition in the template. */
  private static final Set<String> STRIKE_OFF = on("Table", "dynamodb:DeleteItem");

  /** From quarantine into evidence; ListBucket, or S3 answers 403 instead of 404. */
  private static final Set<String> PROMOTE =
      both(
          SINGLE,
          on("QuarantineBucket/*", "s3:GetObject"),
          on("EvidenceBucket/*", "s3:PutObject", "s3:GetObject"),
          on("QuarantineBucket", "s3:ListBucket"),
          on("EvidenceBucket", "s3:ListBucket"));

  /** Function to its grants, each as {@code action resource}. */
  static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry(
              "CampaignsFunction",
              both(
                  STAGE,
                  on("PublishBucket/*", "s3:PutObject"),
                  on("PublishBucket/papers/*", "s3:GetObject"),
                  on("QuarantineBucket/_uploads/*", "s3:PutObject", "s3:GetObject"))),
          entry(
              "SubmissionsFunction",
              both(
                  WRITE,
                  STRIKE_OFF,
                  on("QuarantineBucket/*", "s3:PutObject", "s3:GetObject"),
                  on("QuarantineBucket", "s3:ListBucket"),
                  on("EvidenceBucket/*", "s3:GetObject"))),
          entry("AppraisalsFunction", WRITE),
          // Bound to the log of openings by a condition in the template.
          entry(
              "RankingsFunction",
              both(
                  READ,
                  on("Table", "dynamodb:PutItem"),
                  on("PublishBucket/C/*/bundle.zip", "s3:GetObject"),
                  on("PublishBucket/C/*/inspection.zip", "s3:GetObject"),
                  on("PublishBucket/log/*", "s3:GetObject"),
                  on("PublishBucket", "s3:ListBucket"))),
          entry("PapersFunction", both(READ, on("QuarantineBucket/_uploads/*", "s3:GetObject"))),
          entry("EvidenceArrivedFunction", PROMOTE),
          entry("EvidenceScannedFunction", PROMOTE),
          entry(
              "ReadFileFunction",
              both(
                  WRITE,
                  on("EvidenceBucket/*", "s3:GetObject"),
                  on("EvidenceBucket", "s3:ListBucket"))),
          // The lock of the vault is passed here and nowhere else.
          entry(
              "TakeDownFilesFunction",
              both(
                  WRITE,
                  on("QuarantineBucket/*", "s3:DeleteObjectVersion"),
                  on("EvidenceBucket/*", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"),
                  on("QuarantineBucket", "s3:ListBucketVersions"),
                  on("EvidenceBucket", "s3:ListBucketVersions"))),
          // The province's figures, of many sources at once, tell which cells need no hand.
          entry("ProjectScoresFunction", WRITE),
          entry("SendRemindersFunction", both(WRITE, on(SMTP_LOGIN, "ssm:GetParameter"))),
          entry(
              "KeepAccountsFunction",
              both(
                  READ,
                  // Bound to its reports by a condition in the template.
                  on("Table", "dynamodb:PutItem"),
                  on(
                      "UserPool",
                      "cognito-idp:ListUsers",
                      "cognito-idp:ListUsersInGroup",
                      "cognito-idp:AdminCreateUser",
                      "cognito-idp:AdminUpdateUserAttributes",
                      "cognito-idp:AdminAddUserToGroup",
                      "cognito-idp:AdminRemoveUserFromGroup",
                      "cognito-idp:AdminEnableUser",
                      "cognito-idp:AdminDisableUser",
                      "cognito-idp:AdminUserGlobalSignOut"))),
          entry(
              "KeepDeadlinesFunction",
              both(
                  STAGE,
                  STRIKE_OFF,
                  PROMOTE,
                  on("PublishBucket/*", "s3:PutObject", "s3:GetObject"),
                  on("PublishBucket", "s3:ListBucket"),
                  on("ShownBucket/*", "s3:PutObject", "s3:GetObject"),
                  on("BundleKey", "kms:Sign", "kms:GetPublicKey"),
                  on("LogKey", "kms:Sign", "kms:GetPublicKey"))));

  /** Variable to the resource whose name it holds. */
  private static final Map<String, String> NAMES =
      Map.of(
          "TABLE_NAME", "Table",
          "QUARANTINE_BUCKET", "QuarantineBucket",
          "EVIDENCE_BUCKET", "EvidenceBucket",
          "PUBLISH_BUCKET", "PublishBucket",
          "SHOWN_BUCKET", "ShownBucket",
          "BUNDLE_KEY", "BundleKey",
          "LOG_KEY", "LogKey",
          "USER_POOL_ID", "UserPool");

  /** The last: a bundle, and none of the pieces that lie beside it. */
  private static final String OBJECTS_OF_OURS =
      "^\\$\\{[A-Za-z]+\\.Arn}/(_?[a-z]+/)?\\*$"
          + "|^\\$\\{PublishBucket\\.Arn}/C/\\*/(bundle|inspection)\\.zip$";

  /** A star in place of a whole name; after the beginning of one it may stand. */
  private static final Pattern TOO_WIDE = Pattern.compile("(^|[:/])\\*");

  private Grants() {}

  private static Set<String> on(String resource, String... actions) {
    return Stream.of(actions).map(action -> action + " " + resource).collect(Collectors.toSet());
  }

  @SafeVarargs
  private static Set<String> both(Set<String>... sets) {
    Set<String> all = new TreeSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }

  static List<String> breaches(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (TemplateFile.Function function : template.functions()) {
      Set<String> allowed = ALLOWED.getOrDefault(function.id(), Set.of());
      Set<String> granted = granted(function, breaches);
      granted.stream()
          .filter(grant -> !allowed.contains(grant))
          .forEach(grant -> breaches.add(function.id() + " must not " + grant));
      allowed.stream()
          .filter(grant -> !granted.contains(grant))
          .sorted()
          .forEach(grant -> breaches.add(function.id() + " lacks " + grant));
      if (!function.own().at("Role").absent()) {
        breaches.add(function.id() + " takes a role from outside this table");
      }
    }
    return breaches;
  }

  private static Set<String> granted(TemplateFile.Function function, List<String> breaches) {
    Set<String> granted = new TreeSet<>();
    Place inherited = function.globals().at("Policies");
    if (!inherited.absent()) {
      breaches.add(inherited.path() + " gives every function the same");
    }
    for (Place policy : function.own().at("Policies").items()) {
      if (policy.at("Statement").absent()) {
        breaches.add(policy.path() + " hides what it allows");
      }
      for (Place statement : policy.at("Statement").items()) {
        if (!statement.at("NotAction").absent() || !statement.at("NotResource").absent()) {
          breaches.add(statement.path() + " allows by exclusion");
        }
        for (Place resource : statement.at("Resource").items()) {
          String target = resource.target().orElse(resource.text());
          statement.at("Action").texts().forEach(action -> granted.add(action + " " + target));
        }
      }
    }
    return granted;
  }

  static List<String> environment(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (TemplateFile.Function function : template.functions()) {
      Set<String> touched =
          granted(function, new ArrayList<>()).stream()
              .map(grant -> grant.replaceFirst(".* ", "").replaceFirst("/.*", ""))
              .collect(Collectors.toSet());
      function
          .environment()
          .forEach((name, value) -> {
            if (NAMES.containsKey(name) && !value.at("Ref").is(NAMES.get(name))) {
              breaches.add(function.id() + "." + name + " is not the name of its resource");
            }
          });
      NAMES.forEach((variable, resource) -> {
        boolean known = function.environment().containsKey(variable);
        if (known && !touched.contains(resource)) {
          breaches.add(function.id() + " has " + variable + " but may not touch " + resource);
        }
        if (!known && touched.contains(resource)) {
          breaches.add(function.id() + " may touch " + resource + " but lacks " + variable);
        }
      });
    }
    return breaches;
  }

  /** BatchWriteItem deletes as well; where it may is bound to the partitions of staged rows. */
  static List<String> batches(TemplateFile template) {
    return template
        .top()
        .walk()
        .filter(place -> place.at("Effect").is("Allow"))
        .filter(statement -> statement.at("Action").texts().contains("dynamodb:BatchWriteItem"))
        .filter(statement ->
            statement
                .at("Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys")
                .items()
                .isEmpty())
        .map(statement -> statement.path() + " may delete anything in batches")
        .toList();
  }

  /** Looks at every statement of the template, wherever it stands. */
  static List<String> wildcards(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    template
        .top()
        .walk()
        .filter(place -> place.at("Effect").is("Allow"))
        .forEach(statement -> {
          for (Place action : statement.at("Action").items()) {
            if (action.text().contains("*")) {
              breaches.add(action.path() + " allows " + action.text());
            }
          }
          for (Place resource : statement.at("Resource").items()) {
            String text = resource.isScalar() ? resource.text() : subOf(resource);
            if (TOO_WIDE.matcher(text.replaceFirst(OBJECTS_OF_OURS, "")).find()) {
              breaches.add(resource.path() + " allows " + text);
            }
          }
          for (Place principal : statement.at("Principal").walk().toList()) {
            if (principal.is("*")) {
              breaches.add(principal.path() + " allows everybody");
            }
          }
        });
    return breaches;
  }

  private static String subOf(Place resource) {
    return resource.at("Fn::Sub").text();
  }
}
