package vn.minhbach.core.publish.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Part;

/** What the ledger tells of improvement plans, in the unit's chain. Nobody in charge is named. */
public sealed interface PlanFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<PlanFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case PlanWritten.KIND -> PlanWritten.read(in);
              case MeasureMarked.KIND -> MeasureMarked.read(in);
              default -> null;
            });
  }

  /** A measure, without who is in charge. */
  record Measure(CriterionId criterion, String measure, LocalDate due) implements Part {

    @Override
    public Body body() {
      return new Body().with("criterion", criterion).with("measure", measure).with("due", due);
    }

    static Measure read(BodyReader in) {
      return new Measure(in.criterion("criterion"), in.text("measure"), in.day("due"));
    }
  }

  /**
   * A plan was written, or written anew.
   *
   * @param issue of the result that it answers
   * @param number and date of the paper that issues it; with {@code sha256} of its PDF
   */
  record PlanWritten(
      String by,
      int issue,
      List<Measure> measures,
      Optional<String> number,
      Optional<LocalDate> date,
      Optional<String> sha256)
      implements PlanFact {

    static final String KIND = "PLAN_WRITTEN";

    public PlanWritten {
      measures = List.copyOf(measures);
    }

    static PlanWritten of(Plan plan) {
      return new PlanWritten(
          plan.by(),
          plan.issue(),
          plan.items().stream()
              .map(item -> new Measure(item.criterion(), item.measure(), item.due()))
              .toList(),
          plan.paper().map(Plan.Paper::number),
          plan.paper().map(Plan.Paper::date),
          plan.paper().map(Plan.Paper::sha256));
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
          .with("measures", measures)
          .with("number", number)
          .with("date", date)
          .with("sha256", sha256);
    }

    static PlanWritten read(BodyReader in) {
      return new PlanWritten(
          in.text("by"),
          in.count("issue"),
          in.list("measures", Measure::read),
          in.maybe("number", BodyReader::text),
          in.maybe("date", BodyReader::day),
          in.maybe("sha256", BodyReader::text));
    }
  }

  /**
   * A measure of the plan of an earlier campaign was marked.
   *
   * @param earlier id of that campaign
   * @param measure its number in that plan
   * @param evidence id of a file of this campaign's form
   */
  record MeasureMarked(
      String by,
      String earlier,
      int measure,
      CriterionId criterion,
      boolean done,
      Optional<String> note,
      Optional<String> evidence)
      implements PlanFact {

    static final String KIND = "MEASURE_MARKED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("earlier", earlier)
          .with("measure", measure)
          .with("criterion", criterion)
          .with("done", done)
          .with("note", note)
          .with("evidence", evidence);
    }

    static MeasureMarked read(BodyReader in) {
      return new MeasureMarked(
          in.text("by"),
          in.text("earlier"),
          in.count("measure"),
          in.criterion("criterion"),
          in.flag("done"),
          in.maybe("note", BodyReader::text),
          in.maybe("evidence", BodyReader::text));
    }
  }
}
