package vn.minhbach.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import vn.minhbach.Functions;
import vn.minhbach.local.LocalApplication;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.Template;
import vn.minhbach.local.template.TemplateReader;

/** Spring Cloud Function guesses when it finds no function; ours must not start instead. */
@Timeout(120)
class DefinitionGuardTest {

  private static final Template TEMPLATE =
      TemplateReader.read(
          LocalOptions.forTests().template(), Map.of("WebOrigin", "http://localhost:8080"));

  @TempDir Path logs;

  private Instance start(String definition) {
    Template.Function template = TEMPLATE.function("RankingsFunction");
    Map<String, String> environment = new HashMap<>(template.environment());
    environment.put("SPRING_CLOUD_FUNCTION_DEFINITION", definition);
    var function =
        new Template.Function(
            template.id(), definition, environment, template.timeout(), template.memoryMegabytes());
    var settings =
        new LambdaSettings(
            LocalApplication.class,
            "ap-southeast-1",
            "key",
            "secret",
            URI.create("http://localhost:1"),
            URI.create("http://localhost:2"),
            URI.create("http://localhost:3"),
            Map.of(
                "SPRING_MAIN_BANNER_MODE", "off",
                "SPRING_MAIN_REGISTER_SHUTDOWN_HOOK", "false",
                "LOGGING_THRESHOLD_CONSOLE", "OFF"),
            Clock.systemUTC(),
            logs,
            1,
            UnaryOperator.identity());
    Map<String, String> before = new HashMap<>();
    before.put("MAIN_CLASS", System.getProperty("MAIN_CLASS"));
    before.put("aws.region", System.getProperty("aws.region"));
    System.setProperty("MAIN_CLASS", LocalApplication.class.getName());
    System.setProperty("aws.region", "ap-southeast-1");
    try {
      return Instance.start(function, settings);
    } finally {
      before.forEach((name, value) -> {
        if (value == null) {
          System.clearProperty(name);
        } else {
          System.setProperty(name, value);
        }
      });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "Rankings",
        "functionRouter",
        "wallClock",
        "rankings|rankings",
        "rankings,campaigns",
        "vn.minhbach.Functions"
      })
  void aDefinitionThatNamesNoFunctionStopsTheStart(String definition) {
    var refused = assertThrows(IllegalStateException.class, () -> start(definition).close());
    assertTrue(refused.getMessage().contains("does not start"), refused.getMessage());
  }

  @Test
  void theOneOfTheTemplateStarts() {
    start("rankings").close();
  }

  /** See infra/decisions/0002: with any other type a client could write the event. */
  @Test
  void everyHttpFunctionTakesBytes() {
    int http = 0;
    for (Method method : Functions.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Bean.class)
          && method.getGenericReturnType() instanceof ParameterizedType function) {
        List<String> types =
            Arrays.stream(function.getActualTypeArguments())
                .map(type -> type.getTypeName())
                .toList();
        assertTrue(!types.contains(APIGatewayV2HTTPEvent.class.getName()), method.getName());
        if (types.getLast().endsWith("APIGatewayV2HTTPResponse")) {
          http++;
          assertEquals(InputStream.class.getName(), types.getFirst(), method.getName());
        }
      }
    }
    assertTrue(http >= 3, "HTTP functions found: " + http);
  }
}
