package vn.minhbach.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudFormation's functions, answered for a local run: a resource is known by the name that the
 * template gives it, or else by stack name and logical id; parameters have their defaults.
 */
final class Intrinsics {

  /** Singapore: the region next to Vietnam that has every part. */
  static final String REGION = "ap-southeast-1";

  static final String ACCOUNT = "000000000000";
  static final String STACK = "minhbach-local";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  /** SAM's way to name the alias that it makes of a function. */
  static final String ALIAS = ".Alias";

  private static final Set<String> NO_ARGUMENTS = Set.of("AWS::NoValue");

  private final Tree root;
  private final Map<String, String> parameters;
  private final Set<String> inProgress = new HashSet<>();

  /**
   * The functions of one template.
   *
   * @param parameters values of parameters, before their defaults
   */
  Intrinsics(Tree root, Map<String, String> parameters) {
    this.root = root;
    this.parameters = Map.copyOf(parameters);
  }

  /** The same value with every function in it replaced by its result; what is AWS::NoValue goes. */
  Tree resolve(Tree tree) {
    if (tree.isList()) {
      List<Tree> items = new ArrayList<>();
      for (Tree item : tree.list()) {
        Tree resolved = resolve(item);
        if (resolved.value() != null) {
          items.add(resolved);
        }
      }
      return new Tree(tree.path(), tree.line(), items);
    }
    if (!tree.isMap()) {
      return tree;
    }
    if (tree.map().size() == 1) {
      Map.Entry<String, Tree> only = tree.map().entrySet().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return call(tree, only.getKey(), only.getValue());
      }
    }
    Map<String, Tree> children = new LinkedHashMap<>();
    tree.map()
        .forEach((key, child) -> {
          Tree resolved = resolve(child);
          if (resolved.value() != null) {
            children.put(key, resolved);
          }
        });
    return new Tree(tree.path(), tree.line(), children);
  }

  private Tree call(Tree place, String name, Tree argument) {
    return switch (name) {
      case "Ref" ->
          NO_ARGUMENTS.contains(argument.text()) ? empty(place) : text(place, ref(argument));
      case "Fn::GetAtt" -> text(place, attribute(argument));
      case "Fn::Sub" -> text(place, substitute(argument));
      case "Fn::If" -> {
        List<Tree> parts = argument.list();
        yield resolve(parts.get(condition(parts.get(0)) ? 1 : 2));
      }
      case "Fn::Join" -> {
        List<Tree> parts = argument.list();
        List<String> texts = resolve(parts.get(1)).list().stream().map(Tree::text).toList();
        yield text(place, String.join(parts.get(0).text(), texts));
      }
      case "Fn::Split" -> {
        List<Tree> parts = argument.list();
        String[] texts = resolve(parts.get(1)).text().split(Pattern.quote(parts.get(0).text()), -1);
        List<Tree> items = new ArrayList<>();
        for (String part : texts) {
          items.add(text(place, part));
        }
        yield new Tree(place.path(), place.line(), items);
      }
      case "Fn::Select" -> {
        List<Tree> parts = argument.list();
        yield resolve(parts.get(1)).list().get(resolve(parts.get(0)).number());
      }
      case "Fn::FindInMap" -> {
        List<Tree> parts = argument.list();
        yield resolve(
            root.at("Mappings")
                .at(parts.get(0).text())
                .at(resolve(parts.get(1)).text())
                .at(resolve(parts.get(2)).text()));
      }
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          text(place, Boolean.toString(test(place)));
      default -> throw new TemplateError(place, name + " is not known to the local run");
    };
  }

  /** Whether a resource or value with this condition exists. */
  boolean condition(Tree name) {
    Tree condition =
        root.find("Conditions", name.text())
            .orElseThrow(() -> new TemplateError(name, "no condition of this name"));
    return test(condition);
  }

  private boolean test(Tree tree) {
    Map.Entry<String, Tree> only = tree.map().entrySet().iterator().next();
    Tree argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> condition(argument);
      case "Fn::Equals" ->
          resolve(argument.list().get(0)).text().equals(resolve(argument.list().get(1)).text());
      case "Fn::And" -> argument.list().stream().allMatch(this::test);
      case "Fn::Or" -> argument.list().stream().anyMatch(this::test);
      case "Fn::Not" -> !test(argument.list().getFirst());
      default -> throw new TemplateError(tree, "not a condition");
    };
  }

  private String ref(Tree argument) {
    String name = argument.text();
    return switch (name) {
      case "AWS::Region" -> REGION;
      case "AWS::AccountId" -> ACCOUNT;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> STACK;
      case "AWS::StackId" -> "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/" + STACK;
      default -> {
        if (root.find("Parameters", name).isPresent()) {
          yield parameter(name);
        }
        if (name.endsWith(ALIAS)) {
          yield attribute(argument, name.substring(0, name.length() - ALIAS.length()), "Arn");
        }
        yield physicalName(argument, name);
      }
    };
  }

  private String parameter(String name) {
    String given = parameters.get(name);
    if (given != null) {
      return given;
    }
    // A parameter without a default is something only a deployment knows; its own name marks it.
    return root.find("Parameters", name, "Default").map(Tree::text).orElse(name);
  }

  private Tree resource(Tree place, String id) {
    return root.find("Resources", id)
        .orElseThrow(() -> new TemplateError(place, "no parameter or resource is called " + id));
  }

  /** The local name of a resource. */
  String physicalName(Tree place, String id) {
    Tree resource = resource(place, id);
    String own =
        switch (resource.at("Type").text()) {
          case "AWS::DynamoDB::Table" -> "TableName";
          case "AWS::S3::Bucket" -> "BucketName";
          case "AWS::SQS::Queue" -> "QueueName";
          case "AWS::SNS::Topic" -> "TopicName";
          case "AWS::Serverless::Function", "AWS::Lambda::Function" -> "FunctionName";
          default -> "Name";
        };
    if (!inProgress.add(id)) {
      throw new TemplateError(place, id + " is named after itself");
    }
    try {
      Tree name =
          resource
              .find("Properties", own)
              .map(this::resolve)
              .filter(tree -> tree.value() instanceof Tree.Scalar)
              .orElse(null);
      String chosen = name == null ? STACK + "-" + id : name.text();
      return own.equals("BucketName") ? chosen.toLowerCase(Locale.ROOT) : chosen;
    } finally {
      inProgress.remove(id);
    }
  }

  private String attribute(Tree argument) {
    List<Tree> parts = argument.list();
    return attribute(argument, parts.get(0).text(), parts.get(1).text());
  }

  private String attribute(Tree place, String id, String attribute) {
    String name = physicalName(place, id);
    if (attribute.equals("StreamArn")) {
      return attribute(place, id, "Arn") + "/stream/local";
    }
    if (!attribute.equals("Arn")) {
      return name + "-" + attribute;
    }
    String where = REGION + ":" + ACCOUNT + ":";
    return switch (resource(place, id).at("Type").text()) {
      case "AWS::DynamoDB::Table" -> "arn:aws:dynamodb:" + where + "table/" + name;
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name;
      case "AWS::SQS::Queue" -> "arn:aws:sqs:" + where + name;
      case "AWS::SNS::Topic" -> "arn:aws:sns:" + where + name;
      case "AWS::Serverless::Function", "AWS::Lambda::Function" ->
          "arn:aws:lambda:" + where + "function:" + name;
      default -> "arn:aws:local:" + where + name;
    };
  }

  private String substitute(Tree argument) {
    Tree text = argument.isList() ? argument.list().getFirst() : argument;
    Map<String, Tree> own = argument.isList() ? argument.list().get(1).map() : Map.of();
    Matcher matcher = PLACEHOLDER.matcher(text.text());
    return matcher.replaceAll(match -> {
      String name = match.group(2).trim();
      if (!match.group(1).isEmpty()) {
        return Matcher.quoteReplacement("${" + match.group(2) + "}");
      }
      return Matcher.quoteReplacement(placeholder(text, own, name));
    });
  }

  private String placeholder(Tree place, Map<String, Tree> own, String name) {
    if (own.containsKey(name)) {
      return resolve(own.get(name)).text();
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? ref(Tree.text(place.path(), place.line(), name))
        : attribute(place, name.substring(0, dot), name.substring(dot + 1));
  }

  private static Tree text(Tree place, String text) {
    return Tree.text(place.path(), place.line(), text);
  }

  private static Tree empty(Tree place) {
    return new Tree(place.path(), place.line(), null);
  }
}
