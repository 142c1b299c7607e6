package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.Bilingual;

/**
 * A digital signature (<i>chữ ký số</i>) as a file holds it. All of it is what the file and the
 * certificate in it state; what was computed are {@code integrity}, {@code bytesAfter} and {@code
 * chain}. Whether a certificate was revoked nobody asked.
 *
 * @param signer common name of the certificate's subject
 * @param holder whose signature it is
 * @param organisation of the subject, where it states one
 * @param issuer common name of the certificate's issuer
 * @param issuedBy what kind of authority that is
 * @param statedAt when it was signed, by the signer's own clock
 * @param bytesAfter what follows the signed bytes: more signatures, or changes
 */
public record DigitalSignature(
    Optional<String> signer,
    Holder holder,
    Optional<String> organisation,
    Optional<String> issuer,
    IssuedBy issuedBy,
    Optional<Instant> statedAt,
    Integrity integrity,
    long bytesAfter,
    Chain chain) {

  /** A text of a certificate is cut here: it is somebody else's. */
  public static final int TEXT_MAX = 200;

  /** Whose signature it is, by the subject of the certificate. */
  public enum Holder {
    /** The subject has the number of an identity card or passport, a title, or a given name. */
    PERSON("cá nhân", "a person"),
    /** It has a tax code and none of those, or is called as its organisation. */
    ORGANISATION("cơ quan, tổ chức", "an organisation"),
    /** A time stamp over the file (<i>dấu thời gian</i>): nobody's signature. */
    TIME_STAMP("dấu thời gian", "a time stamp"),
    /** The subject does not tell. */
    UNKNOWN("chứng thư không nêu rõ", "the certificate does not tell");

    private final Bilingual words;

    Holder(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }

  /** Who issued the certificate, by the names in it. */
  public enum IssuedBy {
    /**
     * The government's authority (<i>chữ ký số chuyên dùng công vụ</i>, decree 68/2024/NĐ-CP): the
     * issuer is of the Government Cipher Committee (<i>Ban Cơ yếu Chính phủ</i>).
     */
    GOVERNMENT("chữ ký số chuyên dùng công vụ", "the government's authority for public service"),
    /** An authority that its own certificate puts under the national root. */
    PUBLIC("chữ ký số công cộng", "a public authority"),
    /** Subject and issuer are the same. */
    ITSELF("tự cấp", "issued by itself"),
    OTHER("tổ chức cấp khác hoặc không rõ", "another authority, or not told");

    private final Bilingual words;

    IssuedBy(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }

  /** Whether the signed bytes are those that were signed. */
  public enum Integrity {
    INTACT("nguyên vẹn", "intact"),
    BROKEN("đã bị thay đổi sau khi ký", "changed after signing"),
    /** A kind of signature, or an algorithm, that is not checked here. */
    NOT_CHECKED("chưa kiểm tra", "not checked");

    private final Bilingual words;

    Integrity(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }

  /** Whether the certificate leads to a root that the province trusts. */
  public enum Chain {
    VERIFIED("dẫn tới chứng thư gốc đã cấu hình", "leads to a configured root"),
    NOT_VERIFIED("không dẫn tới chứng thư gốc đã cấu hình", "leads to no configured root"),
    /** No roots are configured, or there is no certificate to ask. */
    NOT_CHECKED("chưa kiểm tra", "not checked");

    private final Bilingual words;

    Chain(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }
}
