package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.workbook.Table.Line;

/**
 * Reads a criteria set from the sheets that {@link CriteriaPages} lays out, as the tree that the
 * import takes. The core checks the tree as it checks every import; its faults come back at the
 * cells from which the tree was read.
 */
public final class CriteriaBook {

  private static final String CRITERION_ID = "Mã tiêu chí";
  private static final String GROUP_ID = "Mã nhóm";
  private static final String SUBGROUP_ID = "Mã nhóm con";
  private static final String PART = "Phần";
  private static final String PART_KEY = "Mã phần";
  private static final String PARENT = "Thuộc phần";

  /** The rules that are made of parts, and what each calls them. */
  static final Map<String, String> PARTS_OF = Map.of("sum", "parts", "best", "alternatives");

  private static final String LATE = "late";
  private static final String ONE_OF = "oneOf";

  private final Faults faults = new Faults();
  private final Map<CriteriaSheets, Table> tables = new EnumMap<>(CriteriaSheets.class);

  /** From a place in the tree to the cell that it was read from. */
  private final Map<String, Place> places = new HashMap<>();

  private final Map<String, Part> groups = new LinkedHashMap<>();
  private final Map<String, Part> criteria = new LinkedHashMap<>();

  /** Criteria, and parts of theirs by criterion and place: whatever has a rule. */
  private final Map<String, Part> rules = new LinkedHashMap<>();

  /** An object of the tree and its place in it. */
  private record Part(Map<String, Object> object, String path) {

    List<Object> list(String key) {
      return listIn(object, key);
    }

    Part inner(String key) {
      return new Part(mapIn(object, key), path + "." + key);
    }
  }

  private CriteriaBook(Book book) {
    for (CriteriaSheets sheet : CriteriaSheets.values()) {
      tables.put(sheet, sheet.in(book, faults));
    }
  }

  /**
   * The tree in the form of {@code criteria-*.json}, valid for this group. Refused with every fault
   * at its cell and, in brackets, at its place in the tree.
   */
  public static Outcome<Map<String, Object>> read(Book book, int group) {
    var read = new CriteriaBook(book);
    Map<String, Object> tree = read.tree();
    CriteriaSet.read(tree)
        .fold(
            refusal -> {
              refusal.violations().forEach(read::fault);
              return null;
            },
            set -> {
              if (set.unitGroup() != group) {
                read.fault(
                    Violation.at(
                        "unitGroup", CriteriaProblem.WRONG_GROUP.of(set.unitGroup(), group)));
              }
              return null;
            });
    return read.faults.isEmpty() ? Outcome.accepted(tree) : Outcome.refused(read.faults.refusal());
  }

  private Map<String, Object> tree() {
    var root = new Part(new LinkedHashMap<>(), "");
    set(root);
    places.put("levels", tables.get(CriteriaSheets.LEVELS).start());
    places.put("groups", tables.get(CriteriaSheets.PARTS).start());
    lines(CriteriaSheets.PARTS).forEach(line -> part(root, line));
    lines(CriteriaSheets.LEVELS).forEach(line -> level(root, line));
    lines(CriteriaSheets.CRITERIA).forEach(this::criterion);
    lines(CriteriaSheets.RULE_PARTS).forEach(this::rulePart);
    lines(CriteriaSheets.INPUTS).forEach(line -> input(line));
    lines(CriteriaSheets.STEPS).forEach(line -> step(line));
    lines(CriteriaSheets.ORIGINS).forEach(line -> origin(line));
    return root.object();
  }

  private List<Line> lines(CriteriaSheets sheet) {
    return tables.get(sheet).lines();
  }

  private void set(Part root) {
    List<Line> lines = lines(CriteriaSheets.SET);
    places.put("", tables.get(CriteriaSheets.SET).start());
    if (!lines.isEmpty()) {
      fill(CriteriaSheets.SET, lines.getFirst(), root);
    }
    lines.stream()
        .skip(1)
        .forEach(line -> faults.at(line.place("Mã bộ"), InputProblem.TOO_MANY_LINES.of(1)));
  }

  // A row without a subgroup is the group itself.
  private void part(Part root, Line line) {
    String id = text(line, GROUP_ID);
    Optional<Object> subgroup = line.value(Field.text(SUBGROUP_ID, 0));
    if (subgroup.isEmpty()) {
      Part group = add(CriteriaSheets.PARTS, line, root.list("groups"), "groups");
      identify(group, line, GROUP_ID, line.value(Field.text(GROUP_ID, 0)));
      places.put(group.path() + ".criteria", line.place(GROUP_ID));
      groups.putIfAbsent(id, group);
      return;
    }
    Part group = groups.get(id);
    if (group == null) {
      unknown(line, GROUP_ID, id, groups);
      return;
    }
    Part part =
        add(CriteriaSheets.PARTS, line, group.list("subgroups"), group.path() + ".subgroups");
    identify(part, line, SUBGROUP_ID, subgroup);
  }

  private void level(Part root, Line line) {
    String id = text(line, GROUP_ID);
    if (id.isEmpty()) {
      add(CriteriaSheets.LEVELS, line, root.list("levels"), "levels");
      return;
    }
    Part group = groups.get(id);
    if (group == null) {
      unknown(line, GROUP_ID, id, groups);
      return;
    }
    add(CriteriaSheets.LEVELS, line, group.list("levels"), group.path() + ".levels");
  }

  private void identify(Part part, Line line, String heading, Optional<Object> id) {
    id.ifPresent(value -> part.object().put("id", value));
    places.put(part.path() + ".id", line.place(heading));
  }

  private void criterion(Line line) {
    String id = text(line, GROUP_ID);
    Part group = groups.get(id);
    if (group == null) {
      unknown(line, GROUP_ID, id, groups);
      // It belongs where its neighbours do: so the sums say nothing that is not wrong.
      group = criteria.isEmpty() ? first(groups) : groupOf(last(criteria));
    }
    if (group == null) {
      return;
    }
    Part criterion =
        add(CriteriaSheets.CRITERIA, line, group.list("criteria"), group.path() + ".criteria");
    places.put(criterion.path(), line.place(CRITERION_ID));
    String scoring = criterion.path() + ".scoring";
    places.put(scoring, line.place("Cách chấm"));
    criteria.putIfAbsent(text(line, CRITERION_ID), criterion);
    rules.putIfAbsent(text(line, CRITERION_ID), criterion);
  }

  // The part above stands above it: sheets are read from top to bottom.
  private void rulePart(Line line) {
    String above = text(line, PARENT);
    found(line, above, PARENT)
        .ifPresent(holder -> {
          Part scoring = holder.inner("scoring");
          String list =
              PARTS_OF.getOrDefault(String.valueOf(scoring.object().get("type")), "parts");
          Part part =
              add(CriteriaSheets.RULE_PARTS, line, scoring.list(list), scoring.path() + "." + list);
          places.put(part.path() + ".scoring", line.place("Cách chấm"));
          String key = text(line, PART_KEY);
          rules.putIfAbsent(
              named(text(line, CRITERION_ID), above.isEmpty() ? key : above + "." + key), part);
        });
  }

  private static String named(String criterion, String part) {
    return part.isEmpty() ? criterion : criterion + " " + part;
  }

  private Part groupOf(Part criterion) {
    return groups.values().stream()
        .filter(group -> criterion.path().startsWith(group.path() + "."))
        .findFirst()
        .orElse(null);
  }

  private void input(Line line) {
    found(line, text(line, PART), PART)
        .ifPresent(criterion -> {
          Part scoring = criterion.inner("scoring");
          add(CriteriaSheets.INPUTS, line, scoring.list("inputs"), scoring.path() + ".inputs");
        });
  }

  private void step(Line line) {
    found(line, text(line, PART), PART)
        .ifPresent(criterion -> {
          Part scoring = criterion.inner("scoring");
          String rule = String.valueOf(scoring.object().get("type"));
          // Where the rule has no steps, the core says so at this row.
          Steps steps = Steps.of(rule).orElse(Steps.TIERS);
          if (scoring.object().get("type") == null) {
            return;
          }
          String list = scoring.path() + "." + steps.list();
          add(CriteriaSheets.STEPS, line, scoring.list(steps.list()), list, steps::key);
        });
  }

  private void origin(Line line) {
    found(line)
        .ifPresent(criterion -> {
          if (criterion.object().containsKey("origin")) {
            faults.at(
                line.place(CRITERION_ID),
                InputProblem.DUPLICATE_ID.of(
                    text(line, CRITERION_ID), places.get(criterion.path() + ".origin").toString()));
            return;
          }
          Part origin = criterion.inner("origin");
          places.put(origin.path(), line.place(CRITERION_ID));
          fill(CriteriaSheets.ORIGINS, line, origin);
          unfold(origin, LATE, line, this::late);
          unfold(origin, ONE_OF, line, (place, word) -> word);
        });
  }

  private interface Item {
    Object of(Place place, String word);
  }

  // a; b as a list.
  private void unfold(Part origin, String key, Line line, Item item) {
    if (!(origin.object().get(key) instanceof String text)) {
      return;
    }
    Place place = places.get(origin.path() + "." + key);
    origin
        .object()
        .put(
            key,
            Stream.of(text.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> item.of(place, word))
                .toList());
  }

  // 5=late5 as {"days": 5, "value": "late5"}.
  private Object late(Place place, String word) {
    int at = word.indexOf('=');
    String days = at < 0 ? word : word.substring(0, at).strip();
    if (at < 0 || !days.matches("\\d{1,4}")) {
      faults.at(place, WorkbookProblem.CELL_IS_NO_NUMBER.of(word));
      return Map.of();
    }
    var step = new LinkedHashMap<String, Object>();
    step.put("days", new BigDecimal(days));
    step.put("value", word.substring(at + 1).strip());
    return step;
  }

  private Optional<Part> found(Line line) {
    String id = text(line, CRITERION_ID);
    Part criterion = criteria.get(id);
    if (criterion == null) {
      unknown(line, CRITERION_ID, id, criteria);
    }
    return Optional.ofNullable(criterion);
  }

  /** The criterion of a row, or its part of this place. */
  private Optional<Part> found(Line line, String place, String heading) {
    if (place.isEmpty() || !criteria.containsKey(text(line, CRITERION_ID))) {
      return found(line);
    }
    String name = named(text(line, CRITERION_ID), place);
    if (!rules.containsKey(name)) {
      String criterion = text(line, CRITERION_ID) + " ";
      faults.at(
          line.place(heading),
          WorkbookProblem.CELL_NOT_IN_LIST.of(
              place,
              rules.keySet().stream()
                  .filter(rule -> rule.startsWith(criterion))
                  .map(rule -> rule.substring(criterion.length()))
                  .collect(Collectors.joining(", "))));
    }
    return Optional.ofNullable(rules.get(name));
  }

  private void unknown(Line line, String heading, String id, Map<String, Part> known) {
    if (!faults.knows(line.place(heading))) {
      faults.at(
          line.place(heading),
          WorkbookProblem.CELL_NOT_IN_LIST.of(id, String.join(", ", known.keySet())));
    }
  }

  private static String text(Line line, String heading) {
    return line.value(Field.text(heading, 0)).map(String::valueOf).orElse("");
  }

  private Part add(CriteriaSheets sheet, Line line, List<Object> list, String path) {
    return add(sheet, line, list, path, key -> key);
  }

  private Part add(
      CriteriaSheets sheet,
      Line line,
      List<Object> list,
      String path,
      UnaryOperator<String> names) {
    var part = new Part(new LinkedHashMap<>(), path + "[" + list.size() + "]");
    list.add(part.object());
    Place start = line.place(sheet.fields().getFirst().heading());
    places.putIfAbsent(path, start);
    places.put(part.path(), start);
    fill(sheet, line, part, names);
    return part;
  }

  private void fill(CriteriaSheets sheet, Line line, Part part) {
    fill(sheet, line, part, key -> key);
  }

  private void fill(CriteriaSheets sheet, Line line, Part part, UnaryOperator<String> names) {
    for (Field field : sheet.fields()) {
      if (field.path().isEmpty()) {
        continue;
      }
      String key = names.apply(field.path().getLast());
      Part holder = field.path().size() > 1 ? part.inner(field.path().getFirst()) : part;
      String prefix = holder.path().startsWith(".") ? holder.path().substring(1) : holder.path();
      places.put(prefix.isEmpty() ? key : prefix + "." + key, line.place(field.heading()));
      line.value(field).ifPresent(value -> holder.object().put(key, value));
    }
  }

  /** A fault of the core, brought back to its cell. */
  private void fault(Violation violation) {
    Place place = cell(violation.place());
    if (violation.problem() == InputProblem.MISSING_FIELD && faults.knows(place)) {
      return; // The cell could not be read; that its value is missing follows from it.
    }
    Fault told =
        violation
            .fault()
            .retold((name, fact) -> name.equals("first") ? cell(fact).toString() : fact);
    faults.add(Violation.at(place + " (" + violation.place() + ")", told));
  }

  private Place cell(String path) {
    String at = path;
    while (!at.isEmpty() && !places.containsKey(at)) {
      int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      at = end < 0 ? "" : at.substring(0, end);
    }
    return places.get(at);
  }

  private static Part first(Map<String, Part> parts) {
    return parts.values().stream().findFirst().orElse(null);
  }

  private static Part last(Map<String, Part> parts) {
    return parts.values().stream().reduce((before, after) -> after).orElse(null);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> listIn(Map<String, Object> object, String key) {
    return (List<Object>) object.computeIfAbsent(key, missing -> new ArrayList<>());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapIn(Map<String, Object> object, String key) {
    return (Map<String, Object>)
        object.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
  }
}
