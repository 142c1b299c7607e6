package vn.minhbach.adapter.s3.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the objects of a PDF one after the other as they lie in the file (ISO 32000-1, 7.2 to 7.5),
 * in constant memory. A reader goes by the cross-reference table and jumps; every place that it may
 * jump to says {@code 12 0 obj}, so each such place begins anew here, even inside what looks like a
 * string, a comment or a stream.
 */
final class PdfScan {

  private static final int ENTRIES_MAX = 400;
  private static final int DEPTH_MAX = 500;
  private static final int PATH_MAX = 200;

  /** Hears what is found. */
  interface Visitor {

    /**
     * A key of a dictionary and the name that is its value; empty for other values. A name that is
     * an object of its own comes as the key.
     */
    void entry(String key, String name);

    /** The end of an object or trailer. */
    default void end(Thing thing) throws IOException {}

    /** A stream begins at this byte. */
    default void stream(Thing thing, long at) throws IOException {}
  }

  /**
   * An object or a trailer.
   *
   * @param entries path, as {@code CF.StdCF.CFM}, to a name or number as text, a string as bytes, a
   *     reference as {@code 12 0 R}; of an array its first element, the number of elements under
   *     the path with {@code #}
   */
  record Thing(long number, long generation, boolean trailer, Map<String, Object> entries) {

    String text(String path) {
      return entries.get(path) instanceof String text ? text : "";
    }
  }

  private static final class Frame {
    private final boolean dictionary;
    private final String path;
    private String key;
    private int elements;

    Frame(boolean dictionary, String path) {
      this.dictionary = dictionary;
      this.path = path;
    }
  }

  private final PdfBytes in;
  private final PdfTexts texts;
  private final Visitor visitor;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Thing thing = new Thing(-1, -1, false, new HashMap<>());
  private String before = "";
  private String beforeThat = "";

  PdfScan(InputStream in, Visitor visitor) {
    this.in = new PdfBytes(in);
    this.texts = new PdfTexts(this.in);
    this.visitor = visitor;
  }

  /** Reads to the end. */
  void run() throws IOException {
    do {
      begin(new Thing(in.number(), in.generation(), false, new HashMap<>()));
      tokens();
      visitor.end(thing);
    } while (in.next());
  }

  private void begin(Thing next) {
    thing = next;
    frames.clear();
    before = "";
    beforeThat = "";
  }

  private void tokens() throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      switch (c) {
        case '%' -> comment();
        case '/' -> name(texts.name());
        case '(' -> value(texts.string());
        case '<' -> {
          int next = in.read();
          if (next == '<') {
            open(true);
          } else {
            in.unread(next);
            value(texts.hex());
          }
        }
        case '>' -> {
          int next = in.read();
          if (next == '>') {
            close(true);
          } else {
            in.unread(next);
          }
        }
        case '[' -> open(false);
        case ']' -> close(false);
        default -> {
          if (!PdfBytes.blank(c) && !PdfBytes.delimiter(c)) {
            word(c);
          }
        }
      }
    }
  }

  private void comment() throws IOException {
    int c = in.read();
    while (c >= 0 && c != '\n' && c != '\r') {
      c = in.read();
    }
  }

  private void open(boolean dictionary) {
    String path = path();
    element(path, "");
    if (frames.size() < DEPTH_MAX) {
      frames.push(new Frame(dictionary, path));
    }
  }

  private void close(boolean dictionary) throws IOException {
    if (!frames.isEmpty() && frames.peek().dictionary == dictionary) {
      pending(frames.pop());
    }
    if (frames.isEmpty() && thing.trailer()) {
      visitor.end(thing);
      begin(new Thing(-1, -1, false, new HashMap<>()));
    }
  }

  private void name(String name) {
    Frame frame = frames.peek();
    if (frame == null) {
      visitor.entry(name, "");
    } else if (!frame.dictionary) {
      element(path(), name);
    } else if (frame.key == null) {
      frame.key = name;
      put(path(), "");
    } else {
      put(path(), name);
      visitor.entry(frame.key, name);
      frame.key = null;
    }
  }

  /** A string. */
  private void value(byte[] bytes) {
    element(path(), bytes);
  }

  private void element(String path, Object value) {
    Frame frame = frames.peek();
    if (frame == null) {
      return;
    }
    if (frame.dictionary) {
      put(path, value);
      pending(frame);
      return;
    }
    if (frame.elements++ == 0) {
      put(path, value);
    }
    put(path + "#", String.valueOf(frame.elements));
  }

  // A key whose value is no name.
  private void pending(Frame frame) {
    if (frame.key != null) {
      visitor.entry(frame.key, "");
      frame.key = null;
    }
  }

  private String path() {
    Frame frame = frames.peek();
    if (frame == null) {
      return "";
    }
    // Nothing that is asked for lies that deep; paths must not grow with the nesting.
    if (!frame.dictionary || frame.path.length() > PATH_MAX) {
      return frame.path;
    }
    return frame.path.isEmpty() ? String.valueOf(frame.key) : frame.path + "." + frame.key;
  }

  private void put(String path, Object value) {
    if (path.length() < PdfTexts.TEXT_MAX && thing.entries().size() < ENTRIES_MAX) {
      thing.entries().put(path, value);
    }
  }

  private void word(int first) throws IOException {
    var text = new StringBuilder();
    int c = first;
    while (c >= 0 && !PdfBytes.blank(c) && !PdfBytes.delimiter(c)) {
      if (text.length() >= PdfTexts.TEXT_MAX) {
        text.delete(0, PdfTexts.TEXT_MAX / 2);
      }
      text.append((char) c);
      c = in.read();
    }
    in.unread(c);
    String word = text.toString();
    // Readers look for this one letter by letter, whatever stands before it.
    switch (word.endsWith("trailer") ? "trailer" : word) {
      case "stream" -> stream();
      case "trailer" -> {
        visitor.end(thing);
        begin(new Thing(-1, -1, true, new HashMap<>()));
      }
      case "R" -> put(lastPath, beforeThat + " " + before + " R");
      default -> {
        beforeThat = before;
        before = word;
        number(word);
      }
    }
  }

  private String lastPath = "";

  // Of 12 0 R the first number comes with the key, the others without one.
  private void number(String word) {
    Frame frame = frames.peek();
    if (frame == null || frame.dictionary && frame.key == null) {
      return;
    }
    lastPath = path();
    element(lastPath, word);
  }

  private void stream() throws IOException {
    int c = in.read();
    while (c == ' ' || c == '\t') {
      c = in.read();
    }
    if (c == '\r') {
      c = in.read();
    }
    if (c != '\n') {
      in.unread(c);
    }
    visitor.stream(thing, in.at());
    frames.clear();
    var end = new Ending("endstream");
    for (int next = in.read(); next >= 0 && !end.met(next); ) {
      next = in.read();
    }
  }

  /** Looks for a word as bytes go by. */
  private static final class Ending {
    private final byte[] word;
    private int met;

    Ending(String word) {
      this.word = word.getBytes(StandardCharsets.US_ASCII);
    }

    boolean met(int c) {
      met = c == word[met] ? met + 1 : c == word[0] ? 1 : 0;
      return met == word.length;
    }
  }
}
