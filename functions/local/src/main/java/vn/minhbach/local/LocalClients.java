package vn.minhbach.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * SDK clients of the local system itself: of the stream pump, the scanner, the table setup and the
 * checks in tests. They carry a mark, so that {@link Faults} and {@link Meter} leave them alone;
 * clients of the functions are built without it.
 */
public final class LocalClients {

  /** Of the local system; S3 checks it, the table takes any. */
  public static final String ACCESS_KEY = "minhbach";

  /** Secret of {@link #ACCESS_KEY}; S3 checks signatures with it. */
  public static final String SECRET_KEY = "minhbachlocal";

  /** The one region of the local system. */
  public static final Region REGION = Region.AP_SOUTHEAST_1;

  /** Present on calls that belong to the local system, absent on calls of the functions. */
  static final ExecutionAttribute<Boolean> OWN = new ExecutionAttribute<>("vn.minhbach.local.Own");

  private LocalClients() {}

  /** A table client. */
  public static DynamoDbClient dynamoDb(URI endpoint) {
    return own(DynamoDbClient.builder(), endpoint).build();
  }

  /** A client of table streams. */
  public static DynamoDbStreamsClient streams(URI endpoint) {
    return own(DynamoDbStreamsClient.builder(), endpoint).build();
  }

  /** An object client. */
  public static S3Client s3(URI endpoint) {
    return s3(endpoint, http());
  }

  /**
   * An object client.
   *
   * @param line what it speaks through
   */
  public static S3Client s3(URI endpoint, SdkHttpClient line) {
    return own(S3Client.builder(), endpoint).httpClient(line).forcePathStyle(true).build();
  }

  /** Signs URLs for uploads and downloads, as the functions do. */
  public static S3Presigner presigner(URI endpoint) {
    return S3Presigner.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(credentials())
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B own(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(credentials())
        .httpClient(http())
        .overrideConfiguration(configuration -> configuration.putExecutionAttribute(OWN, true));
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
  }

  /** Named, because the class path holds several HTTP clients and the SDK would choose one. */
  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(5))
        .socketTimeout(Duration.ofSeconds(60))
        .build();
  }
}
