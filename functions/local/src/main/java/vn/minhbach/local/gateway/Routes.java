package vn.minhbach.local.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.local.Template;
import vn.minhbach.local.Template.Route;

/**
 * Finds the route of a request as HttpApi does: a path that fits in full before a greedy {name+},
 * among those a literal before a parameter from left to right, a method before ANY, $default last.
 */
final class Routes {

  /** A route with the values of its path parameters. */
  record Match(Route route, Map<String, String> parameters) {}

  private record Candidate(Match match, String rank) {}

  private final List<Route> routes;

  Routes(Template template) {
    this.routes = template.routes();
  }

  /**
   * The route that answers.
   *
   * @param path decoded
   */
  Optional<Match> find(String method, String path) {
    List<Candidate> candidates = new ArrayList<>();
    for (Route route : routes) {
      if (route.method().equals(method) || route.method().equals("ANY")) {
        match(route, path).ifPresent(candidates::add);
      }
    }
    return candidates.stream().min(Comparator.comparing(Candidate::rank)).map(Candidate::match);
  }

  private static Optional<Candidate> match(Route route, String path) {
    String anyMethod = route.method().equals("ANY") ? "1" : "0";
    if (route.path().equals("$default")) {
      return Optional.of(new Candidate(new Match(route, Map.of()), "3"));
    }
    String[] wanted = route.path().split("/", -1);
    String[] given = path.split("/", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    StringBuilder rank = new StringBuilder();
    boolean greedy = false;
    for (int i = 0; i < wanted.length; i++) {
      String part = wanted[i];
      boolean last = i == wanted.length - 1;
      if (part.endsWith("+}") && last && i < given.length) {
        parameters.put(part.substring(1, part.length() - 2), rest(given, i));
        greedy = true;
        rank.append('2');
        break;
      }
      if (i >= given.length) {
        return Optional.empty();
      }
      if (part.startsWith("{") && part.endsWith("}") && !given[i].isEmpty()) {
        parameters.put(part.substring(1, part.length() - 1), given[i]);
        rank.append('1');
      } else if (part.equals(given[i])) {
        rank.append('0');
      } else {
        return Optional.empty();
      }
    }
    if (!greedy && given.length != wanted.length) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(new Match(route, parameters), (greedy ? "1" : "0") + rank + anyMethod));
  }

  private static String rest(String[] parts, int from) {
    return String.join("/", List.of(parts).subList(from, parts.length));
  }
}
