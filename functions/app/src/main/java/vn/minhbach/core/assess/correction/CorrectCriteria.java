package vn.minhbach.core.assess.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.criteria.CriteriaDigest;
import vn.minhbach.core.criteria.CriteriaDocument;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.PutCorrection;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office corrects the criteria of a group while forms are out (<i>công văn đính
 * chính</i>). The whole corrected set is staged; one transaction puts it in force, writes the
 * campaign's ledger, the correction for its readers, and the job that notes it in forms. No form is
 * written: what it means for a form is derived ({@link Amendments}).
 *
 * <p>Refused outside the stage OPEN, when the set is faulty or for another group, when it says
 * nothing new, and when it leaves too few working days, or more than there are before the
 * appraisal.
 */
public final class CorrectCriteria {

  private static final int NUMBER_MAX = 100;
  private static final int REASON_MAX = 1_000;
  private static final int DAYS_MAX = 60;

  private final CampaignChange change;
  private final CriteriaSets criteriaSets;
  private final Corrections corrections;
  private final Units units;
  private final Submissions submissions;
  private final Chance chance;

  public CorrectCriteria(
      CampaignChange change,
      CriteriaSets criteriaSets,
      Corrections corrections,
      Units units,
      Submissions submissions,
      Chance chance) {
    this.change = change;
    this.criteriaSets = criteriaSets;
    this.corrections = corrections;
    this.units = units;
    this.submissions = submissions;
    this.chance = chance;
  }

  /**
   * How many forms a correction bears on; the body that employs whoever asks is left out, since the
   * rest is known form by form.
   *
   * @param units of the group, all of them
   * @param sent forms that are sent: open again for their units, or looked at by the system
   * @param outdated unsent forms with answers to what was corrected
   * @param answers stored answers that are outdated, in all forms
   */
  public record Reach(int units, int sent, int outdated, int answers) {

    /** Forms on which the correction bears at all. */
    public int touched() {
      return sent + outdated;
    }
  }

  /** A correction, made or only tried, with what it bears on. */
  public record Made(Correction correction, Reach reach, boolean dryRun) {}

  /**
   * What the office orders.
   *
   * @param days working days that units have for it
   * @param dryRun whether it is only to be told what it would do
   */
  public record Order(
      Correction.Letter letter,
      String reason,
      int days,
      CriteriaDocument document,
      boolean dryRun) {}

  /** Reads {@code {letter, reason, days, set, dryRun?}}. */
  public static Outcome<Order> order(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, CorrectCriteria::shape)
        .flatMap(sent ->
            CriteriaDocument.readAt("set", sent.set())
                .map(set ->
                    new Order(sent.letter(), sent.reason(), sent.days(), set, sent.dryRun())));
  }

  /** Makes it, or with {@code dryRun} says what it would do and writes nothing. */
  public Outcome<Made> correct(Campaign campaign, int group, Act act, Order order) {
    return order
        .document()
        .ofGroup(group)
        .map(CriteriaDocument::set)
        .flatMap(set ->
            order.dryRun()
                ? campaign
                    .at(Stage.OPEN)
                    .flatMap(open -> correction(open, set, order, act, 0))
                    .map(tried -> new Made(tried, reach(campaign, tried, act), true))
                : made(campaign.id(), set, order, act));
  }

  private Outcome<Made> made(CampaignId id, CriteriaSet set, Order order, Act act) {
    int group = set.unitGroup();
    return change.of(
        id,
        act,
        campaign ->
            campaign
                .at(Stage.OPEN)
                .flatMap(open -> correction(open, set, order, act, chance.version()))
                .map(correction -> decided(campaign, correction, order)),
        (campaign, ids) -> {
          int number = Integer.parseInt(ids.get("correction"));
          Correction made = corrections.of(id, group, number).getLast();
          return new Made(made, reach(campaign, made, act), false);
        });
  }

  private CampaignChange.Decided decided(Campaign campaign, Correction correction, Order order) {
    criteriaSets.stage(
        campaign.id(), correction.group(), correction.version(), order.document().tree());
    var writes = new ArrayList<Write>();
    writes.add(new PutCorrection(correction));
    if (correction.touchesForms()) {
      writes.add(
          new PutJob(
              Job.correct(campaign.id(), chance.hex128(), correction.group(), correction.at())));
    }
    return new CampaignChange.Decided(
        campaign.withCorrected(correction.group(), correction.version()),
        Optional.of(corrected(correction, order)),
        Map.of("correction", String.valueOf(correction.number())),
        writes);
  }

  private Outcome<Correction> correction(
      Campaign campaign, CriteriaSet set, Order order, Act act, long version) {
    int group = set.unitGroup();
    Long inForce = campaign.criteriaVersions().get(group);
    if (inForce == null) {
      return Outcome.refused(CriteriaProblem.NO_CRITERIA.of(campaign.id(), group));
    }
    CriteriaDiff diff =
        CriteriaDiff.between(criteriaSets.find(campaign.id(), group, inForce).orElseThrow(), set);
    if (diff.isEmpty()) {
      return Outcome.refused(CorrectionProblem.NOTHING_TO_CORRECT.of(group, inForce));
    }
    return timely(campaign, order, act)
        .map(until ->
            new Correction(
                campaign.id(),
                group,
                campaign.corrections(group) + 1,
                inForce,
                version,
                order.letter(),
                order.reason(),
                act.now(),
                until,
                act.caller().id(),
                diff.set(),
                diff.lines()));
  }

  private static Outcome<Instant> timely(Campaign campaign, Order order, Act act) {
    Deadlines deadlines = Deadlines.of(campaign);
    if (order.letter().date().isAfter(deadlines.day(act.now()))) {
      return Outcome.refused(
          Refusal.of(
              InputProblem.INVALID_BODY.of(1),
              List.of(
                  Violation.at(
                      "letter.date",
                      InputProblem.IN_THE_FUTURE.of(
                          order.letter().date().toString(), deadlines.day(act.now()))))));
    }
    int least = campaign.settings().deadlineRules().leastCorrectionDays();
    if (order.days() < least) {
      return Outcome.refused(CorrectionProblem.CORRECTION_TOO_SHORT.of(order.days(), least));
    }
    Instant until = deadlines.correctedBy(act.now(), order.days());
    return deadlines.day(until).isAfter(deadlines.lastDayOfExtension())
        ? Outcome.refused(
            CorrectionProblem.CORRECTION_TOO_LATE.of(
                deadlines.day(until), deadlines.lastDayOfExtension()))
        : Outcome.accepted(until);
  }

  private Reach reach(Campaign campaign, Correction correction, Act act) {
    List<UnitCode> group =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .filter(unit -> unit.group() == correction.group())
            .map(Unit::code)
            .toList();
    List<UnitCode> codes =
        group.stream().filter(code -> !act.caller().recused().contains(code)).toList();
    if (!correction.touchesForms()) {
      return new Reach(group.size(), 0, 0, 0);
    }
    Map<UnitCode, Head> heads = submissions.heads(campaign.id(), codes);
    var all =
        new ArrayList<>(
            corrections.of(
                campaign.id(), correction.group(), campaign.corrections(correction.group())));
    if (all.size() < correction.number()) {
      all.add(correction);
    }
    var amendments = new Amendments(all);
    List<UnitCode> outdated =
        answers(campaign, correction, heads).entrySet().stream()
            .filter(one -> amendments.outdated(one.getValue()))
            .map(one -> one.getKey().unit())
            .toList();
    return new Reach(
        group.size(),
        (int) heads.values().stream().filter(head -> !head.state().editable()).count(),
        (int)
            outdated.stream().distinct().filter(unit -> heads.get(unit).state().editable()).count(),
        outdated.size());
  }

  private Map<Submissions.Asked, Answer> answers(
      Campaign campaign, Correction correction, Map<UnitCode, Head> heads) {
    return submissions.answers(
        campaign.id(),
        heads.keySet().stream()
            .flatMap(unit ->
                correction.lines().stream()
                    .filter(CriteriaDiff.Line::substance)
                    .filter(line -> line.change() == CriteriaDiff.Change.CHANGED)
                    .map(line -> new Submissions.Asked(unit, line.criterion())))
            .toList());
  }

  private static CorrectionFact corrected(Correction correction, Order order) {
    return new CorrectionFact.CriteriaCorrected(
        correction.by(),
        correction.group(),
        correction.number(),
        new CorrectionFact.Letter(correction.letter().number(), correction.letter().date()),
        correction.reason(),
        correction.previous(),
        correction.version(),
        CriteriaDigest.of(order.document().tree()),
        order.days(),
        correction.until(),
        correction.set(),
        correction.lines().stream()
            .sorted(Comparator.comparing(CriteriaDiff.Line::criterion))
            .map(line ->
                new CorrectionFact.Line(
                    line.criterion(), line.change(), line.fields(), line.opens()))
            .toList());
  }

  private static Supplier<Sent> shape(Node body) {
    body.only("letter", "reason", "days", "set", "dryRun");
    Node letter = body.field("letter");
    String number = "";
    LocalDate date = LocalDate.EPOCH;
    if (letter.raw() != null) {
      letter.only("number", "date");
      Node numberNode = letter.field("number");
      Node dateNode = letter.field("date");
      number = numberNode.raw() == null ? "" : numberNode.text(NUMBER_MAX);
      date = dateNode.raw() == null ? LocalDate.EPOCH : dateNode.date();
    }
    var read = new Correction.Letter(number, date);
    Node reason = body.field("reason");
    String why = reason.raw() == null ? "" : reason.lines(REASON_MAX);
    Node days = body.field("days");
    int given = days.raw() == null ? 0 : (int) days.integer(1, DAYS_MAX);
    Object set = body.field("set").raw();
    boolean dryRun = body.optional("dryRun").map(Node::bool).orElse(false);
    return () -> new Sent(read, why, given, set, dryRun);
  }

  /** The order before its set is read: what is wrong in the set is told by itself. */
  private record Sent(
      Correction.Letter letter, String reason, int days, Object set, boolean dryRun) {}
}
