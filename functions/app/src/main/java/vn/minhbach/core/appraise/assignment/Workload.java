package vn.minhbach.core.appraise.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.unit.Unit;

/**
 * What an assignment means for everybody: how much each member reads, and what nobody does.
 *
 * @param loads of who has anything to read, by account
 * @param open what has no reader, by group, criterion and cause
 */
public record Workload(List<Load> loads, List<Open> open) {

  /**
   * What a member reads.
   *
   * @param first cells read first
   * @param standIn of those, how many in place of somebody who is recused
   * @param second cells read second; without risky ones, which are known later
   */
  public record Load(Member member, int first, int standIn, int second) {}

  /** Why a cell has no reader. */
  public enum Cause {
    /** Nobody was given it. */
    UNASSIGNED("chưa giao cho ai", "nobody was given it"),
    /** Whom it was given to is no member today, and no substitute is. */
    LEFT(
        "người được giao không còn trong tổ và không có người thay",
        "whom it was given to has left, and there is no substitute"),
    /** Everybody who could read it is recused. */
    RECUSED("mọi thành viên đều có xung đột lợi ích", "every member is recused"),
    /** It is read twice, and nobody of another body is free to read it second. */
    NO_SECOND(
        "cần người chấm thứ hai của cơ quan khác nhưng không có ai",
        "it needs a second reader of another body, and nobody is free to be it");

    private final Bilingual words;

    Cause(String vietnamese, String english) {
      this.words = new Bilingual(vietnamese, english);
    }

    public Bilingual words() {
      return words;
    }
  }

  /** Cells without a reader. */
  public record Open(int group, CriterionId criterion, Cause cause, List<UnitCode> units) {}

  /** Counted over every cell of the groups. */
  static Workload of(List<Cells> groups, Map<Integer, Readers> readers) {
    var counting = new Counting();
    for (Cells cells : groups) {
      Readers of = readers.get(cells.group());
      for (Criterion criterion : cells.criteria()) {
        for (Unit unit : cells.of(criterion)) {
          counting.cell(cells.group(), of, unit, criterion.id());
        }
      }
    }
    return counting.counted();
  }

  private static final class Counting {
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, Member> members = new TreeMap<>();
    private final Map<String, Open> open = new TreeMap<>();
    private final List<Open> inOrder = new ArrayList<>();

    private void cell(int group, Readers readers, Unit unit, CriterionId criterion) {
      Optional<Member> first = readers.first(unit, criterion);
      if (first.isEmpty()) {
        lacks(group, unit, criterion, cause(readers, unit, criterion));
        return;
      }
      boolean standIn = !readers.given(unit, criterion).equals(first);
      count(first.get(), 0);
      if (standIn) {
        count(first.get(), 1);
      }
      if (readers.twice(unit, criterion, false)) {
        readers
            .second(unit, criterion)
            .ifPresentOrElse(
                second -> count(second, 2), () -> lacks(group, unit, criterion, Cause.NO_SECOND));
      }
    }

    private static Cause cause(Readers readers, Unit unit, CriterionId criterion) {
      if (!readers.assigned(unit, criterion)) {
        return Cause.UNASSIGNED;
      }
      return readers.given(unit, criterion).isEmpty() ? Cause.LEFT : Cause.RECUSED;
    }

    private void count(Member member, int what) {
      members.put(member.account(), member);
      counts.computeIfAbsent(member.account(), account -> new int[3])[what]++;
    }

    private void lacks(int group, Unit unit, CriterionId criterion, Cause cause) {
      Open known =
          open.computeIfAbsent(
              group + "|" + criterion + "|" + cause,
              key -> {
                var fresh = new Open(group, criterion, cause, new ArrayList<>());
                inOrder.add(fresh);
                return fresh;
              });
      known.units().add(unit.code());
    }

    private Workload counted() {
      return new Workload(
          members.values().stream()
              .map(member -> {
                int[] counted = counts.get(member.account());
                return new Load(member, counted[0], counted[1], counted[2]);
              })
              .toList(),
          List.copyOf(inOrder));
    }
  }
}
