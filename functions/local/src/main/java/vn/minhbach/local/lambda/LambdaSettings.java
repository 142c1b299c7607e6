package vn.minhbach.local.lambda;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.SdkHttpClient;
import vn.minhbach.local.Template;

/**
 * How functions are started here.
 *
 * @param startClass start class in the place of the template's MAIN_CLASS, which it finds as {@link
 *     #TEMPLATE_MAIN_CLASS}
 * @param region AWS region of every client
 * @param accessKeyId key that the local parts accept
 * @param secretAccessKey its secret
 * @param dynamoDb endpoint of the local tables
 * @param s3 endpoint of the local buckets
 * @param cognito endpoint of the local user pool
 * @param variables further variables of every function
 * @param clock the domain clock
 * @param logs directory for what forked functions print
 * @param instances how many calls of one function may run at a time in this JVM
 * @param transport what becomes of the SDK clients' HTTP client in this JVM
 */
public record LambdaSettings(
    Class<?> startClass,
    String region,
    String accessKeyId,
    String secretAccessKey,
    URI dynamoDb,
    URI s3,
    URI cognito,
    Map<String, String> variables,
    Clock clock,
    Path logs,
    int instances,
    UnaryOperator<SdkHttpClient> transport) {

  /** Variable that tells the start class which application the template names for the function. */
  public static final String TEMPLATE_MAIN_CLASS = "TEMPLATE_MAIN_CLASS";

  static final String HANDLER =
      "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";

  /** Copies the variables. */
  public LambdaSettings {
    variables = Map.copyOf(variables);
  }

  /** What the function finds in its environment, as in Lambda. */
  Map<String, String> environment(Template.Function function) {
    Map<String, String> environment = new LinkedHashMap<>(function.environment());
    environment.putAll(variables);
    String application = environment.put("MAIN_CLASS", startClass.getName());
    if (application != null) {
      environment.put(TEMPLATE_MAIN_CLASS, application);
    }
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "" + function.memoryMegabytes());
    environment.put("AWS_REGION", region);
    environment.put("AWS_DEFAULT_REGION", region);
    return environment;
  }

  /** How the SDK finds its endpoints in a process of its own. */
  Map<String, String> sdkEnvironment() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamoDb.toString(),
        "AWS_ENDPOINT_URL_S3",
        s3.toString(),
        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
        cognito.toString(),
        "AWS_ACCESS_KEY_ID",
        accessKeyId,
        "AWS_SECRET_ACCESS_KEY",
        secretAccessKey);
  }

  /** The same for this JVM. */
  Map<String, String> sdkProperties() {
    return Map.of(
        "aws.endpointUrlDynamodb",
        dynamoDb.toString(),
        "aws.endpointUrlDynamoDb",
        dynamoDb.toString(),
        "aws.endpointUrlS3",
        s3.toString(),
        "aws.endpointUrlCognitoIdentityProvider",
        cognito.toString(),
        "aws.region",
        region,
        "aws.accessKeyId",
        accessKeyId,
        "aws.secretAccessKey",
        secretAccessKey);
  }

  String arn(Template.Function function) {
    return "arn:aws:lambda:%s:000000000000:function:%s:live".formatted(region, function.id());
  }
}
