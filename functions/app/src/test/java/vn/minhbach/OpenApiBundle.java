package vn.minhbach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one file of the parts in functions/web/openapi: a path of the whole that is a {@code $ref}
 * becomes what its part says of it, {@code $ref} to refusals becomes these, all components follow,
 * and what a part says of another one is said of the whole. Line by line, so that the whole reads
 * as the parts do.
 */
final class OpenApiBundle {

  private static final String HEAD =
      "# Made of the parts in openapi/, where changes belong: OpenApiBundleTest writes this file.";

  /** A path of the whole, as {@code /campaigns: {$ref: 'campaigns.yaml#/paths/~1campaigns'}}. */
  private static final Pattern PATH =
      Pattern.compile("  (/\\S*): \\{\\$ref: '([a-z]+\\.yaml)#/paths/(\\S+)'}");

  private static final Pattern REFUSALS =
      Pattern.compile("( +)\\$ref: '(?:[a-z]+\\.yaml)?#/x-refusals/([a-z]+)'");

  private static final Pattern AWAY = Pattern.compile("'[a-z]+\\.yaml(#/components/[^']+)'");

  private final Path folder;
  private final LinkedHashMap<String, List<String>> parts = new LinkedHashMap<>();
  private final List<String> whole = new ArrayList<>();

  private OpenApiBundle(Path folder) {
    this.folder = folder;
  }

  /** The whole as it is stored and served; fails on what leads nowhere. */
  static String of(Path folder) throws IOException {
    return new OpenApiBundle(folder).bundled();
  }

  private String bundled() throws IOException {
    List<String> root = part("openapi.yaml");
    part("shared.yaml");
    whole.add(HEAD);
    for (String line : root.subList(0, root.indexOf("paths:"))) {
      if (!line.startsWith("#")) {
        whole.add(line);
      }
    }
    whole.add("paths:");
    for (String line : section(root, "paths")) {
      if (!line.isBlank()) {
        path(line);
      }
    }
    whole.add("components:");
    components();
    return String.join("\n", whole.stream().map(OpenApiBundle::own).toList()) + "\n";
  }

  private void path(String line) throws IOException {
    Matcher path = PATH.matcher(line);
    if (!path.matches()
        || !path.group(1).equals(path.group(3).replace("~1", "/").replace("~0", "~"))) {
      throw new IllegalStateException("no path of a part: " + line);
    }
    for (String own : entry(section(part(path.group(2)), "paths"), 2, path.group(1))) {
      Matcher refusals = REFUSALS.matcher(own);
      if (refusals.matches()) {
        entry(section(part("shared.yaml"), "x-refusals"), 2, refusals.group(2)).stream()
            .skip(1)
            .forEach(refusal -> whole.add(refusals.group(1) + refusal.strip()));
      } else {
        whole.add(own);
      }
    }
    whole.add("");
  }

  private void components() {
    var kinds = new LinkedHashMap<String, List<String>>();
    for (List<String> part : parts.values()) {
      List<String> components = section(part, "components");
      for (String kind : keys(components)) {
        kinds
            .computeIfAbsent(kind, one -> new ArrayList<>())
            .addAll(entry(components, 2, kind).stream().skip(1).toList());
        kinds.get(kind).add("");
      }
    }
    kinds.forEach((kind, lines) -> {
      whole.add("  " + kind + ":");
      whole.addAll(lines);
    });
    whole.removeLast();
  }

  /** The lines below a key of a document, without those that are empty at the end. */
  private static List<String> section(List<String> document, String key) {
    return document.contains(key + ":")
        ? entry(document, 0, key).stream().skip(1).toList()
        : List.of();
  }

  private static List<String> entry(List<String> lines, int indent, String key) {
    int start = lines.indexOf(" ".repeat(indent) + key + ":");
    if (start < 0) {
      throw new IllegalStateException("leads nowhere: " + key);
    }
    int end = start + 1;
    while (end < lines.size() && (lines.get(end).isBlank() || indent(lines.get(end)) > indent)) {
      end++;
    }
    while (lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(start, end);
  }

  private static List<String> keys(List<String> section) {
    return section.stream()
        .filter(line -> !line.isBlank() && indent(line) == 2)
        .map(line -> line.strip().substring(0, line.strip().length() - 1))
        .toList();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String own(String line) {
    return AWAY.matcher(line).replaceAll("'$1'");
  }

  private List<String> part(String name) throws IOException {
    List<String> known = parts.get(name);
    if (known == null) {
      known = Files.readAllLines(folder.resolve(name));
      parts.put(name, known);
    }
    return known;
  }
}
