package vn.minhbach.function.submissions;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.answering.FillParticulars;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.consolidation.Communes;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.custody.FlagSharedEvidence;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.custody.OpenEvidence;
import vn.minhbach.core.assess.custody.WithdrawEvidence;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.offline.MergeAnswers;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.SubmitForm;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.account.Signatures;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HeadView;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** The routes of a unit's form. */
public final class SubmissionsFunction {

  private static final int PAGE = 100;
  private static final Pattern QUESTION = Pattern.compile("[0-9a-f]{32}");

  private final Uses uses;

  public SubmissionsFunction(Uses uses) {
    this.uses = uses;
  }

  /** What the routes call. */
  public record Uses(
      ReadForm readForm,
      SaveAnswer saveAnswer,
      MergeAnswers mergeAnswers,
      FillParticulars fillParticulars,
      ContestTyped contestTyped,
      Hints hints,
      QuestionDesk questions,
      GrantUpload grantUpload,
      WithdrawEvidence withdrawEvidence,
      OpenEvidence openEvidence,
      FlagSharedEvidence sharedEvidence,
      CloseForm closeForm,
      SubmitForm submitForm,
      Communes communes,
      ConsolidateCommunes consolidateCommunes,
      Submissions submissions,
      Ledger ledger,
      Signatures signatures) {}

  /** Every route with its use. */
  public Map<Route, Handler> handlers() {
    return Map.ofEntries(
        entry(Route.READ_UNIT_FORM, this::form),
        entry(Route.SAVE_ANSWER, this::saveAnswer),
        entry(Route.MERGE_ANSWERS, this::mergeAnswers),
        entry(Route.FILL_FORM_HEAD, this::fillFormHead),
        entry(Route.GRANT_UPLOAD, this::grantUpload),
        entry(Route.LIST_EVIDENCE, this::listEvidence),
        entry(Route.WITHDRAW_EVIDENCE, this::withdraw),
        entry(Route.OPEN_EVIDENCE, this::openEvidence),
        entry(Route.LIST_OPENINGS, this::openings),
        entry(Route.CLOSE_FORM, this::close),
        entry(Route.SUBMIT_FORM, this::submit),
        entry(Route.CONTEST_TYPED, this::contest),
        entry(Route.LIST_COMMUNES, this::communes),
        entry(Route.CONSOLIDATE_COMMUNES, this::consolidate),
        entry(Route.READ_UNIT_LEDGER, this::ledger));
  }

  private Outcome<Reply> form(Exchange exchange) {
    return uses.readForm()
        .readWithSums(exchange.campaign(), exchange.unit(), exchange.employer(), exchange.now())
        .map(sheet ->
            Reply.ok(
                    SubmissionView.form(
                        exchange.campaign(),
                        exchange.unit(),
                        sheet,
                        files(exchange),
                        hints(exchange, sheet)))
                .etag(sheet.view().form().head().etag()));
  }

  private Outcome<Reply> saveAnswer(Exchange on) {
    return on.criterion()
        .flatMap(criterion ->
            on.withJson(
                false,
                (act, body) ->
                    uses.saveAnswer()
                        .save(on.campaign(), on.unit(), criterion, act, on.condition(), body)))
        .map(saved -> Reply.ok(saved(on, saved)).etag(saved.answer().etag()));
  }

  // The answer stands already; what looks odd about it is said beside it.
  private Map<String, Object> saved(Exchange on, SaveAnswer.Saved saved) {
    var tree = new LinkedHashMap<>(SubmissionView.answer(saved.answer()));
    tree.put(
        "warnings",
        HintsView.warnings(
            uses.hints()
                .afterSaving(on.campaign(), on.unit(), saved.form(), saved.answer().criterion())));
    return tree;
  }

  private HintsView hints(Exchange on, FormSheet sheet) {
    return new HintsView(
        uses.hints().of(on.campaign(), on.unit(), sheet.view()),
        uses.questions().published(on.campaign(), on.unit().group()));
  }

  private Outcome<Reply> contest(Exchange on) {
    return on.withJson(
            false, (act, body) -> uses.contestTyped().contest(on.campaign(), on.unit(), act, body))
        .map(answer -> Reply.created(SubmissionView.answer(answer)).etag(answer.etag()));
  }

  private Outcome<Reply> fillFormHead(Exchange on) {
    return on.withJson(
            false,
            (act, body) ->
                uses.fillParticulars().fill(on.campaign(), on.unit(), act, on.condition(), body))
        .map(filled -> Reply.ok(SubmissionView.particulars(filled)).etag(filled.etag()));
  }

  private Outcome<Reply> mergeAnswers(Exchange on) {
    return on.withJson(
            false, (act, body) -> uses.mergeAnswers().merge(on.campaign(), on.unit(), act, body))
        .map(
            plan -> Reply.ok(MergeView.of(plan, on.request().language())).etag(plan.head().etag()));
  }

  /** How files are shown to this reader. */
  private EvidenceView files(Exchange on) {
    return new EvidenceView(
        on.campaign().settings().uploadLimits(),
        on.may(Access.READ_SHARED_AT_UNIT)
            ? uses.sharedEvidence().others(on.campaign().id(), on.unit().code(), on.caller().unit())
            : Map.of());
  }

  private Outcome<Reply> grantUpload(Exchange on) {
    return on.withJson(
            false,
            (act, body) ->
                uses.grantUpload()
                    .grant(on.campaign(), on.unit(), act, on.wall(), FileNames.composed(body)))
        .map(grant ->
            Reply.created(files(on).grant(grant.evidence(), grant.upload()))
                .etag(grant.evidence().etag()));
  }

  private Outcome<Reply> listEvidence(Exchange exchange) {
    List<Evidence> files =
        uses.submissions().evidenceOf(exchange.campaign().id(), exchange.unit().code());
    EvidenceView view = files(exchange);
    return Outcome.accepted(
        Reply.ok(Tree.list(files.stream().map(view::evidence).toList(), Optional.empty())));
  }

  private Outcome<Reply> withdraw(Exchange exchange) {
    return exchange
        .act()
        .flatMap(act ->
            uses.withdrawEvidence()
                .withdraw(
                    exchange.campaign(),
                    exchange.unit(),
                    exchange.request().parameter("e"),
                    act,
                    exchange.condition()))
        .map(file -> Reply.ok(files(exchange).evidence(file)).etag(file.etag()));
  }

  private Outcome<Reply> openEvidence(Exchange on) {
    return uses.openEvidence()
        .open(on.campaign(), on.unit(), on.request().parameter("e"), on.caller(), on.now())
        .map(content ->
            // A script cannot follow: sent on to S3, a browser no longer names its page.
            on.request().asksForJson()
                ? Reply.ok(Map.of("url", content.toString()))
                : Reply.seeOther(content));
  }

  private Outcome<Reply> openings(Exchange on) {
    return on.request()
        .limit(PAGE)
        .flatMap(limit ->
            uses.openEvidence()
                .openings(on.campaign(), on.unit(), on.request().parameter("e"), limit))
        .map(openings ->
            Reply.ok(
                Tree.list(
                    openings.stream().map(EvidenceView::opening).toList(), Optional.empty())));
  }

  private Outcome<Reply> close(Exchange on) {
    return on.withJson(
            true,
            (act, body) ->
                uses.closeForm().close(on.campaign(), on.unit(), act, on.condition(), body))
        .map(closed -> Reply.ok(SubmissionView.closed(on.unit(), closed)).etag(closed.etag()));
  }

  private Outcome<Reply> submit(Exchange on) {
    return on.withJson(
            false,
            (act, body) ->
                uses.submitForm().submit(on.campaign(), on.unit(), act, on.condition(), body))
        .map(head ->
            Reply.ok(HeadView.of(on.campaign(), on.unit(), head).build()).etag(head.etag()));
  }

  private Outcome<Reply> communes(Exchange exchange) {
    return uses.communes()
        .board(exchange.campaign(), exchange.unit(), exchange.caller().unit())
        .map(lines ->
            Reply.ok(
                Tree.list(
                    lines.stream()
                        .map(line ->
                            HeadView.of(exchange.campaign(), line.unit(), line.head()).build())
                        .toList(),
                    Optional.empty())));
  }

  private Outcome<Reply> consolidate(Exchange on) {
    return on.withJson(
            false,
            (act, body) ->
                uses.consolidateCommunes()
                    .consolidate(on.campaign(), on.unit(), act, on.condition(), body))
        .map(communes ->
            Reply.ok(Map.of("forwarded", communes.stream().map(UnitCode::value).toList())));
  }

  private Outcome<Reply> ledger(Exchange exchange) {
    return chain(exchange).flatMap(chain -> ledger(exchange, chain));
  }

  private Outcome<Reply> ledger(Exchange exchange, ChainId chain) {
    return exchange
        .request()
        .limit(PAGE)
        .flatMap(limit ->
            exchange
                .request()
                .number("cursor", 0, 0, Integer.MAX_VALUE)
                .map(after -> {
                  List<Entry> entries = uses.ledger().entries(chain, after, limit);
                  Optional<String> next =
                      entries.size() < limit
                          ? Optional.empty()
                          : Optional.of(String.valueOf(entries.getLast().seq()));
                  Signatures.Reader names = uses.signatures().of(exchange.campaign());
                  return Reply.ok(
                      Tree.list(
                          entries.stream()
                              .map(entry ->
                                  SubmissionView.entry(entry, person(names, exchange, entry)))
                              .toList(),
                          next));
                }));
  }

  /** The form's chain, or that of one question. */
  private static Outcome<ChainId> chain(Exchange on) {
    Optional<String> question = on.request().query("question");
    return question.filter(id -> !QUESTION.matcher(id).matches()).isPresent()
        ? Outcome.refused(
            RequestProblem.INVALID_PARAMETER.of("question", question.get(), "[0-9a-f]{32}"))
        : Outcome.accepted(
            question
                .map(id -> ChainId.of(on.campaign().id(), on.unit().code(), id))
                .orElseGet(() -> ChainId.of(on.campaign().id(), on.unit().code())));
  }

  private static Optional<Signatures.Person> person(
      Signatures.Reader names, Exchange exchange, Entry entry) {
    return entry.actor().flatMap(by -> names.person(by, exchange.unit().code(), entry.at()));
  }
}
