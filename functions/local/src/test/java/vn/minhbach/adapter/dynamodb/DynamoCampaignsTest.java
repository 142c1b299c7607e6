package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.core.unit.Unit;

/** Campaigns and what hangs on them: units, criteria, progress. */
class DynamoCampaignsTest {

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  @Test
  void createsAndChangesACampaign() {
    var campaigns = new DynamoCampaigns(embedded.table());
    var receipts = new DynamoReceipts(embedded.table());
    var ledger = new DynamoLedger(embedded.table());
    var commits = new DynamoCommit(embedded.table());
    Campaign draft = Sample.campaign("131-2020");
    Optional<Receipt> receipt =
        Optional.of(Sample.receipt("scope", embedded.wallClock.instant().plusSeconds(60)));
    Commit<PutCampaign> first = Sample.change(draft, receipt);
    Campaign created = first.head().campaign();
    assertEquals(Optional.empty(), campaigns.find(draft.id()));

    assertTrue(commits.commit(first));
    assertEquals(Optional.of(created), campaigns.find(draft.id()));
    assertEquals(receipt, receipts.find("scope"));

    assertFalse(commits.commit(Sample.change(draft, Optional.empty())), "created twice");
    Campaign moved = created.withUnits(2);
    assertFalse(commits.commit(Sample.change(moved, receipt)), "the receipt is there");
    Commit<PutCampaign> second = Sample.change(moved, Optional.empty());
    assertTrue(commits.commit(second));

    Optional<Receipt> lost =
        Optional.of(Sample.receipt("lost", embedded.wallClock.instant().plusSeconds(60)));
    assertFalse(commits.commit(Sample.change(created.withUnits(9), lost)));
    Campaign changed = second.head().campaign();
    assertEquals(Optional.of(changed), campaigns.find(draft.id()));
    assertEquals(Optional.empty(), receipts.find("lost"));
    List<Entry> chain = ledger.entries(draft.chain(), 0, 10);
    assertEquals(List.of(first.entry(), second.entry()), chain);
    assertEquals(List.of(), Verification.faults(chain, changed.tip()));
  }

  @Test
  void listsCampaignsById() {
    var campaigns = new DynamoCampaigns(embedded.table());
    var commits = new DynamoCommit(embedded.table());
    assertEquals(List.of(), campaigns.list(Optional.empty(), 10));
    for (String id : List.of("b", "a", "a-2", "a2", "131-2020")) {
      Campaign draft = Sample.campaign(id);
      assertTrue(commits.commit(Sample.change(draft, Optional.empty())));
    }
    assertEquals(
        List.of("131-2020", "a", "a-2", "a2", "b"), ids(campaigns.list(Optional.empty(), 10)));
    assertEquals(List.of("131-2020", "a"), ids(campaigns.list(Optional.empty(), 2)));
    assertEquals(List.of("a-2", "a2"), ids(campaigns.list(after("a"), 2)));
    assertEquals(List.of("b"), ids(campaigns.list(after("a3"), 2)));
    assertEquals(List.of(), ids(campaigns.list(after("b"), 2)));
  }

  @Test
  void stagesAThousandUnits() {
    var units = new DynamoUnits(embedded.table());
    var register = new ArrayList<Unit>();
    for (int i = 0; i < 1_000; i++) {
      register.add(Sample.unit(i));
    }
    Collections.reverse(register);

    units.stage(CAMPAIGN, 1, register);
    units.stage(CAMPAIGN, 1, register);
    units.stage(CAMPAIGN, 12, register.subList(0, 3));

    register.sort(Comparator.comparingInt(Unit::group).thenComparing(Unit::code));
    assertEquals(register, units.all(CAMPAIGN, 1));
    assertEquals(3, units.all(CAMPAIGN, 12).size());
    assertEquals(List.of(), units.all(CAMPAIGN, 2));
    assertEquals(Optional.of(Sample.unit(7)), units.find(CAMPAIGN, 1, Sample.unit(7).code()));
    assertEquals(Optional.empty(), units.find(CAMPAIGN, 12, Sample.unit(7).code()));
    assertEquals(Optional.empty(), units.find(CAMPAIGN, 1, new UnitCode("nobody")));
  }

  @Test
  void keepsACriteriaSetAsItWasImported() throws IOException {
    var sets = new DynamoCriteriaSets(embedded.table());
    Object tree = tree("criteria-commune.json");
    assertEquals(Optional.empty(), sets.find(CAMPAIGN, 3, 1));
    assertEquals(Optional.empty(), sets.tree(CAMPAIGN, 3, 1));

    sets.stage(CAMPAIGN, 3, 1, tree);
    sets.stage(CAMPAIGN, 3, 1, tree);

    assertEquals(Optional.of(tree), sets.tree(CAMPAIGN, 3, 1));
    assertEquals(3, sets.find(CAMPAIGN, 3, 1).orElseThrow().unitGroup());
    assertEquals(30, sets.find(CAMPAIGN, 3, 1).orElseThrow().criteria().size());
    assertEquals(Optional.empty(), sets.tree(CAMPAIGN, 3, 2));
    assertEquals(Optional.empty(), sets.tree(CAMPAIGN, 2, 1));
  }

  private static Object tree(String name) throws IOException {
    try (var files = Files.walk(Path.of(System.getProperty("root"), "functions/app/src/main"))) {
      Path file = files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
      return JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readValue(file.toFile(), Object.class);
    }
  }

  @Test
  void anOlderRowNeverCoversANewerOne() {
    var board = new DynamoProgressBoard(embedded.table());
    UnitCode unit = Sample.UNIT;
    assertEquals(Map.of(), board.all(CAMPAIGN));

    Progress newer = Sample.progress(unit, 5, 10);
    assertTrue(board.put(CAMPAIGN, Sample.progress(unit, 4, 9)));
    assertTrue(board.put(CAMPAIGN, newer));
    assertFalse(board.put(CAMPAIGN, Sample.progress(unit, 4, 9)));
    assertEquals(Map.of(unit, newer), board.all(CAMPAIGN));

    Progress anew = Sample.progress(unit, 6, 10);
    assertTrue(board.put(CAMPAIGN, anew), "the same source, computed anew");
    assertEquals(Map.of(unit, anew), board.all(CAMPAIGN));
    assertEquals(Map.of(), board.all(new CampaignId("131")));
  }

  private static Optional<CampaignId> after(String id) {
    return Optional.of(new CampaignId(id));
  }

  private static List<String> ids(List<Campaign> campaigns) {
    return campaigns.stream().map(campaign -> campaign.id().value()).toList();
  }
}
