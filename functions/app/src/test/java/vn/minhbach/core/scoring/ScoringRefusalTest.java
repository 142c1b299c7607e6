package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.commune;
import static vn.minhbach.core.criteria.CriteriaFixture.department;
import static vn.minhbach.core.criteria.CriteriaFixture.district;
import static vn.minhbach.core.criteria.CriteriaFixture.faults;
import static vn.minhbach.core.criteria.CriteriaFixture.json;
import static vn.minhbach.core.criteria.CriteriaFixture.refused;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;

class ScoringRefusalTest {

  @Test
  void saysWhatIsWrongAndHowToMendItInBothLanguages() {
    Refusal refusal = refused(score(district(), "I.1", "{'a':194,'b':193}"));

    assertEquals(ScoringProblem.INVALID_ANSWER, refusal.problem());
    assertEquals(
        "Câu trả lời cho tiêu chí I.1 có 1 chỗ không đúng; chưa có gì được ghi.",
        refusal.detail(Language.VI));
    assertEquals(
        "“inputs.a”: 194 lớn hơn 193. Số đạt không thể lớn hơn tổng số.",
        refusal.violations().getFirst().detail(Language.VI));
    assertEquals(
        "“inputs.a”: 194 is more than 193. A part cannot exceed its whole.",
        refusal.violations().getFirst().detail(Language.EN));
  }

  @Test
  void refusesAPartAboveItsWholeEvenWhereTheWholeIsZero() {
    assertFaults(district(), "I.1", "{'a':5,'b':0}", "inputs.a NUMERATOR_OVER_DENOMINATOR");
    assertFaults(department(), "II.9", "{'a':1,'b':0}", "inputs.a NUMERATOR_OVER_DENOMINATOR");
    assertFaults(district(), "II.13", "{'a':2,'b':1}", "inputs.a NUMERATOR_OVER_DENOMINATOR");
  }

  @Test
  void refusesNumbersThatCannotBe() {
    assertFaults(district(), "I.1", "{'a':-1,'b':193}", "inputs.a NEGATIVE");
    assertFaults(district(), "I.1", "{'a':1.5,'b':193}", "inputs.a NOT_A_WHOLE_NUMBER");
    assertFaults(district(), "I.1", "{'a':1,'b':1000000000000}", "inputs.b OUT_OF_RANGE");
    assertFaults(district(), "I.1", "{'a':1,'b':1e999999}", "inputs.b OUT_OF_RANGE");
    assertFaults(commune(), "III.4", "{'n':2.5}", "inputs.n NOT_A_WHOLE_NUMBER");
    assertFaults(department(), "II.8", "{'n':1.2345678}", "inputs.n TOO_MANY_DECIMALS");
    assertFaults(department(), "II.8", "{'n':-0.5}", "inputs.n NEGATIVE");
  }

  @Test
  void refusesValuesOfAnotherType() {
    assertFaults(district(), "I.1", "{'a':'187','b':193}", "inputs.a WRONG_TYPE");
    assertFaults(district(), "I.1", "{'a':true,'b':193}", "inputs.a WRONG_TYPE");
    assertFaults(
        district(), "I.1", "{'a':[1],'b':{}}", "inputs.a WRONG_TYPE", "inputs.b WRONG_TYPE");
    assertFaults(commune(), "I.4", "{'v':'true'}", "inputs.v WRONG_TYPE");
    assertFaults(commune(), "I.4", "{'v':1}", "inputs.v WRONG_TYPE");
    assertFaults(department(), "I.9", "{'v':true}", "inputs.v WRONG_TYPE");
    assertFaults(department(), "II.7", "{'items':'i1'}", "inputs.items WRONG_TYPE");
    assertFaults(
        department(),
        "II.7",
        "{'items':[1,null]}",
        "inputs.items[0] WRONG_TYPE",
        "inputs.items[1] WRONG_TYPE");
    assertFaults(district(), "I.1", "[187,193]", "inputs WRONG_TYPE");
    assertFaults(district(), "I.1", "'187/193'", "inputs WRONG_TYPE");
  }

  @Test
  void refusesMissingAndExtraKeys() {
    assertFaults(district(), "I.1", "{'a':187}", "inputs.b MISSING_FIELD");
    assertFaults(district(), "I.1", "{'a':null,'b':193}", "inputs.a MISSING_FIELD");
    assertFaults(district(), "I.1", "{}", "inputs.a MISSING_FIELD", "inputs.b MISSING_FIELD");
    assertFaults(district(), "I.1", "{'a':1,'b':2,'c':3}", "inputs.c UNKNOWN_FIELD");
    assertFaults(
        department(),
        "II.7",
        "{'v':['i1']}",
        "inputs.v UNKNOWN_FIELD",
        "inputs.items MISSING_FIELD");
    assertEquals(List.of("inputs MISSING_FIELD"), faults(Scoring.score(criterion(), null)));
  }

  @Test
  void refusesOptionsThatAreNone() {
    assertFaults(department(), "I.9", "{'v':'Approved'}", "inputs.v UNKNOWN_OPTION");
    assertFaults(department(), "I.9", "{'v':''}", "inputs.v BLANK");
    assertFaults(department(), "I.9", "{'v':'" + "x".repeat(41) + "'}", "inputs.v TOO_LONG");
  }

  @Test
  void refusesItemsThatAreNoneOrTickedTwice() {
    assertFaults(
        department(),
        "II.7",
        "{'items':['i1','i99','i2','i1','']}",
        "inputs.items[1] UNKNOWN_ITEM",
        "inputs.items[3] REPEATED_ITEM",
        "inputs.items[4] BLANK");
    Refusal refusal = refused(score(department(), "II.16", "{'items':['i9']}"));
    assertEquals(
        "“inputs.items[0]”: không có mục “i9”. Các mục: i1, i2, i3.",
        refusal.violations().getFirst().detail(Language.VI));
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertFaults(
        district(),
        "I.1",
        "{'a':-1,'b':'x','c':0}",
        "inputs.c UNKNOWN_FIELD",
        "inputs.a NEGATIVE",
        "inputs.b WRONG_TYPE");
  }

  @Test
  void holdsTheLeastNumberThatTheSetAsksFor() {
    Criterion real = criterion();
    var rule = (ScoringRule.Ratio) real.rule();
    var least = new Input("b", "x", rule.share().denominator().kind(), BigDecimal.TEN);
    var share =
        new ScoringRule.Share(rule.share().numerator(), least, rule.share().whenDenominatorZero());
    Criterion strict =
        new Criterion(
            real.id(),
            real.title(),
            real.maxPoints(),
            new ScoringRule.Ratio(share, rule.target()),
            true,
            real.hint(),
            real.verifyBy(),
            false,
            real.naReason(),
            real.subgroup(),
            real.provenance(),
            real.basis());

    assertEquals(
        List.of("inputs.b OUT_OF_RANGE"), faults(Scoring.score(strict, json("{\"a\":1,\"b\":9}"))));
    accepted(Scoring.score(strict, json("{\"a\":1,\"b\":10}")));
  }

  private static Criterion criterion() {
    return district().criterion(new CriterionId("I.1")).orElseThrow();
  }

  private static Outcome<Scored> score(CriteriaSet set, String id, String inputs) {
    Criterion criterion = set.criterion(new CriterionId(id)).orElseThrow();
    return Scoring.score(criterion, json(inputs.replace('\'', '"')));
  }

  private static void assertFaults(CriteriaSet set, String id, String inputs, String... expected) {
    assertEquals(List.of(expected), faults(score(set, id, inputs)));
  }
}
