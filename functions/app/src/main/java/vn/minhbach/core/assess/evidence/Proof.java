package vn.minhbach.core.assess.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Part;

/**
 * What kind of thing a file shows (<i>loại minh chứng</i>), with what makes that kind worth
 * anything to whoever checks it: without number, date, issuer and summary nobody finds a document,
 * and without its day nobody repeats a screenshot.
 */
public sealed interface Proof extends Part {

  /** The member of a request and of a reply that carries it. */
  String code();

  /** One line as it stands on paper and in a sheet. */
  String vietnamese();

  /**
   * A document (<i>văn bản</i>).
   *
   * @param number number and symbol (<i>số, ký hiệu</i>), as {@code 45/QĐ-UBND}
   * @param issuer the body that issued it (<i>cơ quan ban hành</i>)
   * @param summary what it is about (<i>trích yếu</i>)
   * @param inForce whether it is older than the period and still in force (<i>còn hiệu lực</i>):
   *     its date is no cause for doubt then
   */
  record Document(String number, LocalDate date, String issuer, String summary, boolean inForce)
      implements Proof {

    public static final String CODE = "document";

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public String vietnamese() {
      return "Văn bản số "
          + number
          + " ngày "
          + day(date)
          + " của "
          + issuer
          + ": "
          + summary
          + (inForce ? " (còn hiệu lực)" : "");
    }

    @Override
    public Body body() {
      return new Body()
          .with("kind", CODE)
          .with("number", number)
          .with("date", date)
          .with("issuer", issuer)
          .with("summary", summary)
          .with("inForce", inForce);
    }
  }

  /** A photo of what is there; the day where it is known. */
  record Photo(Optional<LocalDate> taken) implements Proof {

    public static final String CODE = "photo";

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public String vietnamese() {
      return "Ảnh chụp" + taken.map(at -> " ngày " + day(at)).orElse("");
    }

    @Override
    public Body body() {
      return new Body().with("kind", CODE).with("taken", taken);
    }
  }

  /** A page as it stood on a day (<i>ảnh màn hình</i>); {@code address} is where. */
  record Screenshot(String address, LocalDate day) implements Proof {

    public static final String CODE = "screenshot";

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public String vietnamese() {
      return "Ảnh màn hình " + address + " ngày " + Proof.day(day);
    }

    @Override
    public Body body() {
      return new Body().with("kind", CODE).with("address", address).with("day", day);
    }
  }

  /** What a system said on a day (<i>trích xuất từ hệ thống</i>). */
  record Extract(String system, LocalDate day) implements Proof {

    public static final String CODE = "extract";

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public String vietnamese() {
      return "Trích xuất từ " + system + " ngày " + Proof.day(day);
    }

    @Override
    public Body body() {
      return new Body().with("kind", CODE).with("system", system).with("day", day);
    }
  }

  /** As a ledger tells it; another kind is none of ours. */
  static Proof read(BodyReader in) {
    return switch (in.text("kind")) {
      case Document.CODE ->
          new Document(
              in.text("number"),
              in.day("date"),
              in.text("issuer"),
              in.text("summary"),
              in.flag("inForce"));
      case Photo.CODE -> new Photo(in.maybe("taken", BodyReader::day));
      case Screenshot.CODE -> new Screenshot(in.text("address"), in.day("day"));
      case Extract.CODE -> new Extract(in.text("system"), in.day("day"));
      case String other -> throw new IllegalArgumentException("no kind of evidence: " + other);
    };
  }

  private static String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu"));
  }
}
