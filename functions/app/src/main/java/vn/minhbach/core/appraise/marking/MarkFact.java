package vn.minhbach.core.appraise.marking;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;

/** What the ledger tells of marks (plan V.1–V.3), in the chain of the unit that they are about. */
public sealed interface MarkFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<MarkFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case CriterionMarked.KIND -> CriterionMarked.read(in);
              case MarkConfirmed.KIND -> MarkConfirmed.read(in);
              case MarkCountersigned.KIND -> MarkCountersigned.read(in);
              case MarkCleared.KIND -> MarkCleared.read(in);
              case AppraisalClosed.KIND -> AppraisalClosed.read(in);
              case AppraisalReopened.KIND -> AppraisalReopened.read(in);
              default -> null;
            });
  }

  /** Who acted. */
  Signer signer();

  /** The reading that it is about; empty for the appraisal as a whole. */
  default Optional<Reading.Kind> reading() {
    return switch (this) {
      case CriterionMarked made -> Optional.of(made.judged().reading());
      case MarkConfirmed made -> Optional.of(made.judged().reading());
      case MarkCountersigned made -> Optional.of(made.kindOfReading());
      case MarkCleared made -> Optional.of(made.kindOfReading());
      case AppraisalClosed closed -> Optional.empty();
      case AppraisalReopened reopened -> Optional.empty();
    };
  }

  /**
   * Who acted: the account by its opaque id, with what it was in the team.
   *
   * @param employer empty for one that is not ranked
   */
  record Signer(String by, @Member("body") Optional<UnitCode> employer, Role role) implements Part {

    static Signer of(Hand hand) {
      return new Signer(hand.account(), hand.body(), hand.role());
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("body", employer).with("role", role);
    }

    static Signer read(BodyReader in) {
      return new Signer(
          in.text("by"), in.maybe("body", BodyReader::unit), in.constant("role", Role.class));
    }
  }

  /**
   * A worth as the ledger keeps it.
   *
   * @param points empty where the criterion does not apply
   */
  record Counts(Optional<Points> points) implements Part {

    static Counts of(Worth worth) {
      return new Counts(worth.applicable() ? Optional.of(worth.points()) : Optional.empty());
    }

    @Override
    public Body body() {
      return new Body().with("points", points);
    }

    static Counts read(BodyReader in) {
      return new Counts(in.maybe("points", BodyReader::points));
    }
  }

  /**
   * A reading as the ledger keeps it.
   *
   * @param inputs figures that it rests on, where they are others than the unit's
   * @param points empty where the criterion does not apply
   * @param version of the reading
   */
  record Judged(
      CriterionId criterion,
      Reading.Kind reading,
      Basis.Kind basis,
      Optional<Map<String, Object>> inputs,
      Optional<Points> points,
      Optional<String> reason,
      Seen seen,
      long version)
      implements Part {

    static Judged of(CriterionId criterion, Reading reading) {
      Reading.Ruling ruling = reading.ruling();
      return new Judged(
          criterion,
          reading.kind(),
          ruling.basis().kind(),
          ruling.basis().figures(),
          Counts.of(ruling.worth()).points(),
          ruling.reason(),
          reading.boundTo(),
          reading.version());
    }

    @Override
    public Body body() {
      return new Body()
          .with("criterion", criterion)
          .with("reading", reading)
          .with("basis", basis)
          .with("inputs", inputs)
          .with("points", points)
          .with("reason", reason)
          .with("seen", seen)
          .with("version", version);
    }

    static Judged read(BodyReader in) {
      return new Judged(
          in.criterion("criterion"),
          in.constant("reading", Reading.Kind.class),
          in.constant("basis", Basis.Kind.class),
          in.maybe("inputs", BodyReader::figures),
          in.maybe("points", BodyReader::points),
          in.maybe("reason", BodyReader::text),
          Seen.read(in.part("seen")),
          in.number("version"));
    }
  }

  /**
   * A criterion was marked.
   *
   * @param self the self-score that it was held against
   */
  record CriterionMarked(
      @Member(flat = true) Judged judged, @Member(flat = true) Signer signer, Counts self)
      implements MarkFact {

    static final String KIND = "CRITERION_MARKED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(judged).with(signer).with("self", self);
    }

    static CriterionMarked read(BodyReader in) {
      return new CriterionMarked(Judged.read(in), Signer.read(in), Counts.read(in.part("self")));
    }
  }

  /** A mark under which something had moved was looked at anew and stands; so does its author. */
  record MarkConfirmed(
      @Member(flat = true) Judged judged, @Member(flat = true) Signer signer, Counts self)
      implements MarkFact {

    static final String KIND = "MARK_CONFIRMED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(judged).with(signer).with("self", self);
    }

    static MarkConfirmed read(BodyReader in) {
      return new MarkConfirmed(Judged.read(in), Signer.read(in), Counts.read(in.part("self")));
    }
  }

  /**
   * A second signature was put under a mark.
   *
   * @param version of the reading after it
   */
  record MarkCountersigned(
      CriterionId criterion,
      @Member("reading") Reading.Kind kindOfReading,
      @Member(flat = true) Counts counts,
      long version,
      @Member(flat = true) Signer signer)
      implements MarkFact {

    static final String KIND = "MARK_COUNTERSIGNED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("criterion", criterion)
          .with("reading", kindOfReading)
          .with(counts)
          .with("version", version)
          .with(signer);
    }

    static MarkCountersigned read(BodyReader in) {
      return new MarkCountersigned(
          in.criterion("criterion"),
          in.constant("reading", Reading.Kind.class),
          Counts.read(in),
          in.number("version"),
          Signer.read(in));
    }
  }

  /** A mark was taken back. */
  record MarkCleared(
      CriterionId criterion,
      @Member("reading") Reading.Kind kindOfReading,
      String reason,
      long version,
      @Member(flat = true) Signer signer)
      implements MarkFact {

    static final String KIND = "MARK_CLEARED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("criterion", criterion)
          .with("reading", kindOfReading)
          .with("reason", reason)
          .with("version", version)
          .with(signer);
    }

    static MarkCleared read(BodyReader in) {
      return new MarkCleared(
          in.criterion("criterion"),
          in.constant("reading", Reading.Kind.class),
          in.text("reason"),
          in.number("version"),
          Signer.read(in));
    }
  }

  /**
   * What a criterion counts in a closed appraisal.
   *
   * @param basis empty where nothing was sent and nobody marked
   * @param points empty where the criterion does not apply
   * @param awaitsBest whether points that hang on the best of the group come on top
   * @param exception whether it counts more than the self-score
   */
  record Settled(
      Optional<Basis.Kind> basis,
      Optional<Points> points,
      Counts self,
      boolean awaitsBest,
      boolean exception)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with("basis", basis)
          .with("points", points)
          .with("self", self)
          .with("awaitsBest", awaitsBest)
          .with("exception", exception);
    }

    static Settled read(BodyReader in) {
      return new Settled(
          in.maybe("basis", (body, name) -> body.constant(name, Basis.Kind.class)),
          in.maybe("points", BodyReader::points),
          Counts.read(in.part("self")),
          in.flag("awaitsBest"),
          in.flag("exception"));
    }
  }

  /**
   * The appraisal of a unit was closed (<i>chốt thẩm định</i>), with everything that it came to.
   *
   * @param criteria what each counts, those without a hand included
   * @param points of the whole form
   * @param max the applicable maximum
   */
  record AppraisalClosed(
      Map<String, Settled> criteria,
      Points points,
      Points max,
      Points selfPoints,
      Points selfMax,
      @Member(flat = true) Signer signer)
      implements MarkFact {

    static final String KIND = "APPRAISAL_CLOSED";

    public AppraisalClosed {
      criteria = new TreeMap<>(criteria);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("criteria", criteria)
          .with("points", points)
          .with("max", max)
          .with("selfPoints", selfPoints)
          .with("selfMax", selfMax)
          .with(signer);
    }

    static AppraisalClosed read(BodyReader in) {
      return new AppraisalClosed(
          in.parts("criteria", Settled::read),
          in.points("points"),
          in.points("max"),
          in.points("selfPoints"),
          in.points("selfMax"),
          Signer.read(in));
    }
  }

  /** A closed appraisal was taken up again. */
  record AppraisalReopened(String reason, @Member(flat = true) Signer signer) implements MarkFact {

    static final String KIND = "APPRAISAL_REOPENED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("reason", reason).with(signer);
    }

    static AppraisalReopened read(BodyReader in) {
      return new AppraisalReopened(in.text("reason"), Signer.read(in));
    }
  }
}
