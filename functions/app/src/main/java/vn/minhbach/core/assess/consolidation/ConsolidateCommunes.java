package vn.minhbach.core.assess.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A district forwards a batch of its communes to the office with a statement (<i>tổng hợp</i>, plan
 * V.4); several batches are allowed. What is forwarded is written into the district's chain
 * together with a job; the job forwards one commune at a time and survives a crash.
 *
 * <p>Refused when a named commune is not the district's or is not waiting at the district, naming
 * each.
 */
public final class ConsolidateCommunes {

  private static final int STATEMENT_MAX = 4_000;

  private final Forms forms;
  private final Communes communes;
  private final Commits commits;
  private final ForwardCommunes forward;
  private final Fillings fillings;
  private final Submissions submissions;
  private final Transmittals transmittals;
  private final Chance chance;

  public ConsolidateCommunes(
      Forms forms,
      Communes communes,
      Commits commits,
      ForwardCommunes forward,
      Fillings fillings,
      Submissions submissions,
      Transmittals transmittals,
      Chance chance) {
    this.forms = forms;
    this.communes = communes;
    this.commits = commits;
    this.forward = forward;
    this.fillings = fillings;
    this.submissions = submissions;
    this.transmittals = transmittals;
    this.chance = chance;
  }

  /**
   * What a district sends.
   *
   * @param communes codes as they were sent; none for all that are ready
   */
  public record Batch(List<String> communes, String statement, Optional<Head.Letter> letter) {}

  /** Reads {@code {communes: "ready" | […], statement, letter?}}. */
  public static Outcome<Batch> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ConsolidateCommunes::shape);
  }

  /**
   * The communes that are forwarded, by code.
   *
   * @param sent what was read of the body; told after a campaign that is no longer open
   */
  public Outcome<List<UnitCode>> consolidate(
      Campaign campaign, Unit district, Act act, Condition condition, Outcome<Batch> sent) {
    String id = chance.hex128();
    return commits
        .once(
            act,
            ids -> Outcome.accepted(Decision.nothingToDo(job(campaign, district, act, ids))),
            () -> decide(campaign, district, act, condition, id, sent))
        .map(job -> {
          forward.run(job, act.now());
          return job.units();
        });
  }

  private Outcome<Decision<Job>> decide(
      Campaign campaign,
      Unit district,
      Act act,
      Condition condition,
      String id,
      Outcome<Batch> sent) {
    // Afterwards the ranking is frozen: what is forwarded then would be promised and not counted.
    return campaign
        .underway()
        .flatMap(open -> communes.board(open, district, Set.of()))
        .flatMap(board -> decide(campaign, district, act, condition, id, sent, board));
  }

  /**
   * The head of the district's own form, whose etag a batch names: who acts over the communes need
   * not be one of those who read that form.
   */
  public Outcome<Head> own(Campaign campaign, Unit district) {
    return forms.head(campaign, district);
  }

  private Outcome<Decision<Job>> decide(
      Campaign campaign,
      Unit district,
      Act act,
      Condition condition,
      String id,
      Outcome<Batch> sent,
      List<Communes.Line> board) {
    return sent.flatMap(batch ->
        Chosen.forms(
                batch.communes(),
                district,
                board,
                line -> line.head().mendedAt(act.now()),
                ConsolidationProblem.NOTHING_READY.of(),
                line -> Stream.empty())
            .flatMap(chosen ->
                forms
                    .head(campaign, district)
                    .flatMap(head ->
                        condition
                            .against(Optional.of(head.etag()))
                            .map(met ->
                                decision(campaign, district, head, act, id, batch, chosen)))));
  }

  private Decision<Job> decision(
      Campaign campaign,
      Unit district,
      Head head,
      Act act,
      String id,
      Batch batch,
      List<Job.Form> chosen) {
    Job job = new Job(head.campaign(), id, Job.Kind.FORWARD, head.unit(), chosen, act.now());
    Map<CriterionId, Fillings.Computed> computed =
        fillings.computed(
            campaign, district, head, forms.criteria(campaign, district), act.now(), job.units());
    var writes = new ArrayList<Write>();
    writes.add(new PutJob(job));
    writes.add(
        new PutTransmittal(
            new Transmittal(
                head.campaign(),
                head.unit(),
                transmittals.of(head.campaign(), head.unit()).size() + 1,
                id,
                act.now(),
                Move.Hand.DISTRICT,
                act.caller().id(),
                job.units(),
                batch.statement(),
                batch.letter())));
    writes.addAll(timeliness(campaign, district, head, act, computed));
    var fact =
        new ConsolidationFact.CommunesConsolidated(
            act.caller().id(),
            id,
            job.units(),
            batch.statement(),
            batch.letter().map(Head.Letter::number),
            FilledIn.of(computed));
    return Decision.commit(
        job,
        commits.note(head, writes, Note.of(act, fact, Map.of("job", id, "forms", joined(chosen)))));
  }

  // A district may consolidate after its own form is sent: what counts its communes in time is
  // brought up to date with each batch.
  private List<PutAnswer> timeliness(
      Campaign campaign,
      Unit district,
      Head head,
      Act act,
      Map<CriterionId, Fillings.Computed> computed) {
    if (computed.isEmpty()) {
      return List.of();
    }
    Form form =
        submissions
            .form(campaign.id(), district.code())
            .orElseGet(() -> new Form(head, Map.of(), List.of()));
    return Fillings.answers(
            computed,
            form,
            campaign.criteriaVersions().get(district.group()),
            forms.amendments(campaign, district),
            act.now())
        .stream()
        .map(answer -> PutAnswer.in(head, answer))
        .toList();
  }

  private static Supplier<Batch> shape(Node body) {
    body.only("communes", "statement", "letter");
    List<String> codes = Chosen.read(body);
    Node statement = body.field("statement");
    String text = statement.raw() == null ? "" : statement.lines(STATEMENT_MAX);
    Optional<Head.Letter> letter = body.optional("letter").map(Head.Letter::read);
    return () -> new Batch(codes, text, letter);
  }

  /** A job as its receipt remembers it. */
  static Job job(Campaign campaign, Unit district, Act act, Map<String, String> ids) {
    return new Job(
        campaign.id(),
        ids.get("job"),
        Job.Kind.FORWARD,
        district.code(),
        Arrays.stream(ids.get("forms").split(",")).map(ConsolidateCommunes::form).toList(),
        act.now());
  }

  // A code holds letters, digits and hyphens.
  static String joined(List<Job.Form> forms) {
    return String.join(
        ",", forms.stream().map(form -> form.unit() + "=" + form.formVersion()).toList());
  }

  private static Job.Form form(String text) {
    String[] parts = text.split("=", 2);
    return new Job.Form(new UnitCode(parts[0]), Long.parseLong(parts[1]));
  }
}
