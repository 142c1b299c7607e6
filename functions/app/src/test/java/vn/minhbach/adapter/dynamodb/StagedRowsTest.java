package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.Place;
import vn.minhbach.TemplateFile;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.publish.ranking.Rankings;

/** Where batches may write, and so delete: the partitions of staged rows, and no other. */
class StagedRowsTest {

  private static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  private static final UnitCode UNIT = new UnitCode("06649");

  @Test
  void batchesReachStagedRowsAndNothingElse() {
    List<Key> staged =
        List.of(
            Keys.unit(CAMPAIGN, 1, UNIT),
            Keys.figures(CAMPAIGN, "dvc", 1, UNIT),
            Keys.account(CAMPAIGN, 1, "unit-06649"),
            Keys.actor(CAMPAIGN, "a", 1),
            Keys.rankingTable(CAMPAIGN, 1, 1),
            Keys.rankingPage(CAMPAIGN, 1, 1, Rankings.Order.RANK, 0),
            Keys.rankingRow(CAMPAIGN, 1, 1, UNIT),
            Keys.scorecard(CAMPAIGN, 1, 1, UNIT),
            Keys.frozenCard(CAMPAIGN, 1, 1, UNIT));
    List<Key> kept =
        List.of(
            Keys.campaign(CAMPAIGN),
            Keys.registered(CAMPAIGN),
            Keys.criteria(CAMPAIGN, 1, 1),
            Keys.source(CAMPAIGN, "dvc", 1),
            Keys.head(CAMPAIGN, UNIT),
            Keys.evidence(CAMPAIGN, UNIT, "e"),
            Keys.entry(ChainId.of(CAMPAIGN, UNIT), 1),
            Keys.team(CAMPAIGN, 1),
            Keys.job(CAMPAIGN, "j"),
            Keys.draft(CAMPAIGN, 1));
    assertEquals(
        staged.stream().map(Key::pk).collect(Collectors.toSet()),
        reached("CampaignsFunction", staged, kept));
    assertEquals(
        staged.stream()
            .map(Key::pk)
            .filter(pk -> pk.contains("#RANKING#"))
            .collect(Collectors.toSet()),
        reached("KeepDeadlinesFunction", staged, kept));
  }

  private static Set<String> reached(String function, List<Key> staged, List<Key> kept) {
    List<Pattern> patterns =
        TemplateFile.read().resource(function).at("Properties", "Policies").items().stream()
            .flatMap(policy -> policy.at("Statement").items().stream())
            .filter(statement -> statement.at("Action").texts().contains("dynamodb:BatchWriteItem"))
            .flatMap(statement ->
                statement
                    .at("Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys")
                    .items()
                    .stream())
            .map(Place::text)
            .map(like -> Pattern.compile(Pattern.quote(like).replace("*", "\\E.*\\Q")))
            .toList();
    return Stream.concat(staged.stream(), kept.stream())
        .map(Key::pk)
        .filter(pk -> patterns.stream().anyMatch(pattern -> pattern.matcher(pk).matches()))
        .collect(Collectors.toSet());
  }
}
