package vn.minhbach;

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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** template.yaml as data, for every test that holds something to it. Read anew on each call. */
public final class TemplateFile {

  /** The variable by which a function names its bean. */
  public static final String DEFINITION = "SPRING_CLOUD_FUNCTION_DEFINITION";

  private final Place top;

  private TemplateFile(Place top) {
    this.top = top;
  }

  /** The project's template. */
  public static TemplateFile read() {
    return read("template.yaml");
  }

  /** A template of the project by its path from the root, as {@code infra/alarms.yaml}. */
  public static TemplateFile read(String path) {
    try (Reader reader = Files.newBufferedReader(root().resolve(path))) {
      Object tree = new Yaml(new CloudFormation()).load(reader);
      return new TemplateFile(new Place(path.substring(path.lastIndexOf('/') + 1), tree));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The project's root: what the build says, else the nearest folder up that has the template. */
  public static Path root() {
    String told = System.getProperty("root");
    if (told != null && Files.exists(Path.of(told, "template.yaml"))) {
      return Path.of(told);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("no template.yaml here or above; start with -Droot=FOLDER");
    }
    return folder;
  }

  /** The whole document. */
  public Place top() {
    return top;
  }

  /** Properties that {@code Globals} gives every function. */
  public Place globals() {
    return top.at("Globals", "Function");
  }

  /** A resource by its logical id; absent when there is none. */
  public Place resource(String id) {
    return top.at("Resources", id);
  }

  /** All resources of a type, by logical id. */
  public Map<String, Place> resources(String type) {
    Map<String, Place> found = new LinkedHashMap<>();
    top.at("Resources")
        .fields()
        .forEach((id, resource) -> {
          if (resource.at("Type").is(type)) {
            found.put(id, resource);
          }
        });
    return found;
  }

  /** Every Lambda function, in the order of the template. */
  public List<Function> functions() {
    return resources("AWS::Serverless::Function").entrySet().stream()
        .map(entry -> new Function(entry.getKey(), entry.getValue().at("Properties"), globals()))
        .toList();
  }

  /** Every route of the HTTP API, in the order of the template. */
  public List<Route> routes() {
    boolean closed = !api().at("Auth", "DefaultAuthorizer").absent();
    Map<String, Function> functions = new LinkedHashMap<>();
    functions().forEach(function -> functions.put(function.id(), function));
    List<Route> routes = new ArrayList<>();
    api()
        .at("DefinitionBody", "paths")
        .fields()
        .forEach((path, methods) ->
            methods
                .fields()
                .forEach((method, operation) -> {
                  if (!method.equals("parameters")) {
                    Function function = functions.get(integrated(operation));
                    routes.add(Route.of(method, path, operation, function, closed));
                  }
                }));
    return routes;
  }

  /** The logical id of the function behind a route; empty when there is none. */
  private String integrated(Place operation) {
    String name =
        operation.at("x-amazon-apigateway-integration", "$ref").text().replaceFirst("^.*/", "");
    return api()
        .at("DefinitionBody", "components", "x-amazon-apigateway-integrations", name)
        .at("uri", "Fn::Sub")
        .items()
        .getLast()
        .at("Function", "Ref")
        .text()
        .replaceFirst("[.]Alias$", "");
  }

  /** Properties of the one HTTP API. */
  public Place api() {
    return resource("Api").at("Properties");
  }

  /**
   * A Lambda function.
   *
   * @param id logical id
   * @param own its own properties
   * @param globals what it inherits
   */
  public record Function(String id, Place own, Place globals) {

    /** A property, its own before the inherited one. */
    public Place property(String... keys) {
      Place mine = own.at(keys);
      return mine.absent() ? globals.at(keys) : mine;
    }

    /** Its variables, the inherited ones too. */
    public Map<String, Place> environment() {
      Map<String, Place> all = new LinkedHashMap<>();
      all.putAll(globals.at("Environment", "Variables").fields());
      all.putAll(own.at("Environment", "Variables").fields());
      return all;
    }

    /** The bean that it calls; empty when it names none. */
    public String bean() {
      return property("Environment", "Variables", DEFINITION).text();
    }

    /** Its events by name. */
    public Map<String, Place> events() {
      return own.at("Events").fields();
    }
  }

  /**
   * An HTTP route.
   *
   * @param method upper case
   * @param path with {name} parameters
   * @param function logical id
   * @param bean the function bean that answers
   * @param authorized whether the JWT authorizer stands before it
   */
  public record Route(
      String method, String path, String function, String bean, boolean authorized) {

    private static Route of(
        String method, String path, Place operation, Function function, boolean closed) {
      Place security = operation.at("security");
      return new Route(
          method.toUpperCase(Locale.ROOT),
          path,
          function == null ? "" : function.id(),
          function == null ? "" : function.bean(),
          security.absent()
              ? closed
              : security.items().stream().noneMatch(one -> one.fields().containsKey("NONE")));
    }

    /** The routeKey of the event, as {@code GET /campaigns/{c}}. */
    public String key() {
      return method + " " + path;
    }
  }

  /** Reads CloudFormation's short tags as their long form: {@code !Ref X} is {@code {Ref: X}}. */
  private static final class CloudFormation extends SafeConstructor {

    CloudFormation() {
      super(options());
      yamlMultiConstructors.put("!", new Intrinsic());
    }

    private static LoaderOptions options() {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false); // CloudFormation would silently take the last
      return options;
    }

    private final class Intrinsic extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        boolean plain = name.equals("Ref") || name.equals("Condition");
        Map<String, Object> longForm = new LinkedHashMap<>();
        longForm.put(plain ? name : "Fn::" + name, argument(name, node));
        return longForm;
      }

      private Object argument(String name, Node node) {
        return switch (node) {
          case ScalarNode scalar when name.equals("GetAtt") ->
              List.of(scalar.getValue().split("\\.", 2));
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new IllegalArgumentException("unreadable " + node.getTag());
        };
      }
    }
  }
}
