package vn.minhbach.core.assess.takedown;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/** What the ledger tells of files that are taken down, in the unit's chain. */
public sealed interface TakedownFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<TakedownFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case TakedownAsked.KIND -> TakedownAsked.read(in);
              case TakedownDeclined.KIND -> TakedownDeclined.read(in);
              case TakedownConfirmed.KIND -> TakedownConfirmed.read(in);
              case FileTakenDown.KIND -> FileTakenDown.read(in);
              case FileRemoved.KIND -> FileRemoved.read(in);
              default -> null;
            });
  }

  /**
   * Somebody asked to take a file down.
   *
   * @param employer of who asked; empty for none of the ranked
   * @param decision number of the document, {@code decided} its date
   */
  record TakedownAsked(
      String by,
      @Member("body") Optional<UnitCode> employer,
      String evidence,
      String sha256,
      String decision,
      LocalDate decided,
      String reason)
      implements TakedownFact {

    static final String KIND = "TAKEDOWN_ASKED";

    static TakedownAsked of(Takedown asked) {
      return new TakedownAsked(
          asked.asked().hand().by(),
          asked.asked().hand().body(),
          asked.evidence(),
          asked.sha256(),
          asked.asked().order().number(),
          asked.asked().order().date(),
          asked.asked().reason());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("body", employer)
          .with("evidence", evidence)
          .with("sha256", sha256)
          .with("decision", decision)
          .with("decided", decided)
          .with("reason", reason);
    }

    static TakedownAsked read(BodyReader in) {
      return new TakedownAsked(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.text("evidence"),
          in.text("sha256"),
          in.text("decision"),
          in.day("decided"),
          in.text("reason"));
    }
  }

  /** Another body would not have it. */
  record TakedownDeclined(
      String by,
      @Member("body") Optional<UnitCode> employer,
      String evidence,
      String sha256,
      String reason)
      implements TakedownFact {

    static final String KIND = "TAKEDOWN_DECLINED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("body", employer)
          .with("evidence", evidence)
          .with("sha256", sha256)
          .with("reason", reason);
    }

    static TakedownDeclined read(BodyReader in) {
      return new TakedownDeclined(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.text("evidence"),
          in.text("sha256"),
          in.text("reason"));
    }
  }

  /** Another body confirmed it: from here on the bytes need not lie in the vault. */
  record TakedownConfirmed(
      String by,
      @Member("body") Optional<UnitCode> employer,
      String evidence,
      String sha256,
      String decision,
      LocalDate decided)
      implements TakedownFact {

    static final String KIND = "TAKEDOWN_CONFIRMED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("body", employer)
          .with("evidence", evidence)
          .with("sha256", sha256)
          .with("decision", decision)
          .with("decided", decided);
    }

    static TakedownConfirmed read(BodyReader in) {
      return new TakedownConfirmed(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.text("evidence"),
          in.text("sha256"),
          in.text("decision"),
          in.day("decided"));
    }
  }

  /** One record of the bytes counts no more. */
  record FileTakenDown(String evidence, String sha256, String decision, LocalDate decided)
      implements TakedownFact {

    static final String KIND = "FILE_TAKEN_DOWN";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("evidence", evidence)
          .with("sha256", sha256)
          .with("decision", decision)
          .with("decided", decided);
    }

    static FileTakenDown read(BodyReader in) {
      return new FileTakenDown(
          in.text("evidence"), in.text("sha256"), in.text("decision"), in.day("decided"));
    }
  }

  /** The bytes are gone, from the vault and from quarantine. */
  record FileRemoved(String sha256, String decision, LocalDate decided) implements TakedownFact {

    static final String KIND = "FILE_REMOVED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("sha256", sha256).with("decision", decision).with("decided", decided);
    }

    static FileRemoved read(BodyReader in) {
      return new FileRemoved(in.text("sha256"), in.text("decision"), in.day("decided"));
    }
  }
}
