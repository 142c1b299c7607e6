package vn.minhbach.adapter.pdfbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far a file is read: what goes further is a finding of its own, no failure. */
final class Bounds {

  /** Bytes of a file: five times what a campaign takes by default. */
  static final long FILE_MAX = 100L << 20;

  /** Looked at for text and pictures. */
  static final int PAGES_MAX = 300;

  /** The first pages, on which a stamp is looked for: a file may begin with a cover. */
  static final int STAMP_PAGES = 3;

  /** What the contents of one page may unfold to; honest ones stay under two. */
  static final long PAGE_BYTES_MAX = 32L << 20;

  /** Letters of a page that are looked at; a page of small print has ten thousand. */
  static final int LETTERS_MAX = 100_000;

  /** Nodes of a tree of attached files. */
  static final int NODES_MAX = 10_000;

  /** Bytes of one signature; those with time stamps and answers on revocation have 60,000. */
  static final int SIGNATURE_MAX = 1 << 20;

  /** What PDFBox unpacks is kept in memory up to this, then in a file. */
  static final long UNPACKED_IN_MEMORY = 4L << 20;

  static final long UNPACKED_MAX = 256L << 20;

  /** Half of the function's time. */
  static final Duration TIME = Duration.ofSeconds(60);

  private final Clock wallClock;
  private final Instant end;

  Bounds(Clock wallClock) {
    this.wallClock = wallClock;
    this.end = wallClock.instant().plus(TIME);
  }

  /** Stops whoever reads once the time is up. */
  void checkTime() {
    if (wallClock.instant().isAfter(end)) {
      throw new TooSlow();
    }
  }

  /** The time is up. */
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooSlow() {
      super("the time to read a file is up", null, false, false);
    }
  }

  /** More comes out of the file than a document holds. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("the file unfolds to too much", null, false, false);
    }
  }
}
