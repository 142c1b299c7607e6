package vn.minhbach.core.assess.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;
import vn.minhbach.core.scoring.Scorecard;

/** What the ledger tells of closing and signing a form (plan V.5). */
public sealed interface SigningFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<SigningFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case FormClosed.KIND -> FormClosed.read(in);
              case FormClosedAgain.KIND -> FormClosedAgain.read(in);
              case FormSubmitted.KIND -> FormSubmitted.read(in);
              case FormSubmittedAgain.KIND -> FormSubmittedAgain.read(in);
              default -> null;
            });
  }

  /** What was closed, if this fact gave out this check code for it. */
  default Optional<Closed> closedUnder(String checkCode) {
    return switch (this) {
      case FormClosed closed -> closed.givenOut().under(checkCode, closed.checkCode());
      case FormClosedAgain closed -> closed.givenOut().under(checkCode, closed.checkCode());
      case FormSubmitted(Signed signed) -> signed.closedUnder(checkCode);
      case FormSubmittedAgain(Signed signed, List<CriterionId> criteria) ->
          signed.closedUnder(checkCode);
    };
  }

  /** The score of the form; no index where nothing applies. */
  record Score(Points points, Points max, Optional<Points> index) implements Part {

    @Override
    public Body body() {
      return new Body().with("points", points).with("max", max).with("index", index);
    }

    static Score read(BodyReader in) {
      return new Score(
          in.points("points"), in.points("max"), in.maybe("index", BodyReader::points));
    }

    static Score of(Scorecard card) {
      return new Score(card.points(), card.max(), card.index());
    }
  }

  /**
   * What a closed form says, so that it can be told later what has changed: figures and points, and
   * a digest of the words beside them.
   *
   * @param answers by criterion
   * @param files digest of what is said of each, by id
   * @param formHead digest of the head of the form
   */
  record Closed(Map<String, Said> answers, Map<String, String> files, Optional<String> formHead)
      implements Part {

    @Override
    public Body body() {
      return new Body().with("answers", answers).with("files", files).with("formHead", formHead);
    }

    static Closed read(BodyReader in) {
      return new Closed(
          in.parts("answers", Said::read),
          in.map("files", Object::toString),
          in.maybe("formHead", BodyReader::text));
    }
  }

  /**
   * An answer in a closed form.
   *
   * @param notApplicable true where the criterion does not apply, else left out
   * @param digest of all that it says
   */
  record Said(
      Optional<Map<String, Object>> inputs,
      Optional<Boolean> notApplicable,
      Optional<Points> points,
      String digest)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with("inputs", inputs)
          .with("notApplicable", notApplicable)
          .with("points", points)
          .with("digest", digest);
    }

    static Said read(BodyReader in) {
      return new Said(
          in.maybe("inputs", BodyReader::figures),
          in.maybe("notApplicable", BodyReader::flag),
          in.maybe("points", BodyReader::points),
          in.text("digest"));
    }
  }

  /** Until when what was closed can be signed, and what it was. */
  record GivenOut(Instant signBy, Closed closed) implements Part {

    @Override
    public Body body() {
      return new Body().with("signBy", signBy).with("closed", closed);
    }

    static GivenOut read(BodyReader in) {
      return new GivenOut(in.moment("signBy"), Closed.read(in.part("closed")));
    }

    private Optional<Closed> under(String checkCode, String own) {
      return Optional.of(closed).filter(what -> own.equals(checkCode));
    }

    private static Optional<GivenOut> maybe(BodyReader in) {
      return in.has("closed") ? Optional.of(read(in)) : Optional.empty();
    }
  }

  /**
   * A signature.
   *
   * @param givenOut where the form was not closed before
   * @param sentAt when it counts as sent, where that is not now
   * @param signedForm evidence id of the paper
   * @param letter number of the covering letter
   * @param computed what the system filled in
   * @param reopened criteria of files that fell out while the form waited
   */
  record Signed(
      @Member(flat = true) Score score,
      String by,
      boolean late,
      Optional<String> lateReason,
      String checkCode,
      String formHash,
      long criteriaVersion,
      @Member(flat = true) Optional<GivenOut> givenOut,
      Optional<Instant> sentAt,
      Optional<String> signedForm,
      Optional<String> letter,
      @Member(emptyLeftOut = true) List<FilledIn> computed,
      @Member(emptyLeftOut = true) List<CriterionId> reopened,
      Optional<Instant> reopenedUntil)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with(score)
          .with("by", by)
          .with("late", late)
          .with("lateReason", lateReason)
          .with("checkCode", checkCode)
          .with("formHash", formHash)
          .with("criteriaVersion", criteriaVersion)
          .with(givenOut)
          .with("sentAt", sentAt)
          .with("signedForm", signedForm)
          .with("letter", letter)
          .withSome("computed", computed)
          .withSome("reopened", reopened)
          .with("reopenedUntil", reopenedUntil);
    }

    static Signed read(BodyReader in) {
      return new Signed(
          Score.read(in),
          in.text("by"),
          in.flag("late"),
          in.maybe("lateReason", BodyReader::text),
          in.text("checkCode"),
          in.text("formHash"),
          in.number("criteriaVersion"),
          GivenOut.maybe(in),
          in.maybe("sentAt", BodyReader::moment),
          in.maybe("signedForm", BodyReader::text),
          in.maybe("letter", BodyReader::text),
          in.list("computed", FilledIn::read),
          in.texts("reopened").stream().map(CriterionId::new).toList(),
          in.maybe("reopenedUntil", BodyReader::moment));
    }

    private Optional<Closed> closedUnder(String code) {
      return givenOut.flatMap(out -> out.under(code, checkCode));
    }
  }

  /** A form was closed and given its check code. */
  record FormClosed(
      @Member(flat = true) Score score,
      String by,
      boolean late,
      Optional<String> lateReason,
      String checkCode,
      String formHash,
      @Member(flat = true) GivenOut givenOut)
      implements SigningFact {

    static final String KIND = "FORM_CLOSED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with(score)
          .with("by", by)
          .with("late", late)
          .with("lateReason", lateReason)
          .with("checkCode", checkCode)
          .with("formHash", formHash)
          .with(givenOut);
    }

    static FormClosed read(BodyReader in) {
      return new FormClosed(
          Score.read(in),
          in.text("by"),
          in.flag("late"),
          in.maybe("lateReason", BodyReader::text),
          in.text("checkCode"),
          in.text("formHash"),
          GivenOut.read(in));
    }
  }

  /** Criteria that were open again were closed. */
  record FormClosedAgain(
      @Member(flat = true) Score score,
      String by,
      boolean late,
      Optional<String> lateReason,
      String checkCode,
      String formHash,
      @Member(flat = true) GivenOut givenOut,
      List<CriterionId> criteria)
      implements SigningFact {

    static final String KIND = "FORM_CLOSED_AGAIN";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with(score)
          .with("by", by)
          .with("late", late)
          .with("lateReason", lateReason)
          .with("checkCode", checkCode)
          .with("formHash", formHash)
          .with(givenOut)
          .with("criteria", criteria);
    }

    static FormClosedAgain read(BodyReader in) {
      return new FormClosedAgain(
          Score.read(in),
          in.text("by"),
          in.flag("late"),
          in.maybe("lateReason", BodyReader::text),
          in.text("checkCode"),
          in.text("formHash"),
          GivenOut.read(in),
          in.texts("criteria").stream().map(CriterionId::new).toList());
    }
  }

  /** A form was signed. */
  record FormSubmitted(@Member(flat = true) Signed signed) implements SigningFact {

    static final String KIND = "FORM_SUBMITTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(signed);
    }

    static FormSubmitted read(BodyReader in) {
      return new FormSubmitted(Signed.read(in));
    }
  }

  /** Criteria that were open again were signed for. */
  record FormSubmittedAgain(@Member(flat = true) Signed signed, List<CriterionId> criteria)
      implements SigningFact {

    static final String KIND = "FORM_SUBMITTED_AGAIN";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with(signed).with("criteria", criteria);
    }

    static FormSubmittedAgain read(BodyReader in) {
      return new FormSubmittedAgain(
          Signed.read(in), in.texts("criteria").stream().map(CriterionId::new).toList());
    }
  }
}
