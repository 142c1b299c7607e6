package vn.minhbach.local.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import vn.minhbach.core.Problem;

/** Every problem that some catalogue of the sources declares, by its slug. */
final class Catalogues {

  private static final Map<String, Problem> ALL = all();

  private Catalogues() {}

  static Problem ofSlug(String slug) {
    Problem problem = ALL.get(slug);
    if (problem == null) {
      throw new IllegalArgumentException("no catalogue has " + slug);
    }
    return problem;
  }

  /** The same by its constant, as {@code UNKNOWN_UNIT}. */
  static Problem named(String constant) {
    return ofSlug(constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  private static Map<String, Problem> all() {
    Path functions = Path.of(System.getProperty("root", "../..")).resolve("functions");
    var all = new HashMap<String, Problem>();
    for (String module : new String[] {"app", "papers"}) {
      Path sources = functions.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.getFileName().toString().endsWith("Problem.java"))
            .map(file -> sources.relativize(file).toString().replace(".java", ""))
            .map(name -> name.replace('/', '.').replace('\\', '.'))
            .forEach(name -> collect(name, all));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return all;
  }

  private static void collect(String catalogue, Map<String, Problem> all) {
    try {
      for (Field field : Class.forName(catalogue).getDeclaredFields()) {
        if (Modifier.isPublic(field.getModifiers())
            && Problem.class.isAssignableFrom(field.getType())) {
          var problem = (Problem) field.get(null);
          all.put(problem.slug(), problem);
        }
      }
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
