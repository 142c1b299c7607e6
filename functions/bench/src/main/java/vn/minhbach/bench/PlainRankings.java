package vn.minhbach.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The peer of a cold start: a plain handler with the same client, which asks the table for the same
 * item and says the same when it is not there.
 */
public final class PlainRankings
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final DynamoDbClient client =
      DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

  /** Made by the runtime client. */
  public PlainRankings() {}

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String campaign = event.getPathParameters().get("c");
    boolean there =
        client
            .getItem(request ->
                request
                    .tableName(System.getenv("TABLE_NAME"))
                    .consistentRead(true)
                    .key(
                        Map.of(
                            "PK",
                            AttributeValue.fromS("C#" + campaign + "#CAMPAIGN"),
                            "SK",
                            AttributeValue.fromS("HEAD"))))
            .hasItem();
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(there ? 200 : 404)
        .withHeaders(Map.of("content-type", "application/problem+json"))
        .withBody("{\"status\":404,\"title\":\"no campaign " + campaign + "\"}")
        .build();
  }
}
