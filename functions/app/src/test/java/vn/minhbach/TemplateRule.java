package vn.minhbach;

import java.util.List;
import java.util.function.Function;

/**
 * What must hold of template.yaml; {@link TemplateTest} shows that it does and that each can fail.
 */
enum TemplateRule {
  /** Handler, main class and bean name of each function agree with the code and the logical id. */
  HANDLERS_EXIST(FunctionRules::handlers),
  /** Each function names its own zip, and nothing needs extensions that are off by default. */
  SAM_CLI_PACKAGES_IT(FunctionRules::code),
  /** One runtime for all: java25, arm64, SnapStart, alias; nothing that fights SnapStart. */
  ONE_RUNTIME(FunctionRules::runtime),
  /** Every parameter that a function reads publishes a version of it when it changes. */
  PARAMETERS_PUBLISH(FunctionRules::versions),
  /** Globals refer to nothing: a reference would tie every function to that resource. */
  GLOBALS_ARE_SCALARS(FunctionRules::globals),
  /** Each function writes JSON into its own log group, and every log group forgets some day. */
  LOGS_ARE_KEPT_APART_AND_NOT_FOR_EVER(FunctionRules::logGroups),
  /** Whatever nobody waits for ends in a queue when it fails. */
  FAILURES_ARE_KEPT(FunctionRules::deadLetters),
  /** Each function may do what its line in {@link Grants} says: no more, no less. */
  GRANTS_ARE_AS_LISTED(Grants::breaches),
  /** A function knows the name of what it may touch, and of nothing else. */
  NAMES_FOLLOW_GRANTS(Grants::environment),
  /** No allowed action and no allowed resource is a wildcard. */
  NO_WILDCARD_IN_A_GRANT(Grants::wildcards),
  /** Batches, which may delete, touch staged rows only. */
  BATCHES_TOUCH_STAGED_ROWS(Grants::batches),
  /** One permission of the API for each function, however many routes. */
  API_IS_PERMITTED_ONCE(EdgeRules::permissions),
  /** No parameter has a default that works nowhere but here. */
  NOTHING_IS_LOCAL_BY_DEFAULT(EdgeRules::defaults),
  /** Only the listed routes are public; no route is defined twice. */
  ROUTES_ARE_CLOSED(EdgeRules::routes),
  /** Browsers of named origins only, with named methods and headers. */
  NO_WILDCARD_IN_CORS(EdgeRules::cors),
  /** The API is throttled and its calls are logged without tokens. */
  API_IS_THROTTLED_AND_LOGGED(EdgeRules::throttling),
  /** Accounts come from the office, with the known roles; nobody chooses the own unit. */
  USERS_DO_NOT_CHOOSE_THEIR_UNIT(EdgeRules::users),
  /** Every bucket is encrypted, private, owned by us, over TLS only. */
  BUCKETS_ARE_CLOSED(DataRules::buckets),
  /** Object Lock on evidence and publish, and on nothing else. */
  RECORDS_ARE_LOCKED(DataRules::objectLock),
  /** S3 notes who reads and writes files. */
  ACCESS_IS_LOGGED(DataRules::accessLogs),
  /** Quarantine reports what arrives, never overwrites, and forgets. */
  QUARANTINE_FORGETS(DataRules::quarantine),
  /** Deleting the stack, or a replacement, keeps the data. */
  DATA_OUTLIVES_THE_STACK(DataRules::retained),
  /** Keys, stream, TTL and safety of the one table. */
  TABLE_IS_SAFE(DataRules::table),
  /** Every function and every queue has its alarms, and silence is no alarm. */
  EVERYTHING_IS_WATCHED(DataRules::alarms);

  private final Function<TemplateFile, List<String>> check;

  TemplateRule(Function<TemplateFile, List<String>> check) {
    this.check = check;
  }

  /** One line for each place that breaks the rule. */
  List<String> breaches(TemplateFile template) {
    return check.apply(template);
  }
}
