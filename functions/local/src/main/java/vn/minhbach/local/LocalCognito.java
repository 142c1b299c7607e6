package vn.minhbach.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.Role;

/**
 * Speaks as much of Cognito's JSON protocol as an administrator of users needs, over users in
 * memory: the calls come from the real SDK. Nobody signs in here; that is the issuer's. What it
 * answers was compared with moto's server once, by the adapter's contract test.
 */
public final class LocalCognito implements AutoCloseable {

  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PAGE_MAX = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SortedMap<String, User> users = new TreeMap<>();
  private final SortedSet<String> groups =
      Arrays.stream(Role.values()).map(Role::label).collect(Collectors.toCollection(TreeSet::new));
  private final Deque<Refused> scripted = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();

  private LocalCognito(HttpServer server) {
    this.server = server;
  }

  /** Starts it at any free port. */
  public static LocalCognito start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var cognito = new LocalCognito(server);
      server.createContext("/", cognito::serve);
      server.setExecutor(cognito.threads);
      server.start();
      return cognito;
    } catch (IOException noPort) {
      throw new UncheckedIOException("no port for the user pool", noPort);
    }
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** A user as it is now. */
  public record User(
      String name,
      SortedMap<String, String> attributes,
      SortedSet<String> groups,
      boolean enabled) {

    private User with(boolean nowEnabled) {
      return new User(name, attributes, groups, nowEnabled);
    }
  }

  /** All users by name. */
  public synchronized Map<String, User> users() {
    return new TreeMap<>(users);
  }

  /** Makes a user as an administrator does by hand. */
  public synchronized void byHand(String name, String unit, String... groupsOfUser) {
    var attributes = new TreeMap<String, String>();
    attributes.put("custom:unit", unit);
    users.put(name, new User(name, attributes, new TreeSet<>(List.of(groupsOfUser)), true));
  }

  /** The next call is refused, as often as this is said. */
  public synchronized void refuse(String type, String message) {
    scripted.add(new Refused(type, message));
  }

  /** Operation and user of every call since the last time that this was asked. */
  public synchronized List<String> calls() {
    List<String> made = List.copyOf(calls);
    calls.clear();
    return made;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-target"));
      int status = 200;
      Object answer;
      try {
        if (!target.startsWith(TARGET)) {
          throw new Refused("UnknownOperationException", target);
        }
        answer = answer(target.substring(TARGET.length()), body);
      } catch (Refused refused) {
        status = 400;
        answer = Map.of("__type", refused.type, "message", refused.getMessage());
      }
      byte[] bytes = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Object answer(String operation, JsonNode body) {
    calls.add((operation + " " + body.path("Username").asString("")).strip());
    if (!scripted.isEmpty()) {
      throw scripted.remove();
    }
    if (body.path("UserPoolId").asString("").isEmpty()) {
      throw new Refused("InvalidParameterException", "UserPoolId is missing");
    }
    return switch (operation) {
      case "ListUsers" -> page(users.values(), body, "PaginationToken");
      case "ListUsersInGroup" -> {
        String group = group(body);
        yield page(
            users.values().stream().filter(user -> user.groups().contains(group)).toList(),
            body,
            "NextToken");
      }
      case "AdminCreateUser" -> create(body);
      case "AdminUpdateUserAttributes" -> {
        user(body).attributes().putAll(attributes(body));
        yield Map.of();
      }
      case "AdminAddUserToGroup" -> {
        user(body).groups().add(group(body));
        yield Map.of();
      }
      case "AdminRemoveUserFromGroup" -> {
        user(body).groups().remove(group(body));
        yield Map.of();
      }
      case "AdminEnableUser" -> {
        users.replace(user(body).name(), user(body).with(true));
        yield Map.of();
      }
      case "AdminDisableUser" -> {
        users.replace(user(body).name(), user(body).with(false));
        yield Map.of();
      }
      case "AdminUserGlobalSignOut" -> {
        user(body);
        yield Map.of();
      }
      default -> throw new Refused("UnknownOperationException", operation);
    };
  }

  private Map<String, Object> create(JsonNode body) {
    String name = body.path("Username").asString("");
    if (users.containsKey(name)) {
      throw new Refused("UsernameExistsException", "User account already exists");
    }
    SortedMap<String, String> attributes = attributes(body);
    users.put(name, new User(name, attributes, new TreeSet<>(), true));
    return Map.of("User", shown(users.get(name), "Attributes"));
  }

  private static SortedMap<String, String> attributes(JsonNode body) {
    var attributes = new TreeMap<String, String>();
    for (JsonNode one : body.path("UserAttributes")) {
      attributes.put(one.path("Name").asString(""), one.path("Value").asString(""));
    }
    String email = attributes.get("email");
    if (email != null && !email.matches("[^@ ]+@[^@ ]+")) {
      throw new Refused("InvalidParameterException", "Invalid email address format.");
    }
    return attributes;
  }

  private User user(JsonNode body) {
    User user = users.get(body.path("Username").asString(""));
    if (user == null) {
      throw new Refused("UserNotFoundException", "User does not exist.");
    }
    return user;
  }

  private String group(JsonNode body) {
    String group = body.path("GroupName").asString("");
    if (!groups.contains(group)) {
      throw new Refused("ResourceNotFoundException", "Group not found.");
    }
    return group;
  }

  private static Map<String, Object> page(Collection<User> all, JsonNode body, String token) {
    int limit = body.path("Limit").asInt(PAGE_MAX);
    if (limit > PAGE_MAX) {
      throw new Refused("InvalidParameterException", "limit must be at most " + PAGE_MAX);
    }
    String after = body.path(token).asString("");
    List<User> rest = all.stream().filter(user -> user.name().compareTo(after) > 0).toList();
    List<User> shown = rest.stream().limit(limit).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("Users", shown.stream().map(user -> shown(user, "Attributes")).toList());
    if (shown.size() < rest.size()) {
      page.put(token, shown.getLast().name());
    }
    return page;
  }

  private static Map<String, Object> shown(User user, String attributes) {
    return Map.of(
        "Username",
        user.name(),
        "Enabled",
        user.enabled(),
        "UserStatus",
        "FORCE_CHANGE_PASSWORD",
        attributes,
        user.attributes().entrySet().stream()
            .map(one -> Map.of("Name", one.getKey(), "Value", one.getValue()))
            .toList());
  }

  /** Stops; its users are gone. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static final class Refused extends RuntimeException {
    private final String type;

    private Refused(String type, String message) {
      super(message, null, false, false);
      this.type = type;
    }
  }
}
