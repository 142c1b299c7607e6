package vn.minhbach.local.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** The paths under /local/, which no deployed system has. */
public final class LocalPaths {

  /** A request that cannot be followed: answered with 400 and the message. */
  public static final class BadRequest extends RuntimeException {
    /** A refusal with its reason. */
    public BadRequest(String message) {
      super(message);
    }
  }

  /** One path and method. */
  @FunctionalInterface
  public interface Action {
    /**
     * Does it.
     *
     * @param rest of the path behind the registered one
     * @param body of the request
     * @return JSON
     */
    String run(String rest, byte[] body);
  }

  private final Map<String, Action> actions = new LinkedHashMap<>();

  /** No path yet. */
  public LocalPaths() {}

  /**
   * Adds a path.
   *
   * @param path ends with / where something follows
   */
  public LocalPaths add(String method, String path, Action action) {
    actions.put(method + " " + path, action);
    return this;
  }

  Reply answer(String method, String path, byte[] body) {
    for (Map.Entry<String, Action> entry : actions.entrySet()) {
      String wanted = entry.getKey();
      String given = method + " " + path;
      boolean fits = wanted.endsWith("/") ? given.startsWith(wanted) : given.equals(wanted);
      if (fits) {
        try {
          return Reply.json(200, entry.getValue().run(given.substring(wanted.length()), body));
        } catch (BadRequest refused) {
          return Reply.message(400, refused.getMessage());
        }
      }
    }
    return Reply.message(404, "Not Found");
  }
}
