package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import vn.minhbach.core.Fault;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.prepare.source.Baseline;

/**
 * The cells of one criterion in the workbook of a form: which there are, what they show of an
 * answer, and which answer they make when they come back. A rule of parts has the cells of its
 * parts, one under the other. A cell is named by its slot: {@code value.a}, {@code value.p1.a} of a
 * part, {@code opinion}, {@code notApplicable}, {@code note}.
 */
final class CriterionCells {

  static final String VALUE = "value.";
  static final String OPINION = "opinion";
  static final String NOT_APPLICABLE = "notApplicable";
  static final String NOTE = "note";

  /** The key of the line that says that a checklist was gone through and nothing holds. */
  static final String NONE_OF_THESE = "-";

  /** A workbook keeps so many digits of a number; the rest was never typed by anyone. */
  private static final MathContext KEPT = new MathContext(15);

  static final String YES = "Có";
  static final String NO = "Không";
  static final String TICK = "x";
  static final String CONFIRM = "Xác nhận";

  /** A line of the criterion: its key and what is asked. */
  record Asked(String key, String label, Fill fill, String how) {
    String slot() {
      return VALUE + key;
    }
  }

  /** Takes what is wrong with a cell. */
  interface Faults {
    void at(String slot, Fault fault);
  }

  private final Criterion criterion;
  private final List<Of> leaves;
  private final List<Asked> asked;

  /** A rule with the lines that it asks, and the words of its options where it has some. */
  private record Of(Leaf leaf, Map<String, String> words, List<Asked> asked) {

    boolean checklist() {
      return leaf.rule() instanceof ScoringRule.Checklist;
    }

    String slot(String key) {
      return VALUE + leaf.place(key);
    }
  }

  CriterionCells(Criterion criterion) {
    this.criterion = criterion;
    this.leaves = Leaf.of(criterion).stream().map(CriterionCells::of).toList();
    this.asked = leaves.stream().flatMap(of -> of.asked().stream()).toList();
  }

  private static Of of(Leaf leaf) {
    Map<String, String> words =
        leaf.rule() instanceof ScoringRule.Choice choice ? words(choice) : Map.of();
    return new Of(leaf, words, asked(leaf, words));
  }

  // Two options of the same label are told apart by their value.
  private static SequencedMap<String, String> words(ScoringRule.Choice choice) {
    var words = new LinkedHashMap<String, String>();
    for (ScoringRule.Option option : choice.options()) {
      boolean twice =
          choice.options().stream().filter(one -> same(one.label(), option.label())).count() > 1;
      words.put(
          option.value(),
          twice ? option.label().strip() + " (" + option.value() + ")" : option.label().strip());
    }
    return words;
  }

  /** The lines, in the order of the form. */
  List<Asked> lines() {
    return asked;
  }

  /** The slots of the values. */
  List<String> slots() {
    return asked.stream().map(Asked::slot).toList();
  }

  /** Whether a slot takes words of the unit's own. */
  static boolean words(String slot) {
    return !slot.startsWith(VALUE);
  }

  /** Whether a slot takes a number. */
  boolean numeric(String slot) {
    return fill(slot).filter(Fill::numeric).isPresent();
  }

  private static List<Asked> asked(Leaf leaf, Map<String, String> words) {
    if (leaf.rule() instanceof ScoringRule.Checklist checklist) {
      var lines = new ArrayList<Asked>();
      Fill tick = Fill.list(List.of(TICK));
      for (ScoringRule.Item item : checklist.items()) {
        String worth = " (" + FormBooks.points(item.points()) + " điểm)";
        lines.add(
            new Asked(
                leaf.place(item.key()), named(leaf, item.label() + worth), tick, "Ghi x nếu có"));
      }
      lines.add(
          new Asked(
              leaf.place(NONE_OF_THESE),
              named(leaf, "Không có mục nào ở trên"),
              tick,
              "Ghi x nếu không có mục nào"));
      return lines;
    }
    return leaf.rule().inputs().stream()
        .map(input ->
            new Asked(
                leaf.place(input.key()),
                named(leaf, input.label()),
                fill(input, words),
                how(input)))
        .toList();
  }

  private static String named(Leaf leaf, String label) {
    return leaf.path().isEmpty() ? label : leaf.label() + ": " + label;
  }

  private static Fill fill(Input input, Map<String, String> words) {
    return switch (input.kind()) {
      case INTEGER -> Fill.number(true, input.min());
      case DECIMAL -> Fill.number(false, input.min());
      case BOOLEAN -> Fill.list(List.of(YES, NO));
      case CHOICE -> Fill.list(List.copyOf(words.values()));
    };
  }

  private static String how(Input input) {
    return switch (input.kind()) {
      case INTEGER -> "Số nguyên, từ " + input.min().toPlainString();
      case DECIMAL -> "Số, từ " + input.min().toPlainString() + ", tối đa 6 chữ số thập phân";
      case BOOLEAN -> YES + " hoặc " + NO;
      case CHOICE -> "Chọn trong danh sách";
    };
  }

  /** What the cells show of an answer; what would be empty is left out. */
  Map<String, Cell> shown(Answer answer) {
    var cells = new TreeMap<String, Cell>();
    answer.note().ifPresent(note -> cells.put(NOTE, Cell.text(note)));
    answer.notApplicable().ifPresent(reason -> cells.put(NOT_APPLICABLE, Cell.text(reason)));
    boolean confirmed =
        answer.claim().filter(claim -> claim.kind() == Claim.Kind.CONFIRMED).isPresent();
    if (confirmed) {
      cells.put(OPINION, Cell.text(CONFIRM));
      return cells;
    }
    answer
        .claim()
        .flatMap(Claim::reason)
        .filter(reason -> !answer.notApplicable().equals(Optional.of(reason)))
        .ifPresent(reason -> cells.put(OPINION, Cell.text(reason)));
    if (answer.notApplicable().isEmpty()) {
      cells.putAll(values(answer.inputs()));
    }
    return cells;
  }

  /** The value cells of figures in normal form. */
  Map<String, Cell> values(Map<String, Object> inputs) {
    var cells = new TreeMap<String, Cell>();
    for (Of of : leaves) {
      of.leaf().figures(inputs).ifPresent(figures -> values(of, figures, cells));
    }
    return cells;
  }

  private static void values(Of of, Map<String, Object> figures, Map<String, Cell> cells) {
    if (figures.get("items") instanceof List<?> items) {
      items.forEach(item -> cells.put(of.slot(item.toString()), Cell.text(TICK)));
      if (items.isEmpty()) {
        cells.put(of.slot(NONE_OF_THESE), Cell.text(TICK));
      }
      return;
    }
    figures.forEach((key, value) ->
        cells.put(
            of.slot(key),
            switch (value) {
              case Boolean yes -> Cell.text(yes ? YES : NO);
              case Number number -> Cell.number(new BigDecimal(number.toString()));
              default -> Cell.text(of.words().getOrDefault(value.toString(), value.toString()));
            }));
  }

  /** Figures as a reader knows them, for one line: the part of it that the line asks. */
  String told(Map<String, Object> inputs, Asked line) {
    Cell cell = values(inputs).getOrDefault(line.slot(), Cell.EMPTY);
    return cell.text();
  }

  /**
   * What a cell says, in one form for all ways that programs store it; empty for nothing. Two cells
   * that say the same are no change.
   */
  Optional<String> said(String slot, Cell cell) {
    if (cell.isEmpty() || cell.text().isBlank()) {
      return Optional.empty();
    }
    Optional<Fill> fill = fill(slot);
    return Optional.of(
        switch (cell.kind()) {
          case NUMBER -> plain(number(cell).round(KEPT)).toPlainString();
          case BOOLEAN ->
              fill.filter(one -> one.choices().contains(YES)).isPresent()
                  ? cell.text().equalsIgnoreCase("true") ? YES : NO
                  : cell.text();
          default -> fill.isPresent() ? SeenText.of(cell.text()) : text(cell);
        });
  }

  private Optional<Fill> fill(String slot) {
    return asked.stream().filter(line -> line.slot().equals(slot)).map(Asked::fill).findFirst();
  }

  // Excel and LibreOffice write line ends of their own.
  private static String text(Cell cell) {
    return cell.text().replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  private static BigDecimal number(Cell cell) {
    return plain(new BigDecimal(cell.text()));
  }

  /**
   * The answer that the cells make, as a client would send it; empty when a fault was noted.
   *
   * @param cells as they are to be sent: a note goes out as its cell has it, to the last blank
   * @param province version of the province's figure that the workbook shows
   */
  Optional<Map<String, Object>> draft(
      Map<String, Cell> cells, Optional<Long> province, Faults faults) {
    var said = new TreeMap<String, String>();
    cells.forEach((slot, cell) -> said(slot, cell).ifPresent(text -> said.put(slot, text)));
    boolean values = said.keySet().stream().anyMatch(slot -> slot.startsWith(VALUE));
    boolean notApplicable = said.containsKey(NOT_APPLICABLE);
    boolean confirm =
        Optional.ofNullable(said.get(OPINION)).filter(CriterionCells::yes).isPresent();
    String first = asked.getFirst().slot();
    if (values && notApplicable || confirm && notApplicable) {
      faults.at(NOT_APPLICABLE, WorkbookProblem.TWO_ANSWERS.of(criterion.id()));
      return Optional.empty();
    }
    if (!values && !notApplicable && !confirm) {
      faults.at(first, WorkbookProblem.NOTHING_SAID.of(criterion.id()));
      return Optional.empty();
    }
    var draft = new LinkedHashMap<String, Object>();
    if (values) {
      Optional<Map<String, Object>> inputs = inputs(cells, faults);
      if (inputs.isEmpty()) {
        return Optional.empty();
      }
      draft.put("inputs", inputs.get());
    } else if (notApplicable) {
      draft.put(NOT_APPLICABLE, cells.get(NOT_APPLICABLE).text());
    } else {
      draft.put("confirm", true);
    }
    if (!confirm && said.containsKey(OPINION)) {
      draft.put("contest", Map.of("reason", cells.get(OPINION).text()));
    }
    if (said.containsKey(NOTE)) {
      draft.put(NOTE, cells.get(NOTE).text());
    }
    province.ifPresent(version -> draft.put("baselineVersion", version));
    return Optional.of(draft);
  }

  private static boolean yes(String opinion) {
    return same(opinion, CONFIRM);
  }

  private Optional<Map<String, Object>> inputs(Map<String, Cell> cells, Faults faults) {
    var inputs = new LinkedHashMap<String, Object>();
    int[] count = {0};
    Faults counted =
        (slot, fault) -> {
          count[0]++;
          faults.at(slot, fault);
        };
    for (Of of : leaves) {
      // Of a part that nothing is said of, nothing is sent: whether it must be said, the rule
      // tells.
      if (of.leaf().path().isEmpty() || said(of, cells)) {
        inputs(of, cells, counted, inputs);
      }
    }
    return count[0] == 0 ? Optional.of(inputs) : Optional.empty();
  }

  private boolean said(Of of, Map<String, Cell> cells) {
    return of.asked().stream()
        .map(Asked::slot)
        .anyMatch(slot -> said(slot, cells.getOrDefault(slot, Cell.EMPTY)).isPresent());
  }

  private void inputs(Of of, Map<String, Cell> cells, Faults faults, Map<String, Object> inputs) {
    if (of.checklist()) {
      of.leaf().put(inputs, "items", items(of, cells, faults));
      return;
    }
    for (Input input : of.leaf().rule().inputs()) {
      Cell cell = cells.getOrDefault(of.slot(input.key()), Cell.EMPTY);
      if (said(of.slot(input.key()), cell).isPresent()) {
        value(of, input, cell, faults)
            .ifPresent(value -> of.leaf().put(inputs, input.key(), value));
      }
    }
  }

  private List<String> items(Of of, Map<String, Cell> cells, Faults faults) {
    var items = new ArrayList<String>();
    String none = of.slot(NONE_OF_THESE);
    boolean nothing = false;
    for (Asked line : of.asked()) {
      Optional<String> said = said(line.slot(), cells.getOrDefault(line.slot(), Cell.EMPTY));
      if (said.isEmpty()) {
        continue;
      }
      if (!ticked(said.get())) {
        faults.at(line.slot(), WorkbookProblem.CELL_NOT_IN_LIST.of(said.get(), TICK));
      } else if (line.slot().equals(none)) {
        nothing = true;
      } else {
        items.add(line.slot().substring(of.slot("").length()));
      }
    }
    if (nothing && !items.isEmpty()) {
      faults.at(none, WorkbookProblem.TICKED_AND_NONE.of());
    }
    return items;
  }

  private static boolean ticked(String said) {
    return List.of(TICK, "✓", "✔", "☑", "☒", "×", "v", "1", "true", YES.toLowerCase(Locale.ROOT))
        .contains(said.toLowerCase(Locale.ROOT));
  }

  private Optional<Object> value(Of of, Input input, Cell cell, Faults faults) {
    String slot = of.slot(input.key());
    String said = said(slot, cell).orElseThrow();
    if (input.kind().numeric()) {
      if (cell.kind() != Cell.Kind.NUMBER) {
        faults.at(
            slot,
            cell.kind() == Cell.Kind.DATE
                ? WorkbookProblem.CELL_IS_DATE.of(said)
                : WorkbookProblem.CELL_IS_NO_NUMBER.of(said));
        return Optional.empty();
      }
      return Optional.of(sent(number(cell)));
    }
    if (input.kind() == InputKind.BOOLEAN) {
      boolean yes = same(said, YES) || same(said, "true");
      if (yes || same(said, NO) || same(said, "false")) {
        return Optional.of(yes);
      }
      return unknown(slot, said, List.of(YES, NO), faults);
    }
    return of.words().entrySet().stream()
        .filter(word -> same(word.getValue(), said) || word.getKey().equals(said))
        .map(word -> (Object) word.getKey())
        .findFirst()
        .or(() -> unknown(slot, said, List.copyOf(of.words().values()), faults));
  }

  private static Optional<Object> unknown(
      String slot, String said, List<String> known, Faults faults) {
    faults.at(slot, WorkbookProblem.CELL_NOT_IN_LIST.of(said, String.join("; ", known)));
    return Optional.empty();
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static Object sent(BigDecimal number) {
    return number.scale() <= 0 && number.precision() < 19
        ? (Object) number.longValueExact()
        : number;
  }

  private static boolean same(String one, String other) {
    return SeenText.of(one).equalsIgnoreCase(SeenText.of(other));
  }

  /** What the system knows of a line beside the unit's own figure. */
  String known(Optional<Baseline> baseline, Asked line) {
    return baseline.map(figure -> told(figure.inputs(), line)).orElse("");
  }
}
