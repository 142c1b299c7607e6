package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {

  @Test
  void withoutArgumentsItHasTheDesignsPortsAndKeepsDataInTheProject() {
    LocalOptions options = LocalOptions.parse();
    assertEquals(8080, options.port());
    assertEquals(9000, options.s3Port());
    assertEquals(8000, options.dynamoDbPort());
    assertEquals(8081, options.oidcPort());
    assertEquals(2525, options.smtpPort());
    Path root = options.template().getParent();
    assertEquals(root.resolve(".local"), options.directory().orElseThrow());
    assertFalse(options.fresh() || options.forked() || options.help());
    assertTrue(options.faults().isEmpty());
    assertEquals(LocalOptions.Rehearse.NOTHING, options.rehearse());
  }

  @Test
  void rehearsesThePlanOrTheShapeOfToday() {
    assertEquals(LocalOptions.Rehearse.PLAN, LocalOptions.parse("--rehearse").rehearse());
    assertEquals(LocalOptions.Rehearse.TODAY, LocalOptions.parse("--rehearse=54").rehearse());
  }

  @Test
  void readsEveryOption() {
    LocalOptions options =
        LocalOptions.parse(
            "--fresh",
            "--forked",
            "--rehearse",
            "--faults=42",
            "--port=1",
            "--s3-port=2",
            "--dynamodb-port=3",
            "--oidc-port=4",
            "--smtp-port=5",
            "--dir=/data/x");
    assertTrue(options.fresh() && options.forked());
    assertEquals(42, options.faults().orElseThrow());
    assertEquals(1, options.port());
    assertEquals(2, options.s3Port());
    assertEquals(3, options.dynamoDbPort());
    assertEquals(4, options.oidcPort());
    assertEquals(5, options.smtpPort());
    assertEquals(Path.of("/data/x"), options.directory().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--frsh",
        "fresh",
        "--fresh=yes",
        "--rehearse=55",
        "--port",
        "--port=",
        "--port=http",
        "--port=65536",
        "--port=-1",
        "--faults=x",
        "--dir="
      })
  void refusesWhatIsNoOptionOrNoValueOfItAndNamesIt(String argument) {
    LocalOptions.Refused refused =
        assertThrows(LocalOptions.Refused.class, () -> LocalOptions.parse(argument));
    String name = argument.replaceFirst("=.*", "");
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
    assertTrue(refused.getMessage().contains(" | "), refused.getMessage());
  }
}
