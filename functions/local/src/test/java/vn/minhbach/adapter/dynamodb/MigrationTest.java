package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.NewerDocument;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.Tally;
import vn.minhbach.core.keep.upkeep.MigrateDocuments;
import vn.minhbach.core.keep.upkeep.OldDocuments;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** A store that earlier code has filled is brought to what is written now. */
class MigrationTest {

  private static final CriterionId CRITERION = new CriterionId("II.12");
  private static final List<Unit> REGISTER = IntStream.range(0, 50).mapToObj(Sample::unit).toList();

  @RegisterExtension final EmbeddedTable embedded = new EmbeddedTable();

  private final Campaign campaign = Sample.campaign(CAMPAIGN.value());

  /** Whose process dies before its nth unit. */
  private static final class Dying implements OldDocuments {

    private final OldDocuments real;
    private int left;
    private final List<UnitCode> brought = new ArrayList<>();

    Dying(OldDocuments real, int left) {
      this.real = real;
      this.left = left;
    }

    @Override
    public String schemas() {
      return real.schemas();
    }

    @Override
    public Optional<Reached> reached(CampaignId id) {
      return real.reached(id);
    }

    @Override
    public void keep(CampaignId id, Reached reached) {
      real.keep(id, reached);
    }

    @Override
    public Optional<Integer> bring(CampaignId id, UnitCode unit) {
      if (left-- == 0) {
        throw new IllegalStateException("killed");
      }
      brought.add(unit);
      return real.bring(id, unit);
    }
  }

  @Test
  void aKilledRunIsGoneOnWithAndEveryHeadIsCountedOnce() {
    DynamoTable table = embedded.table();
    REGISTER.forEach(unit -> old(table, unit.code(), 2));

    var first = new Dying(new DynamoMigrations(table), 33);
    assertThrows(
        IllegalStateException.class, () -> new MigrateDocuments(first).run(campaign, REGISTER));
    var second = new Dying(new DynamoMigrations(table), 1_000);
    int written = new MigrateDocuments(second).run(campaign, REGISTER);

    assertEquals(33, first.brought.size());
    assertEquals(
        first.brought.subList(20, 33), second.brought.subList(0, 13), "kept after 20, gone on");
    assertEquals(50 - 33, written, "the thirteen that were done are not written again");
    assertEquals(30, second.brought.size(), "all that was left");
    for (Unit unit : REGISTER) {
      Item item = table.get(Keys.head(CAMPAIGN, unit.code())).orElseThrow();
      assertEquals(2, item.schema());
      assertEquals(
          Optional.of(new Tally(Map.of(CRITERION, 2))),
          Documents.read(item, Head.class).files().tally());
    }

    var third = new Dying(new DynamoMigrations(table), 1_000);
    assertEquals(0, new MigrateDocuments(third).run(campaign, REGISTER));
    assertEquals(List.of(), third.brought, "a campaign that is done is not looked at again");
  }

  @Test
  void aRunDoesAHundredUnitsAtMost() {
    var documents = new Dying(new Nothing(), 1_000);
    List<Unit> large = IntStream.range(0, 130).mapToObj(Sample::unit).toList();
    new MigrateDocuments(documents).run(campaign, large);
    assertEquals(100, documents.brought.size());
    new MigrateDocuments(documents).run(campaign, large);
    assertEquals(130, Set.copyOf(documents.brought).size());
    assertTrue(documents.reached(CAMPAIGN).orElseThrow().done());
  }

  /** A store in which nothing is old. */
  private static final class Nothing implements OldDocuments {

    private Optional<Reached> reached = Optional.empty();

    @Override
    public String schemas() {
      return "HEAD-2";
    }

    @Override
    public Optional<Reached> reached(CampaignId id) {
      return reached;
    }

    @Override
    public void keep(CampaignId id, Reached next) {
      reached = Optional.of(next);
    }

    @Override
    public Optional<Integer> bring(CampaignId id, UnitCode unit) {
      return Optional.of(0);
    }
  }

  @Test
  void aChangeThatComesBetweenIsKept() {
    DynamoTable table = embedded.table();
    UnitCode unit = REGISTER.getFirst().code();
    Head old = old(table, unit, 1);
    Item read = table.get(Keys.head(CAMPAIGN, unit)).orElseThrow();
    var change = Sample.change(old);
    assertTrue(new DynamoCommit(table).commit(change));

    Item late = read.with(Item.SCHEMA, 2);
    assertEquals(false, table.put(late, Condition.text(Item.DOCUMENT, read.document())));
    assertEquals(Optional.of(1), new DynamoMigrations(table).bring(CAMPAIGN, unit));

    Head now = new DynamoSubmissions(table).head(CAMPAIGN, unit).orElseThrow();
    assertEquals(change.head().after().tip(), now.tip());
    assertEquals(Optional.of(new Tally(Map.of(CRITERION, 1))), now.files().tally());
    assertTrue(new DynamoCommit(table).commit(Sample.change(now)), "its conditions still hold");
  }

  @Test
  void whatLaterCodeHasWrittenIsRefused() {
    DynamoTable table = embedded.table();
    UnitCode unit = REGISTER.getFirst().code();
    Head old = old(table, unit, 0);
    table.put(StoredHeads.item(old).with(Item.SCHEMA, 3));
    var submissions = new DynamoSubmissions(table);
    var newer = assertThrows(NewerDocument.class, () -> submissions.head(CAMPAIGN, unit));
    assertEquals("HEAD of schema 3 is stored, this version reads up to 2", newer.getMessage());
    assertEquals(Optional.of(0), new DynamoMigrations(table).bring(CAMPAIGN, unit), "left alone");
  }

  @Test
  void everyKindThatWasChangedIsSought() {
    assertEquals(Schemas.changed(), DynamoMigrations.SOUGHT);
  }

  /** A form with files as it lay there before heads counted them. */
  private static Head old(DynamoTable table, UnitCode unit, int files) {
    Head head = StoredHeads.uncounted(Sample.unwritten(unit));
    var puts = new ArrayList<PutEvidence>();
    for (int n = 0; n < files; n++) {
      Evidence file = Sample.evidence(Sample.nonce(), 1);
      puts.add(new PutEvidence(CAMPAIGN, unit, file));
    }
    var change = Sample.change(head, puts.toArray(PutEvidence[]::new));
    assertTrue(new DynamoCommit(table).commit(change));
    assertEquals(1, table.get(Keys.head(CAMPAIGN, unit)).orElseThrow().schema());
    assertTrue(AT.isBefore(head.closesAt()));
    return change.head().after();
  }
}
