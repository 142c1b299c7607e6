package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Csv;
import vn.minhbach.core.EmailAddress;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainTime;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;

/**
 * Reads an account register: a line {@code account,unit,role,name,title,from,until} for each post,
 * {@code criteria} ({@code I.1;II.*}) where a contributor fills some only, and {@code email} where
 * the user pool is to write to the person (on one line of an account is enough); all of them or,
 * when any line is at fault, none.
 */
final class AccountFile {

  private static final List<String> COLUMNS =
      List.of("account", "unit", "role", "name", "title", "from", "until");
  private static final String CRITERIA = "criteria";
  private static final String EMAIL = "email";
  private static final int NAME_MAX = 200;

  private final String campaign;
  private final ZoneId zone;
  private final Map<UnitCode, Unit> units;
  private final Map<Integer, CriteriaSet> sets;
  private final Map<String, Integer> posts = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> emails = new HashMap<>();

  private AccountFile(
      String campaign, ZoneId zone, Map<UnitCode, Unit> units, Map<Integer, CriteriaSet> sets) {
    this.campaign = campaign;
    this.zone = zone;
    this.units = units;
    this.sets = sets;
  }

  /** An account with its person, as the file says. */
  record Person(String name, List<Actor.Title> titles, Optional<String> email) {}

  /**
   * The persons by account.
   *
   * @param sets the criteria set in force by group of units
   */
  static Outcome<SortedMap<String, Person>> read(
      String csv,
      String campaign,
      ZoneId zone,
      Map<UnitCode, Unit> units,
      Map<Integer, CriteriaSet> sets) {
    var file = new AccountFile(campaign, zone, units, sets);
    return Csv.read(csv, COLUMNS, List.of(CRITERIA, EMAIL), file::shape)
        .flatMap(persons ->
            persons.isEmpty()
                ? Outcome.refused(AccountProblem.NO_ACCOUNTS.of())
                : Outcome.accepted(persons));
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
            "until", InputProblem.DATES_NOT_ASCENDING.of(line.cell("until"), line.cell("from")));
      }
      oneName(line, account, name);
      List<CriterionId> criteria = criteria(line, unit, duty);
      if (unit.isPresent() && duty.isPresent()) {
        Post post = new Post(unit.get().code(), duty.get(), from, until, criteria);
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
    if (!AccountName.valid(account)) {
      line.fault("account", AccountProblem.BAD_ACCOUNT.of(account));
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
      line.fault("unit", UnitProblem.UNKNOWN_UNIT.of(campaign, code));
    }
    return unit;
  }

  private static Optional<Post.Duty> duty(Csv.Line line, Optional<Unit> unit) {
    String role = line.cell("role");
    Optional<Post.Duty> duty = Post.Duty.of(role);
    if (duty.isEmpty()) {
      line.fault(
          "role",
          InputProblem.UNKNOWN_VALUE.of(
              role, Stream.of(Post.Duty.values()).map(Post.Duty::label).toList()));
    } else if (duty.get() == Post.Duty.DISTRICT
        && unit.filter(known -> known.group() != Unit.DISTRICTS).isPresent()) {
      line.fault("role", UnitProblem.NOT_A_DISTRICT.of(unit.get().code()));
    }
    return duty;
  }

  // A whole group is written out, so that what was given is what stands here.
  private List<CriterionId> criteria(Csv.Line line, Optional<Unit> unit, Optional<Post.Duty> duty) {
    String cell = line.cell(CRITERIA);
    if (cell.isEmpty() || unit.isEmpty() || duty.isEmpty()) {
      return List.of();
    }
    if (duty.get() != Post.Duty.CONTRIBUTOR) {
      line.fault(CRITERIA, AccountProblem.CRITERIA_OF_CONTRIBUTORS.of(duty.get().label()));
      return List.of();
    }
    var criteria = new TreeSet<CriterionId>();
    Optional<CriteriaSet> set = Optional.ofNullable(sets.get(unit.get().group()));
    for (String part : cell.split("[;|]")) {
      List<CriterionId> named = set.map(known -> named(known, part.strip())).orElse(List.of());
      if (named.isEmpty()) {
        line.fault(CRITERIA, CriteriaProblem.UNKNOWN_CRITERION.of(part.strip()));
      }
      criteria.addAll(named);
    }
    return List.copyOf(criteria);
  }

  private static List<CriterionId> named(CriteriaSet set, String part) {
    if (part.endsWith(".*")) {
      String group = part.substring(0, part.length() - 2);
      return set.groups().stream()
          .filter(known -> known.id().equals(group))
          .flatMap(known -> known.criteria().stream().map(Criterion::id))
          .toList();
    }
    return CriterionId.valid(part) && set.criterion(new CriterionId(part)).isPresent()
        ? List.of(new CriterionId(part))
        : List.of();
  }

  private static String text(Csv.Line line, String column) {
    String text = line.cell(column);
    if (text.isEmpty()) {
      line.fault(column, InputProblem.BLANK.of());
    } else if (text.length() > NAME_MAX) {
      line.fault(column, InputProblem.TOO_LONG.of(text.length(), NAME_MAX));
    }
    return text;
  }

  // A day counts whole, in the campaign's zone: from its beginning, until its end.
  private Optional<Instant> moment(Csv.Line line, String column, boolean end) {
    String text = line.cell(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> moment =
        text.contains("T")
            ? PlainTime.moment(text)
            : PlainTime.day(text)
                .map(day -> day.plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant());
    if (moment.isEmpty()) {
      line.fault(column, AccountProblem.BAD_DATE_OR_TIME.of(text));
    }
    return moment;
  }

  private void once(Csv.Line line, String account, Post post) {
    String key = account + "/" + post.unit() + "/" + post.duty() + "/" + post.from();
    Integer first = posts.putIfAbsent(key, line.number());
    if (first != null) {
      line.fault("account", InputProblem.DUPLICATE_ID.of(account, "dòng/line " + first));
    }
  }

  private void email(Csv.Line line) {
    String email = line.cell(EMAIL);
    if (email.isEmpty()) {
      return;
    }
    if (!EmailAddress.valid(email)) {
      line.fault(EMAIL, InputProblem.BAD_EMAIL.of(email));
      return;
    }
    String account = line.cell("account");
    String other = emails.putIfAbsent(account, email);
    if (other != null && !other.equals(email)) {
      line.fault(EMAIL, AccountProblem.ONE_ADDRESS_AN_ACCOUNT.of(account, other));
    }
  }

  private void oneName(Csv.Line line, String account, String name) {
    String other = names.putIfAbsent(account, name);
    if (other != null && !other.equals(name)) {
      line.fault("name", AccountProblem.ONE_PERSON_AN_ACCOUNT.of(account, other));
    }
  }
}
