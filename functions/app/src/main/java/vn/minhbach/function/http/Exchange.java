package vn.minhbach.function.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.SourceId;
import vn.minhbach.core.prepare.source.SourceProblem;
import vn.minhbach.core.unit.Unit;

/**
 * A request that was let in: who calls, and what the path names, read and checked.
 *
 * @param found the campaign and the unit of the path, where it names them
 * @param now the domain clock, whole milliseconds
 * @param wall the wall clock: grants and idempotency
 */
public record Exchange(
    Route route, Request request, Caller caller, Found found, Instant now, Instant wall) {

  /** How long a key is remembered: longer than any client retries. */
  private static final Duration KEY_LIFE = Duration.ofDays(7);

  private static final int ISSUES_MAX = 1_000;

  /**
   * What was looked up.
   *
   * @param employer the caller's, in the campaign's register; empty for none of the ranked
   */
  record Found(Optional<Campaign> campaign, Optional<Unit> unit, Optional<Unit> employer) {}

  public Campaign campaign() {
    return found.campaign().orElseThrow();
  }

  public Unit unit() {
    return found.unit().orElseThrow();
  }

  /** The unit that employs the caller; empty for none of the ranked. */
  public Optional<Unit> employer() {
    return found.employer();
  }

  /**
   * Whether the caller may see points of this group in a list or aggregate: they are public, or the
   * caller may open the group's draft.
   */
  public boolean seesPointsOf(int group) {
    return campaign().stage().published()
        || Access.READ_DRAFT_RANKING
            .admit(
                caller,
                Target.draftOf(group, employer().map(Unit::group), campaign().stage().frozen()))
            .fold(refusal -> false, admitted -> true);
  }

  /**
   * Whether the caller may see points of this unit where they stand beside it alone: those of a
   * unit that it is recused from, only once nothing can be changed any more.
   */
  public boolean seesPointsAlone(UnitCode unit) {
    return campaign().stage().frozen() || !caller.recused().contains(unit);
  }

  /** Whether the caller may do this too with the unit of the path. */
  public boolean may(Access access) {
    return access.admit(caller, Target.of(unit())).fold(refusal -> false, admitted -> true);
  }

  public Condition condition() {
    return request.condition();
  }

  /** What is asked to be done; refused when the idempotency key cannot be one. */
  public Outcome<Act> act() {
    return request
        .idempotencyKey()
        .map(key ->
            new Act(
                caller,
                now,
                key.filter(present -> route.method().equals("POST")).map(this::scoped)));
  }

  /**
   * An act and the body that came with it, before it is a command. Each use's command is read by
   * the core, which says what may stand in it.
   */
  public record Sent(Act act, Object tree) {

    /** The body as a command, or what is wrong in it. */
    public <T> Outcome<T> as(Function<Object, Outcome<T>> reading) {
      return reading.apply(tree);
    }
  }

  /** A JSON body, which must be there. */
  public Outcome<Sent> json() {
    return act().flatMap(act -> request.json().map(tree -> new Sent(act, tree)));
  }

  /** A JSON body; nothing at all reads as {@code {}}. */
  public Outcome<Sent> jsonOrNothing() {
    return act().flatMap(act -> request.jsonOrNothing().map(tree -> new Sent(act, tree)));
  }

  /** Runs a use that takes a register as CSV. */
  public <T> Outcome<T> withCsv(BiFunction<Act, String, Outcome<T>> use) {
    return act().flatMap(act -> request.csv().flatMap(csv -> use.apply(act, csv)));
  }

  /** The criterion of the path. */
  public Outcome<CriterionId> criterion() {
    String id = request.parameter("criterion");
    return CriterionId.valid(id)
        ? Outcome.accepted(new CriterionId(id))
        : Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(id));
  }

  /** The issue of a result that is asked for, from 1; 0 for the latest. */
  public Outcome<Integer> issue() {
    return request.number("issue", 0, 1, ISSUES_MAX);
  }

  /** The source of the path. */
  public Outcome<SourceId> source() {
    String id = request.parameter("source");
    return SourceId.valid(id)
        ? Outcome.accepted(new SourceId(id))
        : Outcome.refused(SourceProblem.BAD_SOURCE_ID.of(id));
  }

  /** The group of the path, 1 to 3. */
  public Outcome<Integer> group() {
    String group = request.parameter("group");
    return group.matches("[123]")
        ? Outcome.accepted(Integer.valueOf(group))
        : Outcome.refused(CriteriaProblem.UNKNOWN_GROUP.of(group));
  }

  private Act.Key scoped(String key) {
    String scope = String.join("\n", caller.id(), route.key(), request.path(), key);
    return new Act.Key(
        Sha256.hex(scope.getBytes(StandardCharsets.UTF_8)),
        Sha256.hex(request.body()),
        wall.plus(KEY_LIFE));
  }
}
