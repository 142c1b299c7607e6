package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.minhbach.core.Caller;
import vn.minhbach.core.NewerDocument;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.access.Access;

/**
 * One Lambda function over all routes of its group: finds the route, lets the caller in by the
 * access table, runs the use, and turns its outcome into a response. Nothing that fails inside
 * reaches the client but a reference; nothing of the request reaches the log but its route.
 */
public final class HttpFunction
    implements Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);

  private final Map<Route, Handler> handlers;
  private final Scope scope;
  private final Bodies bodies;
  private final Clock domainClock;
  private final Clock wallClock;

  /** A use behind a route. */
  public interface Handler {
    Outcome<Reply> handle(Exchange exchange);
  }

  /** A function must handle every route that {@link Route} gives it, and no other. */
  HttpFunction(
      String name,
      Map<Route, Handler> handlers,
      Scope scope,
      Bodies bodies,
      Clock domainClock,
      Clock wallClock) {
    this.handlers = new EnumMap<>(handlers);
    this.scope = scope;
    this.bodies = bodies;
    this.domainClock = domainClock;
    this.wallClock = wallClock;
    for (Route route : Route.values()) {
      if (route.function().equals(name) != handlers.containsKey(route)) {
        throw new IllegalStateException("function " + name + ": route " + route.key());
      }
    }
  }

  /** The routes of several capabilities together. */
  static Map<Route, Handler> together(Routes... parts) {
    var all = new EnumMap<Route, Handler>(Route.class);
    for (Routes part : parts) {
      all.putAll(part.handlers());
    }
    return all;
  }

  @Override
  public APIGatewayV2HTTPResponse apply(APIGatewayV2HTTPEvent event) {
    var request = new Request(event);
    Optional<Route> route =
        Arrays.stream(Route.values())
            .filter(candidate -> handlers.containsKey(candidate))
            .filter(candidate -> candidate.key().equals(request.routeKey()))
            .findFirst();
    Outcome<Reply> outcome =
        route
            .map(known -> guarded(known, request))
            .orElseGet(() -> Outcome.refused(RequestProblem.NO_SUCH_ROUTE.of(request.path())));
    return outcome
        .<Reply>fold(refusal -> Problems.reply(refusal, request.language()), reply -> reply)
        .response();
  }

  private Outcome<Reply> guarded(Route route, Request request) {
    try {
      return scope.serving(route, request, () -> handled(route, request));
    } catch (NewerDocument newer) {
      LOG.error("{}: {}", route, newer.getMessage());
      return Outcome.refused(RequestProblem.NEWER_DATA.of());
    } catch (Outage outage) {
      LOG.warn("{}: a part did not answer", route, outage);
      return Outcome.refused(RequestProblem.UNAVAILABLE.of());
    } catch (RuntimeException bug) {
      String id = Long.toHexString(wallClock.millis());
      LOG.error("{}: reference {}", route, id, bug);
      return Outcome.refused(Refusal.of(RequestProblem.INTERNAL.of(id)));
    }
  }

  // After the caller was let in: whoever may not come in learns nothing more.
  private static Outcome<Request> sound(Route route, Request request) {
    return Queries.refusal(route, request)
        .or(() -> route.method().equals("GET") ? Optional.empty() : request.badCondition())
        .map(Outcome::<Request>refused)
        .orElseGet(() -> Outcome.accepted(request));
  }

  private Outcome<Reply> handled(Route route, Request request) {
    Caller caller = route.access() == Access.PUBLIC ? Callers.NOBODY : Callers.of(request.claims());
    Instant now = domainClock.instant().truncatedTo(ChronoUnit.MILLIS);
    return scope
        .admit(route, request, caller, now)
        .flatMap(admitted -> sound(route, request).map(sound -> admitted))
        .flatMap(admitted ->
            bodies
                .whole(route, request, admitted.found())
                .flatMap(whole ->
                    handlers
                        .get(route)
                        .handle(
                            new Exchange(
                                route,
                                whole,
                                admitted.caller(),
                                admitted.found(),
                                now,
                                wallClock.instant()))));
  }
}
