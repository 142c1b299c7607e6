package vn.minhbach.core.publish.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;

/**
 * Computes the feed of an approved result: three reads for each of the two groups, whatever the
 * number of units.
 */
public final class ReadParFeed {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String NOT_APPLICABLE = "NOT_APPLICABLE";
  private static final String NOT_KEPT = "NOT_KEPT";

  private final ParMappings mappings;
  private final Rankings rankings;
  private final FrozenCards cards;

  public ReadParFeed(ParMappings mappings, Rankings rankings, FrozenCards cards) {
    this.mappings = mappings;
    this.rankings = rankings;
    this.cards = cards;
  }

  /**
   * What is asked for; 0 is none.
   *
   * @param issue of the result; the latest that is approved
   * @param mapping its version; the one in force
   * @param since an earlier issue to hold it against
   */
  public record Asked(int issue, long mapping, int since) {}

  /**
   * A feed. Refused without a mapping, before an approval, and for an issue that was not approved.
   */
  public Outcome<ParFeed> read(Campaign campaign, Asked asked) {
    return approved(campaign, asked.issue())
        .flatMap(result ->
            mapping(campaign, asked.mapping())
                .flatMap(mapping ->
                    asked.since() == 0
                        ? Outcome.accepted(
                            new ParFeed(
                                origin(campaign, result, mapping),
                                values(campaign, result, mapping),
                                Optional.empty(),
                                List.of()))
                        : approved(campaign, asked.since())
                            .map(before -> since(campaign, result, before, mapping))));
  }

  private ParFeed since(
      Campaign campaign, Campaign.Result result, Campaign.Result earlier, ParMapping mapping) {
    var then = new HashMap<Place, ParFeed.Value>();
    values(campaign, earlier, mapping).forEach(value -> then.put(Place.of(value), value));
    List<ParFeed.Value> values = values(campaign, result, mapping);
    return new ParFeed(
        origin(campaign, result, mapping),
        values,
        Optional.of(earlier.issue()),
        values.stream()
            .map(value -> new ParFeed.Change(value, Optional.ofNullable(then.get(Place.of(value)))))
            .filter(change -> change.before().filter(change.now()::sameAs).isEmpty())
            .toList());
  }

  /** Where a value stands, whichever issue it is of. */
  private record Place(UnitCode unit, String code) {

    static Place of(ParFeed.Value value) {
      return new Place(value.unit(), value.line().code());
    }
  }

  // A published issue was approved; the result in force may be approved and wait.
  private static Outcome<Campaign.Result> approved(Campaign campaign, int issue) {
    List<Campaign.Result> all =
        Stream.concat(
                campaign.ruled().issues().stream().map(Rulings.Issue::result),
                campaign.result().filter(one -> one.approval().isPresent()).stream())
            .toList();
    if (all.isEmpty()) {
      return Outcome.refused(ParProblem.RESULT_NOT_APPROVED.of(campaign.id()));
    }
    return issue == 0
        ? Outcome.accepted(all.getLast())
        : all.stream()
            .filter(result -> result.issue() == issue)
            .findFirst()
            .map(Outcome::accepted)
            .orElseGet(
                () -> Outcome.refused(PublicationProblem.NO_SUCH_ISSUE.of(campaign.id(), issue)));
  }

  private Outcome<ParMapping> mapping(Campaign campaign, long version) {
    if (version == 0) {
      return mappings
          .current(campaign.id())
          .map(Outcome::accepted)
          .orElseGet(() -> Outcome.refused(ParProblem.NO_PAR_MAPPING.of(campaign.id())));
    }
    return mappings
        .find(campaign.id(), version)
        .map(Outcome::accepted)
        .orElseGet(
            () -> Outcome.refused(ParProblem.NO_SUCH_PAR_MAPPING.of(campaign.id(), version)));
  }

  private static ParFeed.Origin origin(
      Campaign campaign, Campaign.Result result, ParMapping mapping) {
    return new ParFeed.Origin(
        campaign.id(),
        result.issue(),
        result.rankingVersion(),
        result.frozen().map(Campaign.Frozen::code),
        result.approval().map(Campaign.Decision::number).orElse(""),
        mapping.version());
  }

  private List<ParFeed.Value> values(
      Campaign campaign, Campaign.Result result, ParMapping mapping) {
    var values = new ArrayList<ParFeed.Value>();
    mapping.lines().stream()
        .map(ParMapping.Line::group)
        .distinct()
        .sorted()
        .forEach(group -> {
          List<ParMapping.Line> lines =
              mapping.lines().stream().filter(line -> line.group() == group).toList();
          values.addAll(values(campaign, result, group, lines));
        });
    return values;
  }

  private List<ParFeed.Value> values(
      Campaign campaign, Campaign.Result result, int group, List<ParMapping.Line> lines) {
    long version = result.rankingVersion();
    Rankings.Table table =
        rankings
            .staged(campaign.id(), group, version)
            .orElseThrow(() -> new IllegalStateException("no table of group " + group));
    var frozen = new HashMap<UnitCode, FrozenCard>();
    cards.all(campaign.id(), group, version).forEach(card -> frozen.put(card.unit(), card));
    return rankings.all(table).stream()
        .flatMap(row ->
            lines.stream()
                .map(line -> value(row, Optional.ofNullable(frozen.get(row.unit())), line)))
        .toList();
  }

  static ParFeed.Value value(RankingRow row, Optional<FrozenCard> card, ParMapping.Line line) {
    if (row.unranked().isPresent()) {
      return without(row, card, line, row.unranked().get());
    }
    if (line.source().kind() == ParMapping.Kind.INDEX) {
      return ofIndex(row, card, line);
    }
    if (card.isEmpty()) {
      return without(row, card, line, NOT_KEPT);
    }
    Optional<FrozenCard.Reached> reached =
        line.source().kind() == ParMapping.Kind.GROUP
            ? card.get().of(line.source().id())
            : card.get().of(new CriterionId(line.source().id()));
    return reached
        .map(one ->
            new ParFeed.Value(
                row.unit(),
                row.name(),
                line,
                Optional.of(share(line.maxPoints(), one.points(), one.max().value())),
                Optional.of(one.points()),
                Optional.of(one.max()),
                Optional.empty(),
                Optional.empty(),
                card.map(FrozenCard::criteriaVersion)))
        .orElseGet(() -> without(row, card, line, NOT_APPLICABLE));
  }

  private static ParFeed.Value ofIndex(
      RankingRow row, Optional<FrozenCard> card, ParMapping.Line line) {
    Map<String, Points> levels = line.levels();
    Optional<String> level = row.level().filter(levels::containsKey);
    return new ParFeed.Value(
        row.unit(),
        row.name(),
        line,
        Optional.of(
            level
                .map(levels::get)
                .orElseGet(() -> share(line.maxPoints(), row.index().orElseThrow(), HUNDRED))),
        Optional.of(row.points()),
        Optional.of(row.applicableMax()),
        level,
        Optional.empty(),
        card.map(FrozenCard::criteriaVersion));
  }

  private static Points share(Points most, Points reached, BigDecimal max) {
    return new Points(most.value().multiply(reached.value()).divide(max, 2, RoundingMode.HALF_UP));
  }

  private static ParFeed.Value without(
      RankingRow row, Optional<FrozenCard> card, ParMapping.Line line, String cause) {
    return new ParFeed.Value(
        row.unit(),
        row.name(),
        line,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(cause),
        card.map(FrozenCard::criteriaVersion));
  }
}
