package vn.minhbach.core.assess.question;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;

/** What the ledger tells of a question, in a chain of its own. */
public sealed interface QuestionFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<QuestionFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case QuestionAsked.KIND -> QuestionAsked.read(in);
              case QuestionAnswered.KIND -> QuestionAnswered.read(in);
              case AnswerCorrected.KIND -> AnswerCorrected.read(in);
              case DifficultyReferred.KIND -> DifficultyReferred.read(in);
              default -> null;
            });
  }

  /** A unit asked. */
  record QuestionAsked(String by, CriterionId criterion, String question) implements QuestionFact {

    static final String KIND = "QUESTION_ASKED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("by", by).with("criterion", criterion).with("question", question);
    }

    static QuestionAsked read(BodyReader in) {
      return new QuestionAsked(in.text("by"), in.criterion("criterion"), in.text("question"));
    }
  }

  /**
   * The office answered.
   *
   * @param wording the question as others read it, where that is another
   */
  record QuestionAnswered(String by, String answer, boolean published, Optional<String> wording)
      implements QuestionFact {

    static final String KIND = "QUESTION_ANSWERED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("answer", answer)
          .with("published", published)
          .with("wording", wording);
    }

    static QuestionAnswered read(BodyReader in) {
      return new QuestionAnswered(
          in.text("by"),
          in.text("answer"),
          in.flag("published"),
          in.maybe("wording", BodyReader::text));
    }
  }

  /** The office answered anew. */
  record AnswerCorrected(String by, String answer, boolean published, Optional<String> wording)
      implements QuestionFact {

    static final String KIND = "ANSWER_CORRECTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("answer", answer)
          .with("published", published)
          .with("wording", wording);
    }

    static AnswerCorrected read(BodyReader in) {
      return new AnswerCorrected(
          in.text("by"),
          in.text("answer"),
          in.flag("published"),
          in.maybe("wording", BodyReader::text));
    }
  }

  /**
   * The office put a difficulty before the People's Committee, entered what that ruled, or took it
   * back.
   *
   * @param number and {@code date} of the ruling's paper; all three empty while it is awaited
   */
  record DifficultyReferred(
      String by,
      boolean referred,
      Optional<String> wording,
      Optional<String> number,
      Optional<LocalDate> date,
      Optional<String> ruling)
      implements QuestionFact {

    static final String KIND = "DIFFICULTY_REFERRED";

    static DifficultyReferred of(Referral referral) {
      return new DifficultyReferred(
          referral.by(),
          referral.referred(),
          referral.wording(),
          referral.ruling().map(ruling -> ruling.paper().number()),
          referral.ruling().map(ruling -> ruling.paper().date()),
          referral.ruling().map(Referral.Ruling::text));
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("referred", referred)
          .with("wording", wording)
          .with("number", number)
          .with("date", date)
          .with("ruling", ruling);
    }

    static DifficultyReferred read(BodyReader in) {
      return new DifficultyReferred(
          in.text("by"),
          in.flag("referred"),
          in.maybe("wording", BodyReader::text),
          in.maybe("number", BodyReader::text),
          in.maybe("date", BodyReader::day),
          in.maybe("ruling", BodyReader::text));
    }
  }
}
