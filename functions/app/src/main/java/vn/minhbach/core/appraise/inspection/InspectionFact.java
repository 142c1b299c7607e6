package vn.minhbach.core.appraise.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/**
 * What the ledger tells of inspections: the plan in the campaign's chain, findings and minutes in
 * the chain of the unit.
 */
public sealed interface InspectionFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<InspectionFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case InspectionPlanned.KIND -> InspectionPlanned.read(in);
              case FindingNoted.KIND -> FindingNoted.read(in);
              case MinutesKept.KIND -> MinutesKept.read(in);
              default -> null;
            });
  }

  /** An inspection was planned, or planned otherwise. */
  record InspectionPlanned(
      String by,
      int number,
      String decisionNumber,
      LocalDate decisionDate,
      LocalDate from,
      LocalDate until,
      int members,
      List<UnitCode> units,
      @Member(emptyLeftOut = true) List<CriterionId> criteria)
      implements InspectionFact {

    static final String KIND = "INSPECTION_PLANNED";

    public InspectionPlanned {
      units = List.copyOf(units);
      criteria = List.copyOf(criteria);
    }

    static InspectionPlanned of(String by, Inspection plan) {
      return new InspectionPlanned(
          by,
          plan.number(),
          plan.decision().number(),
          plan.decision().date(),
          plan.from(),
          plan.until(),
          plan.members().size(),
          plan.units(),
          plan.criteria());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("number", number)
          .with("decisionNumber", decisionNumber)
          .with("decisionDate", decisionDate)
          .with("from", from)
          .with("until", until)
          .with("members", members)
          .with("units", units)
          .withSome("criteria", criteria);
    }

    static InspectionPlanned read(BodyReader in) {
      return new InspectionPlanned(
          in.text("by"),
          in.count("number"),
          in.text("decisionNumber"),
          in.day("decisionDate"),
          in.day("from"),
          in.day("until"),
          in.count("members"),
          in.texts("units").stream().map(UnitCode::new).toList(),
          in.texts("criteria").stream().map(CriterionId::new).toList());
    }
  }

  /**
   * Something was found of a criterion.
   *
   * @param employer of who found it; empty for none of the ranked
   * @param evidence ids of the team's files
   */
  record FindingNoted(
      String by,
      @Member("body") Optional<UnitCode> employer,
      Role role,
      int inspection,
      CriterionId criterion,
      Finding.Found found,
      String text,
      @Member(emptyLeftOut = true) List<String> evidence)
      implements InspectionFact {

    static final String KIND = "FINDING_NOTED";

    public FindingNoted {
      evidence = List.copyOf(evidence);
    }

    static FindingNoted of(Finding finding) {
      Hand by = finding.by();
      return new FindingNoted(
          by.account(),
          by.body(),
          by.role(),
          finding.inspection(),
          finding.criterion(),
          finding.found(),
          finding.text(),
          finding.evidence());
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
          .with("inspection", inspection)
          .with("criterion", criterion)
          .with("found", found)
          .with("text", text)
          .withSome("evidence", evidence);
    }

    static FindingNoted read(BodyReader in) {
      return new FindingNoted(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.constant("role", Role.class),
          in.count("inspection"),
          in.criterion("criterion"),
          in.constant("found", Finding.Found.class),
          in.text("text"),
          in.texts("evidence"));
    }
  }

  /** The minutes of an inspection at the unit are kept: it sees what was found. */
  record MinutesKept(
      String by,
      @Member("body") Optional<UnitCode> employer,
      Role role,
      int inspection,
      LocalDate day,
      String representative,
      String conclusion,
      Optional<String> opinion,
      List<String> evidence)
      implements InspectionFact {

    static final String KIND = "MINUTES_KEPT";

    public MinutesKept {
      evidence = List.copyOf(evidence);
    }

    static MinutesKept of(Minutes minutes) {
      Hand by = minutes.by();
      return new MinutesKept(
          by.account(),
          by.body(),
          by.role(),
          minutes.inspection(),
          minutes.day(),
          minutes.representative(),
          minutes.conclusion(),
          minutes.opinion(),
          minutes.evidence());
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
          .with("inspection", inspection)
          .with("day", day)
          .with("representative", representative)
          .with("conclusion", conclusion)
          .with("opinion", opinion)
          .with("evidence", evidence);
    }

    static MinutesKept read(BodyReader in) {
      return new MinutesKept(
          in.text("by"),
          in.maybe("body", BodyReader::unit),
          in.constant("role", Role.class),
          in.count("inspection"),
          in.day("day"),
          in.text("representative"),
          in.text("conclusion"),
          in.maybe("opinion", BodyReader::text),
          in.texts("evidence"));
    }
  }
}
