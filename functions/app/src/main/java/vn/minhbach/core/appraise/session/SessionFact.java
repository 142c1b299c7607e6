package vn.minhbach.core.appraise.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/** What the ledger tells of the team's closing session, in the campaign's chain. */
public sealed interface SessionFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<SessionFact> read(Entry entry) {
    return BodyReader.read(
        entry, in -> entry.kind().equals(SessionMinuted.KIND) ? SessionMinuted.read(in) : null);
  }

  /**
   * The minutes are kept.
   *
   * @param present opaque ids of the members who signed
   * @param dissents what members kept as opinions of their own, by opaque id
   * @param paper SHA-256 of the signed PDF
   */
  record SessionMinuted(
      String by,
      String number,
      LocalDate day,
      List<String> present,
      @Member(emptyLeftOut = true) Map<String, String> dissents,
      String paper)
      implements SessionFact {

    static final String KIND = "SESSION_MINUTED";

    public SessionMinuted {
      present = List.copyOf(present);
      dissents = new TreeMap<>(dissents);
    }

    static SessionMinuted of(Session session) {
      return new SessionMinuted(
          session.by(),
          session.number(),
          session.day(),
          session.present(),
          session.dissents().stream()
              .collect(Collectors.toMap(Session.Dissent::by, Session.Dissent::text)),
          session.paper());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("number", number)
          .with("day", day)
          .with("present", present)
          .withSome("dissents", dissents)
          .with("paper", paper);
    }

    static SessionMinuted read(BodyReader in) {
      return new SessionMinuted(
          in.text("by"),
          in.text("number"),
          in.day("day"),
          in.texts("present"),
          in.map("dissents", Object::toString),
          in.text("paper"));
    }
  }
}
