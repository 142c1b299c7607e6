package vn.minhbach.core.appraise.assignment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of the appraisal team, in the chain of the campaign. */
public sealed interface TeamFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<TeamFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case TeamAppointed.KIND -> TeamAppointed.read(in);
              case WorkAssigned.KIND -> WorkAssigned.read(in);
              default -> null;
            });
  }

  /**
   * A register of the team is in force.
   *
   * @param members how many lines it has
   * @param number of the decision
   * @param date of the decision
   * @param sha256 of the file
   * @param seedSha256 of the seed in decimal digits: it is fixed and not told
   */
  record TeamAppointed(
      String by,
      long version,
      int members,
      String number,
      LocalDate date,
      String sha256,
      String seedSha256)
      implements TeamFact {

    static final String KIND = "TEAM_APPOINTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("version", version)
          .with("members", members)
          .with("number", number)
          .with("date", date)
          .with("sha256", sha256)
          .with("seedSha256", seedSha256);
    }

    static TeamAppointed read(BodyReader in) {
      return new TeamAppointed(
          in.text("by"),
          in.number("version"),
          in.count("members"),
          in.text("number"),
          in.day("date"),
          in.text("sha256"),
          in.text("seedSha256"));
    }
  }

  /**
   * Assignments are in force.
   *
   * @param versions group to the version of its assignment
   * @param shares how many they have together
   * @param seed by which it was balanced; empty where somebody made it by hand
   * @param sha256 of the shares, a line each
   */
  record WorkAssigned(
      String by, Map<Integer, Long> versions, int shares, Optional<Long> seed, String sha256)
      implements TeamFact {

    static final String KIND = "WORK_ASSIGNED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("versions", versions)
          .with("shares", shares)
          .with("seed", seed)
          .with("sha256", sha256);
    }

    static WorkAssigned read(BodyReader in) {
      return new WorkAssigned(
          in.text("by"),
          versions(in),
          in.count("shares"),
          in.maybe("seed", BodyReader::number),
          in.text("sha256"));
    }

    private static Map<Integer, Long> versions(BodyReader in) {
      var versions = new TreeMap<Integer, Long>();
      in.map("versions", version -> ((Number) version).longValue())
          .forEach((group, version) -> versions.put(Integer.valueOf(group), version));
      return versions;
    }
  }
}
