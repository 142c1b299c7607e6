package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
              default -> null;
            });
  }

  /**
   * The rankings were frozen and reported.
   *
   * @param tables digest of each group's ranking, by group
   */
  record ResultReported(String by, String basis, long rankingVersion, Map<Integer, String> tables)
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
          .with("tables", tables);
    }

    static ResultReported read(BodyReader in) {
      return new ResultReported(
          in.text("by"), in.text("basis"), in.number("rankingVersion"), tables(in));
    }

    private static Map<Integer, String> tables(BodyReader in) {
      var tables = new TreeMap<Integer, String>();
      in.map("tables", Object::toString)
          .forEach((group, digest) -> tables.put(Integer.valueOf(group), digest));
      return tables;
    }
  }

  /** The result was approved, by a decision of this number and date. */
  record ResultApproved(String by, String number, LocalDate date) implements ResultFact {

    static final String KIND = "RESULT_APPROVED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("number", number).with("date", date);
    }

    static ResultApproved read(BodyReader in) {
      return new ResultApproved(in.text("by"), in.text("number"), in.day("date"));
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
}
