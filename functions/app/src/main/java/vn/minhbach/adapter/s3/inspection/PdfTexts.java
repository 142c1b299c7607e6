package vn.minhbach.adapter.s3.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Names and strings of a PDF (ISO 32000-1, 7.3.4 and 7.3.5), each cut to {@value #TEXT_MAX} bytes.
 */
final class PdfTexts {

  /** Longer names mean nothing; strings of a lock are 127 bytes at most, each escaped by four. */
  static final int TEXT_MAX = 1_024;

  private final PdfBytes in;

  PdfTexts(PdfBytes in) {
    this.in = in;
  }

  /** A name, behind its slash (7.3.5). */
  String name() throws IOException {
    var name = new StringBuilder();
    int c = in.read();
    while (c >= 0 && !PdfBytes.blank(c) && !PdfBytes.delimiter(c)) {
      if (c == '#') {
        int high = in.read();
        int low = in.read();
        c = Character.digit(high, 16) * 16 + Character.digit(low, 16);
      }
      if (name.length() < TEXT_MAX) {
        name.append((char) (c & 0xff));
      }
      c = in.read();
    }
    in.unread(c);
    return name.toString();
  }

  /** A string in parentheses, behind the first (7.3.4.2). */
  byte[] string() throws IOException {
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

  /** A string in hexadecimal digits, behind its bracket (7.3.4.3). */
  byte[] hex() throws IOException {
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
    if (text.size() < TEXT_MAX) {
      text.write(c);
    }
  }
}
