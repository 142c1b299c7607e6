package vn.minhbach.core.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.ledger.Body;

/**
 * Which criterion of the PAR index is made from which of our figures; owned by {@code par}.
 *
 * @param by opaque id of who wrote it
 * @param version 1, 2, …; a version is never changed
 */
public record ParMapping(
    CampaignId campaign, List<Line> lines, String by, Instant at, long version) {

  public ParMapping {
    lines = List.copyOf(lines);
  }

  /**
   * A criterion of the PAR index for one group of units.
   *
   * @param code as that index has it, as {@code 6.1.2}
   * @param group of our units: departments or districts
   * @param source of ours that it is made from
   * @param maxPoints of that index; the share of our maximum gives the share of it
   * @param levels points of that index by level of ours, in the place of the share; of the index
   *     alone, and empty for the share
   */
  public record Line(
      String code,
      String name,
      int group,
      Source source,
      Points maxPoints,
      Map<String, Points> levels) {

    public Line {
      levels = new TreeMap<>(levels);
    }
  }

  /**
   * A figure of ours.
   *
   * @param id of the criterion or of the group of criteria; empty for the index
   */
  public record Source(Kind kind, String id) {

    static final Source INDEX = new Source(Kind.INDEX, "");

    /** As it is shown: {@code criterion II.12}, {@code group II}, {@code index}. */
    public String told() {
      return kind == Kind.INDEX ? "index" : (kind == Kind.GROUP ? "group " : "criterion ") + id;
    }
  }

  /** What a figure is of. */
  public enum Kind {
    CRITERION,
    GROUP,
    INDEX
  }

  /** What a writer must have read. */
  public String etag() {
    return "m" + version;
  }

  /** SHA-256, hex, of the lines, as the ledger tells of them. */
  String digest() {
    return new Body()
        .with(
            "lines",
            lines.stream()
                .map(line ->
                    new Body()
                        .with("code", line.code())
                        .with("name", line.name())
                        .with("group", line.group())
                        .with("source", line.source().told())
                        .with("maxPoints", line.maxPoints())
                        .withSome("levels", line.levels()))
                .toList())
        .sha256();
  }
}
