package vn.minhbach.adapter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests against a part that somebody else runs; skipped, with a word, where the environment names
 * no endpoint of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("localstack")
@ExtendWith(NeedsEndpoint.Named.class)
public @interface NeedsEndpoint {

  /** The variables that may name it; the first that does, counts. */
  String[] value();

  /** Decides by the variables of the annotation. */
  final class Named implements ExecutionCondition {

    /** What the first of some variables says. */
    public static Optional<String> by(String... variables) {
      return Stream.of(variables)
          .map(System::getenv)
          .filter(Objects::nonNull)
          .filter(value -> !value.isBlank())
          .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Class<?> type = context.getRequiredTestClass();
      while (!type.isAnnotationPresent(NeedsEndpoint.class)) {
        type = type.getEnclosingClass();
      }
      String[] variables = type.getAnnotation(NeedsEndpoint.class).value();
      return by(variables)
          .map(url -> ConditionEvaluationResult.enabled("against " + url))
          .orElseGet(
              () -> ConditionEvaluationResult.disabled(String.join(", ", variables) + ": not set"));
    }
  }
}
