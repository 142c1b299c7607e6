package vn.minhbach.core.criteria;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.faults;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoils the real sets at every place in turn: each fault is refused and named where it is. */
class EveryPlaceTest {

  private static final Set<String> OPTIONAL =
      Set.of(
          "source",
          "note",
          "officialPartsYear",
          "pointPrecision",
          "rounding",
          "provenance",
          "basis",
          "hint",
          "public",
          "target");

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void missesEveryFieldThatIsDropped(String set) {
    for (String place : Tree.of(set).places()) {
      String field = Tree.lastOf(place);
      if (field.startsWith("[") || field.equals("subgroups")) {
        continue;
      }
      Object spoiled = Tree.of(set).drop(place).root();
      if (OPTIONAL.contains(field) || field.equals("min") && place.contains("inputs[")) {
        accepted(CriteriaSet.read(spoiled));
      } else {
        assertNames(spoiled, place + " MISSING_FIELD");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void namesEveryValueOfAWrongType(String set) {
    Tree tree = Tree.of(set);
    for (String place : tree.places()) {
      Object right = tree.get(place);
      Object wrong = right instanceof List || right instanceof Map ? "x" : List.of("x");
      if (!place.endsWith(".subgroup") || right instanceof String) {
        assertNames(Tree.of(set).set(place, wrong).root(), place + " WRONG_TYPE");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void namesEveryUnknownField(String set) {
    Tree tree = Tree.of(set);
    assertNames(Tree.of(set).set("bonus", 1).root(), "bonus UNKNOWN_FIELD");
    for (String place : tree.places()) {
      if (tree.get(place) instanceof Map) {
        assertNames(Tree.of(set).set(place + ".bonus", 1).root(), place + ".bonus UNKNOWN_FIELD");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void namesEveryRepeatedElement(String set) {
    Tree tree = Tree.of(set);
    for (String place : tree.places()) {
      if (tree.get(place) instanceof List<?> list) {
        Object spoiled = Tree.of(set).add(place, list.getFirst()).root();
        String added = place + "[" + list.size() + "]";
        String id =
            switch (Tree.lastOf(place)) {
              case "tiers" -> ".min TIERS_NOT_DESCENDING";
              case "levels" -> ".code DUPLICATE_ID";
              case "inputs", "items" -> ".key DUPLICATE_ID";
              case "options" -> ".value DUPLICATE_ID";
              default -> ".id DUPLICATE_ID";
            };
        assertNames(spoiled, added + id);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void namesEverySwapOfTiersAndLevels(String set) {
    Tree tree = Tree.of(set);
    for (String place : tree.places()) {
      String field = Tree.lastOf(place);
      if (tree.get(place) instanceof List<?> list
          && (field.equals("tiers") || field.equals("levels"))) {
        String min = field.equals("tiers") ? "min" : "minPercent";
        for (int i = 1; i < list.size(); i++) {
          String here = place + "[" + i + "]";
          Object spoiled = Tree.of(set).swap(place + "[" + (i - 1) + "]", here).root();
          assertNames(spoiled, here + "." + min + " TIERS_NOT_DESCENDING");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"department", "district", "commune"})
  void namesWhatNoLongerAddsUp(String set) {
    Tree tree = Tree.of(set);
    for (String place : tree.places()) {
      if (!Tree.lastOf(place).equals("maxPoints") || place.equals("maxPoints")) {
        continue;
      }
      var more = new BigDecimal(tree.get(place).toString()).add(BigDecimal.ONE);
      assertNames(
          Tree.of(set).set(place, more).root(), sumOf(tree, place) + " POINTS_DO_NOT_ADD_UP");
    }
    assertNames(Tree.of(set).set("maxPoints", 999).root(), "maxPoints POINTS_DO_NOT_ADD_UP");
  }

  // Where the sum stands that a maximum goes into.
  private static String sumOf(Tree tree, String place) {
    String owner = Tree.parentOf(place);
    if (!owner.contains(".")) {
      return "maxPoints";
    }
    String group = owner.substring(0, owner.indexOf('.'));
    Object subgroup = ((Map<?, ?>) tree.get(owner)).get("subgroup");
    if (subgroup == null) {
      return group + ".maxPoints";
    }
    List<?> subgroups = (List<?>) tree.get(group + ".subgroups");
    for (int i = 0; i < subgroups.size(); i++) {
      if (((Map<?, ?>) subgroups.get(i)).get("id").equals(subgroup)) {
        return group + ".subgroups[" + i + "].maxPoints";
      }
    }
    throw new AssertionError("no subgroup " + subgroup);
  }

  private static void assertNames(Object spoiled, String fault) {
    List<String> faults = faults(CriteriaSet.read(spoiled));
    assertTrue(faults.contains(fault), () -> fault + " is not among " + faults);
  }
}
