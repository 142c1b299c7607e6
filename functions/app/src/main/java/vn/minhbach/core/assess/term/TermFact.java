package vn.minhbach.core.assess.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of a form's clock. */
public sealed interface TermFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<TermFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case ExtensionRequested.KIND -> ExtensionRequested.read(in);
              case ExtensionGranted.KIND -> ExtensionGranted.read(in);
              case ExtensionRefused.KIND -> ExtensionRefused.read(in);
              case ArrivalEntered.KIND -> ArrivalEntered.read(in);
              case FormLocked.KIND -> FormLocked.read(in);
              default -> null;
            });
  }

  /** A unit asked for more time. */
  record ExtensionRequested(
      String by, String request, LocalDate until, String reason, Instant dueAt)
      implements TermFact {

    static final String KIND = "EXTENSION_REQUESTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("request", request)
          .with("until", until)
          .with("reason", reason)
          .with("dueAt", dueAt);
    }

    static ExtensionRequested read(BodyReader in) {
      return new ExtensionRequested(
          in.text("by"),
          in.text("request"),
          in.day("until"),
          in.text("reason"),
          in.moment("dueAt"));
    }
  }

  /** The office gave more time, asked or not. */
  record ExtensionGranted(String by, String request, LocalDate until, String reason, Instant dueAt)
      implements TermFact {

    static final String KIND = "EXTENSION_GRANTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("request", request)
          .with("until", until)
          .with("reason", reason)
          .with("dueAt", dueAt);
    }

    static ExtensionGranted read(BodyReader in) {
      return new ExtensionGranted(
          in.text("by"),
          in.text("request"),
          in.day("until"),
          in.text("reason"),
          in.moment("dueAt"));
    }
  }

  /** The office refused it. */
  record ExtensionRefused(String by, String request, String reason, Instant dueAt)
      implements TermFact {

    static final String KIND = "EXTENSION_REFUSED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("request", request)
          .with("reason", reason)
          .with("dueAt", dueAt);
    }

    static ExtensionRefused read(BodyReader in) {
      return new ExtensionRefused(
          in.text("by"), in.text("request"), in.text("reason"), in.moment("dueAt"));
    }
  }

  /** The day on which the dispatch came in. */
  record ArrivalEntered(String by, LocalDate date, String number, Instant dueAt)
      implements TermFact {

    static final String KIND = "ARRIVAL_ENTERED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("date", date)
          .with("number", number)
          .with("dueAt", dueAt);
    }

    static ArrivalEntered read(BodyReader in) {
      return new ArrivalEntered(
          in.text("by"), in.day("date"), in.text("number"), in.moment("dueAt"));
    }
  }

  /** A form that was not sent is locked. */
  record FormLocked(Instant closesAt, Instant dueAt, State state) implements TermFact {

    static final String KIND = "FORM_LOCKED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("closesAt", closesAt).with("dueAt", dueAt).with("state", state);
    }

    static FormLocked read(BodyReader in) {
      return new FormLocked(
          in.moment("closesAt"), in.moment("dueAt"), in.constant("state", State.class));
    }
  }
}
