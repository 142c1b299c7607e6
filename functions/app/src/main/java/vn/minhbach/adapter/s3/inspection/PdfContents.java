package vn.minhbach.adapter.s3.inspection;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import vn.minhbach.adapter.s3.inspection.FileInspection.Finding;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;

/**
 * Looks into a PDF: whether it opens without a password, whether opening it or a click in it runs
 * something, and how many files are attached to it.
 *
 * <p>Every object is looked at wherever it lies, also in compressed object streams and behind an
 * owner's lock. Not seen: actions that are computed by a form's calculation order in XFA without a
 * script element, and what an attached file holds (the malware scanner looks into that). An object
 * stream that is packed in another way than all programs do is refused.
 */
final class PdfContents {

  /** Actions that run a script or program, or media that carry one (ISO 32000-1, 12.6.4, 13). */
  private static final Set<String> RUNS =
      Set.of("JavaScript", "Launch", "RichMediaExecute", "ImportData");

  /** Keys that only such actions have: a script, the names of scripts, a script of a 3D scene. */
  private static final Set<String> SCRIPTS = Set.of("JS", "JavaScript", "OnInstantiate");

  private static final Pattern XFA_SCRIPT =
      Pattern.compile("<(?:[\\w.-]+:)?script[\\s>/]|x-javascript|x-formcalc");

  private static final int SCRIPT_LONGEST = 64;

  /** As an archive: a hundred times its size, and a small one so much in any case. */
  private static final long UNFOLDED_FREE = 32L << 20;

  private static final long UNFOLDED_MAX = 400L << 20;
  private static final int UNFOLDED_RATIO = 100;

  /** Of one object stream: programs put a hundred or two into each. */
  private static final int OBJECTS_MAX = 20_000;

  /** Where each of them begins, as text. */
  private static final int DIRECTORY_MAX = 512 * 1024;

  private static final int BLOCK_BYTES = 64 * 1024;

  private final Path file;
  private long budget;
  private boolean runs;
  private boolean forms;
  private boolean packed;
  private int attachments;
  private String lockAt = "";
  private Map<String, Object> lock;
  private byte[] id = {};
  private boolean locked;
  private PdfLock opened;

  private PdfContents(Path file) throws IOException {
    this.file = file;
    this.budget = Math.min(UNFOLDED_MAX, UNFOLDED_FREE + UNFOLDED_RATIO * Files.size(file));
  }

  /** More comes out of it than a document holds, or it cannot be unfolded. */
  private static final class Unfoldable extends IOException {
    private static final long serialVersionUID = 1;
    private final Problem problem;

    Unfoldable(Problem problem) {
      this.problem = problem;
    }
  }

  static Finding inspect(Path file) throws IOException {
    var contents = new PdfContents(file);
    try {
      return contents.finding();
    } catch (Unfoldable odd) {
      return Finding.refused(MediaType.PDF, odd.problem);
    }
  }

  private Finding finding() throws IOException {
    scan(new Plain());
    if (locked) {
      if (lock == null && !lockAt.isEmpty()) {
        scan(new Lock());
      }
      opened = lock == null ? null : PdfLock.opened(lock, id);
      if (opened == null) {
        return Finding.refused(MediaType.PDF, EvidenceProblem.FILE_ENCRYPTED);
      }
    }
    if (packed && !runs) {
      scan(new Packed());
    }
    if (forms && !runs) {
      scan(new Forms());
    }
    return runs
        ? Finding.refused(MediaType.PDF, EvidenceProblem.FILE_WITH_SCRIPT)
        : Finding.clean(MediaType.PDF).with(attachments);
  }

  private void scan(PdfScan.Visitor visitor) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES)) {
      new PdfScan(in, visitor).run();
    }
  }

  private void note(String key, String name) {
    runs |= SCRIPTS.contains(key) || RUNS.contains(name) || key.equals("Launch");
    runs |= key.equals("Subtype") && name.equals("RichMedia");
    forms |= key.equals("XFA");
    attachments += key.equals("EF") ? 1 : 0;
  }

  /** Objects that lie open, and the trailers. */
  private final class Plain implements PdfScan.Visitor {

    @Override
    public void entry(String key, String name) {
      note(key, name);
    }

    @Override
    public void stream(PdfScan.Thing thing, long at) {
      packed |= holdsObjects(thing);
      if (thing.text("Type").equals("XRef")) {
        trailer(thing);
      }
    }

    @Override
    public void end(PdfScan.Thing thing) {
      if (thing.trailer()) {
        trailer(thing);
      }
    }

    private void trailer(PdfScan.Thing thing) {
      if (thing.entries().get("ID") instanceof byte[] first) {
        id = first;
      }
      if (!thing.entries().containsKey("Encrypt")) {
        return;
      }
      locked = true;
      if (thing.text("Encrypt").endsWith(" R")) {
        lockAt = thing.text("Encrypt");
        return;
      }
      lock = new TreeMap<>();
      thing
          .entries()
          .forEach((path, value) -> {
            if (path.startsWith("Encrypt.")) {
              lock.put(path.substring("Encrypt.".length()), value);
            }
          });
    }
  }

  /** The one object that is the lock. */
  private final class Lock implements PdfScan.Visitor {

    @Override
    public void entry(String key, String name) {
      // Known already.
    }

    @Override
    public void end(PdfScan.Thing thing) {
      if (lockAt.equals(thing.number() + " " + thing.generation() + " R")) {
        lock = thing.entries();
      }
    }
  }

  /** Objects in object streams (ISO 32000-1, 7.5.7). */
  private final class Packed implements PdfScan.Visitor {

    @Override
    public void entry(String key, String name) {
      // Known already.
    }

    @Override
    public void stream(PdfScan.Thing thing, long at) throws IOException {
      if (holdsObjects(thing)) {
        try (InputStream in = new BufferedInputStream(unfolded(thing, at), BLOCK_BYTES)) {
          objects(in, thing);
        }
      }
    }

    private void objects(InputStream in, PdfScan.Thing thing) throws IOException {
      String first = thing.text("First");
      if (!first.matches("\\d{1,7}")) {
        throw new Unfoldable(EvidenceProblem.FILE_DAMAGED);
      }
      if (Integer.parseInt(first) > DIRECTORY_MAX) {
        throw new Unfoldable(EvidenceProblem.FILE_EXPLODES);
      }
      byte[] head = in.readNBytes(Integer.parseInt(first));
      String[] numbers = new String(head, StandardCharsets.ISO_8859_1).strip().split("\\s+");
      if (numbers.length > 2 * OBJECTS_MAX) {
        throw new Unfoldable(EvidenceProblem.FILE_EXPLODES);
      }
      // A reader jumps to each object, so each begins anew, whatever lies before it.
      int[] starts = new int[numbers.length / 2];
      for (int i = 0; i < starts.length; i++) {
        String start = numbers[2 * i + 1];
        starts[i] = start.matches("\\d{1,9}") ? Integer.parseInt(start) : 0;
      }
      Arrays.sort(starts);
      long at = 0;
      for (int i = 0; i < starts.length && !runs; i++) {
        at += skipped(in, starts[i] - at);
        long length = i + 1 < starts.length ? starts[i + 1] - at : Long.MAX_VALUE;
        var part = new Part(in, length);
        new PdfScan(part, PdfContents.this::note).run();
        at += part.read;
      }
    }
  }

  // Readers go by these two and not by the type.
  private static boolean holdsObjects(PdfScan.Thing thing) {
    return thing.text("Type").equals("ObjStm")
        || thing.entries().containsKey("First") && thing.entries().containsKey("N");
  }

  private static long skipped(InputStream in, long bytes) throws IOException {
    long skipped = 0;
    while (skipped < bytes && in.read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  /** Streams of a form that may hold its XML. */
  private final class Forms implements PdfScan.Visitor {

    @Override
    public void entry(String key, String name) {
      // Known already.
    }

    @Override
    public void stream(PdfScan.Thing thing, long at) throws IOException {
      boolean other =
          Set.of("Image", "Form").contains(thing.text("Subtype"))
              || Set.of("ObjStm", "XRef", "Metadata").contains(thing.text("Type"));
      if (runs || other) {
        return;
      }
      try (InputStream in = unfolded(thing, at)) {
        String seen = "";
        byte[] block = new byte[BLOCK_BYTES];
        for (int length = in.read(block); length >= 0 && !runs; length = in.read(block)) {
          seen =
              seen.substring(Math.max(0, seen.length() - SCRIPT_LONGEST))
                  + new String(block, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
          runs |= XFA_SCRIPT.matcher(seen).find();
        }
      } catch (Unfoldable another) {
        if (another.problem == EvidenceProblem.FILE_EXPLODES) {
          throw another;
        }
        // A font or picture in a packing of its own holds no XML.
      }
    }
  }

  /** A stream of an object without lock and folds. */
  private InputStream unfolded(PdfScan.Thing thing, long at) throws IOException {
    String filter = thing.text("Filter");
    boolean plain = filter.isEmpty() && !thing.entries().containsKey("Filter");
    boolean folded =
        Set.of("FlateDecode", "Fl").contains(filter)
            && Set.of("", "1").contains(thing.text("Filter#"))
            && Set.of("", "1").contains(thing.text("DecodeParms.Predictor"));
    if (!plain && !folded) {
      throw new Unfoldable(EvidenceProblem.FILE_DAMAGED);
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES);
    in.skipNBytes(at);
    if (opened != null) {
      in = opened.open(in, thing.number(), thing.generation());
    }
    var inflater = new Inflater();
    if (plain) {
      String length = thing.text("Length");
      long bytes = length.matches("\\d{1,10}") ? Long.parseLong(length) : Files.size(file) - at;
      return new Spending(new Part(in, bytes), inflater);
    }
    return new Spending(new InflaterInputStream(in, inflater, BLOCK_BYTES), inflater);
  }

  /** So many bytes of a stream, which stays open. */
  private static final class Part extends InputStream {
    private final InputStream in;
    private final long length;
    private long read;

    Part(InputStream in, long length) {
      this.in = in;
      this.length = length;
    }

    @Override
    public int read() throws IOException {
      int c = read < length ? in.read() : -1;
      read += c < 0 ? 0 : 1;
      return c;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int most = (int) Math.min(count, length - read);
      int got = most <= 0 ? -1 : in.read(bytes, from, most);
      read += Math.max(0, got);
      return got;
    }
  }

  /** Counts what unfolds against the budget; damage at the end of a stream is its end. */
  private final class Spending extends FilterInputStream {
    private final Inflater inflater;

    Spending(InputStream in, Inflater inflater) {
      super(in);
      this.inflater = inflater;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      try {
        int got = in.read(bytes, from, count);
        budget -= Math.max(0, got);
        if (budget < 0) {
          throw new Unfoldable(EvidenceProblem.FILE_EXPLODES);
        }
        return got;
      } catch (Unfoldable ours) {
        throw ours;
      } catch (IOException torn) {
        // A bad fold, or the last block of a lock: a reader stops here, too.
        return -1;
      }
    }

    @Override
    public void close() throws IOException {
      super.close();
      inflater.end();
    }
  }
}
