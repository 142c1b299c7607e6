package vn.minhbach.local.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Who plays whom on the province's side: the office, and the appraisal team from the bodies that
 * the campaign names. Where a body is one of the plan of 2020, its account is the one that the
 * local system shows; at any other it is {@code role@body}.
 */
final class Cast {

  private static final Map<String, String> OF_PLAN =
      Map.of(
          "office@STTTT", "office",
          "lead@STTTT", "lead",
          "deputy@SNV", "deputy",
          "appraiser@STTTT", "appraiser1",
          "appraiser@SNV", "appraiser2",
          "appraiser@SKHCN", "appraiser3",
          "appraiser@TTPVHCC", "appraiser4",
          "appraiser@VPUB", "appraiser5");

  private static final List<String> TIES =
      List.of(
          "vợ là phó chủ tịch",
          "em ruột là công chức tại đơn vị",
          "công tác tại đơn vị đến năm trước");

  private static final int COMMUNES = 3;
  private static final int CONFLICTS = 2;

  private final String office;
  private final List<Member> team;

  /**
   * A member of the team.
   *
   * @param conflicts units that it has declared a tie to
   */
  record Member(String account, String role, String body, List<String> conflicts) {

    boolean recusedFrom(Unit unit) {
      return body.equals(unit.code()) || conflicts.contains(unit.code());
    }

    boolean leads() {
      return !role.equals("appraiser");
    }
  }

  private Cast(String office, List<Member> team) {
    this.office = office;
    this.team = List.copyOf(team);
  }

  /** By the campaign's settings and its register. */
  static Cast of(JsonNode campaign, List<Unit> register, Chances chances) {
    JsonNode appraisal = campaign.path("appraisal");
    String standing = appraisal.path("standingOffice").asString("");
    String deputy = appraisal.path("deputyBody").asString("");
    List<String> bodies =
        appraisal.path("teamBodies").valueStream().map(JsonNode::asString).toList();
    String office = standing.isEmpty() ? "office" : account("office", standing);
    boolean whole =
        !standing.isEmpty()
            && !deputy.isEmpty()
            && bodies.stream().anyMatch(body -> !body.equals(standing) && !body.equals(deputy))
            && register.stream().map(Unit::code).toList().containsAll(bodies);
    return new Cast(
        office, whole ? team(standing, deputy, bodies, ties(register, chances)) : List.of());
  }

  private static List<Member> team(
      String standing, String deputy, List<String> bodies, List<List<String>> ties) {
    var team = new ArrayList<Member>();
    team.add(member("lead", standing, ties, team.size()));
    team.add(member("deputy", deputy, ties, team.size()));
    for (String body : bodies) {
      if (!body.equals(standing) && !body.equals(deputy)) {
        team.add(member("appraiser", body, ties, team.size()));
      }
    }
    return team;
  }

  private static Member member(String role, String body, List<List<String>> ties, int number) {
    // The deputy stands in for whatever the lead has a tie to.
    List<String> own =
        role.equals("deputy") || number >= ties.size() ? List.of() : ties.get(number);
    return new Member(account(role, body), role, body, own);
  }

  /** Communes in lots of one or two; nobody is tied to what another member is tied to. */
  private static List<List<String>> ties(List<Unit> register, Chances chances) {
    List<String> communes =
        register.stream()
            .filter(unit -> unit.group() == COMMUNES)
            .sorted(Comparator.comparing(unit -> chances.of("tie", unit.code()).nextLong()))
            .map(Unit::code)
            .toList();
    int lot = communes.size() < 5 * CONFLICTS ? 1 : CONFLICTS;
    var ties = new ArrayList<List<String>>();
    for (int from = 0; from + lot <= communes.size(); from += lot) {
      ties.add(communes.subList(from, from + lot));
    }
    return ties;
  }

  private static String account(String role, String body) {
    String any = role + "@" + body;
    return OF_PLAN.getOrDefault(any, any);
  }

  /** Whether the campaign names bodies from which a team can be drawn. */
  boolean appraises() {
    return !team.isEmpty();
  }

  /** The account of the standing office. */
  String office() {
    return office;
  }

  List<Member> team() {
    return team;
  }

  List<Member> appraisers() {
    return team.stream().filter(member -> !member.leads()).toList();
  }

  /** Who decides about a unit: the lead, the deputy where the lead is recused. */
  Member chief(Unit unit) {
    return team.stream()
        .filter(member -> member.leads() && !member.recusedFrom(unit))
        .findFirst()
        .orElseThrow();
  }

  /** Who enters what a unit has sent on paper: the office, the deputy for the office's own body. */
  String clerk(Unit unit) {
    Member lead = team.getFirst();
    return unit.code().equals(lead.body()) ? team.get(1).account() : office;
  }

  /** The member of a body in a role; every body has one. */
  Optional<Member> of(String body, String role) {
    return team.stream()
        .filter(member -> member.body().equals(body) && member.role().equals(role))
        .findFirst();
  }

  /** The register as the office brings it. */
  String register(LocalDate from) {
    return team.stream()
        .map(member ->
            "%s,%s,%s,%s,,,%s"
                .formatted(
                    member.account(),
                    member.body(),
                    member.role(),
                    from,
                    member.conflicts().stream()
                        .map(unit ->
                            unit + ":" + TIES.get(Math.floorMod(unit.hashCode(), TIES.size())))
                        .collect(Collectors.joining(";"))))
        .collect(
            Collectors.joining("\n", "account,body,role,from,until,substitute,conflicts\n", "\n"));
  }
}
