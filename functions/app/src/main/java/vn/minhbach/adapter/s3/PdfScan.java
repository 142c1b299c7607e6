package vn.minhbach.adapter.s3;

import java.io.ByteArrayOutputStream;
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

  /** Longer names mean nothing; strings of a lock are 127 bytes at most, each escaped by four. */
  private static final int TOKEN_MAX = 1_024;

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

  private final Bytes in;
  private final Visitor visitor;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Thing thing = new Thing(-1, -1, false, new HashMap<>());
  private String before = "";
  private String beforeThat = "";

  PdfScan(InputStream in, Visitor visitor) {
    this.in = new Bytes(in);
    this.visitor = visitor;
  }

  /** Reads to the end. */
  void run() throws IOException {
    do {
      begin(new Thing(in.number, in.generation, false, new HashMap<>()));
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
        case '/' -> name(nameText());
        case '(' -> value(string());
        case '<' -> {
          int next = in.read();
          if (next == '<') {
            open(true);
          } else {
            in.unread(next);
            value(hex());
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
          if (!blank(c) && !delimiter(c)) {
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
    if (path.length() < TOKEN_MAX && thing.entries().size() < ENTRIES_MAX) {
      thing.entries().put(path, value);
    }
  }

  private void word(int first) throws IOException {
    var text = new StringBuilder();
    int c = first;
    while (c >= 0 && !blank(c) && !delimiter(c)) {
      if (text.length() >= TOKEN_MAX) {
        text.delete(0, TOKEN_MAX / 2);
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

  private String nameText() throws IOException {
    var name = new StringBuilder();
    int c = in.read();
    while (c >= 0 && !blank(c) && !delimiter(c)) {
      if (c == '#') {
        int high = in.read();
        int low = in.read();
        c = Character.digit(high, 16) * 16 + Character.digit(low, 16);
      }
      if (name.length() < TOKEN_MAX) {
        name.append((char) (c & 0xff));
      }
      c = in.read();
    }
    in.unread(c);
    return name.toString();
  }

  private byte[] string() throws IOException {
    var text = new ByteArrayOutputStream(32);
    int depth = 1;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\\') {
        c = escaped();
        if (c < 0) {
          continue;
        }
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        break;
      }
      keep(text, c);
    }
    return text.toByteArray();
  }

  /** The byte that an escape stands for; -1 for none, as at the end of a line. */
  private int escaped() throws IOException {
    int c = in.read();
    switch (c) {
      case 'n' -> {
        return '\n';
      }
      case 'r' -> {
        return '\r';
      }
      case 't' -> {
        return '\t';
      }
      case 'b' -> {
        return '\b';
      }
      case 'f' -> {
        return '\f';
      }
      case '\n' -> {
        return -1;
      }
      case '\r' -> {
        int next = in.read();
        if (next != '\n') {
          in.unread(next);
        }
        return -1;
      }
      default -> {
        if (c < '0' || c > '7') {
          return c;
        }
      }
    }
    int octal = c - '0';
    for (int i = 0; i < 2; i++) {
      int next = in.read();
      if (next < '0' || next > '7') {
        in.unread(next);
        break;
      }
      octal = octal * 8 + next - '0';
    }
    return octal & 0xff;
  }

  private byte[] hex() throws IOException {
    var text = new ByteArrayOutputStream(32);
    int half = -1;
    for (int c = in.read(); c >= 0 && c != '>'; c = in.read()) {
      int digit = Character.digit(c, 16);
      if (digit >= 0 && half >= 0) {
        keep(text, half * 16 + digit);
        half = -1;
      } else if (digit >= 0) {
        half = digit;
      }
    }
    if (half >= 0) {
      keep(text, half * 16);
    }
    return text.toByteArray();
  }

  private static void keep(ByteArrayOutputStream text, int c) {
    if (text.size() < TOKEN_MAX) {
      text.write(c);
    }
  }

  static boolean blank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
  }

  private static boolean delimiter(int c) {
    return "()<>[]{}/%".indexOf(c) >= 0;
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

  /** The bytes of the file, which end wherever an object begins. */
  private static final class Bytes {
    private final InputStream in;
    private long at;
    private int pushed = -2;
    private boolean ended;
    private boolean paused;
    private int stage;
    private long first;
    private long second;
    private long number = -1;
    private long generation = -1;

    Bytes(InputStream in) {
      this.in = in;
    }

    /** Goes on behind the beginning of an object; false at the end of the file. */
    boolean next() {
      paused = false;
      pushed = -2;
      return !ended;
    }

    long at() {
      return pushed >= 0 ? at - 1 : at;
    }

    int read() throws IOException {
      if (pushed != -2) {
        int c = pushed;
        pushed = -2;
        return c;
      }
      if (paused || ended) {
        return -1;
      }
      int c = in.read();
      at++;
      if (c < 0) {
        ended = true;
      } else if (begins(c)) {
        number = first;
        generation = second;
        paused = true;
        return -1;
      }
      return c;
    }

    void unread(int c) {
      pushed = c < 0 ? -2 : c;
    }

    /** Whether {@code 12 0 obj} ends with this byte. */
    private boolean begins(int c) {
      boolean digit = c >= '0' && c <= '9';
      switch (stage) {
        case 1, 3 -> {
          if (digit) {
            first = stage == 1 ? (first * 10 + c - '0') % 100_000_000_000L : first;
            second = stage == 3 ? (second * 10 + c - '0') % 100_000_000_000L : second;
            return false;
          }
          if (blank(c)) {
            stage++;
            return false;
          }
          if (stage == 3 && c == 'o') {
            stage = 5;
            return false;
          }
        }
        case 2 -> {
          if (blank(c)) {
            return false;
          }
          if (digit) {
            stage = 3;
            second = c - '0';
            return false;
          }
        }
        case 4 -> {
          if (blank(c)) {
            return false;
          }
          if (digit) {
            // 1 12 0 obj: the first of three was something else.
            first = second;
            second = c - '0';
            stage = 3;
            return false;
          }
          if (c == 'o') {
            stage = 5;
            return false;
          }
        }
        case 5 -> {
          if (c == 'b') {
            stage = 6;
            return false;
          }
        }
        case 6 -> {
          if (c == 'j') {
            stage = 0;
            return true;
          }
        }
        default -> {}
      }
      stage = digit ? 1 : 0;
      first = digit ? c - '0' : 0;
      return false;
    }
  }
}
