package vn.minhbach.core.appraise.explanation;

import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.marking.ReadHistory;
import vn.minhbach.core.ledger.Entry;

/** Explanations in the words of a criterion's history. What the unit drafts is not told. */
public final class TellExplanations implements Narrator {

  @Override
  public Optional<ReadHistory.Event> tell(Entry entry, CriterionId criterion) {
    return ExplanationFact.read(entry)
        .flatMap(fact ->
            switch (fact) {
              case ExplanationFact.ExplanationAsked asked ->
                  Optional.ofNullable(asked.criteria().get(criterion.value()))
                      .map(one -> asked(entry, asked, one));
              case ExplanationFact.ExplanationsConfirmed confirmed ->
                  confirmed.criteria().contains(criterion)
                      ? Optional.of(confirmed(entry, confirmed))
                      : Optional.empty();
              case ExplanationFact.ExplanationLapsed lapsed ->
                  lapsed.criteria().contains(criterion)
                      ? Optional.of(lapsed(entry, lapsed))
                      : Optional.empty();
              case ExplanationFact.ExplanationAnswered drafted -> Optional.empty();
              case ExplanationFact.ExplanationsClosed closed -> Optional.empty();
            });
  }

  private static ReadHistory.Event asked(
      Entry entry, ExplanationFact.ExplanationAsked fact, ExplanationFact.Asked asked) {
    Bilingual question =
        new Bilingual(
            "yêu cầu giải trình: " + asked.question(),
            "asked for an explanation: " + asked.question());
    Bilingual shown = Narrator.told(asked.points());
    return Narrator.event(
        entry,
        Narrator.who(fact.role(), fact.employer()),
        asked.proposed().isEmpty()
            ? question
            : new Bilingual(
                question.vietnamese() + " (điểm dự kiến: " + shown.vietnamese() + ")",
                question.english() + " (proposed: " + shown.english() + ")"),
        asked.points());
  }

  private static ReadHistory.Event confirmed(
      Entry entry, ExplanationFact.ExplanationsConfirmed fact) {
    return Narrator.event(
        entry,
        new Bilingual("Đơn vị", "The unit"),
        new Bilingual(
            "giải trình bằng văn bản số " + fact.letterNumber() + " ngày " + fact.letterDate(),
            "explained by letter " + fact.letterNumber() + " of " + fact.letterDate()),
        Optional.empty());
  }

  private static ReadHistory.Event lapsed(Entry entry, ExplanationFact.ExplanationLapsed fact) {
    return Narrator.event(
        entry,
        new Bilingual("Hệ thống", "The system"),
        switch (fact.silent()) {
          case UNIT ->
              new Bilingual(
                  "đơn vị không giải trình trong thời hạn: giữ điểm dự kiến",
                  "the unit did not explain in time: the proposed mark stands");
          case TEAM ->
              new Bilingual(
                  "Tổ thẩm định không xem xét giải trình trong thời hạn: giữ điểm tự chấm",
                  "the team did not judge the explanation in time: the self-score stands");
        },
        Optional.empty());
  }
}
