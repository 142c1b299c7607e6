package vn.minhbach.core.publish.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.ledger.Sha256;

/** Steps 1 and 2: names, and hashes of every file. */
final class BagCheck {

  private static final Set<String> TAGS =
      Set.of(Bag.DECLARATION, Bag.INFO, Bag.MANIFEST, Bag.SIGNATURE, Bag.KEYS, Bag.TAG_MANIFEST);

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+");

  private BagCheck() {}

  /** The files by their path in the bag; of two of one name neither, since readers differ. */
  static Bag unpacked(List<VerifyBundle.Named> archive, Findings findings) {
    var files = new TreeMap<String, byte[]>();
    var seen = new HashMap<String, String>();
    String base = "";
    for (VerifyBundle.Named file : archive) {
      String name = file.name();
      if (!safe(name)) {
        findings.note(
            Step.BAG,
            printable(name),
            "tên tệp không hợp lệ hoặc trèo ra ngoài",
            "a name that is not allowed, or climbs out");
        continue;
      }
      String twin = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (twin != null) {
        files.remove(twin.substring(twin.indexOf('/') + 1));
        findings.note(Step.BAG, name, "hai tệp cùng tên", "two files of one name");
        continue;
      }
      String own = name.substring(0, name.indexOf('/'));
      base = base.isEmpty() ? own : base;
      String path = name.substring(own.length() + 1);
      boolean known = base.equals(own) && (TAGS.contains(path) || path.startsWith(Bag.PAYLOAD));
      if (known && file.content().isEmpty()) {
        findings.note(Step.BAG, name, "không giải nén được", "cannot be unpacked");
      } else if (known) {
        files.put(path, file.content().get());
      } else {
        findings.note(Step.BAG, name, "tệp thừa", "a file that does not belong here");
      }
    }
    for (String tag : new TreeSet<>(TAGS)) {
      if (!files.containsKey(tag)) {
        findings.note(Step.BAG, tag, "thiếu tệp", "missing");
      }
    }
    return new Bag(files);
  }

  private static boolean safe(String name) {
    return SAFE.matcher(name).matches()
        && List.of(name.split("/")).stream().noneMatch(part -> part.matches("[.]+"));
  }

  private static String printable(String name) {
    return name.replaceAll("[^!-~]", "?");
  }

  static void hashes(Bag bag, Findings findings) {
    if (!Bag.VERSION.equals(text(bag, Bag.DECLARATION))) {
      findings.note(Step.BAG, Bag.DECLARATION, "không phải BagIt 1.0", "not BagIt 1.0");
    }
    var payload = new TreeSet<String>();
    bag.files().keySet().stream()
        .filter(path -> path.startsWith(Bag.PAYLOAD))
        .forEach(payload::add);
    against(bag, Bag.MANIFEST, payload, findings);
    var tags = new TreeSet<>(TAGS);
    tags.remove(Bag.TAG_MANIFEST);
    against(bag, Bag.TAG_MANIFEST, tags, findings);
    long octets = payload.stream().mapToLong(path -> bag.files().get(path).length).sum();
    String oxum = "Payload-Oxum: " + octets + "." + payload.size();
    if (!Bag.linesOf(text(bag, Bag.INFO)).contains(oxum)) {
      findings.note(Step.HASHES, Bag.INFO, "Payload-Oxum phải là " + oxum, "should say " + oxum);
    }
  }

  private static void against(Bag bag, String manifest, Set<String> files, Findings findings) {
    var listed = new HashSet<String>();
    Bag.linesOf(text(bag, manifest))
        .forEach(line -> {
          Matcher parts = LINE.matcher(line);
          if (!parts.matches() || !listed.add(parts.group(2))) {
            findings.note(Step.HASHES, manifest, "dòng sai: " + line, "bad line: " + line);
          } else if (!files.contains(parts.group(2)) || !bag.files().containsKey(parts.group(2))) {
            findings.note(Step.HASHES, parts.group(2), "thiếu tệp đã kê", "listed and missing");
          } else if (!Sha256.hex(bag.files().get(parts.group(2))).equals(parts.group(1))) {
            findings.note(Step.HASHES, parts.group(2), "mã băm khác", "another hash");
          }
        });
    files.stream()
        .filter(path -> bag.files().containsKey(path) && !listed.contains(path))
        .forEach(path -> findings.note(Step.HASHES, path, "không có trong bản kê", "not listed"));
  }

  private static String text(Bag bag, String path) {
    return bag.files().containsKey(path) ? bag.text(path) : "";
  }
}
