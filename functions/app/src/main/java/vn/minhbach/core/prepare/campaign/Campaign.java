package vn.minhbach.core.prepare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;

/**
 * A campaign as stored: one item, changed by the office alone.
 *
 * @param settings what the plan lays down
 * @param pointers which versions of registers and criteria are in force
 * @param openedAt when the forms were sent; every unit's receipt until dispatch has its own delay
 * @param result the frozen ranking, from the report on
 * @param tip end of the campaign's own chain
 * @param version rises by one with each change
 * @param exemptions which units are not assigned which criteria, by number
 * @param provisional the provisional result that units see; empty before it is shown
 * @param rulings what was decided about the result as a whole; empty while nothing was
 */
public record Campaign(
    CampaignId id,
    CampaignSettings settings,
    Stage stage,
    Pointers pointers,
    Optional<Instant> openedAt,
    Optional<Result> result,
    ChainTip tip,
    long version,
    List<Exemption> exemptions,
    Optional<Provisional> provisional,
    Optional<Rulings> rulings) {

  public Campaign {
    exemptions = List.copyOf(exemptions);
  }

  /** A campaign about whose result nothing was ruled. */
  public Campaign(
      CampaignId id,
      CampaignSettings settings,
      Stage stage,
      Pointers pointers,
      Optional<Instant> openedAt,
      Optional<Result> result,
      ChainTip tip,
      long version,
      List<Exemption> exemptions,
      Optional<Provisional> provisional) {
    this(
        id,
        settings,
        stage,
        pointers,
        openedAt,
        result,
        tip,
        version,
        exemptions,
        provisional,
        Optional.empty());
  }

  /** A new campaign in stage DRAFT, without units and criteria. */
  public static Campaign draft(CampaignId id, CampaignSettings settings) {
    return new Campaign(
        id,
        settings,
        Stage.DRAFT,
        new Pointers(0, Map.of()),
        Optional.empty(),
        Optional.empty(),
        ChainTip.START,
        0,
        List.of(),
        Optional.empty());
  }

  /**
   * What a campaign points to. Rows are staged under a version first and come into force with it.
   *
   * @param units version of the unit register; 0 for none
   * @param criteria group to the version of its criteria set
   * @param sources source of the province's own figures to the version of its import
   * @param accounts version of the account register; empty while the tokens alone say who may act
   * @param corrections group to how often its criteria were corrected while forms were out
   * @param team version of the appraisal team's register; empty while there is none
   * @param assignments group to the version of its assignment to the team's members
   */
  public record Pointers(
      long units,
      Map<Integer, Long> criteria,
      Map<String, Long> sources,
      Optional<Long> accounts,
      Map<Integer, Integer> corrections,
      Optional<Long> team,
      Map<Integer, Long> assignments) {

    public Pointers {
      criteria = new TreeMap<>(criteria);
      sources = new TreeMap<>(sources);
      corrections = new TreeMap<>(corrections);
      assignments = new TreeMap<>(assignments);
    }

    /** Units and criteria alone. */
    public Pointers(long units, Map<Integer, Long> criteria) {
      this(units, criteria, Map.of(), Optional.empty(), Map.of(), Optional.empty(), Map.of());
    }

    private Pointers withUnits(long version) {
      return new Pointers(version, criteria, sources, accounts, corrections, team, assignments);
    }

    private Pointers withCriteria(int group, long version) {
      return new Pointers(
          units, and(criteria, group, version), sources, accounts, corrections, team, assignments);
    }

    private Pointers withSource(String source, long version) {
      return new Pointers(
          units, criteria, and(sources, source, version), accounts, corrections, team, assignments);
    }

    private Pointers withAccounts(long version) {
      return new Pointers(
          units, criteria, sources, Optional.of(version), corrections, team, assignments);
    }

    private Pointers withCorrection(int group) {
      return new Pointers(
          units,
          criteria,
          sources,
          accounts,
          and(corrections, group, corrections.getOrDefault(group, 0) + 1),
          team,
          assignments);
    }

    private Pointers withTeam(long version) {
      return new Pointers(
          units, criteria, sources, accounts, corrections, Optional.of(version), assignments);
    }

    private Pointers withAssignment(int group, long version) {
      return new Pointers(
          units, criteria, sources, accounts, corrections, team, and(assignments, group, version));
    }

    private static <K, V> Map<K, V> and(Map<K, V> map, K key, V value) {
      var more = new TreeMap<>(map);
      more.put(key, value);
      return more;
    }
  }

  /**
   * The frozen result.
   *
   * @param rankingVersion version of the ranking tables, the same for every group
   * @param basis whose points: {@code SELF} until units are appraised
   * @param frozen what the report fixed beside the tables; empty in what was stored before it did
   */
  public record Result(
      long rankingVersion,
      String basis,
      Instant reportedAt,
      Optional<Decision> approval,
      Optional<Instant> publishedAt,
      Optional<Frozen> frozen) {

    /** A result of which nothing else was fixed. */
    public Result(
        long rankingVersion,
        String basis,
        Instant reportedAt,
        Optional<Decision> approval,
        Optional<Instant> publishedAt) {
      this(rankingVersion, basis, reportedAt, approval, publishedAt, Optional.empty());
    }

    /** 1 for the first publication, one more with each correction. */
    public int issue() {
      return frozen.map(Frozen::issue).orElse(1);
    }

    /** The decision that was entered from its paper and waits for the deputy. */
    public Optional<Decision> entered() {
      return frozen.flatMap(Frozen::entered);
    }

    public Result withEntered(Decision paper) {
      return new Result(
          rankingVersion,
          basis,
          reportedAt,
          approval,
          publishedAt,
          frozen.map(fixed -> fixed.with(Optional.of(paper))));
    }

    public Result withApproval(Decision decision) {
      return new Result(
          rankingVersion,
          basis,
          reportedAt,
          Optional.of(decision),
          publishedAt,
          frozen.map(fixed -> fixed.with(Optional.empty())));
    }

    public Result withPublishedAt(Instant at) {
      return new Result(rankingVersion, basis, reportedAt, approval, Optional.of(at), frozen);
    }
  }

  /**
   * What the report fixed beside the tables.
   *
   * @param issue 1 for the first publication, one more with each correction
   * @param code the check code (<i>mã chốt</i>) of the snapshot: 16 hex digits in groups of four,
   *     printed on the annex that is signed
   * @param from the stage before the report, to which a result goes that is sent back
   * @param entered the decision from its paper, until the deputy has confirmed it
   */
  public record Frozen(int issue, String code, Stage from, Optional<Decision> entered) {

    Frozen with(Optional<Decision> paper) {
      return new Frozen(issue, code, from, paper);
    }
  }

  /**
   * The provisional result (<i>kết quả thẩm định dự kiến</i>): from then on every unit sees its
   * own.
   *
   * @param number of the showing; a later one also shows what was cut since
   * @param at every judgement that stands at this moment is shown, with its reason
   * @param until last moment of the petitions (<i>đề nghị xem xét lại điểm</i>)
   */
  public record Provisional(int number, Instant at, Instant until) {}

  /**
   * A decision (<i>quyết định</i>) with its number and date, and when it was entered.
   *
   * @param paper how it was signed, where it was entered from its paper
   */
  public record Decision(String number, LocalDate date, Instant enteredAt, Optional<Paper> paper) {

    public Decision(String number, LocalDate date, Instant enteredAt) {
      this(number, date, enteredAt, Optional.empty());
    }
  }

  /**
   * A decision as it was signed on paper; the legal act is there, not here.
   *
   * @param issuer the People's Committee or its chairman
   * @param name of who signed; {@code title} the office held
   * @param authority how the signature is given: TM., KT., TL., TUQ., Q.; empty for the chairman's
   *     own
   * @param sha256 of the signed PDF, in hex; empty where none was at hand
   * @param by opaque id of who entered it
   */
  public record Paper(
      Issuer issuer,
      String name,
      String title,
      Optional<Authority> authority,
      Optional<String> sha256,
      String by) {}

  /** Who issued a decision. */
  public enum Issuer {
    /** The People's Committee of the province (<i>UBND tỉnh</i>). */
    UBND,
    /** Its chairman (<i>Chủ tịch UBND tỉnh</i>). */
    CHUTICH
  }

  /** By what authority a paper is signed (decree 30/2020, annex I, II.7). */
  public enum Authority {
    /** On behalf of a collective (<i>thay mặt</i>). */
    TM,
    /** In place of the head (<i>ký thay</i>). */
    KT,
    /** By order (<i>thừa lệnh</i>). */
    TL,
    /** By delegation (<i>thừa uỷ quyền</i>). */
    TUQ,
    /** Acting (<i>quyền</i>). */
    Q
  }

  public Calendar calendar() {
    return settings.calendar();
  }

  /** Until when a criterion is open again whose file falls out at this moment. */
  public Instant reopenedUntil(Instant now) {
    // Whole days, as every term of the plan: until the end of the last one.
    long days = settings.uploadLimits().reopening().toDays();
    return calendar().lastMomentBefore(Deadlines.of(this).day(now).plusDays(days + 1));
  }

  public long unitsVersion() {
    return pointers.units();
  }

  public Map<Integer, Long> criteriaVersions() {
    return pointers.criteria();
  }

  public Map<String, Long> sourceVersions() {
    return pointers.sources();
  }

  public ChainId chain() {
    return ChainId.of(id);
  }

  /** The same campaign after a change: with its new chain end and one version on. */
  public Campaign after(ChainTip newTip) {
    return new Campaign(
        id,
        settings,
        stage,
        pointers,
        openedAt,
        result,
        newTip,
        version + 1,
        exemptions,
        provisional,
        rulings);
  }

  public Campaign withStage(Stage next) {
    return new Campaign(
        id,
        settings,
        next,
        pointers,
        openedAt,
        result,
        tip,
        version,
        exemptions,
        provisional,
        rulings);
  }

  public Campaign withOpenedAt(Instant at) {
    return new Campaign(
        id,
        settings,
        stage,
        pointers,
        Optional.of(at),
        result,
        tip,
        version,
        exemptions,
        provisional,
        rulings);
  }

  public Campaign withRules(DeadlineRules rules) {
    return new Campaign(
        id,
        settings.with(rules),
        stage,
        pointers,
        openedAt,
        result,
        tip,
        version,
        exemptions,
        provisional,
        rulings);
  }

  public Campaign withPointers(Pointers next) {
    return new Campaign(
        id,
        settings,
        stage,
        next,
        openedAt,
        result,
        tip,
        version,
        exemptions,
        provisional,
        rulings);
  }

  public Campaign withUnits(long newVersion) {
    return withPointers(pointers.withUnits(newVersion));
  }

  public Campaign withCriteria(int group, long newVersion) {
    return withPointers(pointers.withCriteria(group, newVersion));
  }

  /** How often the criteria of a group were corrected while forms were out. */
  public int corrections(int group) {
    return pointers.corrections().getOrDefault(group, 0);
  }

  /** With a corrected criteria set in force. */
  public Campaign withCorrected(int group, long newVersion) {
    return withPointers(pointers.withCriteria(group, newVersion).withCorrection(group));
  }

  public Campaign withSource(String source, long newVersion) {
    return withPointers(pointers.withSource(source, newVersion));
  }

  public Campaign withAccounts(long newVersion) {
    return withPointers(pointers.withAccounts(newVersion));
  }

  public Campaign withTeam(long newVersion) {
    return withPointers(pointers.withTeam(newVersion));
  }

  public Campaign withAssignment(int group, long newVersion) {
    return withPointers(pointers.withAssignment(group, newVersion));
  }

  /** With a further exemption. */
  public Campaign with(Exemption exemption) {
    var all = new ArrayList<>(exemptions);
    all.add(exemption);
    return new Campaign(
        id, settings, stage, pointers, openedAt, result, tip, version, all, provisional, rulings);
  }

  /** With an exemption that ends for some units. */
  public Campaign withEnded(int number, Exemption.Ended end) {
    var all = new ArrayList<>(exemptions);
    all.set(number - 1, all.get(number - 1).without(end));
    return new Campaign(
        id, settings, stage, pointers, openedAt, result, tip, version, all, provisional, rulings);
  }

  /** By which decision a unit is not assigned a criterion; empty where it is. */
  public Optional<Exemption> exemption(UnitCode unit, CriterionId criterion) {
    return exemptions.stream()
        .filter(one -> one.criterion().equals(criterion) && one.names(unit))
        .findFirst();
  }

  /** What a unit is not assigned. */
  public Map<CriterionId, Exemption> exemptions(UnitCode unit) {
    var all = new TreeMap<CriterionId, Exemption>();
    exemptions.stream()
        .filter(one -> one.names(unit))
        .forEach(one -> all.putIfAbsent(one.criterion(), one));
    return all;
  }

  public Campaign withResult(Result newResult) {
    return with(Optional.of(newResult));
  }

  /** With the result dropped: it was sent back, or its correction has begun. */
  public Campaign withoutResult() {
    return with(Optional.empty());
  }

  private Campaign with(Optional<Result> newResult) {
    return new Campaign(
        id,
        settings,
        stage,
        pointers,
        openedAt,
        newResult,
        tip,
        version,
        exemptions,
        provisional,
        rulings);
  }

  /** With other rulings on the result. */
  public Campaign with(Rulings next) {
    return new Campaign(
        id,
        settings,
        stage,
        pointers,
        openedAt,
        result,
        tip,
        version,
        exemptions,
        provisional,
        Optional.of(next));
  }

  /** What was ruled about the result as a whole; nothing at first. */
  public Rulings ruled() {
    return rulings.orElse(Rulings.NONE);
  }

  /** By which decision a unit is not ranked; empty where none says so. */
  public Optional<Rulings.Excuse> excuse(UnitCode unit) {
    return ruled().excuse(unit);
  }

  /** The number of the issue that is being made, or was made last: 1, 2, … */
  public int issue() {
    return result.map(Result::issue).orElse(ruled().issues().size() + 1);
  }

  /**
   * The issue that the public reads: the result in force once it is published, and while it is
   * corrected the one before.
   */
  public Optional<Result> publicResult() {
    return result
        .filter(current -> current.publishedAt().isPresent())
        .or(() ->
            ruled().issues().stream().reduce((one, later) -> later).map(Rulings.Issue::result));
  }

  /** An issue that was published, by its number. */
  public Optional<Result> publicResult(int issue) {
    return result
        .filter(current -> current.issue() == issue && current.publishedAt().isPresent())
        .or(() ->
            ruled().issues().stream()
                .map(Rulings.Issue::result)
                .filter(former -> former.issue() == issue)
                .findFirst());
  }

  /** With the provisional result shown. */
  public Campaign withProvisional(Provisional shown) {
    return new Campaign(
        id,
        settings,
        Stage.APPRAISING,
        pointers,
        openedAt,
        result,
        tip,
        version,
        exemptions,
        Optional.of(shown),
        rulings);
  }

  /** The campaign from its opening until it is reported; refused at any other stage. */
  public Outcome<Campaign> underway() {
    return stage.underway() ? Outcome.accepted(this) : at(Stage.OPEN);
  }

  /** The campaign until it is reported: while a form may still change. */
  public Outcome<Campaign> beforeReport() {
    return stage.frozen() ? at(Stage.OPEN) : Outcome.accepted(this);
  }

  /** The campaign if it stands at this stage; refused otherwise, naming both. */
  public Outcome<Campaign> at(Stage needed) {
    return stage == needed
        ? Outcome.accepted(this)
        : Outcome.refused(CampaignProblem.WRONG_STAGE.of(id, stage, needed));
  }
}
