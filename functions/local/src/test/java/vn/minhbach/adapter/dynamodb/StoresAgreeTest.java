package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.PutQuestion;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.HeadWrite;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.memory.Memory;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.local.LocalDynamoDb;

/**
 * The one contract of the stores: whatever is committed, in whatever order and from however old a
 * reading, the table and the stores in memory that the rules are tested on take it alike and answer
 * every port alike.
 */
class StoresAgreeTest {

  private static final int TRIES = 16;
  private static final int STEPS_MIN = 8;
  private static final int STEPS_MAX = 24;
  private static final int WRITES_MAX = 5;

  private static LocalDynamoDb database;

  @BeforeContainer
  static void start() {
    database = LocalDynamoDb.start(0, Optional.empty());
  }

  @AfterContainer
  static void stop() {
    database.close();
  }

  /**
   * One hand's attempt.
   *
   * @param unit whose form it changes; of the numbers of {@link Writing#UNITS}
   * @param late by how many changes of that form the hand's reading is out of date
   * @param writes by which a kind of record and which one of it are drawn
   * @param keyed whether it leaves a receipt
   */
  record Step(int unit, int late, List<Integer> writes, boolean keyed) {}

  @Provide
  static Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> late =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(1, 3)));
    return Combinators.combine(
            Arbitraries.integers().between(0, Writing.UNITS.size() - 1),
            late,
            Arbitraries.integers()
                .between(0, 9_999)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(WRITES_MAX),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMinSize(STEPS_MIN)
        .ofMaxSize(STEPS_MAX);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whateverIsWrittenBothTakeItAndReadItAlike(@ForAll("steps") List<Step> steps) {
    EmbeddedTable embedded = EmbeddedTable.in(database);
    var play =
        new Play(Ports.of(new Memory()), Ports.of(embedded.table()), embedded.wallClock.instant());
    steps.forEach(play::step);
    play.readAlike();
  }

  @Property(tries = TRIES / 2, edgeCases = EdgeCasesMode.NONE)
  void aCampaignsChangesAreTakenAlike(@ForAll("steps") List<Step> steps) {
    EmbeddedTable embedded = EmbeddedTable.in(database);
    var play =
        new Play(Ports.of(new Memory()), Ports.of(embedded.table()), embedded.wallClock.instant());
    steps.forEach(play::campaign);
    play.readAlike();
  }

  @Property(tries = TRIES / 4, edgeCases = EdgeCasesMode.NONE)
  void aQuestionsChangesAreTakenAlike(@ForAll("steps") List<Step> steps) {
    EmbeddedTable embedded = EmbeddedTable.in(database);
    var play =
        new Play(Ports.of(new Memory()), Ports.of(embedded.table()), embedded.wallClock.instant());
    steps.forEach(play::question);
    play.readAlike();
  }

  @Example
  void everyWriteThatTheTableKnowsIsDrawn() {
    var drawn = new HashSet<Class<?>>(Set.of(PutHead.class, PutCampaign.class, PutQuestion.class));
    var writing = new Writing(Ports.of(new Memory()));
    List<Integer> each = IntStream.range(0, Writing.KINDS_MAX).boxed().toList();
    Stream.of(writing.ofForm(Sample.UNIT, each), writing.ofCampaign(each))
        .flatMap(Stream::of)
        .forEach(write -> drawn.add(write.getClass()));
    assertEquals(DynamoCommit.known(), drawn);
  }

  /** The same attempts at both, which must fare alike. */
  private static final class Play {
    private final Ports memory;
    private final Ports table;
    private final Writing writing;
    private final Map<UnitCode, List<Head>> heads = new LinkedHashMap<>();
    private final Map<String, List<Question>> questions = new HashMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();
    private final Instant now;

    Play(Ports memory, Ports table, Instant now) {
      this.now = now;
      this.memory = memory;
      this.table = table;
      this.writing = new Writing(table);
      campaigns.add(Sample.campaign(CAMPAIGN.value()));
    }

    void step(Step step) {
      UnitCode unit = Writing.UNITS.get(step.unit());
      List<Head> known =
          heads.computeIfAbsent(unit, code -> new ArrayList<>(List.of(Sample.unwritten(code))));
      int late = Math.min(step.late(), known.size() - 1);
      Head before = known.get(known.size() - 1 - late);
      var change =
          Sample.change(before, Move.EDIT, AT, receipt(step), writing.ofForm(unit, step.writes()));
      if (both(change)) {
        known.add(change.head().after());
      }
    }

    void campaign(Step step) {
      int late = Math.min(step.late(), campaigns.size() - 1);
      Campaign before = campaigns.get(campaigns.size() - 1 - late);
      var change = Sample.change(before, receipt(step));
      Campaign after = change.head().campaign();
      var withMore =
          new Commit<>(
              change.before(),
              change.head(),
              change.entry(),
              List.of(writing.ofCampaign(step.writes())),
              change.receipt());
      if (both(withMore)) {
        campaigns.add(after);
      }
    }

    void question(Step step) {
      String id = "q" + (step.writes().size() % Writing.EACH + 1);
      UnitCode unit = Writing.UNITS.get(step.unit());
      List<Question> known = questions.computeIfAbsent(unit + id, key -> new ArrayList<>());
      int replies = Math.max(0, known.size() - step.late());
      ChainTip before = replies == 0 ? ChainTip.START : known.get(replies - 1).tip();
      Entry entry =
          Entry.after(
              before,
              ChainId.of(CAMPAIGN, unit, id),
              AT,
              new Sample.Said("QUESTION_ASKED", new Body().with("by", "sub-1")),
              Sample.nonce());
      Question after = Writing.question(unit, id, replies, entry.tip());
      var change =
          new Commit<>(before, new PutQuestion(after), entry, List.<Write>of(), receipt(step));
      if (both(change)) {
        known.add(after);
      }
    }

    void readAlike() {
      Map<String, Object> inTable = table.everything(scopes);
      memory
          .everything(scopes)
          .forEach((question, answer) -> assertEquals(answer, inTable.get(question), question));
    }

    private Optional<Receipt> receipt(Step step) {
      if (!step.keyed()) {
        return Optional.empty();
      }
      String scope = "scope" + scopes.size();
      scopes.add(scope);
      return Optional.of(Sample.receipt(scope, now.plusSeconds(60)));
    }

    private boolean both(Commit<? extends HeadWrite> commit) {
      boolean first = memory.transactions().commit(commit);
      boolean second = table.transactions().commit(commit);
      assertEquals(first, second, () -> "in memory, in the table: " + commit);
      Statistics.label("commits").collect(first ? "taken" : "refused");
      return first;
    }
  }
}
