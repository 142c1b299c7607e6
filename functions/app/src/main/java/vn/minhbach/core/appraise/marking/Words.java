package vn.minhbach.core.appraise.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.answering.AnswerFact;
import vn.minhbach.core.assess.correction.CorrectionFact;
import vn.minhbach.core.assess.signing.SigningFact;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.ledger.Entry;

/**
 * Tells the entries of a chain that bear on one criterion, in order: it remembers the figure before
 * each, to say from which to which it moved.
 */
final class Words {

  private static final Bilingual UNIT = new Bilingual("Đơn vị", "The unit");
  private static final Bilingual SYSTEM = new Bilingual("Hệ thống", "The system");

  private final Criterion criterion;
  private final CriterionId id;
  private Optional<Said> before = Optional.empty();

  Words(Criterion criterion) {
    this.criterion = criterion;
    this.id = criterion.id();
  }

  /** What an answer said: points, or that the criterion does not apply. */
  private record Said(Optional<Points> points) {}

  private record Told(
      Bilingual who, Bilingual what, Optional<Points> points, Optional<Long> criteriaVersion) {}

  /** The entry in words; empty where it does not bear on the criterion, or is not shown. */
  Optional<ReadHistory.Event> of(Entry entry) {
    return AnswerFact.read(entry)
        .flatMap(this::answer)
        .or(() -> SigningFact.read(entry).flatMap(this::signed))
        .or(() -> CorrectionFact.read(entry).flatMap(this::corrected))
        .or(() -> MarkFact.read(entry).flatMap(this::marked))
        .map(told ->
            new ReadHistory.Event(
                entry.at(),
                entry.seq(),
                entry.kind(),
                told.who(),
                told.what(),
                told.points(),
                told.criteriaVersion()));
  }

  private Optional<Told> answer(AnswerFact fact) {
    return switch (fact) {
      case AnswerFact.AnswerSaved saved -> given(UNIT, saved.answer());
      case AnswerFact.AnswersSaved saved ->
          saved.answers().stream()
              .filter(one -> one.criterion().equals(id))
              .findFirst()
              .flatMap(one -> given(UNIT, one));
      case AnswerFact.AnswerTyped typed ->
          given(
              new Bilingual(
                  "Người nhập thay, theo phiếu giấy của đơn vị", "Typed from the unit's paper"),
              typed.answer());
      case AnswerFact.TypedAnswerContested contested ->
          contested.criterion().equals(id)
              ? Optional.of(
                  new Told(
                      UNIT,
                      sentence(
                          "không công nhận số liệu nhập thay",
                          "set aside what was typed",
                          Optional.of(contested.reason())),
                      Optional.empty(),
                      Optional.empty()))
              : Optional.empty();
      case AnswerFact.FormHeadFilled filled -> Optional.empty();
    };
  }

  private Optional<Told> given(Bilingual who, AnswerFact.Given given) {
    if (!given.criterion().equals(id)) {
      return Optional.empty();
    }
    Optional<Said> earlier = before;
    before = Optional.of(new Said(given.points()));
    Bilingual figures = given.inputs().map(this::figures).orElse(new Bilingual("", ""));
    Bilingual from =
        earlier
            .filter(said -> !said.points().equals(given.points()))
            .map(said ->
                new Bilingual(
                    "từ " + vietnamese(said.points()) + " thành ",
                    "from " + english(said.points()) + " to "))
            .orElse(new Bilingual("", ""));
    return Optional.of(
        new Told(
            who,
            given
                .notApplicable()
                .map(reason ->
                    sentence(
                        "đề nghị không áp dụng tiêu chí",
                        "claims that the criterion does not apply",
                        Optional.of(reason)))
                .orElseGet(() ->
                    new Bilingual(
                        "tự chấm "
                            + from.vietnamese()
                            + vietnamese(given.points())
                            + figures.vietnamese(),
                        "gave itself "
                            + from.english()
                            + english(given.points())
                            + figures.english())),
            given.points(),
            Optional.of(given.criteriaVersion())));
  }

  private Optional<Told> signed(SigningFact fact) {
    return switch (fact) {
      case SigningFact.FormSubmitted sent -> computed(sent.signed().computed());
      case SigningFact.FormSubmittedAgain sent -> computed(sent.signed().computed());
      case SigningFact.FormClosed closed -> Optional.empty();
      case SigningFact.FormClosedAgain closed -> Optional.empty();
    };
  }

  private Optional<Told> computed(List<FilledIn> filled) {
    return filled.stream()
        .filter(one -> one.criterion().equals(id))
        .findFirst()
        .map(one -> {
          before = Optional.of(new Said(one.points()));
          Bilingual figures = figures(one.inputs());
          return new Told(
              SYSTEM,
              new Bilingual(
                  "tự tính " + vietnamese(one.points()) + figures.vietnamese(),
                  "computed " + english(one.points()) + figures.english()),
              one.points(),
              Optional.empty());
        });
  }

  private Optional<Told> corrected(CorrectionFact fact) {
    if (!(fact instanceof CorrectionFact.FormCorrected corrected)) {
      return Optional.empty();
    }
    boolean opened =
        corrected.reopened().stream()
            .flatMap(List::stream)
            .anyMatch(one -> one.criterion().equals(id));
    String letters = String.join(", ", corrected.letters());
    return opened
        ? Optional.of(
            new Told(
                SYSTEM,
                new Bilingual(
                    "mở lại tiêu chí vì bộ tiêu chí được sửa theo " + letters,
                    "opened the criterion again, as the set was corrected by " + letters),
                Optional.empty(),
                Optional.of(corrected.criteriaVersion())))
        : computed(corrected.computed());
  }

  private Optional<Told> marked(MarkFact fact) {
    Bilingual who = Narrator.who(fact.signer().role(), fact.signer().employer());
    return switch (fact) {
      case MarkFact.CriterionMarked made ->
          about(made.judged().criterion(), () -> judged(who, made.judged(), made.self(), false));
      case MarkFact.MarkConfirmed made ->
          about(made.judged().criterion(), () -> judged(who, made.judged(), made.self(), true));
      case MarkFact.MarkCountersigned made ->
          about(
              made.criterion(),
              () ->
                  new Told(
                      who,
                      new Bilingual(
                          "ký xác nhận " + vietnamese(made.counts().points()),
                          "countersigned " + english(made.counts().points())),
                      made.counts().points(),
                      Optional.empty()));
      case MarkFact.MarkCleared made ->
          about(
              made.criterion(),
              () ->
                  new Told(
                      who,
                      sentence("bỏ kết quả chấm", "took the mark back", Optional.of(made.reason())),
                      Optional.empty(),
                      Optional.empty()));
      case MarkFact.AppraisalClosed closed ->
          Optional.ofNullable(closed.criteria().get(id.value()))
              .map(settled ->
                  new Told(
                      who,
                      new Bilingual(
                          "chốt thẩm định: " + vietnamese(settled.points()),
                          "closed the appraisal: " + english(settled.points())),
                      settled.points(),
                      Optional.empty()));
      case MarkFact.AppraisalReopened opened ->
          Optional.of(
              new Told(
                  who,
                  sentence(
                      "mở lại thẩm định",
                      "took the appraisal up again",
                      Optional.of(opened.reason())),
                  Optional.empty(),
                  Optional.empty()));
    };
  }

  private Optional<Told> about(CriterionId of, Supplier<Told> told) {
    return of.equals(id) ? Optional.of(told.get()) : Optional.empty();
  }

  private Told judged(Bilingual who, MarkFact.Judged judged, MarkFact.Counts self, boolean again) {
    boolean same = judged.points().equals(self.points());
    Bilingual figures =
        judged.inputs().filter(inputs -> judged.basis() == Basis.Kind.INPUTS).isPresent()
            ? figures(judged.inputs().orElseThrow())
            : new Bilingual("", "");
    Bilingual what =
        same
            ? new Bilingual(
                "đồng ý với đơn vị: " + vietnamese(self.points()),
                "agrees with the unit: " + english(self.points()))
            : new Bilingual(
                "chấm "
                    + vietnamese(judged.points())
                    + ", điểm tự chấm "
                    + vietnamese(self.points()),
                "marks "
                    + english(judged.points())
                    + ", the self-score being "
                    + english(self.points()));
    return new Told(
        who,
        sentence(
            (again ? "xem lại, giữ kết quả: " : "") + what.vietnamese() + figures.vietnamese(),
            (again ? "looked again and stands: " : "") + what.english() + figures.english(),
            judged.reason()),
        judged.points(),
        Optional.of(judged.seen().criteriaVersion()));
  }

  private static Bilingual sentence(String vietnamese, String english, Optional<String> reason) {
    return reason
        .map(why -> Narrator.because(new Bilingual(vietnamese, english), why))
        .orElse(new Bilingual(vietnamese, english));
  }

  private static String vietnamese(Optional<Points> points) {
    return Narrator.told(points).vietnamese();
  }

  private static String english(Optional<Points> points) {
    return Narrator.told(points).english();
  }

  private Bilingual figures(Map<String, Object> inputs) {
    return new Bilingual(
        figures(inputs, (one, label) -> label + ": " + plain(one, "có", "không")),
        figures(inputs, (one, label) -> label + ": " + plain(one, "yes", "no")));
  }

  private String figures(Map<String, Object> inputs, BiFunction<Object, String, String> told) {
    var all = new ArrayList<String>();
    Map<String, String> labels =
        Leaf.of(criterion).stream()
            .flatMap(leaf ->
                leaf.rule().inputs().stream()
                    .map(input -> Map.entry(leaf.place(input.key()), input.label())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Leaf.flat(inputs)
        .forEach((place, value) -> all.add(told.apply(value, labels.getOrDefault(place, place))));
    return all.isEmpty() ? "" : " (" + String.join("; ", all) + ")";
  }

  private static String plain(Object value, String yes, String no) {
    return switch (value) {
      case Boolean flag -> flag ? yes : no;
      case List<?> items -> items.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> String.valueOf(value);
    };
  }
}
