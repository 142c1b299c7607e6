package vn.minhbach.core.publish.bundle;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pieces in memory; what is there stays. A number of writes more, and the process "dies". */
final class KeptBundles implements Bundles {

  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  final Map<String, Object> kept = new TreeMap<>();
  int writes;
  int livesFor = Integer.MAX_VALUE;

  @Override
  public boolean exists(Issue issue, String name) {
    return kept.containsKey(name);
  }

  @Override
  public Optional<byte[]> find(Issue issue, String name) {
    return Optional.ofNullable((byte[]) kept.get(name));
  }

  @Override
  public void keep(Issue issue, String name, byte[] content) {
    put(name, content);
  }

  @Override
  public void keep(Issue issue, String name, Bag bag) {
    put(name, bag);
  }

  private void put(String name, Object content) {
    if (livesFor-- == 0) {
      throw new Killed();
    }
    if (kept.putIfAbsent(name, content) == null) {
      writes++;
    }
  }

  @Override
  public Optional<Bag> bag(Issue issue, String name) {
    return Optional.ofNullable((Bag) kept.get(name));
  }

  @Override
  public URI link(Issue issue, String name) {
    return URI.create("https://example.com/" + name);
  }
}
