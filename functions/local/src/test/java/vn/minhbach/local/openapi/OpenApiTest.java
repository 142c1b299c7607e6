package vn.minhbach.local.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge notices what it is there for, and the project's own description holds together. */
class OpenApiTest {

  private static final String SMALL =
      """
      paths:
        /things/{t}:
          put:
            requestBody:
              content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            responses:
              '200':
                headers:
                  ETag: {required: true, schema: {type: string, pattern: '^"t[0-9]+"$'}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
              '303': {description: no body}
        /things/own:
          get:
            security: []
            responses:
              '200': {content: {text/plain: {schema: {type: string}}}}
      components:
        schemas:
          Thing:
            type: object
            additionalProperties: false
            required: [name, next]
            properties:
              name: {type: string, minLength: 1, maxLength: 5}
              next: {type: [string, 'null']}
              count: {type: integer, minimum: 1, maximum: 9}
              kind: {type: string, enum: [A, B]}
              day: {type: string, format: date}
              parts: {type: array, minItems: 1, items: {type: string, pattern: '^p'}}
              points: {type: object, additionalProperties: {type: string}}
              which: {oneOf: [{type: string, const: all}, {type: array, items: {type: string}}]}
      """;

  private static final OpenApi API = OpenApi.of(new StringReader(SMALL));
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json; charset=utf-8", "etag", "\"t1\"");

  @Test
  void acceptsWhatIsDescribed() {
    assertEquals(List.of(), faults(thing()));
    assertEquals(
        List.of(),
        faults(
            thing(
                "count",
                9L,
                "kind",
                "B",
                "day",
                "2020-09-30",
                "parts",
                List.of("p1"),
                "points",
                Map.of("I", "1.00"),
                "which",
                "all")));
    assertEquals(List.of(), API.faults("GET", "/things/own", 200, text(), "some text"));
    assertEquals(List.of(), API.faults("PUT", "/things/7", 303, Map.of(), null));
    assertEquals(List.of(), API.requestFaults("PUT", "/things/7", "application/json", thing()));
  }

  @Test
  void noticesEveryKindOfBreach() {
    notices("body is 'x', not object", "x");
    notices("body.name is missing", Map.of("next", "n"));
    notices("body.more is not described", thing("more", 1));
    notices("body.name has 6 characters", thing("name", "abcdef"));
    notices("body.name is null, not string", thing("name", null));
    notices("body.count is 10, out of range", thing("count", 10));
    notices("body.count is 1.5, not integer", thing("count", new BigDecimal("1.5")));
    notices("body.kind is 'C', none of [A, B]", thing("kind", "C"));
    notices("body.day is '2020-02-30', not a date", thing("day", "2020-02-30"));
    notices("body.parts[1] is 'q', not like ^p", thing("parts", List.of("p", "q")));
    notices("body.parts has 0 elements", thing("parts", List.of()));
    notices("body.points.I is 1, not string", thing("points", Map.of("I", 1)));
    notices("body.which fits 0 of 2 choices", thing("which", "none"));
  }

  @Test
  void noticesWhatIsNotDescribedAtAll() {
    assertEquals(List.of("GET /x is not described"), API.faults("GET", "/x", 200, text(), ""));
    assertEquals(
        List.of("PUT /things/{t} is not described to answer 201"),
        API.faults("PUT", "/things/7", 201, HEADERS, thing()));
    assertEquals(
        List.of("PUT /things/{t} 200: header ETag is missing"),
        API.faults("PUT", "/things/7", 200, Map.of("content-type", "application/json"), thing()));
    assertEquals(
        List.of("PUT /things/{t} 200: content type 'text/plain' is none of [application/json]"),
        API.faults(
            "PUT", "/things/7", 200, Map.of("ETag", "\"t1\"", "Content-Type", "text/plain"), "x"));
    assertEquals(
        List.of("PUT /things/{t} 303: a body is not described"),
        API.faults("PUT", "/things/7", 303, HEADERS, thing()));
  }

  @Test
  void refusesKeywordsThatNobodyWouldCheck() {
    OpenApi sloppy = OpenApi.of(new StringReader("components: {schemas: {A: {exclusiveMin: 1}}}"));
    assertThrows(
        IllegalArgumentException.class,
        () -> sloppy.schemas().faults(Map.of("$ref", "#/components/schemas/A"), 1, "a"));
    assertThrows(
        IllegalArgumentException.class,
        () -> sloppy.schemas().faults(Map.of("$ref", "#/components/schemas/B"), 1, "b"));
  }

  @Test
  void examplesOfTheProjectAreAsTheirSchemasSay() {
    OpenApi project = OpenApi.ofProject();
    var faults = new ArrayList<String>();
    int examples = collect(project, project.document(), "", faults);
    assertEquals(List.of(), faults);
    assertTrue(examples > 25, "only " + examples + " examples");
  }

  @Test
  void everySchemaOfTheProjectCanBeChecked() {
    OpenApi project = OpenApi.ofProject();
    Map<?, ?> components = (Map<?, ?>) project.document().get("components");
    ((Map<?, ?>) components.get("schemas")).values().forEach(schema -> walk(project, schema));
  }

  @Test
  void everythingThatACallerNamesHasABound() {
    OpenApi project = OpenApi.ofProject();
    var unbounded = new TreeSet<String>();
    for (OpenApi.Operation operation : project.operations()) {
      for (Map<?, ?> parameter : project.parameters(operation)) {
        // The gateway has a bound for all headers together.
        if (!parameter.get("in").equals("header")) {
          unbounded(
              project,
              parameter.get("schema"),
              operation.key() + " " + parameter.get("name"),
              unbounded);
        }
      }
      project
          .requestSchema(operation, "application/json")
          .ifPresent(schema -> unbounded(project, schema, operation.key() + " body", unbounded));
    }
    assertEquals(Set.of(), unbounded);
  }

  private static void unbounded(OpenApi api, Object node, String place, Set<String> found) {
    Map<?, ?> schema = api.schemas().resolved(node);
    String types = String.valueOf(schema.get("type"));
    if (types.contains("string")
        && Stream.of("maxLength", "pattern", "enum", "const").noneMatch(schema::containsKey)
        && !List.of("date-time", "binary").contains("" + schema.get("format"))) {
      found.add(place + " has no longest text");
    }
    if ((types.contains("integer") || types.contains("number"))
        && !schema.containsKey("enum")
        && !(schema.containsKey("minimum") && schema.containsKey("maximum"))) {
      found.add(place + " has no range");
    }
    if (types.contains("array") && !schema.containsKey("maxItems")) {
      found.add(place + " has no longest list");
    }
    if (schema.get("additionalProperties") instanceof Map<?, ?> more) {
      if (!schema.containsKey("maxProperties")) {
        found.add(place + " has no largest number of fields");
      }
      unbounded(api, more, place + ".*", found);
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      unbounded(api, items, place + "[]", found);
    }
    if (schema.get("oneOf") instanceof List<?> choices) {
      choices.forEach(choice -> unbounded(api, choice, place, found));
    }
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, inner) -> unbounded(api, inner, place + "." + name, found));
    }
  }

  @Test
  void findsTheOperationBehindARequest() {
    assertEquals("/things/own", API.operation("GET", "/things/own").orElseThrow().path());
    assertTrue(API.operation("GET", "/things/7").isEmpty());
    assertTrue(API.operation("PUT", "/things/7/8").isEmpty());
    assertTrue(OpenApi.isPublic(API.operation("GET", "/things/own").orElseThrow()));
  }

  // An example stands beside the schema that it is of.
  private static int collect(OpenApi api, Object node, String place, List<String> faults) {
    int found = 0;
    if (node instanceof Map<?, ?> map) {
      var values = new LinkedHashMap<String, Object>();
      if (map.get("schema") != null) {
        if (map.containsKey("example")) {
          values.put("example", map.get("example"));
        }
        if (map.get("examples") instanceof Map<?, ?> named) {
          named.forEach(
              (name, example) -> values.put("" + name, ((Map<?, ?>) example).get("value")));
        }
      }
      values.forEach((name, value) ->
          faults.addAll(api.schemas().faults(map.get("schema"), value, place + "/" + name)));
      found += values.size();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        found += collect(api, entry.getValue(), place + "/" + entry.getKey(), faults);
      }
    }
    return found;
  }

  // With a value of each type, so that every keyword is met.
  private static void walk(OpenApi api, Object schema) {
    for (Object value : new Object[] {"x", 1, true, null, Map.of("a", 1), List.of("a")}) {
      api.schemas().faults(schema, value, "value");
    }
    if (schema instanceof Map<?, ?> map) {
      if (map.get("properties") instanceof Map<?, ?> properties) {
        properties.values().forEach(property -> walk(api, property));
      }
      for (String inner : List.of("items", "additionalProperties", "propertyNames")) {
        if (map.get(inner) instanceof Map<?, ?> nested) {
          walk(api, nested);
        }
      }
    }
  }

  private static void notices(String expected, Object body) {
    List<String> faults = faults(body);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().contains(expected), faults::toString);
  }

  private static List<String> faults(Object body) {
    return API.faults("PUT", "/things/7", 200, HEADERS, body);
  }

  private static Map<String, String> text() {
    return Map.of("Content-Type", "text/plain");
  }

  private static Map<String, Object> thing(Object... more) {
    var thing = new LinkedHashMap<String, Object>();
    thing.put("name", "thing");
    thing.put("next", null);
    for (int i = 0; i < more.length; i += 2) {
      thing.put((String) more[i], more[i + 1]);
    }
    return thing;
  }
}
