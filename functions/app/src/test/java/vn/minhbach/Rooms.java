package vn.minhbach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rooms of core and which knows which, as the imports of the sources say.
 *
 * @param rooms room, as {@code assess/term}, to the rooms that it imports from, with how many
 *     imports
 */
record Rooms(SortedMap<String, SortedMap<String, Integer>> rooms) {

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?vn\\.minhbach\\.core\\.((?:[a-z]+\\.)+)[A-Z]", Pattern.MULTILINE);

  /** Those of all modules. */
  static Rooms ofProject() {
    var rooms = new TreeMap<String, SortedMap<String, Integer>>();
    for (Path core : roots("core")) {
      for (Path source : sources(core)) {
        String room = name(core.relativize(source.getParent()));
        if (!room.isEmpty()) {
          SortedMap<String, Integer> known = rooms.computeIfAbsent(room, one -> new TreeMap<>());
          imported(source).stream()
              .filter(other -> !other.equals(room))
              .forEach(other -> known.merge(other, 1, Integer::sum));
        }
      }
    }
    return new Rooms(rooms);
  }

  /** Where a part of the code begins, module by module. */
  static List<Path> roots(String part) {
    try (Stream<Path> modules = Files.list(TemplateFile.root().resolve("functions"))) {
      return modules
          .map(module -> module.resolve("src/main/java/vn/minhbach").resolve(part))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The phase of a room, or the room itself on the ground. */
  static String phase(String room) {
    return room.contains("/") ? room.substring(0, room.indexOf('/')) : room;
  }

  SortedSet<String> known(String room) {
    return new TreeSet<>(rooms.getOrDefault(room, new TreeMap<>()).keySet());
  }

  /** Whether a room would know another without this arrow as well, by way of a third. */
  boolean implied(String from, String to) {
    var seen = new HashSet<String>();
    var open = new ArrayList<>(known(from));
    open.remove(to);
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(known(next));
      }
    }
    return false;
  }

  /**
   * How high rooms stand above each other among themselves: 0 for who knows none of them.
   *
   * @throws IllegalStateException where they know each other in a circle
   */
  SortedMap<String, Integer> heights(Set<String> among) {
    var heights = new TreeMap<String, Integer>();
    while (heights.size() < among.size()) {
      int before = heights.size();
      for (String room : among) {
        Set<String> below = known(room);
        below.retainAll(among);
        if (!heights.containsKey(room) && heights.keySet().containsAll(below)) {
          heights.put(
              room,
              below.stream().mapToInt(heights::get).map(height -> height + 1).max().orElse(0));
        }
      }
      if (heights.size() == before) {
        var circle = new TreeSet<>(among);
        circle.removeAll(heights.keySet());
        throw new IllegalStateException("rooms that know each other in a circle: " + circle);
      }
    }
    return heights;
  }

  private static List<String> imported(Path source) {
    try {
      var rooms = new ArrayList<String>();
      Matcher matcher = IMPORT.matcher(Files.readString(source));
      while (matcher.find()) {
        String dotted = matcher.group(1);
        rooms.add(dotted.substring(0, dotted.length() - 1).replace('.', '/'));
      }
      return rooms;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(Path relative) {
    return relative.toString().replace('\\', '/');
  }
}
