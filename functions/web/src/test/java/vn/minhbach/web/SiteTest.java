package vn.minhbach.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is served: nothing inline, nothing from elsewhere, nothing that names what is not there. */
class SiteTest {

  private static final Pattern VENDORED =
      Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| [^|]+ \\| `([0-9a-f]{64})` \\|");
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import)\\s*\\(?['\"`](\\.[^'\"`$]+)['\"`]");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#/][^\"]*)\"");

  @Test
  void vendoredFilesAreTheOnesThatWereLookedAt() throws Exception {
    List<MatchResult> files =
        VENDORED.matcher(Sources.text(Sources.SITE.resolve("vendor/README.md"))).results().toList();
    assertEquals(7, files.size());
    for (MatchResult file : files) {
      byte[] bytes = Files.readAllBytes(Sources.SITE.resolve("vendor").resolve(file.group(1)));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertEquals(file.group(2), HexFormat.of().formatHex(hash), file.group(1));
    }
  }

  @Test
  void theImportMapAndTheLinksOfThePagesLeadToFilesThatAreThere() {
    String page = Sources.text(Sources.SITE.resolve("index.html"));
    String map = page.substring(page.indexOf("{\"imports\""), page.indexOf("</script>"));
    for (JsonNode target : JsonMapper.shared().readTree(map).get("imports")) {
      assertTrue(Files.exists(Sources.SITE.resolve(target.asString())), target::asString);
    }
    for (String name : List.of("index.html", "signed-in.html")) {
      LINK.matcher(Sources.text(Sources.SITE.resolve(name)))
          .results()
          .forEach(
              link -> assertTrue(Files.exists(Sources.SITE.resolve(link.group(1))), link.group(1)));
    }
  }

  @Test
  void everyModuleThatIsImportedIsThere() {
    for (Path file : Sources.files("", ".js")) {
      IMPORT
          .matcher(Sources.text(file))
          .results()
          .forEach(used ->
              assertTrue(
                  Files.exists(file.resolveSibling(used.group(1))), file + ": " + used.group(1)));
    }
  }

  /** The content security policy refuses these; here they are found without a browser. */
  @Test
  void nothingIsInlineAndNothingComesFromElsewhere() {
    for (Path file : Sources.files("", ".html")) {
      String text = Sources.text(file);
      assertFalse(text.contains("<style") || text.matches("(?s).*\\son\\w+=.*"), file::toString);
      assertFalse(text.contains("http://") || text.contains("https://"), file::toString);
    }
    for (Path file : Sources.files("", ".js")) {
      assertFalse(Sources.text(file).contains(" style="), file + " has an inline style");
    }
    assertFalse(Sources.text(Sources.SITE.resolve("app.css")).contains("url(http"));
  }
}
