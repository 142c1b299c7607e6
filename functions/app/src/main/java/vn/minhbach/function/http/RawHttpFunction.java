package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Reads the event from the bytes that Lambda hands over, so that Spring Cloud Function (5.0.1) does
 * not look into it. Given an event type it does: a body that is a JSON array, or a client's header
 * called {@code payload} with one, would take the place of the whole event, once for each element,
 * claims of the caller included; and every header of the client would become a header of its
 * message. With {@link InputStream} it passes on the bytes and nothing else.
 */
public final class RawHttpFunction implements Function<InputStream, APIGatewayV2HTTPResponse> {

  private final HttpFunction function;

  public RawHttpFunction(HttpFunction function) {
    this.function = function;
  }

  @Override
  public APIGatewayV2HTTPResponse apply(InputStream event) {
    return function.apply(HttpEvents.read(event));
  }
}
