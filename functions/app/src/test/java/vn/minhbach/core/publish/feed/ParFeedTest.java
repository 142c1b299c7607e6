package vn.minhbach.core.publish.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.RankingRow;

/** What the PAR index takes from an approved result, and how its owner maps it. */
class ParFeedTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");
  private static final ReadParFeed.Asked LATEST = new ReadParFeed.Asked(0, 0, 0);
  private static final Map<String, Object> LEVELS = Map.of("TOT", 2, "KHA", 1.5, "TB", 1, "YEU", 0);

  private static final class Fixture {

    private final Province province = Province.opened();
    private final ParMappings mappings = province.memory.parMappings();
    private final MapPar map =
        new MapPar(province.change, province.memory.criteriaSets(), mappings);
    private final ReadParFeed feed = new ReadParFeed(mappings, province.board, province.board);

    private Outcome<ParMapping> mapped(Condition condition, Object... lines) {
      return map.map(
          ID, act(OPENED), condition, MapPar.lines(exact(Map.of("lines", List.of(lines)))));
    }

    // As JSON is read: fractions are exact.
    private static Object exact(Object tree) {
      return switch (tree) {
        case Double number -> BigDecimal.valueOf(number);
        case Map<?, ?> members -> {
          var all = new HashMap<Object, Object>();
          members.forEach((key, value) -> all.put(key, exact(value)));
          yield all;
        }
        case List<?> list -> list.stream().map(Fixture::exact).toList();
        default -> tree;
      };
    }

    private void approved() {
      accepted(province.publish.report(ID, act(LOCKED)));
      accepted(province.approve(Map.of("number", "812/QĐ-UBND", "date", "2020-11-01"), LOCKED));
    }

    private ParFeed read(ReadParFeed.Asked asked) {
      return accepted(feed.read(province.campaign(), asked));
    }
  }

  private static Map<String, Object> line(
      String code, int group, Map<String, Object> from, Object maxPoints) {
    return new HashMap<>(
        Map.of(
            "code", code,
            "name", "Mức độ Chính quyền điện tử",
            "group", group,
            "from", from,
            "maxPoints", maxPoints));
  }

  private static Map<String, Object> criterion(String id) {
    return Map.of("criterion", id);
  }

  private static ParFeed.Value of(ParFeed feed, String unit, String code) {
    return feed.values().stream()
        .filter(value -> value.unit().value().equals(unit) && value.line().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void feedIsThereFromTheApprovalOnAndCoversDepartmentsAndDistricts() {
    var fixture = new Fixture();
    fixture.province.answerAll("193");
    accepted(fixture.province.submit("193", OPENED));
    refused(ParProblem.NO_PAR_MAPPING, fixture.map.read(fixture.province.campaign()));
    accepted(fixture.province.publish.report(ID, act(LOCKED)));
    refused(ParProblem.RESULT_NOT_APPROVED, fixture.feed.read(fixture.province.campaign(), LATEST));
    accepted(
        fixture.province.approve(Map.of("number", "812/QĐ-UBND", "date", "2020-11-01"), LOCKED));
    refused(ParProblem.NO_PAR_MAPPING, fixture.feed.read(fixture.province.campaign(), LATEST));
    accepted(
        fixture.mapped(
            Condition.NONE,
            line("6.1", 1, Map.of("index", true), 2),
            line("6.1", 2, Map.of("index", true), 2),
            line("6.2", 2, Map.of("criteriaGroup", "II"), 10),
            line("6.3", 2, criterion("I.1"), 1.5)));
    ParFeed feed = fixture.read(LATEST);
    assertEquals(30 + 3 * 13, feed.values().size());
    assertEquals(1, feed.origin().issue());
    assertEquals("812/QĐ-UBND", feed.origin().decision());
    assertEquals(
        fixture.province.campaign().result().orElseThrow().frozen().orElseThrow().code(),
        feed.origin().code().orElseThrow());
    ParFeed.Value first = of(feed, "193", "6.3");
    assertEquals(
        first.value().orElseThrow(),
        new Points(
            new BigDecimal("1.5")
                .multiply(first.reached().orElseThrow().value())
                .divide(first.max().orElseThrow().value(), 2, RoundingMode.HALF_UP)));
    assertTrue(first.value().orElseThrow().compareTo(Points.ZERO) > 0);
    assertEquals(
        fixture.province.campaign().criteriaVersions().get(2),
        first.criteriaVersion().orElseThrow());
    // Ranked without a form: nought of everything, which is a value.
    assertEquals(Points.ZERO, of(feed, "194", "6.2").value().orElseThrow());
    refused(
        PublicationProblem.NO_SUCH_ISSUE,
        fixture.feed.read(fixture.province.campaign(), new ReadParFeed.Asked(2, 0, 0)));
    refused(
        ParProblem.NO_SUCH_PAR_MAPPING,
        fixture.feed.read(fixture.province.campaign(), new ReadParFeed.Asked(0, 7, 0)));
  }

  @Test
  void sameIssueAndMappingGiveTheSameFeedForEverAndACorrectionListsWhatMoved() {
    var fixture = new Fixture();
    for (String unit : List.of("193", "194")) {
      fixture.province.answerAll(unit);
      accepted(fixture.province.submit(unit, OPENED));
    }
    accepted(fixture.mapped(Condition.NONE, line("6.3", 2, criterion("I.1"), 1.5)));
    fixture.approved();
    ParFeed first = fixture.read(LATEST);
    accepted(fixture.province.publish.publish(ID, act(LOCKED)));
    accepted(fixture.mapped(new Condition(Optional.of("m1")), line("6.3", 2, criterion("I.1"), 3)));
    assertEquals(first, fixture.read(new ReadParFeed.Asked(1, 1, 0)));
    accepted(
        fixture.province.publish.reissue(
            ID, act(LOCKED), PublishResult.reason(Map.of("reason", "Miễn nhầm"))));
    assertEquals(first, fixture.read(new ReadParFeed.Asked(0, 1, 0)), "while it is corrected");
    accepted(
        fixture.province.excuse.excuse(
            fixture.province.campaign(),
            fixture.province.unit("194"),
            act(LOCKED),
            Map.of(
                "decision",
                Map.of("number", "55/QĐ-UBND", "date", "2020-08-01"),
                "reason",
                "Giải thể")));
    fixture.approved();
    ParFeed second = fixture.read(new ReadParFeed.Asked(0, 1, 1));
    assertEquals(2, second.origin().issue());
    assertEquals(Optional.of(1), second.since());
    ParFeed.Change change = second.changes().getFirst();
    assertEquals(1, second.changes().size());
    assertEquals("194", change.now().unit().value());
    assertEquals(Optional.of("EXCUSED"), change.now().cause());
    assertEquals(of(first, "194", "6.3").value(), change.before().orElseThrow().value());
    assertEquals(first, fixture.read(new ReadParFeed.Asked(1, 1, 0)));
  }

  @Test
  void mappingIsRefusedWithEveryPlaceAtFault() {
    var fixture = new Fixture();
    var levels = line("6.5", 1, Map.of("index", true), 2);
    levels.put("levels", Map.of("TOT", 2));
    var above = line("6.6", 1, Map.of("index", true), 1);
    above.put("levels", LEVELS);
    var ofCriterion = line("6.7", 2, criterion("I.1"), 2);
    ofCriterion.put("levels", LEVELS);
    assertEquals(
        Set.of(
            "lines[0].group " + ParProblem.NOT_OF_PAR_INDEX,
            "lines[1].from " + ParProblem.UNKNOWN_PAR_SOURCE,
            "lines[2].from " + ParProblem.UNKNOWN_PAR_SOURCE,
            "lines[2].code DUPLICATE_ID",
            "lines[3].levels " + ParProblem.PAR_LEVELS,
            "lines[4].levels " + ParProblem.PAR_LEVELS,
            "lines[5].levels " + ParProblem.PAR_LEVELS),
        places(
            refused(
                InputProblem.INVALID_BODY,
                fixture.mapped(
                    Condition.NONE,
                    line("6.1", 3, Map.of("index", true), 2),
                    line("6.1", 1, criterion("X.9"), 2),
                    line("6.1", 1, Map.of("criteriaGroup", "IX"), 2),
                    levels,
                    above,
                    ofCriterion))));
    assertEquals(
        Set.of("lines[0].from " + ParProblem.ONE_PAR_SOURCE),
        places(
            refused(
                InputProblem.INVALID_BODY,
                fixture.mapped(
                    Condition.NONE,
                    line("6.1", 1, Map.of("criterion", "I.1", "index", true), 2)))));
    assertEquals(
        Set.of("lines TOO_FEW"),
        places(refused(InputProblem.INVALID_BODY, fixture.mapped(Condition.NONE))));
  }

  @Test
  void sameMappingAgainWritesNothingAndAnotherNeedsTheEtag() {
    var fixture = new Fixture();
    var levels = line("6.1", 1, Map.of("index", true), 2);
    levels.put("levels", LEVELS);
    accepted(fixture.mapped(Condition.NONE, levels));
    int entries = fixture.province.memory.entries();
    accepted(fixture.mapped(Condition.NONE, levels));
    assertEquals(entries, fixture.province.memory.entries());
    refused(
        WriteProblem.IF_MATCH_REQUIRED,
        fixture.mapped(Condition.NONE, line("6.1", 1, Map.of("index", true), 2)));
    var fact =
        (ParFact.ParMapped)
            ParFact.read(
                    fixture
                        .province
                        .memory
                        .chain(fixture.province.campaign().chain().toString())
                        .getLast())
                .orElseThrow();
    assertEquals(1, fact.version());
    assertEquals(1, fact.lines());
    fixture.approved();
    // Nobody answered anything: level YEU, nought points of that index.
    assertEquals(Optional.of("YEU"), of(fixture.read(LATEST), "SNV", "6.1").level());
  }

  @Property
  void valueIsTheShareOfOursRoundedOnceAndNeverAboveItsMaximum(
      @ForAll @IntRange(min = 0, max = 800) int hundredths,
      @ForAll @IntRange(min = 1, max = 500) int most) {
    var line =
        new ParMapping.Line(
            "6.1",
            "x",
            2,
            new ParMapping.Source(ParMapping.Kind.CRITERION, "II.12"),
            new Points(BigDecimal.valueOf(most, 2)),
            Map.of());
    var reached =
        new FrozenCard.Reached(new Points(BigDecimal.valueOf(hundredths, 2)), Points.of("8.00"));
    var card =
        new FrozenCard(new UnitCode("196"), 1, Map.of(new CriterionId("II.12"), reached), Map.of());
    Points value =
        ReadParFeed.value(row(Optional.of("80.00"), Optional.empty()), Optional.of(card), line)
            .value()
            .orElseThrow();
    assertTrue(value.compareTo(line.maxPoints()) <= 0);
    double exact = most / 100.0 * hundredths / 800.0;
    assertTrue(Math.abs(value.value().doubleValue() - exact) <= 0.0050001, value + " " + exact);
  }

  @Test
  void whatHasNoValueSaysWhy() {
    var line =
        new ParMapping.Line(
            "6.1",
            "x",
            2,
            new ParMapping.Source(ParMapping.Kind.GROUP, "II"),
            Points.of("2.00"),
            Map.of());
    RankingRow ranked = row(Optional.of("80.00"), Optional.empty());
    assertEquals(
        Optional.of("NOT_KEPT"), ReadParFeed.value(ranked, Optional.empty(), line).cause());
    var card = new FrozenCard(new UnitCode("196"), 1, Map.of(), Map.of());
    assertEquals(
        Optional.of("NOT_APPLICABLE"), ReadParFeed.value(ranked, Optional.of(card), line).cause());
    assertEquals(
        Optional.of("EXCUSED"),
        ReadParFeed.value(row(Optional.empty(), Optional.of("EXCUSED")), Optional.of(card), line)
            .cause());
  }

  private static RankingRow row(Optional<String> index, Optional<String> unranked) {
    return new RankingRow(
        new UnitCode("196"),
        "Uông Bí",
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        index.map(Points::of),
        Points.of("136.00"),
        Points.of("170.00"),
        Map.of(),
        Optional.empty(),
        unranked,
        Map.of(),
        Optional.empty());
  }
}
