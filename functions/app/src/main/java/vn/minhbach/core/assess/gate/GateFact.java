package vn.minhbach.core.assess.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of a form at the gate, in the chain of the form. */
public sealed interface GateFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<GateFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case FormReturned.KIND -> FormReturned.read(in);
              case CriteriaReturned.KIND -> CriteriaReturned.read(in);
              case RemarkMade.KIND -> RemarkMade.read(in);
              default -> null;
            });
  }

  /**
   * The whole form went back to its unit.
   *
   * @param role as what the account acted
   * @param employer the district, or the body of the team's member
   * @param until last moment for sending it anew
   * @param dueAt its due date from then on
   * @param voidedCode the check code that was in force until then
   */
  record FormReturned(
      String by,
      Role role,
      Optional<UnitCode> employer,
      String reason,
      Instant until,
      Instant dueAt,
      Optional<String> voidedCode)
      implements GateFact {

    static final String KIND = "FORM_RETURNED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("role", role)
          .with("employer", employer)
          .with("reason", reason)
          .with("until", until)
          .with("dueAt", dueAt)
          .with("voidedCode", voidedCode);
    }

    static FormReturned read(BodyReader in) {
      return new FormReturned(
          in.text("by"),
          in.constant("role", Role.class),
          in.maybe("employer", BodyReader::unit),
          in.text("reason"),
          in.moment("until"),
          in.moment("dueAt"),
          in.maybe("voidedCode", BodyReader::text));
    }
  }

  /**
   * Criteria of a sent form are open again.
   *
   * @param role as what the account acted
   * @param employer the district, or the body of the team's member
   * @param until last moment for changing them
   */
  record CriteriaReturned(
      String by,
      Role role,
      Optional<UnitCode> employer,
      String reason,
      List<CriterionId> criteria,
      Instant until)
      implements GateFact {

    static final String KIND = "CRITERIA_RETURNED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("role", role)
          .with("employer", employer)
          .with("reason", reason)
          .with("criteria", criteria)
          .with("until", until);
    }

    static CriteriaReturned read(BodyReader in) {
      return new CriteriaReturned(
          in.text("by"),
          in.constant("role", Role.class),
          in.maybe("employer", BodyReader::unit),
          in.text("reason"),
          in.texts("criteria").stream().map(CriterionId::new).toList(),
          in.moment("until"));
    }
  }

  /** A district remarked on a criterion of one of its communes. */
  record RemarkMade(String by, CriterionId criterion, String remark, long version)
      implements GateFact {

    static final String KIND = "REMARK_MADE";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("criterion", criterion)
          .with("remark", remark)
          .with("version", version);
    }

    static RemarkMade read(BodyReader in) {
      return new RemarkMade(
          in.text("by"), in.criterion("criterion"), in.text("remark"), in.number("version"));
    }
  }
}
