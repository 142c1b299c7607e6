package vn.minhbach.function.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.prepare.upload.Uploads;

/** An API Gateway event, read in one place: headers, parameters, body. */
public final class Request {

  /** design.md "HTTP". What may be larger goes to S3 by a presigned URL. */
  public static final int BODY_BYTES_MAX = 256 * 1024;

  /** A workbook of an office has some tens of kilobytes. */
  public static final int WORKBOOK_BYTES_MAX = 1024 * 1024;

  /** Names a file that was uploaded before, in the place of the body. */
  static final String UPLOAD = "upload";

  private static final int LIMIT_MAX = 500;

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]*)", Pattern.CASE_INSENSITIVE);

  private final APIGatewayV2HTTPEvent event;
  private final Optional<Uploads.Content> uploaded;

  Request(APIGatewayV2HTTPEvent event) {
    this(event, Optional.empty());
  }

  private Request(APIGatewayV2HTTPEvent event, Optional<Uploads.Content> uploaded) {
    this.event = event;
    this.uploaded = uploaded;
  }

  /** The same request with an uploaded file as its body. */
  Request with(Uploads.Content content) {
    return new Request(event, Optional.of(content));
  }

  String routeKey() {
    return Optional.ofNullable(event.getRouteKey()).orElse("");
  }

  public String path() {
    return Optional.ofNullable(event.getRawPath()).orElse("");
  }

  /** A parameter of the path. */
  public String parameter(String name) {
    return Optional.ofNullable(event.getPathParameters())
        .map(parameters -> parameters.get(name))
        .orElse("");
  }

  /** A parameter of the query; empty when missing or blank. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(event.getQueryStringParameters())
        .map(parameters -> parameters.get(name))
        .filter(value -> !value.isBlank());
  }

  /** {@code limit}, 1 to 500. */
  public Outcome<Integer> limit(int unlessSaid) {
    return number("limit", unlessSaid, 1, LIMIT_MAX);
  }

  /** A whole number of the query. */
  public Outcome<Integer> number(String name, int unlessSaid, int min, int max) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return Outcome.accepted(unlessSaid);
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return Outcome.accepted(value);
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, as a number out of range is.
    }
    return Outcome.refused(RequestProblem.INVALID_PARAMETER.of(name, text.get(), min + "…" + max));
  }

  /**
   * {@code cursor}, as the page before gave it; refused when it is none of this list, since to
   * begin anew would show lines twice.
   */
  public <T> Outcome<Optional<T>> cursor(Function<String, Optional<T>> reading) {
    Optional<String> text = query("cursor");
    Optional<T> read = text.flatMap(reading);
    return text.isPresent() && read.isEmpty()
        ? Outcome.refused(
            RequestProblem.INVALID_PARAMETER.of(
                "cursor", text.get(), "“next” của trang trước/of the page before"))
        : Outcome.accepted(read);
  }

  /** The names of the query's parameters. */
  Set<String> queryNames() {
    return Optional.ofNullable(event.getQueryStringParameters()).map(Map::keySet).orElse(Set.of());
  }

  /** A header, whatever its case; API Gateway sends lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(event.getHeaders()).stream()
        .flatMap(headers -> headers.entrySet().stream())
        .filter(header -> header.getKey().equalsIgnoreCase(name) && header.getValue() != null)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Vietnamese unless English is asked for first. */
  public Language language() {
    return header("accept-language")
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(value -> value.startsWith("en"))
        .map(value -> Language.EN)
        .orElse(Language.VI);
  }

  /** Whether the client would rather have this media type than JSON. */
  public boolean prefers(String mediaType) {
    return header("accept")
        .map(value -> value.toLowerCase(Locale.ROOT))
        .filter(value -> value.contains(mediaType) && !asksForJson())
        .isPresent();
  }

  /** Whether the client names JSON, as scripts do and links of a page do not. */
  public boolean asksForJson() {
    return header("accept")
        .filter(value -> value.toLowerCase(Locale.ROOT).contains("application/json"))
        .isPresent();
  }

  /** Whether the client has the answer of this etag, so that it need not be sent again. */
  boolean has(String etag) {
    return header("if-none-match").stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || unquoted(one).equals(etag));
  }

  /** {@code If-Match} and {@code If-None-Match}. */
  public Condition condition() {
    return new Condition(header("if-match").map(String::strip).map(Request::unquoted));
  }

  /**
   * What a write must not say: {@code If-None-Match} means “nothing yet” or nothing, and not both
   * with {@code If-Match}.
   */
  Optional<Refusal> badCondition() {
    Optional<String> none = header("if-none-match").map(String::strip);
    boolean bad = none.isPresent() && (!none.get().equals("*") || header("if-match").isPresent());
    return bad
        ? Optional.of(
            Refusal.of(
                RequestProblem.INVALID_HEADER.of(
                    "If-None-Match", "* (không kèm/without If-Match)")))
        : Optional.empty();
  }

  /** The request's idempotency key: 1 to 200 visible characters. */
  public Outcome<Optional<String>> idempotencyKey() {
    Optional<String> key = header("idempotency-key").map(String::strip);
    boolean usable =
        key.isEmpty() || key.filter(text -> text.matches("[\\x21-\\x7e]{1,200}")).isPresent();
    return usable
        ? Outcome.accepted(key)
        : Outcome.refused(RequestProblem.INVALID_HEADER.of("Idempotency-Key", "1…200 [!-~]"));
  }

  /** The body's bytes, whatever way they came. */
  public byte[] body() {
    if (uploaded.isPresent()) {
      return uploaded.get().bytes();
    }
    String body = Optional.ofNullable(event.getBody()).orElse("");
    return event.getIsBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** A JSON body as a plain tree; nothing at all reads as an empty object. */
  public Outcome<Object> jsonOrNothing() {
    return body().length == 0 ? Outcome.accepted(Map.of()) : json();
  }

  /** A JSON body as a plain tree. */
  public Outcome<Object> json() {
    return typed(body(), BODY_BYTES_MAX, List.of("application/json"))
        .flatMap(Json::text)
        .flatMap(text ->
            text.isBlank() ? Outcome.refused(RequestProblem.BODY_REQUIRED.of()) : Json.tree(text));
  }

  /** The parameters of the query as a tree of texts; blank ones are left out. */
  public Map<String, Object> queryTree() {
    var tree = new TreeMap<String, Object>();
    Optional.ofNullable(event.getQueryStringParameters())
        .ifPresent(parameters ->
            parameters.forEach((name, value) -> {
              if (value != null && !value.isBlank() && !name.equals(UPLOAD)) {
                tree.put(name, value.strip());
              }
            }));
    return tree;
  }

  /** Reads JSON inside a text, as in a cell of a CSV file. */
  public static Outcome<Object> tree(String text) {
    return Json.tree(text);
  }

  /** Whether the body calls itself CSV, for a route that takes JSON as well. */
  public boolean sendsCsv() {
    return header("content-type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(Set.of("text/csv", "application/csv")::contains)
        .isPresent();
  }

  /** A CSV body as text. */
  public Outcome<String> csv() {
    return typed(body(), BODY_BYTES_MAX, List.of("text/csv", "application/csv"))
        .flatMap(CsvText::of);
  }

  /** The bytes of an .xlsx; what they are worth, its reader says. */
  public Outcome<byte[]> workbook() {
    return typed(body(), WORKBOOK_BYTES_MAX, List.of(Reply.XLSX))
        .flatMap(bytes ->
            bytes.length == 0
                ? Outcome.refused(RequestProblem.WORKBOOK_REQUIRED.of())
                : Outcome.accepted(bytes));
  }

  /** Claims that the authorizer verified; empty on a route without one. */
  Map<String, String> claims() {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
        .orElse(Map.of());
  }

  // An uploaded file was measured before it was signed for.
  private Outcome<byte[]> typed(byte[] body, int limit, List<String> accepted) {
    String type =
        uploaded
            .map(Uploads.Content::contentType)
            .or(() -> header("content-type"))
            .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    if (body.length > limit && uploaded.isEmpty()) {
      return Outcome.refused(InputProblem.BODY_TOO_LARGE.of(body.length, limit));
    }
    if (!accepted.contains(type) || otherCharset()) {
      return Outcome.refused(
          RequestProblem.UNSUPPORTED_CONTENT_TYPE.of(
              type.isEmpty() ? "-" : otherCharset() ? header("content-type").orElse(type) : type,
              accepted.getFirst()));
    }
    return Outcome.accepted(body);
  }

  // Everything is UTF-8; what says that it is not would be misread.
  private boolean otherCharset() {
    return uploaded.isEmpty()
        && header("content-type")
            .map(CHARSET::matcher)
            .filter(Matcher::find)
            .filter(said -> !said.group(1).equalsIgnoreCase("utf-8"))
            .isPresent();
  }

  private static String unquoted(String etag) {
    String bare = etag.startsWith("W/") ? etag.substring(2) : etag;
    return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }

  /** Groups of an HTTP API claim, which flattens an array to {@code [office lead]}. */
  static List<String> groups(String claim) {
    String bare = claim.strip();
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    return Arrays.stream(bare.split("[\\s,\"]+")).filter(group -> !group.isEmpty()).toList();
  }
}
