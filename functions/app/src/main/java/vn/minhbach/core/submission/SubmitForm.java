package vn.minhbach.core.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.unit.Unit;

/**
 * The head of a unit signs and sends the form (plan V.5): the signature binds exactly the form
 * whose etag was read. A commune's form waits at its district then, any other is at the office.
 *
 * <p>Refused while a criterion is unanswered or a cited file is not there, naming each. Late is
 * recorded, not refused; after the lock it is refused.
 */
public final class SubmitForm {

  private static final int NAME_MAX = 200;

  private final Forms forms;
  private final Receipts receipts;
  private final Commits commits;

  public SubmitForm(Forms forms, Receipts receipts, Commits commits) {
    this.forms = forms;
    this.receipts = receipts;
    this.commits = commits;
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
        .editable(campaign, unit, act.now())
        .flatMap(head -> Node.read(tree, Problem.INVALID_BODY, SubmitForm::read))
        .flatMap(signed ->
            forms
                .read(campaign, unit)
                .flatMap(view -> met(view, condition))
                .flatMap(view -> complete(unit, view))
                .map(view -> decision(unit, act, signed, view)));
  }

  private static Outcome<FormView> met(FormView view, Condition condition) {
    return condition.against(Optional.of(view.form().head().etag())).map(ok -> view);
  }

  private static Outcome<FormView> complete(Unit unit, FormView view) {
    var open = new ArrayList<Violation>();
    view.scorecard()
        .unanswered()
        .forEach(id ->
            open.add(Violation.at("answers." + id, Problem.UNANSWERED, "criterion", id.value())));
    for (Evidence evidence : view.form().evidence()) {
      if (evidence.state() == Evidence.State.AWAITED) {
        open.add(fileFault(evidence, Problem.FILE_NOT_UPLOADED));
      } else if (evidence.state() == Evidence.State.REJECTED) {
        open.add(fileFault(evidence, Problem.FILE_REFUSED));
      }
    }
    return open.isEmpty()
        ? Outcome.accepted(view)
        : Outcome.refused(
            Refusal.of(
                Problem.INCOMPLETE_FORM,
                open,
                "unit",
                unit.code().value(),
                "count",
                String.valueOf(open.size())));
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

  private Decision<Head> decision(Unit unit, Act act, Signed signed, FormView view) {
    Head head = view.form().head();
    boolean late = act.now().isAfter(head.dueAt());
    Head shaped =
        head.withSignature(
            new Head.Signature(
                act.now(),
                act.caller().id(),
                signed.name(),
                signed.title(),
                signed.letter(),
                late));
    Change change =
        commits.change(
            head,
            shaped,
            unit.consolidated() ? State.AT_DISTRICT : State.SUBMITTED,
            List.of(),
            new Commits.Note(
                act.now(),
                "FORM_SUBMITTED",
                body(act, view, signed, late),
                act.key().map(key -> new Receipt(key, Map.of("unit", unit.code().value())))));
    return Decision.commit(change.after(), change);
  }

  // Names stay out of the ledger, which is for ever; the head keeps them, where they can be erased.
  private static Map<String, Object> body(Act act, FormView view, Signed signed, boolean late) {
    var body = new TreeMap<String, Object>();
    body.put("by", act.caller().id());
    body.put("formHash", formHash(view.form()));
    body.put("points", view.scorecard().points().toString());
    body.put("max", view.scorecard().max().toString());
    view.scorecard().index().ifPresent(index -> body.put("index", index.toString()));
    body.put("late", late);
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
    body.only("signedBy", "letter", "signedEvidenceId");
    Node signedBy = body.field("signedBy");
    String name = "";
    String title = "";
    if (signedBy.raw() != null) {
      signedBy.only("name", "title");
      name = text(signedBy, "name");
      title = text(signedBy, "title");
    }
    Optional<Head.Letter> letter = body.optional("letter").map(SubmitForm::letter);
    String signer = name;
    String office = title;
    return () -> new Signed(signer, office, letter);
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

  private record Signed(String name, String title, Optional<Head.Letter> letter) {}
}
