package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of a result (plan V.1, IV.3). */
public sealed interface ResultFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<ResultFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case ResultReported.KIND -> ResultReported.read(in);
              case ResultApproved.KIND -> ResultApproved.read(in);
              case ResultPublished.KIND -> ResultPublished.read(in);
              case ApprovalEntered.KIND -> ApprovalEntered.read(in);
              case ResultSentBack.KIND -> ResultSentBack.read(in);
              case ResultReopened.KIND -> ResultReopened.read(in);
              case UnitExcused.KIND -> UnitExcused.read(in);
              default -> null;
            });
  }

  /**
   * The rankings were frozen and reported.
   *
   * @param tables digest of each group's ranking, by group
   * @param issue 1 for the first publication, one more with each correction; empty in what was
   *     reported before results were numbered
   * @param code the check code of the snapshot (<i>mã chốt</i>)
   */
  record ResultReported(
      String by,
      String basis,
      long rankingVersion,
      Map<Integer, String> tables,
      Optional<Integer> issue,
      Optional<String> code)
      implements ResultFact {

    static final String KIND = "RESULT_REPORTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("basis", basis)
          .with("rankingVersion", rankingVersion)
          .with("tables", tables)
          .with("issue", issue)
          .with("code", code);
    }

    static ResultReported read(BodyReader in) {
      return new ResultReported(
          in.text("by"),
          in.text("basis"),
          in.number("rankingVersion"),
          tables(in),
          in.maybe("issue", BodyReader::count),
          in.maybe("code", BodyReader::text));
    }

    private static Map<Integer, String> tables(BodyReader in) {
      var tables = new TreeMap<Integer, String>();
      in.map("tables", Object::toString)
          .forEach((group, digest) -> tables.put(Integer.valueOf(group), digest));
      return tables;
    }
  }

  /**
   * The result was approved, by a decision of this number and date.
   *
   * @param code of the snapshot that was approved
   */
  record ResultApproved(String by, String number, LocalDate date, Optional<String> code)
      implements ResultFact {

    static final String KIND = "RESULT_APPROVED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("number", number).with("date", date).with("code", code);
    }

    static ResultApproved read(BodyReader in) {
      return new ResultApproved(
          in.text("by"), in.text("number"), in.day("date"), in.maybe("code", BodyReader::text));
    }
  }

  /** The result was published. */
  record ResultPublished(String by, long rankingVersion) implements ResultFact {

    static final String KIND = "RESULT_PUBLISHED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("rankingVersion", rankingVersion);
    }

    static ResultPublished read(BodyReader in) {
      return new ResultPublished(in.text("by"), in.number("rankingVersion"));
    }
  }

  /**
   * An approval was entered from its signed paper, and waits for its confirmation. Who signed it
   * stands on the paper.
   *
   * @param issuer UBND or CHUTICH
   * @param authority TM, KT, TL, TUQ or Q
   * @param sha256 of the signed PDF
   * @param code of the snapshot
   */
  record ApprovalEntered(
      String by,
      String number,
      LocalDate date,
      String issuer,
      Optional<String> authority,
      Optional<String> sha256,
      Optional<String> code)
      implements ResultFact {

    static final String KIND = "APPROVAL_ENTERED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("number", number)
          .with("date", date)
          .with("issuer", issuer)
          .with("authority", authority)
          .with("sha256", sha256)
          .with("code", code);
    }

    static ApprovalEntered read(BodyReader in) {
      return new ApprovalEntered(
          in.text("by"),
          in.text("number"),
          in.day("date"),
          in.text("issuer"),
          in.maybe("authority", BodyReader::text),
          in.maybe("sha256", BodyReader::text),
          in.maybe("code", BodyReader::text));
    }
  }

  /** The reported result was sent back, and is no more. */
  record ResultSentBack(String by, String reason, long rankingVersion) implements ResultFact {

    static final String KIND = "RESULT_SENT_BACK";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("reason", reason)
          .with("rankingVersion", rankingVersion);
    }

    static ResultSentBack read(BodyReader in) {
      return new ResultSentBack(in.text("by"), in.text("reason"), in.number("rankingVersion"));
    }
  }

  /** A published result was taken up for correction; {@code issue} stays readable. */
  record ResultReopened(String by, int issue, String reason) implements ResultFact {

    static final String KIND = "RESULT_REOPENED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("issue", issue).with("reason", reason);
    }

    static ResultReopened read(BodyReader in) {
      return new ResultReopened(in.text("by"), in.count("issue"), in.text("reason"));
    }
  }

  /** A unit was excused from the assessment by a decision of this number and date. */
  record UnitExcused(String by, UnitCode unit, String number, LocalDate date, String reason)
      implements ResultFact {

    static final String KIND = "UNIT_EXCUSED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("unit", unit)
          .with("number", number)
          .with("date", date)
          .with("reason", reason);
    }

    static UnitExcused read(BodyReader in) {
      return new UnitExcused(
          in.text("by"),
          new UnitCode(in.text("unit")),
          in.text("number"),
          in.day("date"),
          in.text("reason"));
    }
  }
}
