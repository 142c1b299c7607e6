package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** What every HTTP function shares: access, clocks, and reading events from raw bytes. */
public record HttpEdge(Scope scope, Clock domainClock, Clock wallClock) {

  /** A function over these routes together; they must be all that {@link Route} gives it. */
  @SafeVarargs
  public final Function<InputStream, APIGatewayV2HTTPResponse> serving(
      String name, Map<Route, HttpFunction.Handler>... parts) {
    return new RawHttpFunction(
        new HttpFunction(name, HttpFunction.together(parts), scope, domainClock, wallClock));
  }
}
