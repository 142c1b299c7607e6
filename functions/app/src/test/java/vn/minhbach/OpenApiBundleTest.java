package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** functions/web/openapi.yaml is the bundle of the parts beside it, by text and by meaning. */
class OpenApiBundleTest {

  /** The one command that mends what {@link #bundleIsMadeOfTheParts} finds. */
  private static final String WRITE =
      "mvn -q -pl functions/app test -Dtest=OpenApiBundleTest -Dopenapi.write=true";

  private static final Path WEB = TemplateFile.root().resolve("functions/web");
  private static final Path PARTS = WEB.resolve("openapi");
  private static final Path BUNDLE = WEB.resolve("openapi.yaml");
  private static final Pattern REF = Pattern.compile("\\$ref: '([^']+)'");

  @Test
  void bundleIsMadeOfTheParts() throws IOException {
    String bundle = OpenApiBundle.of(PARTS);
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(BUNDLE, bundle);
    }
    assertEquals(bundle, Files.readString(BUNDLE), "to mend: " + WRITE);
  }

  /** Another program follows the references and does not see lines: it must find the same. */
  @Test
  void bundleMeansWhatThePartsMean() {
    Map<String, Object> documents = new LinkedHashMap<>();
    Object parts = resolved("openapi.yaml", tree(PARTS.resolve("openapi.yaml")), documents);
    Object bundle = resolved("../openapi.yaml", tree(BUNDLE), documents);
    for (String name : List.of("openapi", "info", "servers", "tags", "security", "paths")) {
      assertEquals(((Map<?, ?>) parts).get(name), ((Map<?, ?>) bundle).get(name), name);
    }
    assertTrue(((Map<?, ?>) ((Map<?, ?>) bundle).get("paths")).size() > 50);
  }

  @Test
  void everyComponentIsNamedSomewhere() throws IOException {
    var named = new TreeSet<String>();
    Matcher refs = REF.matcher(Files.readString(BUNDLE));
    while (refs.find()) {
      named.add(refs.group(1));
    }
    var unnamed = new TreeSet<String>();
    Map<?, ?> components = (Map<?, ?>) ((Map<?, ?>) tree(BUNDLE)).get("components");
    components.forEach((kind, all) -> {
      if (!kind.equals("securitySchemes")) {
        ((Map<?, ?>) all)
            .keySet().stream()
                .map(name -> "#/components/" + kind + "/" + name)
                .filter(name -> !named.contains(name))
                .forEach(unnamed::add);
      }
    });
    assertEquals(Set.of(), unnamed);
  }

  /** Stated once: no operation lists what its kind refuses anyway. */
  @Test
  void standardRefusalsAreTakenOverAndNotListed() {
    Map<?, ?> refusals =
        (Map<?, ?>) ((Map<?, ?>) tree(PARTS.resolve("shared.yaml"))).get("x-refusals");
    Map<?, ?> least = (Map<?, ?>) refusals.get("public");
    var listed = new ArrayList<String>();
    parts()
        .forEach(part ->
            map(map(tree(part)).get("paths"))
                .forEach((path, item) ->
                    map(item)
                        .forEach((method, operation) -> {
                          if (operation instanceof Map<?, ?> described
                              && map(described.get("responses"))
                                  .keySet()
                                  .containsAll(least.keySet())) {
                            listed.add(method + " " + path);
                          }
                        })));
    assertEquals(List.of(), listed);
  }

  @Test
  void whatLeadsNowhereIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("openapi.yaml"),
        "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b.yaml#/paths/~1a'}\n");
    Files.writeString(folder.resolve("shared.yaml"), "x-refusals:\n  read:\n    '400': {a: b}\n");
    Path part = folder.resolve("b.yaml");
    Files.writeString(part, "paths:\n  /b:\n    get: {}\n");
    assertThrows(IllegalStateException.class, () -> OpenApiBundle.of(folder));
    Files.writeString(
        part, "paths:\n  /a:\n    responses:\n      $ref: 'shared.yaml#/x-refusals/write'\n");
    assertThrows(IllegalStateException.class, () -> OpenApiBundle.of(folder));
    Files.writeString(
        part, "paths:\n  /a:\n    responses:\n      $ref: 'shared.yaml#/x-refusals/read'\n");
    assertTrue(OpenApiBundle.of(folder).contains("    responses:\n      '400': {a: b}\n"));
  }

  private static Stream<Path> parts() {
    try (Stream<Path> files = Files.list(PARTS)) {
      return files.filter(file -> !file.endsWith("openapi.yaml")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Object resolved(String file, Object node, Map<String, Object> documents) {
    if (node instanceof List<?> list) {
      return list.stream().map(item -> resolved(file, item, documents)).toList();
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    if (!(map.get("$ref") instanceof String ref)) {
      var all = new LinkedHashMap<Object, Object>();
      map.forEach((key, value) -> all.put(key, resolved(file, value, documents)));
      return all;
    }
    String pointer = ref.substring(ref.indexOf('#'));
    String in = ref.startsWith("#") ? file : ref.substring(0, ref.indexOf('#'));
    Object there =
        resolved(
            in, at(documents.computeIfAbsent(in, OpenApiBundleTest::document), pointer), documents);
    if (map.size() == 1) {
      return there;
    }
    var all = new LinkedHashMap<Object, Object>((Map<?, ?>) there);
    map.forEach((key, value) -> {
      if (!key.equals("$ref")) {
        all.put(key, resolved(file, value, documents));
      }
    });
    return all;
  }

  private static Map<?, ?> map(Object node) {
    return node == null ? Map.of() : (Map<?, ?>) node;
  }

  private static Object document(String name) {
    return tree(PARTS.resolve(name));
  }

  private static Object at(Object document, String pointer) {
    Object node = document;
    for (String step : pointer.substring(2).split("/")) {
      node = ((Map<?, ?>) node).get(step.replace("~1", "/").replace("~0", "~"));
      if (node == null) {
        throw new IllegalStateException("leads nowhere: " + pointer);
      }
    }
    return node;
  }

  private static Object tree(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
