package vn.minhbach.core.assess.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;

/** Says what a form says otherwise than it did when a check code was made, from the ledger. */
final class SinceClosing {

  private static final int PAGE = 500;
  private static final String NOTHING = "—";

  private final Ledger ledger;

  SinceClosing(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Why a code is not in force. */
  Refusal refusal(FormView view, FormContent now, CheckCode code) {
    Form form = view.form();
    UnitCode unit = form.head().unit();
    Optional<SigningFact.Closed> closed = closed(form.head(), code);
    if (closed.isEmpty()) {
      return Refusal.of(SigningProblem.CODE_UNKNOWN.of(unit, code));
    }
    List<Violation> changes = new ArrayList<>(changes(form, closed.get(), now.remembered()));
    view.criteria().criteria().keySet().stream()
        .flatMap(id -> FormCheck.outdated(view, id).stream())
        .forEach(changes::add);
    return Refusal.of(SigningProblem.CODE_NOT_IN_FORCE.of(unit, code, changes.size()), changes);
  }

  /** What was closed when this code was given out last. */
  private Optional<SigningFact.Closed> closed(Head head, CheckCode code) {
    Optional<SigningFact.Closed> found = Optional.empty();
    long after = 0;
    while (after < head.tip().seq()) {
      List<Entry> page = ledger.entries(head.chain(), after, PAGE);
      if (page.isEmpty()) {
        break;
      }
      for (Entry entry : page) {
        Optional<SigningFact.Closed> given =
            SigningFact.read(entry).flatMap(fact -> fact.closedUnder(code.text()));
        found = given.isPresent() ? given : found;
      }
      after = page.getLast().seq();
    }
    return found;
  }

  private static List<Violation> changes(
      Form form, SigningFact.Closed then, SigningFact.Closed now) {
    var changes = new ArrayList<Violation>();
    if (!then.formHead().equals(now.formHead())) {
      changes.add(Violation.at("formHead", SigningProblem.FORM_HEAD_CHANGED_SINCE.of()));
    }
    for (String id : keys(then.answers(), now.answers())) {
      answer(
              id,
              Optional.ofNullable(then.answers().get(id)),
              Optional.ofNullable(now.answers().get(id)))
          .ifPresent(changes::add);
    }
    for (String id : keys(then.files(), now.files())) {
      file(form, id, then.files().get(id), now.files().get(id)).ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<Violation> answer(
      String id, Optional<SigningFact.Said> then, Optional<SigningFact.Said> now) {
    if (then.map(SigningFact.Said::digest).equals(now.map(SigningFact.Said::digest))) {
      return Optional.empty();
    }
    String place = "answers." + id;
    if (shown(then).equals(shown(now)) && points(then).equals(points(now))) {
      return Optional.of(Violation.at(place, SigningProblem.WORDS_CHANGED_SINCE.of(id)));
    }
    return Optional.of(
        Violation.at(
            place,
            SigningProblem.ANSWER_CHANGED_SINCE.of(
                id, shown(then), points(then), shown(now), points(now))));
  }

  private static Optional<Violation> file(Form form, String id, String then, String now) {
    if (then != null && then.equals(now)) {
      return Optional.empty();
    }
    Of1<String> problem =
        then == null
            ? SigningProblem.FILE_ADDED_SINCE
            : now == null
                ? SigningProblem.FILE_WITHDRAWN_SINCE
                : SigningProblem.FILE_DESCRIBED_SINCE;
    String name =
        form.evidence().stream()
            .filter(file -> file.id().equals(id))
            .map(file -> file.fileName())
            .findFirst()
            .orElse(id);
    return Optional.of(Violation.at("evidence." + id, problem.of(name)));
  }

  private static String shown(Optional<SigningFact.Said> answer) {
    if (answer.flatMap(SigningFact.Said::notApplicable).isPresent()) {
      return "“không áp dụng” (N/A)";
    }
    return answer.flatMap(SigningFact.Said::inputs).map(AnswerDraft::shown).orElse(NOTHING);
  }

  private static String points(Optional<SigningFact.Said> answer) {
    return answer.flatMap(SigningFact.Said::points).map(Points::toString).orElse(NOTHING);
  }

  private static SortedSet<String> keys(Map<String, ?> one, Map<String, ?> other) {
    var keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }
}
