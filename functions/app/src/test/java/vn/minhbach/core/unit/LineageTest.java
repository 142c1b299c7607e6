package vn.minhbach.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;

class LineageTest {

  private static final String HEADER =
      "code,group,kind,name,parent_code,valid_from,valid_to,predecessors\n";

  private final List<Unit> before = register(resource("/campaigns/131-2020/units.csv"));
  private final List<Unit> now = register(resource("/units/quang-ninh-2025.csv"));

  @Test
  void readsThe220UnitsOf2020AndThe54Of2025() {
    assertEquals(220, before.size());
    assertEquals(54, now.size());
    assertTrue(now.stream().noneMatch(Unit::consolidated));
  }

  @Test
  void sameCodeWithoutPredecessorsIsTheSameUnit() {
    assertEquals(Lineage.Relation.SAME, relation("06967", now));
  }

  @Test
  void unitMadeOfSeveralIsNotComparable() {
    Lineage lineage = Lineage.of(unit("Xã Quảng La", now), now, before);
    assertEquals(Lineage.Relation.MERGED, lineage.relation());
    assertFalse(lineage.relation().comparable());
    assertEquals(4, lineage.predecessors().size());
  }

  @Test
  void unitUnderANewCodeThatTookOverOneWholeIsItsSuccessor() {
    List<Unit> renamed = register(HEADER + "X1,3,ward,Phường Mới,,,,06967\n");
    assertEquals(Lineage.Relation.SUCCESSOR, relation("X1", renamed));
    assertTrue(Lineage.Relation.SUCCESSOR.comparable());
  }

  @Test
  void partsOfOneUnitAreNotComparable() {
    List<Unit> split =
        register(HEADER + "X1,3,ward,Phường Một,,,,06967\nX2,3,ward,Phường Hai,,,,06967\n");
    assertEquals(Lineage.Relation.SPLIT, relation("X1", split));
    assertEquals(Lineage.Relation.SPLIT, relation("X2", split));
  }

  @Test
  void unitThatGaveAwayAPartIsNotComparableEither() {
    List<Unit> parted =
        register(HEADER + "06967,3,commune,Xã Cái Chiên,,,,\nX2,3,ward,Phường Hai,,,,06967\n");
    assertEquals(Lineage.Relation.SPLIT, relation("06967", parted));
  }

  @Test
  void unknownUnitIsNew() {
    assertEquals(Lineage.Relation.NEW, relation("X9", register(HEADER + "X9,3,ward,Mới,,,,\n")));
  }

  @Test
  void catchesCodesThatExcelMangled() {
    assertEquals(
        List.of("dòng/line 2, code", "dòng/line 3, code", "dòng/line 4, code"),
        places(
            HEADER
                + "6649,3,ward,Phường Hà Khánh,,,,\n6.65E+03,3,ward,Phường Hà Phong,,,,\n"
                + "93,2,district_city,UBND thành phố Hạ Long,,,,\n",
            UnitProblem.MANGLED_CODE));
  }

  @Test
  void refusesDatesAndPredecessorsThatCannotBe() {
    assertEquals(
        List.of("dòng/line 2, valid_to"),
        places(
            HEADER + "06967,3,commune,Xã Cái Chiên,,2025-07-01,2025-06-30,\n",
            InputProblem.DATES_NOT_ASCENDING));
    assertEquals(
        List.of("dòng/line 2, valid_from"),
        places(HEADER + "06967,3,commune,Xã Cái Chiên,,01/07/2025,,\n", InputProblem.BAD_DATE));
    assertEquals(
        List.of("dòng/line 2, predecessors"),
        places(HEADER + "06967,3,commune,Xã Cái Chiên,,,,a/b\n", InputProblem.BAD_CODE));
  }

  private Lineage.Relation relation(String code, List<Unit> register) {
    Unit unit =
        register.stream()
            .filter(candidate -> candidate.code().equals(new UnitCode(code)))
            .findFirst()
            .orElseThrow();
    return Lineage.of(unit, register, before).relation();
  }

  private static Unit unit(String name, List<Unit> register) {
    return register.stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Unit> register(String csv) {
    return UnitRegister.read(csv)
        .fold(
            refusal -> {
              throw new AssertionError(refusal.violations());
            },
            units -> units);
  }

  private static List<String> places(String csv, Problem problem) {
    Outcome<List<Unit>> outcome = UnitRegister.read(csv);
    return outcome.fold(
        refusal ->
            refusal.violations().stream()
                .filter(violation -> violation.problem() == problem)
                .map(Refusal.Violation::place)
                .toList(),
        units -> List.of());
  }

  private static String resource(String path) {
    try (InputStream in = LineageTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(path, unreadable);
    }
  }
}
