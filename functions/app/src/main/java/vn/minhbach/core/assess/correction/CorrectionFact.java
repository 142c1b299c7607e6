package vn.minhbach.core.assess.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.submission.Edit;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;

/** What the ledger tells of corrected criteria (<i>công văn đính chính</i>). */
public sealed interface CorrectionFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<CorrectionFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case CriteriaCorrected.KIND -> CriteriaCorrected.read(in);
              case FormCorrected.KIND -> FormCorrected.read(in);
              default -> null;
            });
  }

  /** The letter that orders it. */
  record Letter(String number, LocalDate date) implements Part {

    @Override
    public Body body() {
      return new Body().with("number", number).with("date", date);
    }

    static Letter read(BodyReader in) {
      return new Letter(in.text("number"), in.day("date"));
    }
  }

  /** A criterion that differs. */
  record Line(CriterionId criterion, CriteriaDiff.Change change, List<String> fields, boolean opens)
      implements Part {

    @Override
    public Body body() {
      return new Body()
          .with("criterion", criterion)
          .with("change", change)
          .with("fields", fields)
          .with("opens", opens);
    }

    static Line read(BodyReader in) {
      return new Line(
          in.criterion("criterion"),
          in.constant("change", CriteriaDiff.Change.class),
          in.texts("fields"),
          in.flag("opens"));
    }
  }

  /** A criterion that is open again. */
  record Opened(CriterionId criterion, Instant until) implements Part {

    @Override
    public Body body() {
      return new Body().with("criterion", criterion).with("until", until);
    }

    static Opened read(BodyReader in) {
      return new Opened(in.criterion("criterion"), in.moment("until"));
    }
  }

  /**
   * A corrected set is in force, in the campaign's chain.
   *
   * @param number 1, 2, 3… within campaign and group
   * @param previous version that was in force before
   * @param sha256 of the set
   * @param days working days to answer
   * @param set fields of the set itself that differ
   */
  record CriteriaCorrected(
      String by,
      int group,
      int number,
      Letter letter,
      String reason,
      long previous,
      long version,
      String sha256,
      int days,
      Instant until,
      List<String> set,
      List<Line> criteria)
      implements CorrectionFact {

    static final String KIND = "CRITERIA_CORRECTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("group", group)
          .with("number", number)
          .with("letter", letter)
          .with("reason", reason)
          .with("previous", previous)
          .with("version", version)
          .with("sha256", sha256)
          .with("days", days)
          .with("until", until)
          .with("set", set)
          .with("criteria", criteria);
    }

    static CriteriaCorrected read(BodyReader in) {
      return new CriteriaCorrected(
          in.text("by"),
          in.count("group"),
          in.count("number"),
          Letter.read(in.part("letter")),
          in.text("reason"),
          in.number("previous"),
          in.number("version"),
          in.text("sha256"),
          in.count("days"),
          in.moment("until"),
          in.texts("set"),
          in.list("criteria", Line::read));
    }
  }

  /**
   * A form was opened again, or given more time.
   *
   * @param dueAt where the form is not sent
   * @param reopened where it is
   */
  record FormCorrected(
      List<Integer> corrections,
      List<String> letters,
      long criteriaVersion,
      Optional<Instant> dueAt,
      Optional<Instant> closesAt,
      Optional<List<Opened>> reopened,
      @Member(emptyLeftOut = true) List<FilledIn> computed,
      Optional<String> voidedCode)
      implements CorrectionFact, Edit {

    static final String KIND = "FORM_CORRECTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("corrections", corrections)
          .with("letters", letters)
          .with("criteriaVersion", criteriaVersion)
          .with("dueAt", dueAt)
          .with("closesAt", closesAt)
          .with("reopened", reopened)
          .withSome("computed", computed)
          .with("voidedCode", voidedCode);
    }

    @Override
    public FormCorrected voiding(String checkCode) {
      return new FormCorrected(
          corrections,
          letters,
          criteriaVersion,
          dueAt,
          closesAt,
          reopened,
          computed,
          Optional.of(checkCode));
    }

    static FormCorrected read(BodyReader in) {
      return new FormCorrected(
          in.numbers("corrections"),
          in.texts("letters"),
          in.number("criteriaVersion"),
          in.maybe("dueAt", BodyReader::moment),
          in.maybe("closesAt", BodyReader::moment),
          in.maybe("reopened", (body, name) -> body.list(name, Opened::read)),
          in.list("computed", FilledIn::read),
          in.maybe("voidedCode", BodyReader::text));
    }
  }
}
