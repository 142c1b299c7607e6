package vn.minhbach.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.local.Template.Cors;

/**
 * CORS as HttpApi does it: it answers every preflight itself, before routes and authorizers, and
 * adds its headers to answers.
 */
final class CorsRules {

  private final Optional<Cors> cors;

  CorsRules(Optional<Cors> cors) {
    this.cors = cors;
  }

  Optional<Reply> preflight(HttpExchange exchange) {
    if (cors.isEmpty()
        || !exchange.getRequestMethod().equals("OPTIONS")
        || exchange.getRequestHeaders().getFirst("Access-Control-Request-Method") == null) {
      return Optional.empty();
    }
    Reply reply = new Reply(204, Map.of(), new byte[0]);
    if (allows(exchange)) {
      Cors rules = cors.get();
      reply =
          reply
              .with("access-control-allow-methods", String.join(",", rules.methods()))
              .with("access-control-allow-headers", String.join(",", rules.headers()));
      if (rules.maxAge() >= 0) {
        reply = reply.with("access-control-max-age", "" + rules.maxAge());
      }
    }
    return Optional.of(decorate(exchange, reply));
  }

  Reply decorate(HttpExchange exchange, Reply reply) {
    if (!allows(exchange)) {
      return reply;
    }
    Cors rules = cors.orElseThrow();
    boolean any = rules.origins().contains("*");
    Reply more =
        reply.with(
            "access-control-allow-origin",
            any ? "*" : exchange.getRequestHeaders().getFirst("Origin"));
    if (!any) {
      more = more.with("vary", "origin");
    }
    if (!rules.exposed().isEmpty()) {
      more = more.with("access-control-expose-headers", String.join(",", rules.exposed()));
    }
    return rules.credentials() ? more.with("access-control-allow-credentials", "true") : more;
  }

  private boolean allows(HttpExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    return origin != null
        && cors.map(rules -> rules.origins().contains("*") || rules.origins().contains(origin))
            .orElse(false);
  }
}
