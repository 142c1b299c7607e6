package vn.minhbach.core.appraise.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.CriterionScore;

/** What a cell comes to, over any readings that any hands may have given. */
class MarkingPropertiesTest {

  private static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  private static final UnitCode UNIT = new UnitCode("SNV");
  private static final Instant AT = Instant.parse("2020-10-05T02:00:00Z");
  private static final Terms TERMS = new Terms(Points.of("1.00"), Optional.empty());
  private static final Seen NOW = new Seen("a2", "-", 1);
  private static final Seen EARLIER = new Seen("a1", "-", 1);
  private static final List<Criterion> CRITERIA =
      Stream.concat(
              CriteriaFixture.all().stream(),
              CriteriaFixture.foreign().criteria().values().stream())
          .toList();

  private static final List<Hand> HANDS =
      List.of(
          hand("one", "STTTT", Role.APPRAISER),
          hand("two", "SNV", Role.APPRAISER),
          hand("three", "SKHCN", Role.APPRAISER),
          hand("four", "STTTT", Role.LEAD),
          hand("five", "SNV", Role.DEPUTY),
          hand("six", "TTPVHCC", Role.DEPUTY),
          new Hand("seven", Optional.empty(), Optional.empty(), Role.APPRAISER),
          new Hand("eight", Optional.of(new UnitCode("194")), Optional.of(2), Role.APPRAISER));

  /** A cell with a mark on it. */
  record Case(Cell cell, Mark mark, Set<String> conflicts) {

    Predicate<Hand> recused() {
      return hand ->
          hand.body().filter(UNIT::equals).isPresent() || conflicts.contains(hand.account());
    }

    Marking marking() {
      return Marking.of(cell, Optional.of(mark), TERMS, recused());
    }
  }

  private static Hand hand(String account, String body, Role role) {
    return new Hand(account, Optional.of(new UnitCode(body)), Optional.of(1), role);
  }

  private static Answer answer(Criterion criterion) {
    return new Answer(
        criterion.id(),
        Answer.Content.of(Map.of(), Optional.empty()),
        Answer.Authorship.own(1, AT, "unit"),
        2);
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(CRITERIA).flatMap(MarkingPropertiesTest::cases);
  }

  private static Arbitrary<Case> cases(Criterion criterion) {
    Arbitrary<Points> points = points(criterion);
    Arbitrary<CriterionScore> self =
        Arbitraries.frequencyOf(
            Tuple.of(6, points.map(CriterionScore.Awarded::new).map(CriterionScore.class::cast)),
            Tuple.of(1, Arbitraries.of((CriterionScore) new CriterionScore.NotApplicable())));
    Arbitrary<Cell> cells =
        Combinators.combine(
                self,
                Arbitraries.of(true, true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(1, 2))
            .as((score, evidence, twice, penalty, group) ->
                new Cell(
                    UNIT,
                    group,
                    criterion,
                    penalty,
                    score,
                    Optional.of(answer(criterion)),
                    NOW,
                    evidence,
                    twice,
                    Optional.empty()));
    return cells.flatMap(cell ->
        Combinators.combine(
                readings(cell).list().ofMaxSize(4),
                Arbitraries.of(HANDS).map(Hand::account).set().ofMaxSize(2))
            .as((readings, conflicts) -> {
              Mark mark = Mark.unmarked(CAMPAIGN, UNIT, criterion.id());
              for (Reading one : readings) {
                mark = mark.with(one.over(mark.reading(one.kind())));
              }
              return new Case(cell, mark, conflicts);
            }));
  }

  private static Arbitrary<Points> points(Criterion criterion) {
    int max = criterion.maxPoints().value().movePointRight(2).intValueExact();
    return Arbitraries.oneOf(
            Arbitraries.of(0, max, max / 2),
            Arbitraries.integers().between(0, max / 50).map(n -> n * 50))
        .map(cents -> new Points(BigDecimal.valueOf(cents, 2)));
  }

  private static Arbitrary<Reading> readings(Cell cell) {
    Arbitrary<Basis> bases =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of((Basis) new Basis.Agreed())),
            Tuple.of(4, points(cell.criterion()).map(Basis.Given::new).map(Basis.class::cast)),
            Tuple.of(
                1,
                Arbitraries.of(true, false).map(Basis.NotApplicable::new).map(Basis.class::cast)));
    Arbitrary<List<Hand>> signers = Arbitraries.of(HANDS).list().ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(
                Reading.Kind.FIRST,
                Reading.Kind.FIRST,
                Reading.Kind.SECOND,
                Reading.Kind.LEAD,
                Reading.Kind.PETITION),
            Arbitraries.of(HANDS),
            bases,
            Arbitraries.of(NOW, NOW, NOW, EARLIER),
            signers,
            Arbitraries.of(true, false),
            Arbitraries.of(false, false, false, true))
        .as((kind, hand, basis, seen, hands, shown, cleared) -> {
          Worth worth = CriteriaFixture.accepted(cell.worth(basis));
          var reading =
              new Reading(
                  kind,
                  hand,
                  new Reading.Ruling(basis, worth, Optional.of("vì thiếu văn bản")),
                  seen,
                  AT,
                  Reading.After.NOTHING,
                  1);
          for (Hand signer : hands) {
            reading = reading.with(new Countersign(signer, worth, AT));
          }
          if (shown) {
            reading = reading.shownAt(AT);
          }
          return cleared ? reading.with(new Reading.Cleared(hand, "nhầm ô", AT)) : reading;
        });
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void whatCountsIsTheSelfScoreUntilTheCellIsSettledAndNeverLeavesItsRange(
      @ForAll("cases") Case one) {
    CriterionScore self = one.cell().self();
    Marking marking = one.marking();
    Statistics.label("state").collect(marking.state());
    assertEquals(self, one.cell().self());
    if (marking.state() != Marking.State.SETTLED) {
      assertEquals(self, marking.score());
    }
    assertTrue(marking.score().points().compareTo(Points.ZERO) >= 0);
    assertTrue(marking.score().points().compareTo(one.cell().criterion().maxPoints()) <= 0);
    assertEquals(marking.state() == Marking.State.STALE, !marking.moved().isEmpty());
    assertEquals(marking.state() == Marking.State.AWAITS_COUNTERSIGN, !marking.lacks().isEmpty());
  }

  /** Against the words of the rule, not against how it is computed. */
  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void settledCellHasAllItsSignaturesAndNoneOfARecusedOrTheSameHand(@ForAll("cases") Case one) {
    Marking marking = one.marking();
    if (marking.state() != Marking.State.SETTLED || marking.decisive().isEmpty()) {
      return;
    }
    Reading decisive = marking.decisive().get();
    assertFalse(decisive.cleared());
    assertFalse(one.recused().test(decisive.by()), "settled by a recused hand");
    assertEquals(NOW, decisive.boundTo());
    Worth self = one.cell().own();
    Worth worth = decisive.worth();
    List<Hand> others = new ArrayList<>();
    boolean decides =
        decisive.kind() == Reading.Kind.LEAD || decisive.kind() == Reading.Kind.PETITION;
    List<Reading> alike =
        decides
            ? List.of(decisive)
            : one.mark().readings().stream()
                .filter(reading -> !reading.cleared() && !one.recused().test(reading.by()))
                .filter(reading -> reading.worth().equals(worth))
                .toList();
    alike.forEach(reading -> {
      others.add(reading.by());
      reading.after().countersigns().stream()
          .filter(signed -> signed.worth().equals(worth))
          .map(Countersign::by)
          .forEach(others::add);
    });
    others.removeIf(one.recused());
    boolean otherBody =
        alike.stream()
            .map(Reading::by)
            .anyMatch(author ->
                others.stream()
                    .filter(hand -> !hand.account().equals(author.account()))
                    .anyMatch(hand -> !hand.body().equals(author.body()) || hand.body().isEmpty()));
    boolean differs =
        !self.equals(worth) && !(one.cell().penalty() && self.points().equals(worth.points()));
    boolean rival = decisive.by().group().equals(Optional.of(one.cell().group()));
    Statistics.label("settled").collect(differs, rival);
    if (differs && rival) {
      assertTrue(otherBody, "a rival's change that no other body has signed");
    }
    if (self.applicable() && worth.applicable() && differs) {
      boolean favours =
          one.cell().penalty()
              ? worth.points().compareTo(self.points()) < 0
              : worth.points().compareTo(self.points()) > 0;
      if (favours) {
        assertTrue(otherBody, "above the self-score, and no other body has signed");
        assertTrue(one.cell().evidence(), "above the self-score without evidence");
        assertTrue(marking.exception());
      } else {
        assertTrue(
            one.mark().readings().stream()
                .filter(reading -> !reading.cleared() && reading.worth().equals(worth))
                .anyMatch(reading -> reading.heard(TERMS)),
            "a cut unheard");
      }
    }
    // Nought that one hand gives and another comes to by refusing a claim is no bargain.
    boolean bargain =
        alike.stream()
            .allMatch(reading ->
                reading.ruling().basis() instanceof Basis.Given(Points given)
                    && !RuleValues.gives(one.cell().criterion(), given));
    if (bargain) {
      assertTrue(
          others.stream().map(Hand::account).distinct().count() > 1
              && others.stream()
                  .anyMatch(hand -> Set.of(Role.LEAD, Role.DEPUTY).contains(hand.role())),
          "points that the rule cannot give, and no lead has signed");
    }
    if (one.cell().twice() && !decides) {
      assertEquals(
          2,
          one.mark().readings().stream()
              .filter(reading -> !reading.cleared() && !one.recused().test(reading.by()))
              .map(reading -> reading.by().account())
              .distinct()
              .count(),
          "read once");
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whichOfTwoReadingsCameFirstMakesNoDifference(@ForAll("cases") Case one) {
    neitherOrderMatters(one);
  }

  /** A member who left hands over what it has read, perhaps to who has read the cell too. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whichReadingOfOneHandCameFirstMakesNoDifference(
      @ForAll("cases") Case one, @ForAll("hands") Hand hand) {
    var readings =
        one.mark().readings().stream()
            .filter(reading -> !reading.kind().decides())
            .map(reading -> by(hand, reading))
            .toList();
    neitherOrderMatters(
        new Case(one.cell(), new Mark(CAMPAIGN, UNIT, one.cell().id(), readings), one.conflicts()));
  }

  @Provide
  Arbitrary<Hand> hands() {
    return Arbitraries.of(HANDS);
  }

  private static Reading by(Hand hand, Reading reading) {
    return new Reading(
        reading.kind(),
        hand,
        reading.ruling(),
        reading.seen(),
        reading.at(),
        reading.after(),
        reading.version());
  }

  private static void neitherOrderMatters(Case one) {
    var readings = new ArrayList<>(one.mark().readings());
    Collections.reverse(readings);
    var other = new Mark(CAMPAIGN, UNIT, one.cell().id(), readings);
    assertEquals(one.marking(), new Case(one.cell(), other, one.conflicts()).marking());
    // As if the first reader were the second and the second the first.
    var swapped =
        new Mark(
            CAMPAIGN,
            UNIT,
            one.cell().id(),
            one.mark().readings().stream().map(MarkingPropertiesTest::swapped).toList());
    Marking there = one.marking();
    Marking here = new Case(one.cell(), swapped, one.conflicts()).marking();
    Statistics.label("two").collect(there.state());
    boolean both =
        one.mark().readings().stream().filter(reading -> !reading.kind().decides()).count() == 2;
    if (both) {
      assertEquals(there.state() == Marking.State.GAP, here.state() == Marking.State.GAP);
      assertEquals(there.score().points(), here.score().points());
      assertEquals(there.score().applicable(), here.score().applicable());
    }
  }

  private static Reading swapped(Reading reading) {
    Reading.Kind kind =
        switch (reading.kind()) {
          case FIRST -> Reading.Kind.SECOND;
          case SECOND -> Reading.Kind.FIRST;
          default -> reading.kind();
        };
    return new Reading(
        kind,
        reading.by(),
        reading.ruling(),
        reading.seen(),
        reading.at(),
        reading.after(),
        reading.version());
  }
}
