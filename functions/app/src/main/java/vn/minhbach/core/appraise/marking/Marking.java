package vn.minhbach.core.appraise.marking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Points;
import vn.minhbach.core.scoring.CriterionScore;

/**
 * What a cell has come to: pure, derived from its mark, the answer that it is about, and the rules
 * of the campaign, whenever anybody asks. Nothing of it is stored, so nothing can be out of date.
 *
 * @param lacks signatures that are missing; some of AWAITS_COUNTERSIGN alone
 * @param moved what has moved under the judgement; some of STALE alone
 * @param decisive the judgement that counts, or will; empty where no hand has judged
 * @param score what counts in a total; the self-score until the cell is settled
 * @param change how the judgement stands to the self-score
 */
public record Marking(
    State state,
    Set<Lack> lacks,
    Set<Seen.Moved> moved,
    Optional<Reading> decisive,
    CriterionScore score,
    Change change) {

  public Marking {
    lacks = Set.copyOf(lacks);
    moved = Set.copyOf(moved);
  }

  /** How far a cell is. */
  public enum State {
    UNMARKED("Chưa chấm", "Not marked"),
    AWAITS_SECOND("Chờ người chấm thứ hai", "Waits for the other reading"),
    /** Two readings too far apart: the lead decides. */
    GAP("Hai lần chấm chênh lệch, chờ tổ trưởng", "Two readings differ, the lead decides"),
    AWAITS_COUNTERSIGN("Chờ ký xác nhận", "Waits for a second signature"),
    /** Something moved since: it is looked at anew. */
    STALE("Cần xem lại vì có thay đổi", "Something changed, look again"),
    /** A cut that the unit was not shown. */
    PROPOSED("Dự kiến, chưa thông báo đơn vị", "Proposed, not shown to the unit yet"),
    SETTLED("Đã chấm", "Marked"),
    /** The unit sent nothing: no points, and nothing to judge. */
    NOTHING_SENT("Đơn vị không trả lời", "Nothing was sent"),
    /** The office does not assign the criterion to the unit. */
    NOT_ASSIGNED("Không giao tiêu chí", "Not assigned");

    private final String vietnamese;
    private final String english;

    State(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }

    public String vietnamese() {
      return vietnamese;
    }

    public String english() {
      return english;
    }

    /** Whether nothing of the cell stands against closing the unit's appraisal. */
    public boolean done() {
      return this == SETTLED || this == NOTHING_SENT || this == NOT_ASSIGNED;
    }
  }

  /** Whose signature is missing. */
  public enum Lack {
    /** Points that the rule cannot give. */
    LEAD("tổ trưởng hoặc tổ phó", "the lead or the deputy"),
    /** A change in the group of the marker's own body, or points above the self-score. */
    OTHER_BODY("thành viên của cơ quan khác", "a member of another body"),
    /** Points above the self-score, and nothing to rest them on. */
    EVIDENCE("tài liệu minh chứng", "evidence");

    private final String vietnamese;
    private final String english;

    Lack(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }

    public String vietnamese() {
      return vietnamese;
    }

    public String english() {
      return english;
    }
  }

  /** How far the cell is, in words, with what is missing. */
  public Bilingual told() {
    Bilingual missing =
        moved.isEmpty()
            ? new Bilingual(
                lacks.stream().sorted().map(Lack::vietnamese).collect(Collectors.joining(", ")),
                lacks.stream().sorted().map(Lack::english).collect(Collectors.joining(", ")))
            : Seen.Moved.told(new TreeSet<>(moved));
    return missing.english().isEmpty()
        ? new Bilingual(state.vietnamese(), state.english())
        : new Bilingual(
            state.vietnamese() + " (" + missing.vietnamese() + ")",
            state.english() + " (" + missing.english() + ")");
  }

  /** Whether a signature of this hand is one of those that are missing. */
  boolean lacks(Hand hand) {
    return decisive
        .map(Reading::by)
        .filter(author -> author.another(hand))
        .filter(author ->
            lacks.contains(Lack.LEAD) && hand.leads()
                || lacks.contains(Lack.OTHER_BODY) && hand.ofAnotherBody(author))
        .isPresent();
  }

  /** Whether points above the self-score count: listed in the report as an exception. */
  public boolean exception() {
    return decisive.isPresent() && change.raise();
  }

  /**
   * Derives it.
   *
   * @param recused whether a hand may not judge this unit, as is known now: what it signed before
   *     that was known stays on record and counts no more
   */
  public static Marking of(Cell cell, Optional<Mark> mark, Terms terms, Predicate<Hand> recused) {
    if (cell.exempt()) {
      return without(cell, State.NOT_ASSIGNED);
    }
    return mark.flatMap(made -> judged(cell, made, terms, recused))
        .orElseGet(() ->
            without(
                cell,
                cell.source().isPresent()
                    ? State.SETTLED
                    : cell.answered() ? State.UNMARKED : State.NOTHING_SENT));
  }

  private static Marking without(Cell cell, State state) {
    return new Marking(state, Set.of(), Set.of(), Optional.empty(), cell.self(), Change.NONE);
  }

  private static Optional<Marking> judged(
      Cell cell, Mark mark, Terms terms, Predicate<Hand> recused) {
    List<Reading> valid =
        mark.readings().stream().filter(one -> !one.cleared() && !recused.test(one.by())).toList();
    if (valid.isEmpty()) {
      return Optional.empty();
    }
    // By kind, the highest last: whoever judged later in the course of things stands above.
    Reading last = valid.getLast();
    if (last.kind().decides()) {
      return Optional.of(checked(cell, List.of(last), List.of(last), terms, recused));
    }
    // One hand is one reading, whatever it took over from a member who left.
    if (valid.size() == 2 && last.by().another(valid.getFirst().by())) {
      return Optional.of(compared(cell, valid, terms, recused));
    }
    List<Reading> word = freshest(cell, valid);
    Marking alone = checked(cell, agreed(cell, word), word, terms, recused);
    return Optional.of(
        cell.twice() && alone.state != State.STALE
            ? unsettled(cell, State.AWAITS_SECOND, Optional.empty())
            : alone);
  }

  /** Of one hand's readings, those of what the cell is now: it has looked anew and said so. */
  private static List<Reading> freshest(Cell cell, List<Reading> ofOneHand) {
    List<Reading> fresh =
        ofOneHand.stream().filter(one -> one.boundTo().moved(cell.now()).isEmpty()).toList();
    return fresh.isEmpty() ? ofOneHand : fresh;
  }

  private static Marking unsettled(Cell cell, State state, Optional<Reading> decisive) {
    return new Marking(
        state,
        Set.of(),
        Set.of(),
        decisive,
        cell.self(),
        decisive.map(one -> change(cell, one)).orElse(Change.NONE));
  }

  private static Change change(Cell cell, Reading reading) {
    return cell.change(reading.ruling().basis(), reading.worth());
  }

  private static Marking compared(
      Cell cell, List<Reading> both, Terms terms, Predicate<Hand> recused) {
    Marking checked = checked(cell, agreed(cell, both), both, terms, recused);
    return checked.state != State.STALE && apart(cell, both.getFirst(), both.getLast(), terms)
        ? unsettled(cell, State.GAP, Optional.empty())
        : checked;
  }

  // Whose reading came first makes no difference: two who found the same are one judgement with
  // two authors.
  private static List<Reading> agreed(Cell cell, List<Reading> readings) {
    Reading first = readings.getFirst();
    Reading last = readings.getLast();
    return first.worth().equals(last.worth()) ? readings : List.of(nearer(cell, first, last));
  }

  private static boolean apart(Cell cell, Reading first, Reading second, Terms terms) {
    if (cell.criterion().rule().relative() && !figures(cell, first).equals(figures(cell, second))) {
      return true;
    }
    Points more = first.worth().points().minus(second.worth().points());
    return first.worth().applicable() != second.worth().applicable()
        || new Points(more.value().abs()).compareTo(terms.gap()) > 0;
  }

  private static Object figures(Cell cell, Reading reading) {
    return reading.ruling().basis().figures().orElseGet(cell::inputs);
  }

  /**
   * Of two readings that are close, the one nearer to the self-score: a doubt is no reason to move
   * it further. Where both are as far from it, one above and one below, the one that favours the
   * unit less: points above the self-score need two hands that found them.
   */
  private static Reading nearer(Cell cell, Reading first, Reading second) {
    Points self = cell.own().points();
    int by = distance(first, self).compareTo(distance(second, self));
    if (by == 0) {
      by = first.worth().points().compareTo(second.worth().points());
      by = cell.penalty() ? -by : by;
    }
    if (by == 0) {
      by = Boolean.compare(second.worth().applicable(), first.worth().applicable());
    }
    return by <= 0 ? first : second;
  }

  private static Points distance(Reading reading, Points self) {
    return new Points(reading.worth().points().minus(self).value().abs());
  }

  /**
   * Holds a judgement against the rules.
   *
   * @param judged the readings that are one judgement: their worth is the same
   * @param read all that must not be stale
   */
  private static Marking checked(
      Cell cell, List<Reading> judged, List<Reading> read, Terms terms, Predicate<Hand> recused) {
    var moved = EnumSet.noneOf(Seen.Moved.class);
    read.forEach(one -> moved.addAll(one.boundTo().moved(cell.now())));
    Reading decisive = judged.getFirst();
    Change change = change(cell, decisive);
    if (!moved.isEmpty()) {
      return new Marking(State.STALE, Set.of(), moved, Optional.of(decisive), cell.self(), change);
    }
    Set<Lack> lacks = lacks(cell, judged, change, signed(judged, recused));
    if (!lacks.isEmpty()) {
      return new Marking(
          State.AWAITS_COUNTERSIGN, lacks, Set.of(), Optional.of(decisive), cell.self(), change);
    }
    if (change.cut() && judged.stream().noneMatch(one -> one.heard(terms))) {
      return unsettled(cell, State.PROPOSED, Optional.of(decisive));
    }
    return new Marking(
        State.SETTLED,
        Set.of(),
        Set.of(),
        Optional.of(decisive),
        cell.score(decisive.ruling().basis(), decisive.worth()),
        change);
  }

  /** The hands that stand for just this worth: the authors', and those that signed it. */
  private static List<Hand> signed(List<Reading> judged, Predicate<Hand> recused) {
    var hands = new ArrayList<Hand>();
    judged.forEach(one -> {
      hands.add(one.by());
      one.after().countersigns().stream()
          .filter(signed -> signed.worth().equals(one.worth()))
          .map(Countersign::by)
          .filter(hand -> !recused.test(hand))
          .forEach(hands::add);
    });
    return hands;
  }

  private static Set<Lack> lacks(
      Cell cell, List<Reading> judged, Change change, List<Hand> signed) {
    var lacks = EnumSet.noneOf(Lack.class);
    boolean bargain =
        judged.stream()
            .allMatch(one ->
                one.ruling().basis() instanceof Basis.Given given
                    && !RuleValues.gives(cell.criterion(), given.points()));
    if (bargain
        && !secondOf(signed, judged, (author, hand) -> author.another(hand) && hand.leads())) {
      lacks.add(Lack.LEAD);
    }
    boolean rivals =
        change.any() && judged.stream().anyMatch(one -> one.by().rankedIn(cell.group()));
    if ((rivals || change.raise()) && !secondOf(signed, judged, Hand::ofAnotherBody)) {
      lacks.add(Lack.OTHER_BODY);
    }
    if (change.raise() && !cell.evidence()) {
      lacks.add(Lack.EVIDENCE);
    }
    return lacks;
  }

  private static boolean secondOf(
      List<Hand> signed, List<Reading> judged, BiPredicate<Hand, Hand> counts) {
    return judged.stream()
        .map(Reading::by)
        .anyMatch(author -> signed.stream().anyMatch(hand -> counts.test(author, hand)));
  }
}
