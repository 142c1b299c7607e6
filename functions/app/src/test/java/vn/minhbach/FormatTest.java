package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All sources are as google-java-format writes them: nobody argues about blanks. */
class FormatTest {

  @Test
  void everySourceOfEveryModuleIsFormatted() throws IOException {
    List<Path> sources = Format.sources();
    assertTrue(sources.stream().anyMatch(file -> file.endsWith("LocalRunner.java")));
    assertTrue(sources.stream().anyMatch(file -> file.endsWith("FormatTest.java")));
    assertEquals(List.of(), Format.unformatted(sources), "to mend: " + Format.COMMAND);
  }

  @Test
  void noticesLayoutImportsAndLongStrings(@TempDir Path folder) throws IOException {
    List<Path> unformatted =
        List.of(
            write(folder, "Layout", "class Layout {int a;}\n"),
            write(folder, "Import", "import java.util.Map;\n\nclass Import {}\n"),
            write(
                folder,
                "Text",
                "class Text {\n  String a = \"%s\";\n}\n".formatted("a word ".repeat(20))));
    assertEquals(unformatted.stream().sorted().toList(), Format.unformatted(unformatted));
    assertEquals(List.of(), Format.unformatted(List.of(write(folder, "A", "class A {}\n"))));
  }

  private static Path write(Path folder, String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source);
  }
}
