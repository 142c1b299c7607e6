package vn.minhbach.core.access;

import static vn.minhbach.core.access.Access.Reach.ANYWHERE;
import static vn.minhbach.core.access.Access.Reach.ANY_COMMUNE;
import static vn.minhbach.core.access.Access.Reach.COMMUNES;
import static vn.minhbach.core.access.Access.Reach.ONCE_FROZEN;
import static vn.minhbach.core.access.Access.Reach.OTHERS;
import static vn.minhbach.core.access.Access.Reach.OTHER_GROUPS;
import static vn.minhbach.core.access.Access.Reach.OWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.unit.Unit;

/**
 * The one table of access: for each kind of use, which role reaches how far. Every route names one
 * line of it.
 *
 * <p>Nobody, in any role, acts on or reads more than the public of the unit that employs them
 * except as that unit: the five bodies that staff the office and the team are ranked themselves
 * (domain/README.md section 2). The same goes for every unit that they are {@link Recusal recused}
 * from, whatever the role. A role of the staff acts only for an account that states its employer
 * ({@link Employer}); that it is one of the campaign's, and what the team's register declares of
 * the account, the edge looks up.
 */
public enum Access {
  /** No token is needed, and none is read. */
  PUBLIC(Map.of()),

  /** Anyone with a role. */
  READ_CAMPAIGN(everyRole()),

  /** Prepares, opens, reports and publishes. */
  RUN_CAMPAIGN(Map.of(Role.OFFICE, ANYWHERE)),

  /** Does not assign a criterion to units; nobody to the own body, which the use sees to. */
  EXEMPT_UNITS(Map.of(Role.OFFICE, ANYWHERE, Role.DEPUTY, ANYWHERE)),

  /**
   * Approves for the People's Committee; the office enters it from the signed paper, and then it
   * waits for {@link #CONFIRM_APPROVAL}.
   */
  APPROVE(Map.of(Role.APPROVER, ANYWHERE, Role.OFFICE, ANYWHERE)),

  /** The deputy, of another body, holds what the office entered against the paper. */
  CONFIRM_APPROVAL(Map.of(Role.DEPUTY, ANYWHERE)),

  /** Sends a reported result back: nobody but the approver can drop it. */
  SEND_BACK(Map.of(Role.APPROVER, ANYWHERE)),

  /** Nobody excuses the own body from the assessment: the deputy, from another, does. */
  EXCUSE_UNIT(Map.of(Role.OFFICE, OTHERS, Role.DEPUTY, OTHERS)),

  /** What the report says of every group; the use sees to it that the result is frozen. */
  READ_DRAFT_REPORT(
      Map.of(
          Role.OFFICE, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.APPROVER, ANYWHERE)),

  /** Where each unit stands; points beside it only as {@link #READ_DRAFT_RANKING} lets see them. */
  READ_PROGRESS(
      Map.of(
          Role.OFFICE, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.OFFICIAL, ANYWHERE)),

  /** Form, evidence and ledger of a unit. */
  READ_FORM(
      Map.of(
          Role.UNIT, OWN,
          Role.CONTRIBUTOR, OWN,
          Role.SIGNER, OWN,
          Role.DISTRICT, COMMUNES,
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS,
          Role.OFFICE, OTHERS)),

  /** The ledger leaves out the district: it reads its communes' forms, not their history. */
  READ_LEDGER(
      Map.of(
          Role.UNIT, OWN,
          Role.CONTRIBUTOR, OWN,
          Role.SIGNER, OWN,
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS,
          Role.OFFICE, OTHERS)),

  /** The appraisal team's register: who is of which body; never a name. */
  READ_TEAM(
      Map.of(
          Role.OFFICE, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.OFFICIAL, ANYWHERE)),

  /**
   * Which member of the team reads what. Of a unit that they are recused from, neither names who
   * reads it; the use sees to that.
   */
  ASSIGN_WORK(Map.of(Role.LEAD, ANYWHERE, Role.DEPUTY, ANYWHERE)),

  /**
   * Marks, signatures under marks, and the sheet of a unit. That it is the member's to judge, and
   * that no conflict was declared, the use asks the team's register.
   */
  MARK(Map.of(Role.APPRAISER, OTHERS, Role.LEAD, OTHERS, Role.DEPUTY, OTHERS)),

  /** Agreeing with many units at once; each cell is held against {@link #MARK} by itself. */
  MARK_BLOCK(Map.of(Role.APPRAISER, ANYWHERE, Role.LEAD, ANYWHERE, Role.DEPUTY, ANYWHERE)),

  /**
   * What of many units is the member's to mark; the use leaves out those that it is recused from.
   */
  READ_QUEUE(Map.of(Role.APPRAISER, ANYWHERE, Role.LEAD, ANYWHERE, Role.DEPUTY, ANYWHERE)),

  /** The plans of inspections; none that goes to a unit which the reader is recused from. */
  READ_INSPECTIONS(
      Map.of(
          Role.OFFICE, ANYWHERE,
          Role.APPRAISER, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE)),

  /** The minutes of the team's session: for who wrote, leads, checks and signs. */
  READ_SESSION(
      Map.of(
          Role.OFFICE, ANYWHERE,
          Role.APPRAISER, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.APPROVER, ANYWHERE)),

  /** Closing the appraisal of a unit: the lead, for the lead's own body the deputy. */
  CLOSE_APPRAISAL(Map.of(Role.LEAD, OTHERS, Role.DEPUTY, OTHERS)),

  /**
   * Asking to reconsider points is the unit's affair; the office enters it from the unit's letter,
   * for its own body the deputy.
   */
  PETITION(
      Map.of(
          Role.UNIT, OWN,
          Role.SIGNER, OWN,
          Role.OFFICE, OTHERS,
          Role.DEPUTY, OTHERS)),

  /** Deciding a petition; that it is not about the own mark, the use sees to. */
  DECIDE_PETITION(Map.of(Role.LEAD, OTHERS, Role.DEPUTY, OTHERS)),

  /** Which units cite the same bytes: units and districts are not told of each other. */
  READ_SHARED_EVIDENCE(
      Map.of(
          Role.APPRAISER, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.OFFICE, ANYWHERE)),

  /** The same at one unit. */
  READ_SHARED_AT_UNIT(
      Map.of(
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS,
          Role.OFFICE, OTHERS)),

  /** Addresses of people: for their unit, and for the office, which writes to them. */
  READ_CONTACTS(Map.of(Role.UNIT, OWN, Role.SIGNER, OWN, Role.OFFICE, OTHERS)),

  /** What concerns the form as a whole. */
  FILL_FORM(Map.of(Role.UNIT, OWN)),

  /**
   * Answers and evidence of a criterion: nobody but the unit ever edits its figures. Which of the
   * criteria a contributor was given stands in the register ({@link Caller#barredFrom}).
   */
  FILL_CRITERION(Map.of(Role.UNIT, OWN, Role.CONTRIBUTOR, OWN)),

  /**
   * The same, and typing for a commune from its signed paper form (<i>nhập thay</i>), which the use
   * asks for: its district, or the office. Nobody types for a department or a district, so nobody
   * types for the body that employs them.
   */
  FILL_OR_TYPE(
      Map.of(
          Role.UNIT, OWN,
          Role.CONTRIBUTOR, OWN,
          Role.DISTRICT, COMMUNES,
          Role.OFFICE, ANY_COMMUNE)),

  /** The same, and what the team brings from an inspection; the use holds each to its own. */
  UPLOAD_FILE(
      Map.of(
          Role.UNIT, OWN,
          Role.CONTRIBUTOR, OWN,
          Role.DISTRICT, COMMUNES,
          Role.OFFICE, ANY_COMMUNE,
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS)),

  /** Setting aside what was typed for it is the commune's own affair. */
  CONTEST_TYPED(Map.of(Role.UNIT, OWN, Role.SIGNER, OWN)),

  /** Whoever fills or signs may ask how a criterion is meant. */
  ASK_QUESTION(Map.of(Role.UNIT, OWN, Role.CONTRIBUTOR, OWN, Role.SIGNER, OWN)),

  /** Nobody answers the own body: the deputy, from another, does. */
  ANSWER_QUESTION(Map.of(Role.OFFICE, OTHERS, Role.DEPUTY, OTHERS)),

  /** A unit's own questions; districts read their communes' forms, not what they ask the office. */
  READ_QUESTIONS(
      Map.of(
          Role.UNIT, OWN,
          Role.CONTRIBUTOR, OWN,
          Role.SIGNER, OWN,
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS,
          Role.OFFICE, OTHERS)),

  /** The register of difficulties, an annex of the report; without the reader's own body. */
  LIST_QUESTIONS(Map.of(Role.OFFICE, ANYWHERE, Role.LEAD, ANYWHERE, Role.DEPUTY, ANYWHERE)),

  /** In the first step any user of the unit may sign (design.md "HTTP"). */
  SIGN_FORM(Map.of(Role.SIGNER, OWN, Role.UNIT, OWN)),

  /** Asking is a matter of the unit, of its typist as of its signer. */
  ASK_FOR_TIME(Map.of(Role.UNIT, OWN, Role.SIGNER, OWN)),

  /** Nobody gives the own body more time: the deputy, from another, does. */
  EXTEND_DEADLINE(Map.of(Role.OFFICE, OTHERS, Role.DEPUTY, OTHERS)),

  /** When the form arrived: the unit's registry knows, the office may correct it. */
  NOTE_ARRIVAL(Map.of(Role.UNIT, OWN, Role.OFFICE, OTHERS, Role.DEPUTY, OTHERS)),

  /**
   * Lets a file be opened that bears the stamp of a state secret; nobody that of the own body: the
   * deputy, from another, does.
   */
  RELEASE_FILE(Map.of(Role.OFFICE, OTHERS, Role.DEPUTY, OTHERS)),

  /**
   * Asks to take a file down that should never have been uploaded; of the office's own body the
   * deputy, of another, does.
   */
  ASK_TAKEDOWN(Map.of(Role.OFFICE, OTHERS, Role.DEPUTY, OTHERS)),

  /**
   * Confirms or declines that; of the deputy's own body, or where the deputy asked, the approver
   * does. That it is another body than the one that asked, the use sees to.
   */
  DECIDE_TAKEDOWN(Map.of(Role.DEPUTY, OTHERS, Role.APPROVER, OTHERS)),

  /** What is asked to be taken down, for those who ask and decide; none of recused units. */
  LIST_TAKEDOWNS(Map.of(Role.OFFICE, ANYWHERE, Role.DEPUTY, ANYWHERE, Role.APPROVER, ANYWHERE)),

  READ_COMMUNES(Map.of(Role.DISTRICT, OWN, Role.OFFICE, OTHERS)),

  CONSOLIDATE(Map.of(Role.DISTRICT, OWN)),

  /**
   * A sent form goes back: by its district, or by the team. The form's state says until when
   * ({@code Move}).
   */
  RETURN_FORM(
      Map.of(
          Role.DISTRICT, COMMUNES,
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS)),

  /** What a district says on its communes' criteria (<i>ý kiến của huyện</i>). */
  REMARK(Map.of(Role.DISTRICT, COMMUNES)),

  /** In a late district's place. */
  OVERRIDE_DISTRICT(Map.of(Role.OFFICE, OTHERS)),

  /** Where a source differs from the forms; without the reader's own body. */
  READ_DIFFERENCES(Map.of(Role.OFFICE, ANYWHERE, Role.DEPUTY, ANYWHERE)),

  /**
   * The province's figure for the importer's own body counts once another body has confirmed it.
   */
  CONFIRM_FIGURES(Map.of(Role.DEPUTY, OTHERS)),

  /**
   * Points and ranks of a group in any list or aggregate. Until the result is frozen nobody sees
   * those of the group that their employer stands in; from then on those do who write, check and
   * sign it.
   */
  READ_DRAFT_RANKING(
      Map.of(
          Role.OFFICE, OTHER_GROUPS,
          Role.LEAD, OTHER_GROUPS,
          Role.APPROVER, OTHER_GROUPS,
          Role.DEPUTY, ONCE_FROZEN)),

  /**
   * A unit's improvement plan is its own; so is what became of the one before. Its registry brings
   * the paper, as its signer may.
   */
  WRITE_PLAN(Map.of(Role.UNIT, OWN, Role.SIGNER, OWN)),

  /**
   * What the owner of the PAR index takes from a result, and how it maps it. The role is employed
   * by a ranked body and reads its line too: the feed is of an approved result, in which nothing
   * can be changed any more, least of all by this role, and an index without its owner's own body
   * would be none. Until publication each opening is logged as one of a draft.
   */
  PAR_FEED(Map.of(Role.PAR, ANYWHERE)),

  /** Who opened a draft after the freeze: for those who may, and for who watches them. */
  LIST_DRAFT_OPENINGS(
      Map.of(
          Role.OFFICE, ANYWHERE,
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.APPROVER, ANYWHERE,
          Role.OFFICIAL, ANYWHERE)),

  /**
   * A published result with the cells that are public as a total alone (<i>thanh tra</i>): for who
   * decides, signs and watches. The ranks are public by then.
   */
  INSPECT_RESULT(
      Map.of(
          Role.LEAD, ANYWHERE,
          Role.DEPUTY, ANYWHERE,
          Role.APPROVER, ANYWHERE,
          Role.OFFICIAL, ANYWHERE)),

  /** Points without ranks; the unit's own and the district's communes' are their own figures. */
  READ_DRAFT_SCORECARD(
      Map.of(
          Role.UNIT, OWN,
          Role.CONTRIBUTOR, OWN,
          Role.SIGNER, OWN,
          Role.DISTRICT, COMMUNES,
          Role.APPRAISER, OTHERS,
          Role.LEAD, OTHERS,
          Role.DEPUTY, OTHERS,
          Role.OFFICE, OTHERS,
          Role.APPROVER, OTHERS));

  /** How far a role reaches. */
  public enum Reach {
    /**
     * The campaign as a whole. Lists leave out the units that the caller is recused from, and a use
     * that decides about named units refuses those; the uses see to it.
     */
    ANYWHERE,
    /** The unit that the account acts for. */
    OWN,
    /** The communes of the district that the account acts for. */
    COMMUNES,
    /** Every commune but those that the caller is recused from. */
    ANY_COMMUNE,
    /** Every unit but those that the caller is recused from. */
    OTHERS,
    /** Every group but the one of the unit that employs the caller; every group once frozen. */
    OTHER_GROUPS,
    /** Every group once the result is frozen, and none before. */
    ONCE_FROZEN
  }

  private static final int CLAIM_SHOWN = 60;

  private final Map<Role, Reach> reaches;

  Access(Map<Role, Reach> reaches) {
    this.reaches = new EnumMap<>(Role.class);
    this.reaches.putAll(reaches);
  }

  /** The line of the table, role by role. */
  public Map<Role, Reach> reaches() {
    return new EnumMap<>(reaches);
  }

  /** Lets the caller in, or says why not. */
  public Outcome<Caller> admit(Caller caller, Target target) {
    if (reaches.keySet().stream().noneMatch(caller::is)) {
      return Outcome.refused(AccessProblem.NOT_ALLOWED.of(reaches.keySet()));
    }
    if (caller.staff() && !caller.employer().stated()) {
      return unstated(caller, caller.id());
    }
    boolean admitted =
        reaches.entrySet().stream()
            .anyMatch(line -> caller.is(line.getKey()) && reaches(line.getValue(), caller, target));
    return admitted
        ? Outcome.accepted(caller)
        : recusal(caller, target).orElseGet(() -> refusal(caller, target));
  }

  private static boolean reaches(Reach reach, Caller caller, Target target) {
    return switch (reach) {
      case ANYWHERE -> true;
      case OWN -> caller.unit().isPresent() && caller.unit().equals(target.code());
      case COMMUNES ->
          caller.unit().isPresent()
              && target.unit().isPresent()
              && target.unit().get().parent().equals(caller.unit());
      case ANY_COMMUNE ->
          target
              .unit()
              .filter(unit -> unit.group() == Unit.COMMUNES && Recusal.of(caller, unit).isEmpty())
              .isPresent();
      case OTHERS -> target.unit().filter(unit -> Recusal.of(caller, unit).isEmpty()).isPresent();
      case OTHER_GROUPS ->
          target.group().isPresent()
              && (target.frozen() || !target.group().equals(target.callerGroup()));
      case ONCE_FROZEN -> target.group().isPresent() && target.frozen();
    };
  }

  /**
   * Why an account without a usable employer acts in no role of the staff.
   *
   * @param account as its holder knows it
   */
  public static Outcome<Caller> unstated(Caller caller, String account) {
    String claim = caller.employer() instanceof Employer.NotStated not ? not.claim() : "";
    return Outcome.refused(
        AccessProblem.EMPLOYER_NOT_STATED.of(
            account,
            claim.length() > CLAIM_SHOWN ? claim.substring(0, CLAIM_SHOWN) + "…" : claim,
            Employer.NONE));
  }

  // Told only to whom the line would let in but for this unit.
  private Optional<Outcome<Caller>> recusal(Caller caller, Target target) {
    boolean butForThis =
        reaches.entrySet().stream()
            .anyMatch(line ->
                caller.is(line.getKey())
                    && (line.getValue() == OTHERS
                        || line.getValue() == ANY_COMMUNE
                            && target
                                .unit()
                                .filter(unit -> unit.group() == Unit.COMMUNES)
                                .isPresent()));
    return target
        .unit()
        .filter(unit -> butForThis)
        .flatMap(unit ->
            Recusal.of(caller, unit).map(cause -> Outcome.refused(cause.from(unit.code()))));
  }

  private static Outcome<Caller> refusal(Caller caller, Target target) {
    String employer = caller.unit().map(UnitCode::value).orElse("");
    if (target.group().isPresent() && !target.group().equals(target.callerGroup())) {
      return Outcome.refused(AccessProblem.DRAFT_NOT_FROZEN.of(target.group().get()));
    }
    if (target.group().isPresent()) {
      return Outcome.refused(AccessProblem.OWN_GROUP_DRAFT.of(target.group().get(), employer));
    }
    if (target.code().isPresent() && target.code().equals(caller.unit())) {
      return Outcome.refused(AccessProblem.OWN_UNIT.of(employer));
    }
    if (caller.unit().isEmpty()) {
      return Outcome.refused(AccessProblem.ACCOUNT_WITHOUT_UNIT.of());
    }
    return Outcome.refused(
        AccessProblem.OTHER_UNIT.of(target.code().map(UnitCode::value).orElse("…")));
  }

  private static Map<Role, Reach> everyRole() {
    var all = new EnumMap<Role, Reach>(Role.class);
    for (Role role : Role.values()) {
      all.put(role, ANYWHERE);
    }
    return all;
  }
}
