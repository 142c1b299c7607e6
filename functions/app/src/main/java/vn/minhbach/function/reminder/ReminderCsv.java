package vn.minhbach.function.reminder;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.function.http.CsvLine;

/** The office's lists as a spreadsheet opens them. */
final class ReminderCsv {

  private ReminderCsv() {}

  static String annex(List<ReminderDesk.AnnexLine> lines) {
    return CsvLine.START
        + CsvLine.of(
            List.of("addressee", "name", "key", "state", "at", "recipients", "attempts", "error"))
        + lines.stream()
            .map(line ->
                CsvLine.of(
                    List.of(
                        line.addressee().value(),
                        line.name().orElse(""),
                        line.claim().key(),
                        line.claim().state().name(),
                        line.claim().at().toString(),
                        line.claim().recipients().map(String::valueOf).orElse(""),
                        String.valueOf(line.claim().attempts()),
                        line.claim().error().orElse(""))))
            .collect(Collectors.joining());
  }

  static String late(List<Overview.Line> lines, ZoneId zone) {
    return CsvLine.START
        + CsvLine.of(
            List.of("unit", "name", "group", "parent", "dueAt", "dueOn", "daysLate", "share"))
        + lines.stream()
            .map(line ->
                CsvLine.of(
                    List.of(
                        line.unit().code().value(),
                        line.unit().name(),
                        String.valueOf(line.unit().group()),
                        line.unit().parent().map(Object::toString).orElse(""),
                        line.timing().dueAt().toString(),
                        dueOn(line, zone).toString(),
                        String.valueOf(line.daysLate()),
                        line.share().toString())))
            .collect(Collectors.joining());
  }

  private static LocalDate dueOn(Overview.Line line, ZoneId zone) {
    return line.timing().dueAt().atZone(zone).toLocalDate();
  }
}
