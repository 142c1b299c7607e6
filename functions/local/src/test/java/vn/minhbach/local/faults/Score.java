package vn.minhbach.local.faults;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Points, indexes and ranks, computed again slowly. */
record Score(Map<String, BigDecimal> groups, BigDecimal points, BigDecimal max) {

  static Score of(Map<String, Model.Answer> answers) {
    var groups = new TreeMap<String, BigDecimal>();
    BigDecimal points = new BigDecimal("0.00");
    BigDecimal max = new BigDecimal("0.00");
    for (String criterion : Plan.CRITERIA) {
      Model.Answer answer = answers.get(criterion);
      // An open criterion is worth nothing and counts its maximum.
      BigDecimal own = answer == null ? BigDecimal.ZERO : Plan.points(criterion, answer.content());
      String group = criterion.substring(0, criterion.indexOf('.'));
      groups.put(group, (own == null ? BigDecimal.ZERO : own).setScale(2));
      if (own != null) {
        points = points.add(own);
        max = max.add(BigDecimal.valueOf(Plan.MAXIMA.get(criterion)));
      }
    }
    return new Score(groups, points, max);
  }

  BigDecimal index() {
    return points.multiply(BigDecimal.valueOf(100)).divide(max, 2, RoundingMode.HALF_UP);
  }

  String level() {
    if (index().compareTo(BigDecimal.valueOf(80)) > 0) {
      return "TOT";
    }
    return index().compareTo(BigDecimal.valueOf(50)) >= 0 ? "KHA" : "YEU";
  }

  /**
   * The table of a group: one text for each line.
   *
   * @param over whether the time of every form is over: who sent none is ranked with nothing then
   */
  static List<String> table(Map<String, Model.Form> forms, int group, boolean over) {
    List<String> units =
        Plan.UNITS.stream().filter(unit -> Plan.GROUPS.get(unit) == group).toList();
    Predicate<String> ranked =
        unit -> delivered(forms.get(unit)) || over && !forms.get(unit).state.equals("AT_DISTRICT");
    Function<String, Score> score =
        unit -> of(delivered(forms.get(unit)) ? forms.get(unit).answers : Map.of());
    var lines = new ArrayList<String>();
    units.stream()
        .filter(ranked)
        .sorted(
            Comparator.comparing((String unit) -> score.apply(unit).index())
                .thenComparing(unit -> score.apply(unit).groups().get("II"))
                .reversed()
                .thenComparing(Plan.NAMES::get))
        .forEach(unit -> {
          // A rank is one more than the number of different better indexes.
          long better =
              units.stream()
                  .filter(ranked)
                  .map(other -> score.apply(other).index())
                  .filter(index -> index.compareTo(score.apply(unit).index()) > 0)
                  .distinct()
                  .count();
          lines.add(
              "%s %d %s %s %s"
                  .formatted(
                      unit,
                      better + 1,
                      score.apply(unit).index(),
                      score.apply(unit).points(),
                      score.apply(unit).level()));
        });
    units.stream()
        .filter(unit -> !ranked.test(unit))
        .sorted(Comparator.comparing(Plan.NAMES::get))
        .forEach(unit ->
            lines.add(
                unit
                    + (forms.get(unit).state.equals("AT_DISTRICT")
                        ? " NOT_FORWARDED"
                        : " NOT_SUBMITTED")));
    return lines;
  }

  private static boolean delivered(Model.Form form) {
    return form.state.equals("SUBMITTED") || form.state.equals("FORWARDED");
  }
}
