package vn.minhbach;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some code may come to, method by method: what it calls itself, and what that calls. A call
 * of an interface comes to whoever implements it, so rather too much is found than too little.
 */
final class Calls {

  private static final String OURS = "vn.minhbach.";

  private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
  private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

  private Calls() {}

  /** All that the methods of some classes come to, they included. */
  static Calls from(JavaClasses classes, Predicate<JavaClass> roots) {
    return from(
        classes.stream().filter(roots).flatMap(type -> type.getCodeUnits().stream()).toList());
  }

  static Calls from(Collection<JavaCodeUnit> roots) {
    var calls = new Calls();
    roots.forEach(calls::reach);
    while (!calls.open.isEmpty()) {
      calls.open.pop().getAccessesFromSelf().forEach(calls::follow);
    }
    return calls;
  }

  Set<JavaCodeUnit> reached() {
    return reached;
  }

  boolean nothing() {
    return reached.isEmpty();
  }

  /** What is accessed beyond our own code. */
  Set<JavaAccess<?>> beyond() {
    return reached.stream()
        .flatMap(unit -> unit.getAccessesFromSelf().stream())
        .filter(access -> !ours(access.getTargetOwner()))
        .collect(Collectors.toSet());
  }

  private void follow(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    if (ours(owner)) {
      String name = access.getTarget().getName();
      Stream.of(
              Stream.of(owner),
              owner.getAllSubclasses().stream(),
              owner.getAllRawSuperclasses().stream(),
              owner.getAllRawInterfaces().stream())
          .flatMap(types -> types)
          .filter(Calls::ours)
          .flatMap(type -> type.getCodeUnits().stream())
          .filter(unit -> unit.getName().equals(name) || unit.getName().equals("<clinit>"))
          .forEach(this::reach);
      // What is made inside may be called back by Java, under a name that is Java's.
      if (name.equals("<init>") && owner.isNestedClass()) {
        owner.getCodeUnits().forEach(this::reach);
      }
    }
  }

  private void reach(JavaCodeUnit unit) {
    if (reached.add(unit)) {
      open.push(unit);
    }
  }

  private static boolean ours(JavaClass type) {
    return type.getName().startsWith(OURS);
  }
}
