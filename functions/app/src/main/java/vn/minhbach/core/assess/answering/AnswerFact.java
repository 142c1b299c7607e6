package vn.minhbach.core.assess.answering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Edit;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;

/** What the ledger tells of answers and of the head of the form (plan V.5). */
public sealed interface AnswerFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<AnswerFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case AnswerSaved.KIND -> AnswerSaved.read(in);
              case AnswerTyped.KIND -> AnswerTyped.read(in);
              case AnswersSaved.KIND -> AnswersSaved.read(in);
              case TypedAnswerContested.KIND -> TypedAnswerContested.read(in);
              case FormHeadFilled.KIND -> FormHeadFilled.read(in);
              default -> null;
            });
  }

  /** An answer as the ledger keeps it: figures, or why the criterion does not apply. */
  record Given(
      CriterionId criterion,
      long criteriaVersion,
      long version,
      Optional<Map<String, Object>> inputs,
      Optional<String> notApplicable,
      Optional<String> note,
      Optional<Claim> claim,
      Optional<Points> points)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with("criterion", criterion)
          .with("criteriaVersion", criteriaVersion)
          .with("version", version)
          .with("inputs", inputs)
          .with("notApplicable", notApplicable)
          .with("note", note)
          .with("claim", claim)
          .with("points", points);
    }

    static Given read(BodyReader in) {
      return new Given(
          in.criterion("criterion"),
          in.number("criteriaVersion"),
          in.number("version"),
          in.maybe("inputs", BodyReader::figures),
          in.maybe("notApplicable", BodyReader::text),
          in.maybe("note", BodyReader::text),
          in.maybe("claim", (body, name) -> Claim.read(body.part(name))),
          in.maybe("points", BodyReader::points));
    }

    public static Given of(Answer answer) {
      return new Given(
          answer.criterion(),
          answer.criteriaVersion(),
          answer.version(),
          Optional.of(answer.inputs()).filter(figures -> answer.notApplicable().isEmpty()),
          answer.notApplicable(),
          answer.note(),
          answer.claim(),
          answer.points());
    }
  }

  /** A unit saved an answer. */
  record AnswerSaved(@Member(flat = true) Given answer, String by, Optional<String> voidedCode)
      implements AnswerFact, Edit {

    static final String KIND = "ANSWER_SAVED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(answer).with("by", by).with("voidedCode", voidedCode);
    }

    @Override
    public AnswerSaved voiding(String checkCode) {
      return new AnswerSaved(answer, by, Optional.of(checkCode));
    }

    static AnswerSaved read(BodyReader in) {
      return new AnswerSaved(
          Given.read(in), in.text("by"), in.maybe("voidedCode", BodyReader::text));
    }
  }

  /** An answer was typed for a commune, from its paper. */
  record AnswerTyped(
      @Member(flat = true) Given answer,
      String by,
      @Member("for") UnitCode unit,
      String paper,
      Instant contestUntil,
      Optional<String> voidedCode)
      implements AnswerFact, Edit {

    static final String KIND = "ANSWER_TYPED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with(answer)
          .with("by", by)
          .with("for", unit)
          .with("paper", paper)
          .with("contestUntil", contestUntil)
          .with("voidedCode", voidedCode);
    }

    @Override
    public AnswerTyped voiding(String checkCode) {
      return new AnswerTyped(answer, by, unit, paper, contestUntil, Optional.of(checkCode));
    }

    static AnswerTyped read(BodyReader in) {
      return new AnswerTyped(
          Given.read(in),
          in.text("by"),
          in.unit("for"),
          in.text("paper"),
          in.moment("contestUntil"),
          in.maybe("voidedCode", BodyReader::text));
    }
  }

  /** A unit brought back an offline copy (decision 0018). */
  record AnswersSaved(
      String by,
      List<Given> answers,
      Optional<Long> basedOnFormVersion,
      Optional<String> voidedCode)
      implements AnswerFact, Edit {

    static final String KIND = "ANSWERS_SAVED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("answers", answers)
          .with("basedOnFormVersion", basedOnFormVersion)
          .with("voidedCode", voidedCode);
    }

    @Override
    public AnswersSaved voiding(String checkCode) {
      return new AnswersSaved(by, answers, basedOnFormVersion, Optional.of(checkCode));
    }

    static AnswersSaved read(BodyReader in) {
      return new AnswersSaved(
          in.text("by"),
          in.list("answers", Given::read),
          in.maybe("basedOnFormVersion", BodyReader::number),
          in.maybe("voidedCode", BodyReader::text));
    }
  }

  /**
   * A commune set aside what was typed for it.
   *
   * @param version the answer's
   * @param reopenedUntil of the criterion, in a form that is sent
   */
  record TypedAnswerContested(
      String by,
      CriterionId criterion,
      String reason,
      String paper,
      long version,
      Optional<Instant> reopenedUntil,
      Optional<String> voidedCode)
      implements AnswerFact, Edit {

    static final String KIND = "TYPED_ANSWER_CONTESTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("criterion", criterion)
          .with("reason", reason)
          .with("paper", paper)
          .with("version", version)
          .with("reopenedUntil", reopenedUntil)
          .with("voidedCode", voidedCode);
    }

    @Override
    public TypedAnswerContested voiding(String checkCode) {
      return new TypedAnswerContested(
          by, criterion, reason, paper, version, reopenedUntil, Optional.of(checkCode));
    }

    static TypedAnswerContested read(BodyReader in) {
      return new TypedAnswerContested(
          in.text("by"),
          in.criterion("criterion"),
          in.text("reason"),
          in.text("paper"),
          in.number("version"),
          in.maybe("reopenedUntil", BodyReader::moment),
          in.maybe("voidedCode", BodyReader::text));
    }
  }

  /**
   * A unit filled in the head of its form. That the contact changed is told, never to whom: not
   * even a hash of a telephone number, since there are few enough to try them all.
   *
   * @param contactChanged of name, phone, email
   */
  record FormHeadFilled(
      String by,
      long version,
      String address,
      long officials,
      long civilServants,
      Optional<Long> publicEmployees,
      Optional<Long> residents,
      Optional<Long> enterprises,
      List<String> contactChanged,
      Optional<String> voidedCode)
      implements AnswerFact, Edit {

    static final String KIND = "FORM_HEAD_FILLED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("version", version)
          .with("address", address)
          .with("officials", officials)
          .with("civilServants", civilServants)
          .with("publicEmployees", publicEmployees)
          .with("residents", residents)
          .with("enterprises", enterprises)
          .with("contactChanged", contactChanged)
          .with("voidedCode", voidedCode);
    }

    @Override
    public FormHeadFilled voiding(String checkCode) {
      return new FormHeadFilled(
          by,
          version,
          address,
          officials,
          civilServants,
          publicEmployees,
          residents,
          enterprises,
          contactChanged,
          Optional.of(checkCode));
    }

    static FormHeadFilled read(BodyReader in) {
      return new FormHeadFilled(
          in.text("by"),
          in.number("version"),
          in.text("address"),
          in.number("officials"),
          in.number("civilServants"),
          in.maybe("publicEmployees", BodyReader::number),
          in.maybe("residents", BodyReader::number),
          in.maybe("enterprises", BodyReader::number),
          in.texts("contactChanged"),
          in.maybe("voidedCode", BodyReader::text));
    }
  }
}
