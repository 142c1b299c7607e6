package vn.minhbach.core.assess.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.Chance;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * The office passes on what a slow district has held beyond its day, with a reason, so that no
 * commune pays for its district: the order stands in the district's chain, each form's passing on
 * in its own. It tells nothing of the district's own form, and such a commune never counts as
 * forwarded in time.
 *
 * <p>The district's day is the later of two: that by which the commune's form must have left it,
 * and its own due date. Refused before that, naming the day; for what does not wait at the
 * district; and where nothing is overdue. A commune that the caller is recused from is somebody
 * else's: it is left out of what is overdue, and refused by name.
 */
public final class ForwardInstead {

  private static final int REASON_MAX = 1_000;

  private final Forms forms;
  private final Communes communes;
  private final Commits commits;
  private final ForwardCommunes forward;
  private final Transmittals transmittals;
  private final Chance chance;

  public ForwardInstead(
      Forms forms,
      Communes communes,
      Commits commits,
      ForwardCommunes forward,
      Transmittals transmittals,
      Chance chance) {
    this.forms = forms;
    this.communes = communes;
    this.commits = commits;
    this.forward = forward;
    this.transmittals = transmittals;
    this.chance = chance;
  }

  /**
   * What the office orders.
   *
   * @param communes codes as they were sent; none for all that are overdue
   */
  public record Order(List<String> communes, String reason) {}

  /** Reads {@code {communes: "ready" | […], reason}}. */
  public static Outcome<Order> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ForwardInstead::shape);
  }

  /**
   * The communes that are passed on, by code.
   *
   * @param sent what was read of the body; told after a campaign that is no longer open
   */
  public Outcome<List<UnitCode>> override(
      Campaign campaign, Unit district, Act act, Outcome<Order> sent) {
    String id = chance.hex128();
    return commits
        .once(
            act,
            ids ->
                Outcome.accepted(
                    Decision.nothingToDo(ConsolidateCommunes.job(campaign, district, act, ids))),
            () -> decide(campaign, district, act, id, sent))
        .map(job -> {
          forward.run(job, act.now());
          return job.units();
        });
  }

  private Outcome<Decision<Job>> decide(
      Campaign campaign, Unit district, Act act, String id, Outcome<Order> sent) {
    return campaign
        .at(Stage.OPEN)
        .flatMap(open -> communes.board(open, district, Set.of()))
        .flatMap(board ->
            forms
                .head(campaign, district)
                .flatMap(head ->
                    sent.flatMap(order ->
                        overdue(campaign, district, head, act, order, board)
                            .map(chosen -> decision(head, act, id, order, chosen)))));
  }

  private static Outcome<List<Job.Form>> overdue(
      Campaign campaign, Unit district, Head own, Act act, Order order, List<Communes.Line> board) {
    Instant now = act.now();
    return Chosen.forms(
        order.communes(),
        district,
        board,
        line ->
            now.isAfter(day(campaign, own, line))
                && Recusal.of(act.caller(), line.unit()).isEmpty(),
        ConsolidationProblem.NOTHING_OVERDUE.of(),
        line ->
            Stream.concat(
                Recusal.of(act.caller(), line.unit()).stream()
                    .map(cause -> cause.from(line.unit().code())),
                Stream.of(day(campaign, own, line))
                    .filter(day -> !now.isAfter(day))
                    .map(day ->
                        ConsolidationProblem.DISTRICT_HAS_TIME.of(
                            line.unit().name(), Deadlines.of(campaign).day(day)))));
  }

  private static Instant day(Campaign campaign, Head district, Communes.Line line) {
    return Forms.clock(campaign, line.unit(), line.head().facts())
        .forwardBy()
        .filter(district.dueAt()::isBefore)
        .orElse(district.dueAt());
  }

  private Decision<Job> decision(
      Head head, Act act, String id, Order order, List<Job.Form> chosen) {
    Job job = new Job(head.campaign(), id, Job.Kind.FORWARD, head.unit(), chosen, act.now());
    var batch =
        new Transmittal(
            head.campaign(),
            head.unit(),
            transmittals.of(head.campaign(), head.unit()).size() + 1,
            id,
            act.now(),
            Move.Hand.OFFICE,
            act.caller().id(),
            job.units(),
            order.reason(),
            Optional.empty());
    var fact =
        new ConsolidationFact.CommunesForwardedInstead(
            act.caller().id(), id, job.units(), order.reason());
    return Decision.commit(
        job,
        commits.note(
            head,
            List.of(new PutJob(job), new PutTransmittal(batch)),
            Note.of(act, fact, Map.of("job", id, "forms", ConsolidateCommunes.joined(chosen)))));
  }

  private static Supplier<Order> shape(Node body) {
    body.only("communes", "reason");
    List<String> codes = Chosen.read(body);
    Node reason = body.field("reason");
    String text = reason.raw() == null ? "" : reason.lines(REASON_MAX).strip();
    return () -> new Order(codes, text);
  }
}
