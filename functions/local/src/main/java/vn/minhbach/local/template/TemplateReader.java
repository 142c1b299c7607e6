package vn.minhbach.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import vn.minhbach.local.Template;
import vn.minhbach.local.Template.Bucket;
import vn.minhbach.local.Template.BucketCors;
import vn.minhbach.local.Template.Cors;
import vn.minhbach.local.Template.Index;
import vn.minhbach.local.Template.Table;

/**
 * Reads template.yaml. What it does not understand and what is missing is a {@link TemplateError}
 * that names the place.
 */
public final class TemplateReader {

  private final Tree root;
  private final Intrinsics intrinsics;

  private TemplateReader(Tree root, Map<String, String> parameters) {
    this.root = root;
    this.intrinsics = new Intrinsics(root, parameters);
  }

  /**
   * Reads a template file.
   *
   * @param parameters values for its parameters, before their defaults
   */
  public static Template read(Path file, Map<String, String> parameters) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader, parameters);
    } catch (IOException cannotRead) {
      throw new TemplateError(
          "cannot read the template " + file.toAbsolutePath() + ": " + cannotRead);
    }
  }

  /** Reads a template from text. */
  public static Template read(Reader text, Map<String, String> parameters) {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(text);
      if (node == null) {
        throw new TemplateError("template.yaml is empty");
      }
      return new TemplateReader(Tree.of("", node), parameters).template();
    } catch (YAMLException notYaml) {
      throw new TemplateError("template.yaml is not YAML: " + notYaml.getMessage());
    }
  }

  private Template template() {
    List<Table> tables = new ArrayList<>();
    each("AWS::DynamoDB::Table", (id, properties) -> tables.add(table(id, properties)));
    List<Bucket> buckets = new ArrayList<>();
    each("AWS::S3::Bucket", (id, properties) -> buckets.add(bucket(id, properties)));
    List<Optional<Cors>> cors = new ArrayList<>();
    List<Boolean> defaults = new ArrayList<>();
    root.find("Globals", "HttpApi")
        .map(intrinsics::resolve)
        .ifPresent(api -> {
          cors.add(cors(api));
          defaults.add(hasDefaultAuthorizer(api));
        });
    each(
        "AWS::Serverless::HttpApi",
        (_, api) -> {
          cors.add(cors(api));
          defaults.add(hasDefaultAuthorizer(api));
        });
    FunctionReader functions = new FunctionReader(root, intrinsics, defaults.contains(true));
    each("AWS::Serverless::Function", functions::read);
    each(
        "AWS::Serverless::HttpApi",
        (_, api) -> api.find("DefinitionBody").ifPresent(functions::readApi));
    List<String> scanned = new ArrayList<>();
    each(
        "AWS::GuardDuty::MalwareProtectionPlan",
        (_, plan) ->
            scanned.add(
                intrinsics
                    .resolve(plan)
                    .at("ProtectedResource")
                    .at("S3Bucket")
                    .at("BucketName")
                    .text()));
    return new Template(
        functions.functions(),
        cors.stream().flatMap(Optional::stream).findFirst(),
        functions.routes(),
        tables,
        buckets,
        functions.streams(),
        functions.rules(),
        functions.schedules(),
        scanned,
        keys());
  }

  private Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    each(
        "AWS::KMS::Key",
        (id, properties) ->
            intrinsics
                .resolve(properties)
                .find("KeySpec") // one that encrypts has none
                .ifPresent(spec -> keys.put(intrinsics.physicalName(properties, id), spec.text())));
    return keys;
  }

  /** Calls back for each resource of a type whose condition holds, its properties resolved. */
  private void each(String type, BiConsumer<String, Tree> use) {
    root.at("Resources")
        .map()
        .forEach((id, resource) -> {
          if (!resource.at("Type").text().equals(type)) {
            return;
          }
          if (resource.find("Condition").map(intrinsics::condition).orElse(true)) {
            Tree properties =
                resource
                    .find("Properties")
                    .orElseGet(() -> new Tree(resource.path(), resource.line(), Map.of()));
            use.accept(id, properties);
          }
        });
  }

  private Table table(String id, Tree raw) {
    Tree properties = intrinsics.resolve(raw);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Tree attribute : properties.at("AttributeDefinitions").list()) {
      attributes.put(attribute.at("AttributeName").text(), attribute.at("AttributeType").text());
    }
    Tree keys = properties.at("KeySchema");
    List<Index> indexes =
        properties.find("GlobalSecondaryIndexes").map(Tree::list).orElse(List.of()).stream()
            .map(index ->
                new Index(
                    index.at("IndexName").text(),
                    partitionKey(index.at("KeySchema")),
                    key(index.at("KeySchema"), "RANGE"),
                    index.at("Projection").at("ProjectionType").text()))
            .toList();
    return new Table(
        id,
        intrinsics.physicalName(raw, id),
        attributes,
        partitionKey(keys),
        key(keys, "RANGE"),
        indexes,
        properties.find("TimeToLiveSpecification", "AttributeName").map(Tree::text),
        properties.find("StreamSpecification", "StreamViewType").map(Tree::text));
  }

  private static String partitionKey(Tree keys) {
    return key(keys, "HASH").orElseThrow(() -> new TemplateError(keys, "no HASH key"));
  }

  private static Optional<String> key(Tree keys, String type) {
    return keys.list().stream()
        .filter(key -> key.at("KeyType").text().equals(type))
        .map(key -> key.at("AttributeName").text())
        .findFirst();
  }

  private Bucket bucket(String id, Tree raw) {
    Tree properties = intrinsics.resolve(raw);
    boolean eventBridge =
        properties
            .find("NotificationConfiguration", "EventBridgeConfiguration", "EventBridgeEnabled")
            .map(Tree::yes)
            .orElse(false);
    List<BucketCors> cors =
        properties.find("CorsConfiguration", "CorsRules").map(Tree::list).orElse(List.of()).stream()
            .map(rule ->
                new BucketCors(
                    texts(rule, "AllowedOrigins"),
                    texts(rule, "AllowedMethods"),
                    texts(rule, "AllowedHeaders"),
                    texts(rule, "ExposedHeaders")))
            .toList();
    return new Bucket(id, intrinsics.physicalName(raw, id), eventBridge, cors);
  }

  private static boolean hasDefaultAuthorizer(Tree api) {
    return api.find("Auth", "DefaultAuthorizer").isPresent();
  }

  private Optional<Cors> cors(Tree raw) {
    Tree api = intrinsics.resolve(raw);
    return api.find("CorsConfiguration")
        .filter(Tree::isMap)
        .map(cors ->
            new Cors(
                texts(cors, "AllowOrigins"),
                texts(cors, "AllowMethods"),
                texts(cors, "AllowHeaders"),
                texts(cors, "ExposeHeaders"),
                cors.find("AllowCredentials").map(Tree::yes).orElse(false),
                cors.find("MaxAge").map(Tree::number).orElse(-1)));
  }

  private static List<String> texts(Tree tree, String key) {
    return tree.find(key).map(Tree::list).orElse(List.of()).stream().map(Tree::text).toList();
  }
}
