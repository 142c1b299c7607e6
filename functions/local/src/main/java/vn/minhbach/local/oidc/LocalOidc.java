package vn.minhbach.local.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OIDC issuer of the local run: mock-oauth2-server's endpoints, with our users in place of
 * "anyone with any claims". Its issuer is always http://localhost:PORT/minhbach, whatever name a
 * client calls it by, since the authorizer compares it.
 */
public final class LocalOidc implements AutoCloseable {

  /** Client of the web pages, and what the authorizer wants in aud. */
  public static final String AUDIENCE = "minhbach-web";

  static final String ISSUER_ID = "minhbach";

  private static final String SESSION = "local-oidc-user";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> NAMES_OF_SERVER =
      Set.of("host", "x-forwarded-proto", "x-forwarded-port", "x-forwarded-host");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final OAuth2TokenProvider tokens = new OAuth2TokenProvider();
  private final OAuth2HttpRequestHandler handler =
      new OAuth2HttpRequestHandler(
          new OAuth2Config(true, null, null, false, tokens, Set.of(new UserClaims(this::find))));
  private volatile ImportedAccounts imported = name -> Optional.empty();

  private LocalOidc(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Starts the issuer.
   *
   * @param port 0 for any free one
   */
  public static LocalOidc start(int port) throws BindException {
    try {
      return new LocalOidc(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512));
    } catch (BindException taken) {
      throw taken;
    } catch (IOException cannotBind) {
      throw new UncheckedIOException("the OIDC issuer cannot open a port", cannotBind);
    }
  }

  /** Lets sign in, besides the users of its own, the accounts that campaigns have imported. */
  public void alsoKnows(ImportedAccounts accounts) {
    imported = accounts;
  }

  private Optional<LocalUsers.Account> find(String user) {
    return LocalUsers.find(user)
        .or(() ->
            imported
                .find(user)
                .map(known -> new LocalUsers.Account(known.roles(), Optional.of(known.unit()))));
  }

  /** Value of iss. */
  public URI issuer() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + ISSUER_ID);
  }

  /** The public keys. */
  public URI keys() {
    return URI.create(issuer() + "/jwks");
  }

  /**
   * A token of a user, as the password grant gives it.
   *
   * @throws IllegalArgumentException when there is no such user
   */
  public String token(String user) {
    return token(user, UserClaims.LIFETIME);
  }

  /**
   * A token with another lifetime.
   *
   * @param lifetime from now; negative for an expired one
   */
  public String token(String user, Duration lifetime) {
    LocalUsers.Account account =
        find(user).orElseThrow(() -> new IllegalArgumentException("no local user " + user));
    Map<String, Object> claims = new LinkedHashMap<>(account.claims());
    claims.put("sub", user);
    claims.put("iss", issuer().toString());
    claims.put("aud", List.of(AUDIENCE));
    return token(claims, lifetime);
  }

  /** A token with the issuer's signature and whatever claims: for tests of the authorizer. */
  public String token(Map<String, Object> claims, Duration lifetime) {
    return tokens.jwt(claims, lifetime, ISSUER_ID).serialize();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      OAuth2HttpResponse answer = answer(exchange, body);
      for (kotlin.Pair<? extends String, ? extends String> header : answer.getHeaders()) {
        exchange.getResponseHeaders().add(header.getFirst(), header.getSecond());
      }
      byte[] bytes =
          answer.getBytesBody() != null
              ? answer.getBytesBody()
              : Optional.ofNullable(answer.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.getStatus(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private OAuth2HttpResponse answer(HttpExchange exchange, String body) {
    String method = exchange.getRequestMethod();
    String endpoint = exchange.getRequestURI().getPath();
    boolean login = endpoint.equals("/" + ISSUER_ID + "/authorize");
    boolean tokenCall = endpoint.equals("/" + ISSUER_ID + "/token");
    if (endpoint.equals("/" + ISSUER_ID + "/endsession")) {
      return signedOut(form(Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("")));
    }
    if (login && method.equals("GET")) {
      return session(exchange)
          .map(user -> signedIn(exchange, user))
          .orElseGet(() -> html(200, LoginPage.html(false)));
    }
    String sent = body;
    if (method.equals("POST") && (login || tokenCall)) {
      Map<String, String> form = form(body);
      boolean password = "password".equals(form.get("grant_type"));
      String user = form.get("username");
      if ((login || password) && (user == null || find(user).isEmpty())) {
        return login ? html(400, LoginPage.html(true)) : unknownJson(user);
      }
      if (login) {
        return signedIn(exchange, user);
      }
      if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
        form.putIfAbsent("client_id", AUDIENCE);
      }
      sent = encoded(form);
    }
    return handler.getAuthorizationServer().invoke(request(exchange, method, sent));
  }

  /**
   * Sends the browser back with a code, and remembers who it is: the pages keep tokens in memory
   * alone, so a page that is loaded again comes by here and must not ask again, as with Cognito.
   */
  private OAuth2HttpResponse signedIn(HttpExchange exchange, String user) {
    OAuth2HttpResponse answer =
        handler
            .getAuthorizationServer()
            .invoke(request(exchange, "POST", encoded(loginForm(user))));
    Headers headers =
        answer
            .getHeaders()
            .newBuilder()
            .add("Set-Cookie", SESSION + "=" + user + "; Path=/; HttpOnly; SameSite=Lax")
            .build();
    return new OAuth2HttpResponse(headers, answer.getStatus(), answer.getBody(), null);
  }

  /** Who signed in here before, unless the page asks to choose anew. */
  private Optional<String> session(HttpExchange exchange) {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    if ("login".equals(form(query).get("prompt"))) {
      return Optional.empty();
    }
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Stream.of(line.split("; *")))
        .filter(cookie -> cookie.startsWith(SESSION + "="))
        .map(cookie -> cookie.substring(SESSION.length() + 1))
        .filter(user -> find(user).isPresent())
        .findFirst();
  }

  private static OAuth2HttpResponse signedOut(Map<String, String> query) {
    String back = query.getOrDefault("post_logout_redirect_uri", "");
    Headers.Builder headers =
        new Headers.Builder().add("Set-Cookie", SESSION + "=; Path=/; Max-Age=0; HttpOnly");
    boolean ours = back.startsWith("http://localhost:");
    if (ours) {
      headers.add("Location", back);
    }
    return new OAuth2HttpResponse(headers.build(), ours ? 302 : 204, "", null);
  }

  private Map<String, String> loginForm(String user) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("username", user);
    form.put("claims", JSON.writeValueAsString(find(user).orElseThrow().claims()));
    return form;
  }

  private OAuth2HttpRequest request(HttpExchange exchange, String method, String body) {
    Headers.Builder headers = new Headers.Builder();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!NAMES_OF_SERVER.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> headers.addUnsafeNonAscii(name, value));
          }
        });
    HttpUrl url =
        HttpUrl.get("http://localhost:" + server.getAddress().getPort() + exchange.getRequestURI());
    return new OAuth2HttpRequest(headers.build(), method, url, body);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static OAuth2HttpResponse unknownJson(String user) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("error", "invalid_grant");
    error.put(
        "error_description",
        "unknown user name; known are "
            + String.join(", ", LocalUsers.names())
            + ", unit-CODE, signer-CODE, ROLE@CODE for a member of the staff whom that unit"
            + " employs, ROLE@none, and the accounts that a campaign has imported");
    error.put(
        "message",
        user == null
            ? "Thiếu username | username is missing"
            : "Không có người dùng " + user + " | There is no user " + user);
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "application/json;charset=UTF-8"),
        400,
        JSON.writeValueAsString(error),
        null);
  }

  private static OAuth2HttpResponse html(int status, String content) {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "text/html;charset=UTF-8"), status, content, null);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
