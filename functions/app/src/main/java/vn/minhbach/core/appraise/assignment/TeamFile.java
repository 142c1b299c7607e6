package vn.minhbach.core.appraise.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.Csv;
import vn.minhbach.core.Employer;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainTime;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.account.AccountName;
import vn.minhbach.core.prepare.account.AccountProblem;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;

/**
 * Reads the register of the appraisal team: a line {@code
 * account,body,role,from,until,substitute,conflicts} for each span of days, and {@code name} where
 * the province wants to see names beside marks. All of them or, when any line is at fault, none.
 *
 * <p>{@code conflicts} are unit codes between semicolons, each with its reason behind a colon where
 * one is given: {@code 06649:em ruột là phó chủ tịch;193}.
 */
final class TeamFile {

  private static final List<String> COLUMNS =
      List.of("account", "body", "role", "from", "until", "substitute", "conflicts");
  private static final String NAME = "name";
  private static final int NAME_MAX = 200;
  private static final int REASON_MAX = 200;
  private static final int CONFLICTS_MAX = 100;

  private final String campaign;
  private final Map<UnitCode, Unit> units;
  private final AppraisalSettings settings;
  private final Map<String, String> names = new HashMap<>();
  private final List<Placed> placed = new ArrayList<>();

  private TeamFile(String campaign, Map<UnitCode, Unit> units, AppraisalSettings settings) {
    this.campaign = campaign;
    this.units = units;
    this.settings = settings;
  }

  /**
   * The register as sent; every member's {@code actor} is still empty.
   *
   * @param names account to the person's name, where one was given
   */
  record Sent(List<Member> members, SequencedMap<String, String> names) {}

  private record Placed(Csv.Line line, Member member) {}

  static Outcome<Sent> read(
      String csv, String campaign, Map<UnitCode, Unit> units, AppraisalSettings settings) {
    var file = new TeamFile(campaign, units, settings);
    return Csv.read(csv, COLUMNS, List.of(NAME), file::shape).flatMap(TeamFile::whole);
  }

  private static Outcome<Sent> whole(Sent sent) {
    return sent.members().isEmpty()
        ? Outcome.refused(TeamProblem.NO_MEMBERS.of())
        : sent.members().stream().noneMatch(member -> member.role() == TeamRole.LEAD)
            ? Outcome.refused(TeamProblem.NO_LEAD.of())
            : Outcome.accepted(sent);
  }

  private Supplier<Sent> shape(List<Csv.Line> lines) {
    for (Csv.Line line : lines) {
      if (placed.size() == Team.MEMBERS_MAX) {
        line.fault("account", InputProblem.TOO_MANY.of(lines.size(), Team.MEMBERS_MAX));
        break;
      }
      placed.add(new Placed(line, member(line)));
    }
    placed.forEach(this::among);
    return () -> {
      var known = new LinkedHashMap<String, String>();
      placed.forEach(one ->
          Optional.ofNullable(names.get(one.member().account()))
              .ifPresent(name -> known.put(one.member().account(), name)));
      return new Sent(placed.stream().map(Placed::member).toList(), known);
    };
  }

  private Member member(Csv.Line line) {
    String account = account(line, "account");
    Optional<TeamRole> role = role(line);
    Optional<UnitCode> body = body(line, role);
    LocalDate from = day(line, "from").orElse(LocalDate.EPOCH);
    if (line.cell("from").isEmpty()) {
      line.fault("from", InputProblem.BLANK.of());
    }
    Optional<LocalDate> until = day(line, "until");
    if (until.filter(from::isAfter).isPresent()) {
      line.fault(
          "until", InputProblem.DATES_NOT_ASCENDING.of(line.cell("until"), line.cell("from")));
    }
    Optional<String> substitute =
        line.cell("substitute").isEmpty()
            ? Optional.empty()
            : Optional.of(account(line, "substitute"));
    name(line, account);
    return new Member(
        account,
        "",
        body,
        role.orElse(TeamRole.APPRAISER),
        from,
        until,
        substitute,
        conflicts(line));
  }

  private static String account(Csv.Line line, String column) {
    String account = line.cell(column);
    if (!AccountName.valid(account)) {
      line.fault(column, AccountProblem.BAD_ACCOUNT.of(account));
    }
    return account;
  }

  private static Optional<TeamRole> role(Csv.Line line) {
    Optional<TeamRole> role = TeamRole.of(line.cell("role"));
    if (role.isEmpty()) {
      line.fault(
          "role",
          InputProblem.UNKNOWN_VALUE.of(
              line.cell("role"), Stream.of(TeamRole.values()).map(TeamRole::label).toList()));
    }
    return role;
  }

  // Never blank: whoever forgets it would be recused from nothing.
  private Optional<UnitCode> body(Csv.Line line, Optional<TeamRole> role) {
    String text = line.cell("body");
    Optional<UnitCode> body =
        text.equals(Employer.NONE) ? Optional.empty() : unit(line, "body", text);
    if (!settings.teamBodies().isEmpty()
        && body.filter(code -> !settings.teamBodies().contains(code)).isPresent()) {
      line.fault(
          "body",
          TeamProblem.BODY_NOT_OF_TEAM.of(
              body.get(), settings.teamBodies().stream().map(UnitCode::value).toList()));
    }
    Optional<UnitCode> wanted =
        role.flatMap(one ->
            switch (one) {
              case LEAD -> settings.standingOffice();
              case DEPUTY -> settings.deputyBody();
              case APPRAISER, SECRETARY -> Optional.empty();
            });
    if (wanted.isPresent() && !wanted.equals(body)) {
      line.fault("body", TeamProblem.ROLE_OF_BODY.of(role.get().words(), wanted.get()));
    }
    return body;
  }

  private Optional<UnitCode> unit(Csv.Line line, String column, String text) {
    Optional<UnitCode> code =
        UnitCode.valid(text)
            ? Optional.of(new UnitCode(text)).filter(units::containsKey)
            : Optional.empty();
    if (code.isEmpty()) {
      line.fault(column, UnitProblem.UNKNOWN_UNIT.of(campaign, text));
    }
    return code;
  }

  private static Optional<LocalDate> day(Csv.Line line, String column) {
    String text = line.cell(column);
    Optional<LocalDate> day = text.isEmpty() ? Optional.empty() : PlainTime.day(text);
    if (!text.isEmpty() && day.isEmpty()) {
      line.fault(column, InputProblem.BAD_DATE.of(text));
    }
    return day;
  }

  private List<Member.Conflict> conflicts(Csv.Line line) {
    var conflicts = new LinkedHashMap<UnitCode, Member.Conflict>();
    String cell = line.cell("conflicts");
    String[] parts = cell.isEmpty() ? new String[0] : cell.split("[;|]");
    if (parts.length > CONFLICTS_MAX) {
      line.fault("conflicts", InputProblem.TOO_MANY.of(parts.length, CONFLICTS_MAX));
      return List.of();
    }
    for (String part : parts) {
      int colon = part.indexOf(':');
      String reason = colon < 0 ? "" : part.substring(colon + 1).strip();
      if (reason.length() > REASON_MAX) {
        line.fault("conflicts", InputProblem.TOO_LONG.of(reason.length(), REASON_MAX));
      }
      unit(line, "conflicts", (colon < 0 ? part : part.substring(0, colon)).strip())
          .ifPresent(code -> conflicts.put(code, new Member.Conflict(code, reason)));
    }
    return List.copyOf(conflicts.values());
  }

  private void name(Csv.Line line, String account) {
    String name = line.cell(NAME);
    if (name.length() > NAME_MAX) {
      line.fault(NAME, InputProblem.TOO_LONG.of(name.length(), NAME_MAX));
    } else if (!name.isEmpty()) {
      String other = names.putIfAbsent(account, name);
      if (other != null && !other.equals(name)) {
        line.fault(NAME, AccountProblem.ONE_PERSON_AN_ACCOUNT.of(account, other));
      }
    }
  }

  /** What a line is at fault with only beside others. */
  private void among(Placed one) {
    Member member = one.member();
    for (Placed before : placed.subList(0, placed.indexOf(one))) {
      Member other = before.member();
      String line = "dòng/line " + before.line().number();
      if (overlap(member, other) && member.account().equals(other.account())) {
        one.line().fault("account", InputProblem.DUPLICATE_ID.of(member.account(), line));
      }
      if (overlap(member, other)
          && member.role() == TeamRole.LEAD
          && other.role() == TeamRole.LEAD) {
        one.line().fault("role", TeamProblem.ONE_LEAD.of(line));
      }
      if (overlap(member, other) && stands(member, other) && !member.ofAnotherBody(other)) {
        one.line()
            .fault("body", TeamProblem.DEPUTY_OF_LEADS_BODY.of(member.body().orElseThrow(), line));
      }
    }
    member
        .substitute()
        .filter(account ->
            account.equals(member.account())
                || placed.stream()
                    .noneMatch(other ->
                        other.member().account().equals(account) && other.member().role().marks()))
        .ifPresent(
            account -> one.line().fault("substitute", TeamProblem.NO_SUCH_SUBSTITUTE.of(account)));
  }

  private static boolean stands(Member one, Member other) {
    return one.role() == TeamRole.LEAD && other.role() == TeamRole.DEPUTY
        || one.role() == TeamRole.DEPUTY && other.role() == TeamRole.LEAD;
  }

  private static boolean overlap(Member one, Member other) {
    return one.until().filter(other.from()::isAfter).isEmpty()
        && other.until().filter(one.from()::isAfter).isEmpty();
  }
}
