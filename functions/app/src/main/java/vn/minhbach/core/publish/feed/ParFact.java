package vn.minhbach.core.publish.feed;

import java.util.Optional;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of the PAR index, in the campaign's chain. */
public sealed interface ParFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<ParFact> read(Entry entry) {
    return BodyReader.read(
        entry, in -> entry.kind().equals(ParMapped.KIND) ? ParMapped.read(in) : null);
  }

  /**
   * A version of the mapping is in force.
   *
   * @param lines how many it has
   * @param sha256 of its lines
   */
  record ParMapped(String by, long version, int lines, String sha256) implements ParFact {

    static final String KIND = "PAR_MAPPED";

    static ParMapped of(ParMapping mapping) {
      return new ParMapped(
          mapping.by(), mapping.version(), mapping.lines().size(), mapping.digest());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("version", version)
          .with("lines", lines)
          .with("sha256", sha256);
    }

    static ParMapped read(BodyReader in) {
      return new ParMapped(
          in.text("by"), in.number("version"), in.count("lines"), in.text("sha256"));
    }
  }
}
