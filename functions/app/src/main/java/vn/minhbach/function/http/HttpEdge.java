package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.minhbach.core.prepare.upload.Uploads;

/**
 * What every HTTP function shares: access, clocks, and reading events from raw bytes.
 *
 * @param uploads from where the routes read that take an uploaded file; empty for a function
 *     without such routes
 */
public record HttpEdge(Scope scope, Clock domainClock, Clock wallClock, Optional<Uploads> uploads) {

  /** For a function without uploads. */
  public HttpEdge(Scope scope, Clock domainClock, Clock wallClock) {
    this(scope, domainClock, wallClock, Optional.empty());
  }

  /** The same for a function that reads uploaded files. */
  public HttpEdge reading(Uploads from) {
    return new HttpEdge(scope, domainClock, wallClock, Optional.of(from));
  }

  /** A function over these routes together; they must be all that {@link Route} gives it. */
  public Function<InputStream, APIGatewayV2HTTPResponse> serving(String name, Routes... parts) {
    Map<Route, HttpFunction.Handler> handlers = HttpFunction.together(parts);
    if (uploads.isEmpty() && handlers.keySet().stream().anyMatch(Bodies::takesUpload)) {
      throw new IllegalStateException("function " + name + " does not read uploads");
    }
    return new RawHttpFunction(
        new HttpFunction(name, handlers, scope, new Bodies(uploads), domainClock, wallClock));
  }
}
