package vn.minhbach.core.publish.bundle;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files that grow by what is added to them. */
final class Fragments {

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  void add(String path, String text) {
    add(path, Bag.utf8(text));
  }

  void add(String path, byte[] more) {
    files.merge(
        path,
        more,
        (before, added) -> {
          byte[] both = Arrays.copyOf(before, before.length + added.length);
          System.arraycopy(added, 0, both, before.length, added.length);
          return both;
        });
  }

  Bag bag() {
    return new Bag(files);
  }

  /** The files below a directory, by their path in it. */
  SortedMap<String, byte[]> below(String directory) {
    var below = new TreeMap<String, byte[]>();
    files.forEach((path, content) -> {
      if (path.startsWith(directory)) {
        below.put(path.substring(directory.length()), content);
      }
    });
    return below;
  }
}
