package vn.minhbach.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Deadlines;
import vn.minhbach.core.campaign.LatePolicy;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.unit.Unit;

/**
 * The head of a unit signs and sends the form (plan V.5): the signature binds exactly the form
 * whose etag was read. A commune's form waits at its district then, any other is at the office.
 *
 * <p>Refused while a criterion is unanswered, a figure of the province is neither confirmed nor
 * contested, or a cited file is not there, naming each. What is late goes by the campaign's policy:
 * taken and marked, taken with a reason, or refused. After the lock it is refused. While criteria
 * are open again, because a file was rejected later or a criterion corrected, the form is signed
 * again for them alone.
 */
public final class SubmitForm {

  private static final int NAME_MAX = 200;
  private static final int REASON_MAX = 1_000;

  private final ReadForm readForm;
  private final Forms forms;
  private final Receipts receipts;
  private final Commits commits;
  private final EvidenceVault vault;

  public SubmitForm(
      ReadForm readForm, Forms forms, Receipts receipts, Commits commits, EvidenceVault vault) {
    this.readForm = readForm;
    this.forms = forms;
    this.receipts = receipts;
    this.commits = commits;
    this.vault = vault;
  }

  /** The head after submission. */
  public Outcome<Head> submit(
      Campaign campaign, Unit unit, Act act, Condition condition, Object tree) {
    return commits.until(() ->
        receipts.once(
            act,
            ids -> forms.head(campaign, unit).map(Decision::nothingToDo),
            () -> decide(campaign, unit, act, condition, tree)));
  }

  private Outcome<Decision<Head>> decide(
      Campaign campaign, Unit unit, Act act, Condition condition, Object tree) {
    return forms
        .signable(campaign, unit, act.now())
        .flatMap(head -> Node.read(tree, Problem.INVALID_BODY, SubmitForm::read))
        .flatMap(signed ->
            readForm
                .read(campaign, unit, act.now())
                .flatMap(sheet -> met(sheet, condition))
                .flatMap(sheet -> inTime(campaign, sheet, act, signed))
                .flatMap(sheet -> complete(unit, sheet, act.now()))
                .map(sheet -> decision(campaign, unit, act, signed, sheet)));
  }

  private static Outcome<FormSheet> met(FormSheet sheet, Condition condition) {
    return condition.against(Optional.of(sheet.view().form().head().etag())).map(ok -> sheet);
  }

  private static Outcome<FormSheet> inTime(
      Campaign campaign, FormSheet sheet, Act act, Signed signed) {
    Head head = sheet.view().form().head();
    LatePolicy policy = campaign.settings().deadlineRules().latePolicy();
    if (!late(head, act.now()) || policy == LatePolicy.MARK) {
      return Outcome.accepted(sheet);
    }
    String due = Deadlines.of(campaign).day(head.dueAt()).toString();
    if (policy == LatePolicy.REFUSE) {
      return Outcome.refused(Problem.LATE_REFUSED, "unit", head.unit().value(), "due", due);
    }
    return signed.lateReason().isPresent()
        ? Outcome.accepted(sheet)
        : Outcome.refused(
            Refusal.of(
                Problem.LATE_REASON_NEEDED,
                List.of(Violation.at("lateReason", Problem.MISSING_FIELD)),
                "unit",
                head.unit().value(),
                "due",
                due));
  }

  private Outcome<FormSheet> complete(Unit unit, FormSheet sheet, Instant now) {
    FormView view = sheet.view();
    var open = new ArrayList<Violation>();
    Head head = view.form().head();
    Set<CriterionId> again = again(head, now);
    view.scorecard().unanswered().stream()
        .filter(id -> !sheet.computed().containsKey(id))
        .filter(id -> again.isEmpty() || again.contains(id))
        .forEach(id -> open.add(unanswered(sheet, id)));
    for (Evidence evidence : view.form().evidence()) {
      if (again.isEmpty() || again.contains(evidence.criterion())) {
        fault(head, evidence).map(problem -> fileFault(evidence, problem)).ifPresent(open::add);
      }
    }
    return open.isEmpty()
        ? Outcome.accepted(sheet)
        : Outcome.refused(
            Refusal.of(
                Problem.INCOMPLETE_FORM,
                open,
                "unit",
                unit.code().value(),
                "count",
                String.valueOf(open.size())));
  }

  // What S3 has taken counts as there, though its event is still on the way.
  private Optional<Problem> fault(Head head, Evidence evidence) {
    return switch (evidence.state()) {
      case AWAITED ->
          vault.uploadedAt(head.campaign(), head.unit(), evidence.id()).isPresent()
              ? Optional.empty()
              : Optional.of(Problem.FILE_NOT_UPLOADED);
      case REJECTED -> Optional.of(Problem.FILE_REFUSED);
      default -> Optional.empty();
    };
  }

  /** The criteria that are signed for again; empty at the first signature. */
  private static Set<CriterionId> again(Head head, Instant now) {
    return head.reopenedAt(now).stream()
        .map(Head.Reopened::criterion)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // Whoever signs again for some criteria was in time or not at the first signature.
  private static boolean late(Head head, Instant now) {
    return again(head, now).isEmpty()
        ? now.isAfter(head.dueAt())
        : head.signature().map(Head.Signature::late).orElse(false);
  }

  private static Violation unanswered(FormSheet sheet, CriterionId id) {
    String place = "answers." + id;
    Optional<Answer> outdated =
        Optional.ofNullable(sheet.view().form().answers().get(id))
            .filter(sheet.view().amendments()::outdated);
    if (outdated.isPresent()) {
      Correction by = sheet.view().amendments().of(id, outdated).orElseThrow().by();
      return Violation.at(
          place,
          Problem.CORRECTED_SINCE,
          "criterion",
          id.value(),
          "letter",
          by.letter().number(),
          "date",
          by.letter().date().toString());
    }
    return Optional.ofNullable(sheet.baselines().get(id))
        .map(known ->
            Violation.at(
                place,
                Problem.UNCONFIRMED,
                "criterion",
                id.value(),
                "source",
                known.provenance().source()))
        .orElseGet(() -> Violation.at(place, Problem.UNANSWERED, "criterion", id.value()));
  }

  private static Violation fileFault(Evidence evidence, Problem problem) {
    return Violation.at(
        "evidence." + evidence.id(),
        problem,
        "fileName",
        evidence.fileName(),
        "criterion",
        evidence.criterion().value());
  }

  // What the system computes becomes an answer with the signature, in the same transaction: it is
  // signed with the rest, and everything that reads answers finds it.
  private Decision<Head> decision(
      Campaign campaign, Unit unit, Act act, Signed signed, FormSheet sheet) {
    Head head = sheet.view().form().head();
    List<Answer> computed =
        Fillings.answers(
            sheet.computed(),
            sheet.view().form(),
            sheet.view().criteriaVersion(),
            sheet.view().amendments(),
            act.now());
    FormView view = sheet.view().with(computed);
    Set<CriterionId> again = again(head, act.now());
    boolean late = late(head, act.now());
    Head shaped =
        head.withReopened(List.of())
            .withSignature(
                new Head.Signature(
                    act.now(),
                    act.caller().id(),
                    signed.name(),
                    signed.title(),
                    signed.letter(),
                    late,
                    signed.lateReason().filter(reason -> late),
                    Optional.of(sheet.view().criteriaVersion()),
                    again.isEmpty()
                        ? Optional.empty()
                        : head.signature().map(Head.Signature::sentAt)));
    Change change =
        commits.change(
            head,
            shaped,
            again.isEmpty() ? sent(unit) : head.state(),
            computed.stream().<Change.Write>map(Change.PutAnswer::new).toList(),
            new Commits.Note(
                act.now(),
                again.isEmpty() ? "FORM_SUBMITTED" : "FORM_SUBMITTED_AGAIN",
                body(act, view, signed, late, again, Fillings.canonical(sheet.computed())),
                act.key().map(key -> new Receipt(key, Map.of("unit", unit.code().value())))));
    return Decision.commit(change.after(), change);
  }

  private static State sent(Unit unit) {
    return unit.consolidated() ? State.AT_DISTRICT : State.SUBMITTED;
  }

  // Names stay out of the ledger, which is for ever; the head keeps them, where they can be erased.
  private static Map<String, Object> body(
      Act act,
      FormView view,
      Signed signed,
      boolean late,
      Set<CriterionId> again,
      List<Object> computed) {
    var body = new TreeMap<String, Object>();
    if (!again.isEmpty()) {
      body.put("criteria", again.stream().map(CriterionId::value).toList());
    }
    body.put("by", act.caller().id());
    body.put("formHash", formHash(view.form()));
    body.put("criteriaVersion", view.criteriaVersion());
    body.put("points", view.scorecard().points().toString());
    body.put("max", view.scorecard().max().toString());
    view.scorecard().index().ifPresent(index -> body.put("index", index.toString()));
    body.put("late", late);
    if (late) {
      signed.lateReason().ifPresent(reason -> body.put("lateReason", reason));
    }
    if (!computed.isEmpty()) {
      body.put("computed", computed);
    }
    signed.letter().ifPresent(letter -> body.put("letter", letter.number()));
    return body;
  }

  /** SHA-256, hex, over the answers and the files as they were signed. */
  static String formHash(Form form) {
    var answers = new TreeMap<String, Object>();
    form.answers()
        .forEach((id, answer) -> {
          var content = new TreeMap<String, Object>();
          content.put("inputs", LedgerValues.canonical(answer.inputs()));
          answer.notApplicable().ifPresent(reason -> content.put("notApplicable", reason));
          answer.points().ifPresent(points -> content.put("points", points.toString()));
          answers.put(id.value(), content);
        });
    var files = new TreeMap<String, Object>();
    form.evidence().stream()
        .filter(Evidence::counts)
        .forEach(evidence -> files.put(evidence.id(), evidence.sha256()));
    return Sha256.hex(CanonicalJson.bytes(Map.of("answers", answers, "evidence", files)));
  }

  private static Supplier<Signed> read(Node body) {
    body.only("signedBy", "letter", "signedEvidenceId", "lateReason");
    Node signedBy = body.field("signedBy");
    String name = "";
    String title = "";
    if (signedBy.raw() != null) {
      signedBy.only("name", "title");
      name = text(signedBy, "name");
      title = text(signedBy, "title");
    }
    Optional<Head.Letter> letter = body.optional("letter").map(SubmitForm::letter);
    Optional<String> lateReason = body.optional("lateReason").map(node -> node.text(REASON_MAX));
    String signer = name;
    String office = title;
    return () -> new Signed(signer, office, letter, lateReason);
  }

  static Head.Letter letter(Node letter) {
    letter.only("number", "date");
    Node date = letter.field("date");
    return new Head.Letter(
        text(letter, "number"), date.raw() == null ? LocalDate.EPOCH : date.date());
  }

  private static String text(Node object, String field) {
    Node node = object.field(field);
    return node.raw() == null ? "" : node.text(NAME_MAX);
  }

  private record Signed(
      String name, String title, Optional<Head.Letter> letter, Optional<String> lateReason) {}
}
