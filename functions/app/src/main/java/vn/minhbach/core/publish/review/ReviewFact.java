package vn.minhbach.core.publish.review;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/** What the ledger tells of reviews, in the unit's chain. */
public sealed interface ReviewFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<ReviewFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case ReviewAsked.KIND -> ReviewAsked.read(in);
              case ReviewDecided.KIND -> ReviewDecided.read(in);
              default -> null;
            });
  }

  /**
   * A unit asked for a review, by a letter of its head.
   *
   * @param issue of the result that it is about
   * @param onBehalf left out where the unit entered it itself
   */
  record ReviewAsked(
      String by,
      int issue,
      CriterionId criterion,
      String text,
      String letterNumber,
      LocalDate letterDate,
      boolean onBehalf)
      implements ReviewFact {

    static final String KIND = "REVIEW_ASKED";

    static ReviewAsked of(Review review) {
      return new ReviewAsked(
          review.signed().by(),
          review.issue(),
          review.criterion(),
          review.text(),
          review.signed().letter().number(),
          review.signed().letter().date(),
          review.onBehalf());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("issue", issue)
          .with("criterion", criterion)
          .with("text", text)
          .with("letterNumber", letterNumber)
          .with("letterDate", letterDate)
          .with("onBehalf", onBehalf);
    }

    static ReviewAsked read(BodyReader in) {
      return new ReviewAsked(
          in.text("by"),
          in.count("issue"),
          in.criterion("criterion"),
          in.text("text"),
          in.text("letterNumber"),
          in.day("letterDate"),
          in.flag("onBehalf"));
    }
  }

  /**
   * A review was decided.
   *
   * @param employer of who decided; empty for none of the ranked
   * @param points of the new judgement; empty where the points are kept, or the criterion does not
   *     apply
   */
  record ReviewDecided(
      String by,
      @Member("body") Optional<UnitCode> employer,
      Role role,
      int issue,
      CriterionId criterion,
      Petition.Ruling decision,
      Optional<Points> points,
      String reason)
      implements ReviewFact {

    static final String KIND = "REVIEW_DECIDED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("body", employer)
          .with("role", role)
          .with("issue", issue)
          .with("criterion", criterion)
          .with("decision", decision)
          .with("points", points)
          .with("reason", reason);
    }

    static ReviewDecided read(BodyReader in) {
      return new ReviewDecided(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.constant("role", Role.class),
          in.count("issue"),
          in.criterion("criterion"),
          in.constant("decision", Petition.Ruling.class),
          in.maybe("points", BodyReader::points),
          in.text("reason"));
    }
  }
}
