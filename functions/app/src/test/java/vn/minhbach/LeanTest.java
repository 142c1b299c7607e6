package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The first zip stays light: whatever is not on the class path of app's tests is not in the zip
 * either, which holds a part of it.
 */
class LeanTest {

  private static final Pattern HEAVY =
      Pattern.compile(
          "(?i)(poi|xmlbeans|commons-(codec|collections|compress|io|lang|math)|sparsebitset|bcpkix|bcprov|bcutil|pdfbox|fontbox|xmpbox|openhtmltopdf|graphics2d"
              + "|jasperreports|openpdf|minhbach-papers).*");

  @Test
  void nothingOfTheSecondZipIsOnTheClassPathOfTheFirst() {
    List<String> names =
        Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
            .map(entry -> new File(entry).getName())
            .toList();
    assertTrue(names.stream().anyMatch(name -> name.startsWith("spring-core")), names::toString);
    assertEquals(List.of(), names.stream().filter(name -> HEAVY.matcher(name).matches()).toList());
  }

  @Test
  void noneOfItsClassesCanBeLoaded() {
    for (String heavy :
        Set.of(
            "org.apache.poi.Version",
            "org.apache.pdfbox.Loader",
            "org.bouncycastle.cms.CMSSignedData",
            "com.openhtmltopdf.pdfboxout.PdfRendererBuilder",
            "vn.minhbach.PapersApplication")) {
      assertTrue(FunctionRules.load(heavy).isEmpty(), heavy);
    }
  }

  /**
   * Its pom names the tests that it compiles: one of a package that is not named would never run.
   */
  @Test
  void everyTestOfTheSecondZipRuns() throws IOException {
    Path papers = TemplateFile.root().resolve("functions/papers");
    String pom = Files.readString(papers.resolve("pom.xml"));
    Path tests = papers.resolve("src/test/java");
    try (Stream<Path> files = Files.walk(tests)) {
      assertEquals(
          List.of(),
          files
              .filter(file -> file.getFileName().toString().endsWith("Test.java"))
              .map(file -> tests.relativize(file.getParent()).toString())
              .distinct()
              .filter(folder -> !pom.contains("<testInclude>" + folder + "/**</testInclude>"))
              .toList());
    }
  }
}
