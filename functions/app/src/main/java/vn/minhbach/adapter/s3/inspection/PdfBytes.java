package vn.minhbach.adapter.s3.inspection;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of the file, which end wherever an object begins. */
final class PdfBytes {
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

  PdfBytes(InputStream in) {
    this.in = in;
  }

  /** Goes on behind the beginning of an object; false at the end of the file. */
  boolean next() {
    paused = false;
    pushed = -2;
    return !ended;
  }

  /** Of the object that begins here; -1 before the first. */
  long number() {
    return number;
  }

  long generation() {
    return generation;
  }

  /** How many bytes were read. */
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

  static boolean blank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
  }

  static boolean delimiter(int c) {
    return "()<>[]{}/%".indexOf(c) >= 0;
  }
}
