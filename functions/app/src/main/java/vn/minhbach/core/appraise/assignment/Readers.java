package vn.minhbach.core.appraise.assignment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.unit.Unit;

/**
 * Who reads a cell, a unit's answer to a criterion, on a day. Derived from register, assignment and
 * seed by a pure function and stored nowhere, so that it costs no item a cell and anyone who is
 * given the three can check it.
 *
 * <p>The first reader is whom the assignment names, or by the register who stands for them. Where
 * that one is recused, a stand-in reads: another appraiser, by the seed. The second reader, where
 * there is one, is of another body than the first. Among those who can, the highest hash of seed,
 * cell and account wins: when somebody comes or goes, only the cells of that one move.
 */
public final class Readers {

  private static final int HASH_DIGITS = 13;
  private static final int TEN_THOUSAND = 10_000;
  private static final int A_PERCENT = 100;

  private final Team team;
  private final Given assignment;
  private final AppraisalSettings settings;
  private final LocalDate day;
  private final long seed;

  /** By the assignment of the group. */
  public Readers(Team team, Assignment assignment, AppraisalSettings settings, LocalDate day) {
    this(team, (Given) assignment, settings, day);
  }

  Readers(Team team, Given assignment, AppraisalSettings settings, LocalDate day) {
    this.team = team;
    this.assignment = assignment;
    this.settings = settings;
    this.day = day;
    this.seed = settings.seed().orElse(team.seed());
  }

  /** Whether the cell was given to anybody, a member or not. */
  boolean assigned(Unit unit, CriterionId criterion) {
    return assignment.account(unit.code(), criterion).isPresent();
  }

  /** Whom the cell was given to, or who stands for them; recused or not. */
  public Optional<Member> given(Unit unit, CriterionId criterion) {
    return assignment
        .account(unit.code(), criterion)
        .flatMap(account -> team.standing(account, day));
  }

  /** Who reads the cell; empty where nobody was given it or nobody is free to. */
  public Optional<Member> first(Unit unit, CriterionId criterion) {
    return given(unit, criterion)
        .flatMap(member ->
            member.recusal(unit).isEmpty()
                ? Optional.of(member)
                : ranked("stand-in", unit, criterion).findFirst());
  }

  /** Whether the cell is read twice. */
  public boolean twice(Unit unit, CriterionId criterion, boolean risky) {
    return settings.readingsOfEach() == 2 || risky || sampled(unit, criterion);
  }

  /** Whether the cell is in the sample. */
  public boolean sampled(Unit unit, CriterionId criterion) {
    return hash("sample", unit, criterion, "") % TEN_THOUSAND
        < settings.sampleOfHundred() * A_PERCENT;
  }

  /** Who reads the cell a second time; empty where nobody is free to. */
  public Optional<Member> second(Unit unit, CriterionId criterion) {
    // Whoever the cell was given to may have marked it before leaving: of that body neither.
    List<Member> before =
        Stream.concat(
                assignment.account(unit.code(), criterion).stream()
                    .flatMap(account -> team.lines(account).stream()),
                first(unit, criterion).stream())
            .toList();
    Predicate<Member> another =
        member ->
            before.stream()
                .allMatch(
                    one -> member.ofAnotherBody(one) && !member.account().equals(one.account()));
    return ranked("second", unit, criterion).filter(another).findFirst();
  }

  private Stream<Member> ranked(String purpose, Unit unit, CriterionId criterion) {
    return team.holding(TeamRole.APPRAISER, day).stream()
        .filter(member -> member.recusal(unit).isEmpty())
        .sorted(
            Comparator.comparingLong(
                    (Member member) -> hash(purpose, unit, criterion, member.account()))
                .reversed());
  }

  private long hash(String purpose, Unit unit, CriterionId criterion, String account) {
    String text =
        String.join(
            "|", Long.toString(seed), purpose, unit.code().value(), criterion.value(), account);
    return Long.parseLong(
        Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS), 16);
  }
}
