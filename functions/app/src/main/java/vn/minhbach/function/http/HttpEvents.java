package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the event of an HTTP API token by token, as far as {@link Request} looks at it. Lambda's
 * own reader knows every event there is and brings 700 classes for it, a second JSON library among
 * them: a fifth of a cold start.
 */
final class HttpEvents {

  private static final JsonFactory JSON = new JsonFactory();

  private HttpEvents() {}

  /**
   * The event; what it does not have stays null.
   *
   * @throws IllegalArgumentException when a field is of another kind than API Gateway sends
   */
  static APIGatewayV2HTTPEvent read(InputStream bytes) {
    var event = new APIGatewayV2HTTPEvent();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no event: " + json.currentToken());
      }
      fields(
          json,
          name -> {
            switch (name) {
              case "routeKey" -> event.setRouteKey(text(json));
              case "rawPath" -> event.setRawPath(text(json));
              case "headers" -> event.setHeaders(texts(json));
              case "queryStringParameters" -> event.setQueryStringParameters(texts(json));
              case "pathParameters" -> event.setPathParameters(texts(json));
              case "body" -> event.setBody(text(json));
              case "isBase64Encoded" -> event.setIsBase64Encoded(Boolean.parseBoolean(text(json)));
              case "requestContext" -> event.setRequestContext(context(json));
              default -> json.skipChildren();
            }
          });
    }
    return event;
  }

  private static RequestContext context(JsonParser json) {
    var context = new RequestContext();
    fields(
        json,
        name -> {
          if (name.equals("authorizer")) {
            context.setAuthorizer(authorizer(json));
          } else {
            json.skipChildren();
          }
        });
    return context;
  }

  private static RequestContext.Authorizer authorizer(JsonParser json) {
    var authorizer = new RequestContext.Authorizer();
    fields(
        json,
        name -> {
          if (name.equals("jwt")) {
            var jwt = new RequestContext.Authorizer.JWT();
            fields(
                json,
                field -> {
                  if (field.equals("claims")) {
                    jwt.setClaims(texts(json));
                  } else {
                    json.skipChildren();
                  }
                });
            authorizer.setJwt(jwt);
          } else {
            json.skipChildren();
          }
        });
    return authorizer;
  }

  /** Goes through an object; at each field the parser stands on its value. */
  private static void fields(JsonParser json, Consumer<String> field) {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no object in the event: " + json.currentToken());
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.accept(name);
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IllegalArgumentException("the event ends too soon");
    }
  }

  private static Map<String, String> texts(JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    var texts = new HashMap<String, String>();
    fields(json, name -> texts.put(name, text(json)));
    return texts;
  }

  private static String text(JsonParser json) {
    if (json.currentToken() == null || json.currentToken().isStructStart()) {
      throw new IllegalArgumentException("no text in the event: " + json.currentToken());
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString();
  }
}
