package vn.minhbach.core.appraise.marking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.minhbach.core.Act;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Why a criterion counts what it counts (<i>vì sao được điểm này</i>): the ledger's entries on it,
 * in words. Nothing is told that the chain does not hold.
 *
 * <p>A unit is told of marks once it was shown them, and then as what and of which body somebody
 * marked, never who. A member of the team is told of no reading that it must not see yet, and other
 * staff of none before the appraisal is closed.
 */
public final class ReadHistory {

  private static final int PAGE = 500;

  private final Forms forms;
  private final Marks marks;
  private final Cells cells;
  private final Jury jury;
  private final List<Narrator> narrators;
  private final Ledger ledger;

  public ReadHistory(
      Forms forms,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      List<Narrator> narrators,
      Ledger ledger) {
    this.forms = forms;
    this.marks = marks;
    this.cells = new Cells(forms, baselines, marks, risks);
    this.jury = new Jury(duties, units);
    this.narrators = List.copyOf(narrators);
    this.ledger = ledger;
  }

  /**
   * Something that happened to the criterion.
   *
   * @param seq of its entry
   * @param kind of its entry
   * @param who as what somebody acted, and of which body
   * @param what from which figure to which, and why
   * @param points that it says; empty where it says none, or the criterion does not apply
   * @param criteriaVersion of the rule that it was judged by; empty where no rule bears on it
   */
  public record Event(
      Instant at,
      long seq,
      String kind,
      Bilingual who,
      Bilingual what,
      Optional<Points> points,
      Optional<Long> criteriaVersion) {}

  /** The history of one criterion, oldest first. */
  public record History(Criterion criterion, List<Event> events) {
    public History {
      events = List.copyOf(events);
    }
  }

  /** Refused for a criterion that the set does not have. */
  public Outcome<History> read(Campaign campaign, Unit unit, CriterionId id, Act act) {
    return forms
        .read(campaign, unit)
        .flatMap(view ->
            view.criteria()
                .criterion(id)
                .map(criterion -> Outcome.accepted(history(campaign, unit, view, criterion, act)))
                .orElseGet(
                    () -> Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(id.value()))));
  }

  private History history(
      Campaign campaign, Unit unit, FormView view, Criterion criterion, Act act) {
    Predicate<Entry> tells = audience(campaign, unit, view, criterion, act);
    boolean all = act.caller().staff() || campaign.stage().published();
    var words = new Words(criterion);
    var events = new ArrayList<Event>();
    long after = 0;
    List<Entry> page;
    do {
      page = ledger.entries(ChainId.of(campaign.id(), unit.code()), after, PAGE);
      for (Entry entry : page) {
        after = entry.seq();
        if (tells.test(entry)) {
          words
              .of(entry)
              .or(() -> heard(campaign, unit, entry, criterion.id(), all))
              .ifPresent(events::add);
        }
      }
    } while (page.size() == PAGE);
    return new History(criterion, events);
  }

  private Optional<Event> heard(
      Campaign campaign, Unit unit, Entry entry, CriterionId criterion, boolean all) {
    return narrators.stream()
        .flatMap(room ->
            room
                .tell(entry, criterion)
                .filter(event -> all || room.open(campaign, unit, entry))
                .stream())
        .findFirst();
  }

  private Predicate<Entry> audience(
      Campaign campaign, Unit unit, FormView view, Criterion criterion, Act act) {
    if (campaign.stage().published()) {
      return entry -> true;
    }
    Optional<Mark> mark = marks.find(campaign.id(), unit.code(), criterion.id());
    Optional<Set<Reading.Kind>> member =
        jury.bench(campaign, unit, act)
            .fold(
                refusal -> Optional.empty(),
                bench -> Optional.of(seen(bench, view, criterion, mark)));
    boolean closed = view.form().head().appraisal().closedAt().isPresent();
    boolean staff = act.caller().staff();
    return entry ->
        MarkFact.read(entry)
            .map(fact ->
                member
                    .map(kinds -> fact.reading().map(kinds::contains).orElse(true))
                    .orElseGet(() -> staff ? closed : shown(campaign, fact, entry, mark)))
            .orElse(true);
  }

  private Set<Reading.Kind> seen(
      Jury.Bench bench, FormView view, Criterion criterion, Optional<Mark> mark) {
    Set<Reading.Kind> hidden =
        jury.readers(bench)
            .fold(
                refusal -> EnumSet.noneOf(Reading.Kind.class),
                readers -> {
                  Cell cell = cells.cell(bench.campaign(), bench.unit(), view, criterion, readers);
                  boolean reader =
                      jury.duty(bench, criterion.id()).fold(refusal -> false, duty -> true);
                  return CellView.hidden(cell, mark, bench.me(), reader);
                });
    var seen = EnumSet.allOf(Reading.Kind.class);
    seen.removeAll(hidden);
    return seen;
  }

  // What came after it was shown, as a new figure, is shown with the next showing.
  private static boolean shown(Campaign campaign, MarkFact fact, Entry entry, Optional<Mark> mark) {
    if (campaign.provisional().filter(all -> !entry.at().isAfter(all.at())).isPresent()) {
      return true;
    }
    return fact.reading()
        .flatMap(kind -> mark.flatMap(made -> made.reading(kind)))
        .flatMap(reading -> reading.after().shown())
        .filter(shown -> !entry.at().isAfter(shown.at()))
        .isPresent();
  }
}
