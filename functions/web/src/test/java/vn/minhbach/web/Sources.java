package vn.minhbach.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The site as it is built. */
final class Sources {

  static final Path SITE = Path.of("target/classes/site");

  private Sources() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Our own files of a kind below a directory of the site, in order. */
  static List<Path> files(String directory, String end) {
    try (Stream<Path> files = Files.walk(SITE.resolve(directory))) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .filter(file -> !file.startsWith(SITE.resolve("vendor")))
          .filter(file -> !file.startsWith(SITE.resolve("core")))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
