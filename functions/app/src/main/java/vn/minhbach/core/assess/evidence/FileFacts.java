package vn.minhbach.core.assess.evidence;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Bilingual;

/**
 * What an accepted PDF says of itself: facts beside the file for whoever judges it, never a
 * verdict. Nothing of its text is kept, but the degree of a stamp.
 *
 * @param unreadable why nothing more could be told; the other members are empty then
 * @param pages in all
 * @param pagesRead looked at for text and pictures: the first of them
 * @param layer what those pages are
 * @param attachments how many files lie in it
 * @param signatures in the order of the file, the first {@value #SIGNATURES_MAX}
 * @param stamp of a state secret, a line of its own on one of the first pages; the highest of them
 */
public record FileFacts(
    Optional<Unreadable> unreadable,
    int pages,
    int pagesRead,
    Optional<Layer> layer,
    int attachments,
    List<DigitalSignature> signatures,
    Optional<SecretStamp> stamp) {

  public static final int SIGNATURES_MAX = 50;

  public FileFacts {
    signatures = List.copyOf(signatures);
  }

  /** Of a file that cannot be read. */
  public static FileFacts of(Unreadable why) {
    return new FileFacts(Optional.of(why), 0, 0, Optional.empty(), 0, List.of(), Optional.empty());
  }

  /** What the pages are that were looked at. */
  public enum Layer {
    TEXT("có lớp văn bản", "has a text layer"),
    /** Pictures without letters. */
    SCAN("bản quét, không có lớp văn bản", "a scan without a text layer"),
    MIXED("có trang văn bản và trang quét", "some pages have text, some are scans"),
    /** Neither letters nor pictures: blank, or drawn. */
    NEITHER("không có chữ và không có ảnh", "neither text nor pictures");

    private final Bilingual words;

    Layer(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }

  /** Why a file cannot be read here. A reader of PDF may still open it. */
  public enum Unreadable {
    ENCRYPTED("tệp cần mật khẩu", "it needs a password"),
    BROKEN("cấu trúc tệp hỏng", "its structure is broken"),
    TOO_LARGE(
        "tệp hoặc nội dung giải nén quá lớn", "the file, or what it unfolds to, is too large"),
    TOO_SLOW("đọc quá lâu nên đã dừng", "reading took too long and was stopped");

    private final Bilingual words;

    Unreadable(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }
}
