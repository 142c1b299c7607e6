package vn.minhbach.function.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.function.http.CsvLine;

/** The register of questions as a spreadsheet opens it. */
final class QuestionCsv {

  private static final List<String> COLUMNS =
      List.of(
          "unit",
          "name",
          "group",
          "criterion",
          "askedAt",
          "question",
          "answeredAt",
          "answer",
          "published",
          "referred",
          "rulingNumber",
          "rulingDate",
          "ruling");

  private QuestionCsv() {}

  static String of(List<Question> questions, Map<UnitCode, String> names) {
    return CsvLine.START
        + Stream.concat(
                Stream.of(COLUMNS), questions.stream().map(question -> line(question, names)))
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
        reply.map(said -> String.valueOf(said.published())).orElse(""),
        question.referral().flatMap(Referral::wording).orElse(""),
        question.ruling().map(ruling -> ruling.paper().number()).orElse(""),
        question.ruling().map(ruling -> ruling.paper().date().toString()).orElse(""),
        question.ruling().map(Referral.Ruling::text).orElse(""));
  }
}
