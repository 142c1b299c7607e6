package vn.minhbach.core.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Csv;
import vn.minhbach.core.EmailAddress;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;

/**
 * Reads an account register: a line {@code account,unit,role,name,title,from,until}, and {@code
 * email} where the user pool is to write to the person, for each post; all of them or, when any
 * line is at fault, none. An address on one line of an account is enough.
 */
final class AccountFile {

  private static final List<String> COLUMNS =
      List.of("account", "unit", "role", "name", "title", "from", "until");
  private static final List<String> OPTIONAL = List.of("email");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
  private static final int NAME_MAX = 200;

  private final String campaign;
  private final ZoneId zone;
  private final Map<UnitCode, Unit> units;
  private final Map<String, Integer> posts = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> emails = new HashMap<>();

  private AccountFile(String campaign, ZoneId zone, Map<UnitCode, Unit> units) {
    this.campaign = campaign;
    this.zone = zone;
    this.units = units;
  }

  /** An account with its person, as the file says. */
  record Person(String name, List<Actor.Title> titles, Optional<String> email) {}

  /** The persons by account. */
  static Outcome<SortedMap<String, Person>> read(
      String csv, String campaign, ZoneId zone, Map<UnitCode, Unit> units) {
    var file = new AccountFile(campaign, zone, units);
    return Csv.read(csv, COLUMNS, OPTIONAL, file::shape)
        .flatMap(persons ->
            persons.isEmpty() ? Outcome.refused(Problem.NO_ACCOUNTS) : Outcome.accepted(persons));
  }

  private Supplier<SortedMap<String, Person>> shape(List<Csv.Line> lines) {
    lines.forEach(this::email);
    var persons = new TreeMap<String, Person>();
    for (Csv.Line line : lines) {
      String account = account(line);
      Optional<Unit> unit = unit(line);
      Optional<Post.Duty> duty = duty(line, unit);
      String name = text(line, "name");
      String title = text(line, "title");
      Optional<Instant> from = moment(line, "from", false);
      Optional<Instant> until = moment(line, "until", true);
      if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
        line.fault(
            "until",
            Problem.DATES_NOT_ASCENDING,
            "value",
            line.cell("until"),
            "earlier",
            line.cell("from"));
      }
      oneName(line, account, name);
      if (unit.isPresent() && duty.isPresent()) {
        Post post = new Post(unit.get().code(), duty.get(), from, until);
        once(line, account, post);
        persons
            .computeIfAbsent(
                account,
                key ->
                    new Person(name, new ArrayList<>(), Optional.ofNullable(emails.get(account))))
            .titles()
            .add(new Actor.Title(post, title));
      }
    }
    return () -> persons;
  }

  private static String account(Csv.Line line) {
    String account = line.cell("account");
    if (!ACCOUNT.matcher(account).matches()) {
      line.fault("account", Problem.BAD_ACCOUNT, "value", account);
    }
    return account;
  }

  private Optional<Unit> unit(Csv.Line line) {
    String code = line.cell("unit");
    Optional<Unit> unit =
        UnitCode.valid(code)
            ? Optional.ofNullable(units.get(new UnitCode(code)))
            : Optional.empty();
    if (unit.isEmpty()) {
      line.fault("unit", Problem.UNKNOWN_UNIT, "campaign", campaign, "unit", code);
    }
    return unit;
  }

  private static Optional<Post.Duty> duty(Csv.Line line, Optional<Unit> unit) {
    String role = line.cell("role");
    Optional<Post.Duty> duty = Post.Duty.of(role);
    if (duty.isEmpty()) {
      line.fault(
          "role",
          Problem.UNKNOWN_VALUE,
          "value",
          role,
          "known",
          Stream.of(Post.Duty.values()).map(Post.Duty::label).collect(Collectors.joining(", ")));
    } else if (duty.get() == Post.Duty.DISTRICT
        && unit.filter(known -> known.group() != Unit.DISTRICTS).isPresent()) {
      line.fault("role", Problem.NOT_A_DISTRICT, "unit", unit.get().code().value());
    }
    return duty;
  }

  private static String text(Csv.Line line, String column) {
    String text = line.cell(column);
    if (text.isEmpty()) {
      line.fault(column, Problem.BLANK);
    } else if (text.length() > NAME_MAX) {
      line.fault(
          column,
          Problem.TOO_LONG,
          "length",
          String.valueOf(text.length()),
          "limit",
          String.valueOf(NAME_MAX));
    }
    return text;
  }

  // A day counts whole, in the campaign's zone: from its beginning, until its end.
  private Optional<Instant> moment(Csv.Line line, String column, boolean end) {
    String text = line.cell(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant());
    } catch (DateTimeParseException unreadable) {
      line.fault(column, Problem.BAD_DATE_OR_TIME, "value", text);
      return Optional.empty();
    }
  }

  private void once(Csv.Line line, String account, Post post) {
    String key = account + "/" + post.unit() + "/" + post.duty() + "/" + post.from();
    Integer first = posts.putIfAbsent(key, line.number());
    if (first != null) {
      line.fault("account", Problem.DUPLICATE_ID, "value", account, "first", "dòng/line " + first);
    }
  }

  private void email(Csv.Line line) {
    String email = line.cell("email");
    if (email.isEmpty()) {
      return;
    }
    if (!EmailAddress.valid(email)) {
      line.fault("email", Problem.BAD_EMAIL, "value", email);
      return;
    }
    String account = line.cell("account");
    String other = emails.putIfAbsent(account, email);
    if (other != null && !other.equals(email)) {
      line.fault("email", Problem.ONE_ADDRESS_AN_ACCOUNT, "account", account, "value", other);
    }
  }

  private void oneName(Csv.Line line, String account, String name) {
    String other = names.putIfAbsent(account, name);
    if (other != null && !other.equals(name)) {
      line.fault("name", Problem.ONE_PERSON_AN_ACCOUNT, "account", account, "value", other);
    }
  }
}
