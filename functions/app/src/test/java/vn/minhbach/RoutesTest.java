package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.core.access.Access;
import vn.minhbach.function.http.Queries;
import vn.minhbach.function.http.Route;

/** template.yaml, the code's index of routes and openapi.yaml say the same, whoever is read. */
class RoutesTest {

  private static final TemplateFile TEMPLATE = TemplateFile.read();
  private static final Place OPENAPI = TemplateFile.read("functions/web/openapi.yaml").top();

  @Test
  void codeServesTheRoutesOfTheTemplateByTheSameFunctions() {
    var defined = new TreeMap<String, String>();
    TEMPLATE.routes().forEach(route -> defined.put(route.key(), route.bean()));
    var served = new TreeMap<String, String>();
    Arrays.stream(Route.values()).forEach(route -> served.put(route.key(), route.function()));
    assertEquals(defined, served);
  }

  @Test
  void descriptionKnowsEveryRouteAndNoOther() {
    assertEquals(
        keys(Stream.of(Route.values()).map(Route::key)), keys(described().keySet().stream()));
  }

  @Test
  void whatIsPublicIsSoEverywhere() {
    Set<String> inCode =
        keys(
            Stream.of(Route.values())
                .filter(route -> route.access() == Access.PUBLIC)
                .map(Route::key));
    assertEquals(EdgeRules.PUBLIC, inCode);
    assertEquals(
        keys(
            TEMPLATE.routes().stream()
                .filter(route -> !route.authorized())
                .map(TemplateFile.Route::key)),
        inCode);
    assertEquals(
        keys(
            described().entrySet().stream()
                .filter(operation ->
                    operation.getValue().at("security").value() instanceof List<?> none
                        && none.isEmpty())
                .map(Map.Entry::getKey)),
        inCode);
    assertEquals(
        "token", OPENAPI.at("security").items().getFirst().fields().keySet().iterator().next());
  }

  @ParameterizedTest
  @EnumSource
  void descriptionNamesTheUseByTheSameWords(Route route) {
    Place operation = described().get(route.key());
    assertEquals(camelCase(route.name()), operation.at("operationId").text());
    assertEquals(List.of(route.function()), operation.at("tags").texts());
  }

  @ParameterizedTest
  @EnumSource
  void descriptionNamesTheParametersOfThePath(Route route) {
    Set<String> inPath =
        Pattern.compile("\\{([^}]*)}")
            .matcher(route.path())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    assertEquals(inPath, parameters(route, "path"));
  }

  @ParameterizedTest
  @EnumSource
  void descriptionNamesTheParametersOfTheQuery(Route route) {
    assertEquals(Queries.of(route), parameters(route, "query"));
  }

  @ParameterizedTest
  @EnumSource
  void descriptionTellsWhatTheGatewayAnswersByItself(Route route) {
    Set<String> answers = described().get(route.key()).at("responses").fields().keySet();
    var expected = new TreeSet<>(Set.of("429", "500", "503"));
    if (route.access() != Access.PUBLIC) {
      expected.addAll(Set.of("401", "403"));
    }
    if (route.path().contains("{")) {
      expected.add("404");
    }
    if (!described().get(route.key()).at("requestBody").absent()) {
      expected.addAll(Set.of("400", "413", "415"));
    }
    expected.removeAll(answers);
    assertEquals(Set.of(), expected, "not described");
  }

  @ParameterizedTest
  @EnumSource
  void everyPostTakesAnIdempotencyKeyAndNothingElseDoes(Route route) {
    assertEquals(
        route.method().equals("POST"), parameters(route, "header").contains("Idempotency-Key"));
  }

  private static Map<String, Place> described() {
    var operations = new TreeMap<String, Place>();
    OPENAPI
        .at("paths")
        .fields()
        .forEach((path, item) ->
            item.fields()
                .forEach((method, operation) -> {
                  if (!method.equals("parameters")) {
                    operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation);
                  }
                }));
    return operations;
  }

  private static Set<String> parameters(Route route, String in) {
    return Stream.concat(
            OPENAPI.at("paths", route.path(), "parameters").items().stream(),
            described().get(route.key()).at("parameters").items().stream())
        .map(RoutesTest::resolved)
        .filter(parameter -> parameter.at("in").is(in))
        .map(parameter -> parameter.at("name").text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Place resolved(Place node) {
    String reference = node.at("$ref").text();
    return reference.isEmpty() ? node : OPENAPI.at(reference.substring(2).split("/"));
  }

  private static String camelCase(String constant) {
    String words =
        Arrays.stream(constant.toLowerCase(Locale.ROOT).split("_"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private static Set<String> keys(Stream<String> keys) {
    return keys.collect(Collectors.toCollection(TreeSet::new));
  }
}
