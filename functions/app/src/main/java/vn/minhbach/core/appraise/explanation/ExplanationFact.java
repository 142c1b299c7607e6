package vn.minhbach.core.appraise.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;

/** What the ledger tells of a round of explanation, in the chain of the unit that is heard. */
public sealed interface ExplanationFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<ExplanationFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case ExplanationAsked.KIND -> ExplanationAsked.read(in);
              case ExplanationAnswered.KIND -> ExplanationAnswered.read(in);
              case ExplanationsClosed.KIND -> ExplanationsClosed.read(in);
              case ExplanationsConfirmed.KIND -> ExplanationsConfirmed.read(in);
              case ExplanationLapsed.KIND -> ExplanationLapsed.read(in);
              default -> null;
            });
  }

  /** Whether the unit wrote it and nobody has confirmed it: its own affair. */
  default boolean drafted() {
    return this instanceof ExplanationAnswered;
  }

  /** Whether a member of the team stands in it. */
  default boolean ofTheTeam() {
    return this instanceof ExplanationAsked;
  }

  /**
   * What the unit is asked of a criterion.
   *
   * @param figures whether it may change its figures too
   * @param proposed the reading of a cut that it is shown with the question; empty for none
   * @param points of that reading; empty where it says that the criterion does not apply
   */
  record Asked(
      String question,
      boolean figures,
      Optional<Reading.Kind> proposed,
      Optional<Points> points,
      Optional<String> reason)
      implements Part {

    static Asked of(Explanation.Asked asked) {
      return new Asked(
          asked.question(),
          asked.figures(),
          asked.proposed().map(Explanation.Proposed::reading),
          asked
              .proposed()
              .map(Explanation.Proposed::worth)
              .filter(worth -> worth.applicable())
              .map(worth -> worth.points()),
          asked.proposed().flatMap(Explanation.Proposed::reason));
    }

    @Override
    public Body body() {
      return new Body()
          .with("question", question)
          .with("figures", figures)
          .with("proposed", proposed)
          .with("points", points)
          .with("reason", reason);
    }

    static Asked read(BodyReader in) {
      return new Asked(
          in.text("question"),
          in.flag("figures"),
          in.maybe("proposed", (body, name) -> body.constant(name, Reading.Kind.class)),
          in.maybe("points", BodyReader::points),
          in.maybe("reason", BodyReader::text));
    }
  }

  /**
   * The unit was asked.
   *
   * @param employer of who asked; empty for none of the ranked
   * @param until last moment for its answer
   */
  record ExplanationAsked(
      String by,
      @Member("body") Optional<UnitCode> employer,
      Role role,
      Map<String, Asked> criteria,
      Instant until)
      implements ExplanationFact {

    static final String KIND = "EXPLANATION_ASKED";

    public ExplanationAsked {
      criteria = new TreeMap<>(criteria);
    }

    static ExplanationAsked of(Hand hand, Map<String, Asked> criteria, Instant until) {
      return new ExplanationAsked(hand.account(), hand.body(), hand.role(), criteria, until);
    }

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
          .with("criteria", criteria)
          .with("until", until);
    }

    static ExplanationAsked read(BodyReader in) {
      return new ExplanationAsked(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.constant("role", Role.class),
          in.parts("criteria", Asked::read),
          in.moment("until"));
    }
  }

  /** The unit wrote its answer, or wrote it anew. */
  record ExplanationAnswered(
      String by,
      CriterionId criterion,
      String text,
      @Member(emptyLeftOut = true) List<String> evidence)
      implements ExplanationFact {

    static final String KIND = "EXPLANATION_ANSWERED";

    public ExplanationAnswered {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("criterion", criterion)
          .with("text", text)
          .withSome("evidence", evidence);
    }

    static ExplanationAnswered read(BodyReader in) {
      return new ExplanationAnswered(
          in.text("by"), in.criterion("criterion"), in.text("text"), in.texts("evidence"));
    }
  }

  /** The typist closed the answers for the signer. */
  record ExplanationsClosed(String by, List<CriterionId> criteria) implements ExplanationFact {

    static final String KIND = "EXPLANATIONS_CLOSED";

    public ExplanationsClosed {
      criteria = List.copyOf(criteria);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("criteria", criteria);
    }

    static ExplanationsClosed read(BodyReader in) {
      return new ExplanationsClosed(in.text("by"), idsOf(in));
    }
  }

  /**
   * The head of the unit confirmed the answers, with a covering letter.
   *
   * @param judgeBy last moment for the team to judge them
   */
  record ExplanationsConfirmed(
      String by,
      List<CriterionId> criteria,
      String letterNumber,
      LocalDate letterDate,
      Instant judgeBy)
      implements ExplanationFact {

    static final String KIND = "EXPLANATIONS_CONFIRMED";

    public ExplanationsConfirmed {
      criteria = List.copyOf(criteria);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("criteria", criteria)
          .with("letterNumber", letterNumber)
          .with("letterDate", letterDate)
          .with("judgeBy", judgeBy);
    }

    static ExplanationsConfirmed read(BodyReader in) {
      return new ExplanationsConfirmed(
          in.text("by"),
          idsOf(in),
          in.text("letterNumber"),
          in.day("letterDate"),
          in.moment("judgeBy"));
    }
  }

  /**
   * Silence has decided: of the unit, and the mark that it was shown stands; of the team, and the
   * self-score stands.
   */
  record ExplanationLapsed(Explanation.Party silent, List<CriterionId> criteria)
      implements ExplanationFact {

    static final String KIND = "EXPLANATION_LAPSED";

    public ExplanationLapsed {
      criteria = List.copyOf(criteria);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("silent", silent).with("criteria", criteria);
    }

    static ExplanationLapsed read(BodyReader in) {
      return new ExplanationLapsed(in.constant("silent", Explanation.Party.class), idsOf(in));
    }
  }

  private static List<CriterionId> idsOf(BodyReader in) {
    return in.texts("criteria").stream().map(CriterionId::new).toList();
  }
}
