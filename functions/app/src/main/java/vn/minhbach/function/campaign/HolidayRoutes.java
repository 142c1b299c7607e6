package vn.minhbach.function.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Holiday;
import vn.minhbach.core.prepare.campaign.Holidays;
import vn.minhbach.core.prepare.campaign.SetHolidays;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyFields;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The days off and days worked instead that the deadlines go by. */
public final class HolidayRoutes implements Routes {

  private final SetHolidays set;

  public HolidayRoutes(SetHolidays set) {
    this.set = set;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.READ_HOLIDAYS, this::read, Route.SET_HOLIDAYS, this::set);
  }

  private Outcome<Reply> read(Exchange on) {
    return Outcome.accepted(
        on.request().prefers("text/csv")
            ? Reply.csv(csv(table(on.campaign())), "holidays-" + on.campaign().id() + ".csv")
            : shown(on.campaign()));
  }

  private Outcome<Reply> set(Exchange on) {
    return on.withCsv((act, csv) -> set.set(on.campaign().id(), act, csv))
        .map(HolidayRoutes::shown);
  }

  private static Holidays table(Campaign campaign) {
    return campaign.settings().deadlineRules().holidays();
  }

  private static Reply shown(Campaign campaign) {
    Holidays table = table(campaign);
    return Reply.ok(
        new HolidaysReply(
            table.days().stream().map(DayReply::of).toList(),
            table.unknownYears(campaign.calendar().firstYear(), campaign.calendar().lastYear())));
  }

  /** As it is sent: what is read can be edited and sent back. */
  private static String csv(Holidays table) {
    return CsvLine.START
        + Stream.concat(
                Stream.of(ReplyFields.names(DayReply.class)),
                table.days().stream().map(DayReply::of).map(ReplyFields::cells))
            .map(CsvLine::of)
            .collect(Collectors.joining());
  }

  /**
   * The table.
   *
   * @param yearsWithout years for which the office has still to enter a table
   */
  private record HolidaysReply(List<DayReply> items, List<Integer> yearsWithout)
      implements ReplyPart {}

  private record DayReply(LocalDate date, String kind, String name) implements ReplyPart {

    private static DayReply of(Holiday day) {
      return new DayReply(day.date(), day.kind() == Holiday.Kind.OFF ? "off" : "work", day.name());
    }
  }
}
