package vn.minhbach.local.openapi;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * functions/web/openapi.yaml as a judge of real traffic: says what in an answer, or in a request
 * body, is not as described. Trees are plain (Map, List, String, Number, Boolean, null).
 */
public final class OpenApi {

  private final Map<?, ?> document;
  private final Schemas schemas;
  private final List<Described> operations;

  private OpenApi(Map<?, ?> document) {
    this.document = document;
    this.operations = operations(document);
    this.schemas = new Schemas(document);
  }

  /** The project's own description; the build says where the project is. */
  public static OpenApi ofProject() {
    return read(Path.of(System.getProperty("root", "../.."), "functions/web/openapi.yaml"));
  }

  public static OpenApi read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return of(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static OpenApi of(Reader yaml) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object tree = new Yaml(new SafeConstructor(options)).load(yaml);
    return new OpenApi((Map<?, ?>) tree);
  }

  /** An operation that is described: its method, its path with {name} parameters, its content. */
  public record Operation(String method, String path, Map<?, ?> content) {

    /** As API Gateway names it, {@code GET /campaigns/{c}}. */
    public String key() {
      return method + " " + path;
    }
  }

  private record Described(Operation operation, Pattern paths) {}

  /** Every operation, in the order of the document. */
  public List<Operation> operations() {
    return operations.stream().map(Described::operation).toList();
  }

  private static List<Described> operations(Map<?, ?> document) {
    var operations = new ArrayList<Described>();
    map(document.get("paths"))
        .forEach((path, item) ->
            map(item)
                .forEach((name, content) -> {
                  if (!List.of("parameters", "summary", "description").contains(name)) {
                    String method = name.toString().toUpperCase(Locale.ROOT);
                    operations.add(
                        new Described(
                            new Operation(method, path.toString(), map(content)),
                            Pattern.compile(pattern(path.toString()))));
                  }
                }));
    return List.copyOf(operations);
  }

  /** The operation of a request; literal segments before parameters, as API Gateway matches. */
  public Optional<Operation> operation(String method, String path) {
    List<Operation> matching =
        operations.stream()
            .filter(one -> one.operation().method().equals(method))
            .filter(
                one -> one.operation().path().equals(path) || one.paths().matcher(path).matches())
            .map(Described::operation)
            .toList();
    return matching.stream()
        .filter(operation -> operation.path().equals(path))
        .findFirst()
        .or(() -> matching.stream().findFirst());
  }

  /**
   * What in an answer is not as described; empty when all is.
   *
   * @param path as requested, without query
   * @param headers names in any case
   * @param body a plain tree for JSON, a String for other text, null for no body
   */
  public List<String> faults(
      String method, String path, int status, Map<String, String> headers, Object body) {
    Optional<Operation> operation = operation(method, path);
    if (operation.isEmpty()) {
      return List.of(method + " " + path + " is not described");
    }
    Object described = map(operation.get().content().get("responses")).get("" + status);
    if (described == null) {
      return List.of(operation.get().key() + " is not described to answer " + status);
    }
    Map<?, ?> response = schemas.resolved(described);
    var lower = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    var faults = new ArrayList<String>(headerFaults(response, lower));
    faults.addAll(contentFaults(response, lower, body));
    return faults.stream()
        .map(fault -> operation.get().key() + " " + status + ": " + fault)
        .toList();
  }

  /** What in a request body is not as described; empty when all is. */
  public List<String> requestFaults(String method, String path, String contentType, Object body) {
    Optional<Operation> operation = operation(method, path);
    if (operation.isEmpty()) {
      return List.of(method + " " + path + " is not described");
    }
    Object described = operation.get().content().get("requestBody");
    if (described == null) {
      return List.of(operation.get().key() + " is not described to take a body");
    }
    Object media = map(schemas.resolved(described).get("content")).get(bare(contentType));
    return media == null
        ? List.of(operation.get().key() + " is not described to take " + contentType)
        : schemas.faults(map(media).get("schema"), body, "body");
  }

  /** Whether the operation needs no token: its security is the empty list. */
  public static boolean isPublic(Operation operation) {
    return operation.content().get("security") instanceof List<?> list && list.isEmpty();
  }

  /** The parameters of an operation, its path's among them. */
  public List<Map<?, ?>> parameters(Operation operation) {
    var all = new ArrayList<Map<?, ?>>();
    Map<?, ?> item = map(map(document.get("paths")).get(operation.path()));
    for (Object holder : List.of(item, operation.content())) {
      if (map(holder).get("parameters") instanceof List<?> parameters) {
        parameters.forEach(parameter -> all.add(schemas.resolved(parameter)));
      }
    }
    return all;
  }

  /** The content types of the body that an operation takes; empty for none. */
  public List<String> requestTypes(Operation operation) {
    return requestContent(operation).keySet().stream().map(Object::toString).toList();
  }

  /** What the body of that type looks like. */
  public Optional<Object> requestSchema(Operation operation, String contentType) {
    return Optional.ofNullable(map(requestContent(operation).get(contentType)).get("schema"));
  }

  /** An example of the body of that type, where one stands beside it. */
  public Optional<Object> requestExample(Operation operation, String contentType) {
    Map<?, ?> media = map(requestContent(operation).get(contentType));
    return Optional.<Object>ofNullable(media.get("example"))
        .or(() ->
            map(media.get("examples")).values().stream()
                .findFirst()
                .map(example -> map(example).get("value")));
  }

  /** What a reference stands for, or the schema itself. */
  public Map<?, ?> resolved(Object schema) {
    return schemas.resolved(schema);
  }

  private Map<?, ?> requestContent(Operation operation) {
    Object described = operation.content().get("requestBody");
    return described == null ? Map.of() : map(schemas.resolved(described).get("content"));
  }

  public Map<?, ?> document() {
    return document;
  }

  Schemas schemas() {
    return schemas;
  }

  private List<String> headerFaults(Map<?, ?> response, Map<String, String> headers) {
    var faults = new ArrayList<String>();
    map(response.get("headers"))
        .forEach((name, reference) -> {
          Map<?, ?> header = schemas.resolved(reference);
          String value = headers.get(name.toString().toLowerCase(Locale.ROOT));
          if (value != null) {
            faults.addAll(schemas.faults(header.get("schema"), value, "header " + name));
          } else if (Boolean.TRUE.equals(header.get("required"))) {
            faults.add("header " + name + " is missing");
          }
        });
    return faults;
  }

  private List<String> contentFaults(Map<?, ?> response, Map<String, String> headers, Object body) {
    Map<?, ?> content = map(response.get("content"));
    String type = bare(headers.getOrDefault("content-type", ""));
    boolean none = body == null || body.equals("");
    if (content.isEmpty()) {
      return none ? List.of() : List.of("a body is not described");
    }
    if (!content.containsKey(type)) {
      return List.of("content type '" + type + "' is none of " + content.keySet());
    }
    return schemas.faults(map(content.get(type)).get("schema"), body, "body");
  }

  private static String bare(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String pattern(String template) {
    return "\\Q" + template.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E";
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
