package vn.minhbach.core.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;

/** Says what a form says otherwise than it did when a check code was made, from the ledger. */
final class SinceClosing {

  /** Where an entry keeps what was closed. */
  static final String CLOSED = "closed";

  static final String CODE = "checkCode";
  private static final int PAGE = 500;
  private static final String NOTHING = "—";

  private final Ledger ledger;

  SinceClosing(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Why a code is not in force. */
  Refusal refusal(FormView view, FormContent now, CheckCode code) {
    Form form = view.form();
    String unit = form.head().unit().value();
    Optional<Entry> closed = entry(form.head(), code);
    if (closed.isEmpty()) {
      return Refusal.of(Problem.CODE_UNKNOWN, "unit", unit, "code", code.text());
    }
    List<Violation> changes =
        new ArrayList<>(changes(form, map(closed.get().body().get(CLOSED)), now.remembered()));
    view.criteria().criteria().keySet().stream()
        .flatMap(id -> FormCheck.outdated(view, id).stream())
        .forEach(changes::add);
    return Refusal.of(
        Problem.CODE_NOT_IN_FORCE,
        changes,
        "unit",
        unit,
        "code",
        code.text(),
        "count",
        String.valueOf(changes.size()));
  }

  /** The last entry that gave this code out. */
  private Optional<Entry> entry(Head head, CheckCode code) {
    Optional<Entry> found = Optional.empty();
    long after = 0;
    while (after < head.tip().seq()) {
      List<Entry> page = ledger.entries(head.chain(), after, PAGE);
      if (page.isEmpty()) {
        break;
      }
      for (Entry entry : page) {
        if (entry.body().containsKey(CLOSED) && code.text().equals(entry.body().get(CODE))) {
          found = Optional.of(entry);
        }
      }
      after = page.getLast().seq();
    }
    return found;
  }

  private static List<Violation> changes(Form form, Map<?, ?> then, Map<String, Object> now) {
    var changes = new ArrayList<Violation>();
    if (!Objects.equals(then.get("formHead"), now.get("formHead"))) {
      changes.add(Violation.at("formHead", Problem.FORM_HEAD_CHANGED_SINCE));
    }
    Map<?, ?> oldAnswers = map(then.get("answers"));
    Map<?, ?> newAnswers = map(now.get("answers"));
    for (String id : keys(oldAnswers, newAnswers)) {
      answer(id, map(oldAnswers.get(id)), map(newAnswers.get(id))).ifPresent(changes::add);
    }
    Map<?, ?> oldFiles = map(then.get("files"));
    Map<?, ?> newFiles = map(now.get("files"));
    for (String id : keys(oldFiles, newFiles)) {
      file(form, id, oldFiles.get(id), newFiles.get(id)).ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<Violation> answer(String id, Map<?, ?> then, Map<?, ?> now) {
    if (then.equals(now)
        || then.get("digest") != null && then.get("digest").equals(now.get("digest"))) {
      return Optional.empty();
    }
    String place = "answers." + id;
    if (shown(then).equals(shown(now)) && points(then).equals(points(now))) {
      return Optional.of(Violation.at(place, Problem.WORDS_CHANGED_SINCE, "criterion", id));
    }
    return Optional.of(
        Violation.at(
            place,
            Problem.ANSWER_CHANGED_SINCE,
            "criterion",
            id,
            "old",
            shown(then),
            "oldPoints",
            points(then),
            "new",
            shown(now),
            "newPoints",
            points(now)));
  }

  private static Optional<Violation> file(Form form, String id, Object then, Object now) {
    if (then != null && then.equals(now)) {
      return Optional.empty();
    }
    Problem problem =
        then == null
            ? Problem.FILE_ADDED_SINCE
            : now == null ? Problem.FILE_WITHDRAWN_SINCE : Problem.FILE_DESCRIBED_SINCE;
    String name =
        form.evidence().stream()
            .filter(file -> file.id().equals(id))
            .map(file -> file.fileName())
            .findFirst()
            .orElse(id);
    return Optional.of(Violation.at("evidence." + id, problem, "fileName", name));
  }

  private static String shown(Map<?, ?> answer) {
    if (answer.containsKey("notApplicable")) {
      return "“không áp dụng” (N/A)";
    }
    if (!answer.containsKey("inputs")) {
      return NOTHING;
    }
    var inputs = new TreeMap<String, Object>();
    map(answer.get("inputs")).forEach((key, figure) -> inputs.put((String) key, figure));
    return AnswerDraft.shown(inputs);
  }

  private static String points(Map<?, ?> answer) {
    Object points = answer.get("points");
    return points == null ? NOTHING : points.toString();
  }

  private static TreeSet<String> keys(Map<?, ?> one, Map<?, ?> other) {
    var keys = new TreeSet<String>();
    one.keySet().forEach(key -> keys.add((String) key));
    other.keySet().forEach(key -> keys.add((String) key));
    return keys;
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
