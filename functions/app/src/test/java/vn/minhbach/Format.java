package vn.minhbach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Writes all sources as google-java-format does: {@value #COMMAND}. The formatter parses with the
 * compiler of the JDK that runs it, so it runs in the build's own JDK, as tests do.
 */
public final class Format {

  /** The one command that mends what {@link FormatTest} finds. */
  static final String COMMAND = "mvn -q -Pformat -pl functions/app process-test-classes";

  private Format() {}

  public static void main(String... args) throws IOException {
    List<Path> changed = unformatted(sources());
    if (!changed.isEmpty()) {
      run("--replace", changed);
    }
    changed.forEach(file -> System.out.println("formatted " + file));
  }

  /** Those that are not as they should be. */
  static List<Path> unformatted(List<Path> sources) {
    return run("--dry-run", sources).lines().map(Path::of).toList();
  }

  /**
   * What git knows and what it would add; all of functions/ where git is not at hand, as in a
   * downloaded archive.
   */
  static List<Path> sources() throws IOException {
    List<Path> known = known(TemplateFile.root());
    if (!known.isEmpty()) {
      return known;
    }
    try (Stream<Path> files = Files.walk(TemplateFile.root().resolve("functions"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Path> known(Path root) throws IOException {
    var git =
        new ProcessBuilder(
                "git", "ls-files", "--cached", "--others", "--exclude-standard", "--", "*.java")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try (BufferedReader lines = git.start().inputReader()) {
      return lines.lines().distinct().map(root::resolve).filter(Files::exists).sorted().toList();
    } catch (IOException noGit) {
      return List.of();
    }
  }

  // The tool itself, so that nobody's command line and this agree; it works in parallel.
  private static String run(String mode, List<Path> files) {
    var out = new StringWriter();
    var err = new StringWriter();
    ToolProvider tool = ToolProvider.findFirst("google-java-format").orElseThrow();
    int exit =
        tool.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Stream.concat(Stream.of(mode), files.stream().map(Path::toString))
                .toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException(err.toString());
    }
    return out.toString();
  }
}
