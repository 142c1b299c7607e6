package vn.minhbach;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Problem;

/** Every problem of the modules under test, found in the classes themselves: none is forgotten. */
public final class Catalogues {

  private static final List<JavaField> FIELDS =
      Shipped.CLASSES.stream()
          .flatMap(type -> type.getFields().stream())
          .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
          .filter(field -> field.getRawType().isAssignableTo(Problem.class))
          .toList();

  private Catalogues() {}

  /** Each problem by the name of its constant. */
  public static Map<String, Problem> problems() {
    var problems = new TreeMap<String, Problem>();
    for (JavaField field : FIELDS) {
      if (problems.put(field.getName(), value(field)) != null) {
        throw new IllegalStateException("two problems are called " + field.getName());
      }
    }
    return problems;
  }

  /** The classes that declare one. */
  static List<String> classes() {
    return FIELDS.stream()
        .map(JavaField::getOwner)
        .map(JavaClass::getName)
        .distinct()
        .sorted()
        .toList();
  }

  /** The catalogues that whoever takes these rooms takes along, by their simple names. */
  static Set<String> takenAlongBy(String... rooms) {
    var open = new ArrayDeque<JavaClass>();
    Shipped.CLASSES.stream()
        .filter(type ->
            Stream.of(rooms).anyMatch(room -> type.getPackageName().endsWith(".core." + room)))
        .forEach(open::add);
    var seen = new HashSet<JavaClass>(open);
    while (!open.isEmpty()) {
      open.remove().getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(type -> type.getPackageName().startsWith("vn.minhbach") && seen.add(type))
          .forEach(open::add);
    }
    return seen.stream()
        .filter(type -> classes().contains(type.getName()))
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Problem value(JavaField field) {
    try {
      return (Problem) field.reflect().get(null);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }
}
