package vn.minhbach.function.submissions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Tree;

/** Questions as a client reads them. */
final class QuestionView {

  private QuestionView() {}

  /** With every answer that was given, the one in force last. */
  static Map<String, Object> of(Question question) {
    return new Tree()
        .with("id", question.id())
        .with("unit", question.unit())
        .with("group", question.group())
        .with("criterion", question.criterion())
        .with("question", question.text())
        .with("askedAt", question.askedAt())
        .with("answer", question.reply().map(Question.Reply::answer))
        .with("answeredAt", question.reply().map(Question.Reply::at))
        .with("published", question.reply().map(Question.Reply::published).orElse(false))
        .with("publishedQuestion", question.reply().flatMap(Question.Reply::wording))
        .with(
            "corrected",
            question.replies().size() < 2
                ? null
                : question.replies().subList(0, question.replies().size() - 1).stream()
                    .map(reply ->
                        new Tree().with("answer", reply.answer()).with("at", reply.at()).build())
                    .toList())
        .with("etag", question.etag())
        .build();
  }

  /** As the other units of the group read it. */
  static Map<String, Object> published(Published copy) {
    return new Tree()
        .with("id", copy.id())
        .with("criterion", copy.criterion())
        .with("question", copy.question())
        .with("answer", copy.answer())
        .with("answeredAt", copy.answeredAt())
        .build();
  }

  /** The register as a spreadsheet opens it. */
  static String csv(List<Question> questions, Map<UnitCode, String> names) {
    return CsvLine.START
        + Stream.concat(
                Stream.of(
                    List.of(
                        "unit",
                        "name",
                        "group",
                        "criterion",
                        "askedAt",
                        "question",
                        "answeredAt",
                        "answer",
                        "published")),
                questions.stream().map(question -> line(question, names)))
            .map(CsvLine::of)
            .collect(Collectors.joining());
  }

  private static List<String> line(Question question, Map<UnitCode, String> names) {
    Optional<Question.Reply> reply = question.reply();
    return List.of(
        question.unit().value(),
        names.getOrDefault(question.unit(), ""),
        String.valueOf(question.group()),
        question.criterion().value(),
        question.askedAt().toString(),
        question.text(),
        reply.map(said -> said.at().toString()).orElse(""),
        reply.map(Question.Reply::answer).orElse(""),
        reply.map(said -> String.valueOf(said.published())).orElse(""));
  }
}
