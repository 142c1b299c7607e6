package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;

/**
 * A unit's answer to one criterion: figures with their computed points, or the reason why the
 * criterion does not apply.
 *
 * @param content what it says
 * @param authorship who said so, when, and to which question
 * @param version rises by one with each change; the etag
 */
public record Answer(CriterionId criterion, Content content, Authorship authorship, long version) {

  /**
   * What an answer says.
   *
   * @param inputs normalised: whole numbers as Long, fractions as BigDecimal; empty when not
   *     applicable
   * @param notApplicable the reason (<i>lý do không áp dụng</i>); the team decides later
   * @param points the self-score; empty when the criterion leaves the maximum
   * @param claim how it stands to a figure that the unit did not type; empty for one that it
   *     declared
   */
  public record Content(
      Map<String, Object> inputs,
      Optional<String> notApplicable,
      Optional<String> note,
      Optional<Points> points,
      Optional<Claim> claim) {

    public Content {
      inputs = new TreeMap<>(inputs);
    }

    /** Figures with what they score, and no word of the unit's. */
    public static Content of(Map<String, Object> inputs, Optional<Points> points) {
      return new Content(inputs, Optional.empty(), Optional.empty(), points, Optional.empty());
    }

    public Content withClaim(Claim next) {
      return new Content(inputs, notApplicable, note, points, Optional.of(next));
    }
  }

  /**
   * Who gave an answer.
   *
   * @param criteriaVersion version of the criteria that it was given to
   * @param by opaque id of who typed it
   * @param onBehalf from which paper it was typed for the unit; empty for one that the unit gave
   *     itself
   */
  public record Authorship(
      long criteriaVersion, Instant at, String by, Optional<OnBehalf> onBehalf) {

    /** The unit's own. */
    public static Authorship own(long criteriaVersion, Instant at, String by) {
      return new Authorship(criteriaVersion, at, by, Optional.empty());
    }

    Authorship withOnBehalf(OnBehalf typed) {
      return new Authorship(criteriaVersion, at, by, Optional.of(typed));
    }
  }

  public Map<String, Object> inputs() {
    return content.inputs();
  }

  public Optional<String> notApplicable() {
    return content.notApplicable();
  }

  public Optional<String> note() {
    return content.note();
  }

  public Optional<Points> points() {
    return content.points();
  }

  public Optional<Claim> claim() {
    return content.claim();
  }

  public long criteriaVersion() {
    return authorship.criteriaVersion();
  }

  public Instant at() {
    return authorship.at();
  }

  public String by() {
    return authorship.by();
  }

  public Optional<OnBehalf> onBehalf() {
    return authorship.onBehalf();
  }

  /** Whether another answer says the same; who typed it and when does not matter. */
  public boolean sameContent(Answer other) {
    return content.equals(other.content)
        && onBehalf().map(OnBehalf::paper).equals(other.onBehalf().map(OnBehalf::paper))
        && contested() == other.contested();
  }

  /** Whether the figure is the unit's own word: not the province's, nor the system's. */
  public boolean declared() {
    return claim().map(known -> known.kind() == Claim.Kind.CONTESTED).orElse(true);
  }

  /** Whether the unit has set aside what was typed for it: it counts as not answered then. */
  public boolean contested() {
    return onBehalf().flatMap(OnBehalf::contest).isPresent();
  }

  /** Whether the system filled it in from its own times. */
  public boolean computed() {
    return claim().filter(known -> known.kind() == Claim.Kind.COMPUTED).isPresent();
  }

  /** What a writer must have read to overwrite this answer. */
  public String etag() {
    return "a" + version;
  }

  public Answer withClaim(Claim claim) {
    return new Answer(criterion, content.withClaim(claim), authorship, version);
  }

  /** This answer as the one that follows what is stored. */
  public Answer over(Optional<Answer> stored) {
    return withVersion(stored.map(Answer::version).orElse(0L) + 1);
  }

  public Answer withVersion(long newVersion) {
    return new Answer(criterion, content, authorship, newVersion);
  }

  public Answer withOnBehalf(OnBehalf typed) {
    return new Answer(criterion, content, authorship.withOnBehalf(typed), version);
  }
}
