package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;
import static vn.minhbach.adapter.dynamodb.Sample.CLOSES_AT;
import static vn.minhbach.adapter.dynamodb.Sample.UNIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.offline.HoldCopy;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.ledger.Write;

class DynamoSubmissionsTest {

  @RegisterExtension final EmbeddedTable embedded = somewhere();

  /** Where the table is; DynamoEndpointTest has it elsewhere. */
  EmbeddedTable somewhere() {
    return new EmbeddedTable();
  }

  private DynamoSubmissions submissions;
  private DynamoCommit commits;
  private DynamoLedger ledger;
  private DynamoReceipts receipts;
  private DynamoJobs jobs;

  @BeforeEach
  void start() {
    DynamoTable table = embedded.table();
    submissions = new DynamoSubmissions(table);
    commits = new DynamoCommit(table);
    ledger = new DynamoLedger(table);
    receipts = new DynamoReceipts(table);
    jobs = new DynamoJobs(table);
  }

  @Test
  void nothingIsThereUntilSomethingIsWritten() {
    assertEquals(Optional.empty(), submissions.form(CAMPAIGN, UNIT));
    assertEquals(Optional.empty(), submissions.head(CAMPAIGN, UNIT));
    assertEquals(Map.of(), submissions.heads(CAMPAIGN, List.of(UNIT)));
    assertEquals(Map.of(), submissions.heads(CAMPAIGN, List.of()));
    assertEquals(Optional.empty(), submissions.answer(CAMPAIGN, UNIT, new CriterionId("II.12")));
    assertEquals(Optional.empty(), submissions.evidence(CAMPAIGN, UNIT, "e1"));
    assertEquals(Optional.empty(), submissions.evidence(CAMPAIGN, UNIT, ""));
    assertEquals(Optional.empty(), submissions.evidence(CAMPAIGN, UNIT, "e".repeat(5_000)));
    assertEquals(List.of(), submissions.evidenceOf(CAMPAIGN, UNIT));
  }

  @Test
  void writesAChangeWholeAndReadsItBack() {
    Receipt receipt = Sample.receipt("scope", embedded.wallClock.instant().plusSeconds(60));
    Commit<PutHead> change =
        Sample.change(
            Sample.unwritten(UNIT),
            Move.EDIT,
            AT,
            Optional.of(receipt),
            Sample.put("II.12", 1),
            Sample.put("I.1", 1),
            Sample.put(Sample.evidence("e2", 1)),
            Sample.put(Sample.evidence("e1", 1)),
            new PutJob(Sample.job("j1")));

    assertTrue(commits.commit(change));

    var first = Sample.answer("I.1", 1, "ghi chú 1");
    var second = Sample.answer("II.12", 1, "ghi chú 1");
    var evidence = List.of(Sample.evidence("e1", 1), Sample.evidence("e2", 1));
    assertEquals(
        Optional.of(
            new Form(
                change.head().after(),
                Map.of(first.criterion(), first, second.criterion(), second),
                evidence)),
        submissions.form(CAMPAIGN, UNIT));
    assertEquals(Optional.of(change.head().after()), submissions.head(CAMPAIGN, UNIT));
    assertEquals(Map.of(UNIT, change.head().after()), submissions.heads(CAMPAIGN, Set.of(UNIT)));
    assertEquals(Optional.of(second), submissions.answer(CAMPAIGN, UNIT, second.criterion()));
    assertEquals(evidence, submissions.evidenceOf(CAMPAIGN, UNIT));
    assertEquals(Optional.of(evidence.getFirst()), submissions.evidence(CAMPAIGN, UNIT, "e1"));
    assertEquals(List.of(change.entry()), ledger.entries(change.head().after().chain(), 0, 10));
    assertEquals(Optional.of(receipt), receipts.find("scope"));
    assertEquals(List.of(Sample.job("j1")), jobs.open(CAMPAIGN, 10));
    assertEquals(8, embedded.everything().size());
  }

  /** As many answers as one copy may bring, each as long as it may be: 100 items, 4 MB. */
  @Test
  void asManyAnswersAsACopyMayBringAreOneTransaction() {
    Receipt receipt = Sample.receipt("scope", embedded.wallClock.instant().plusSeconds(60));
    String longest = "ệ".repeat(2_000);
    Write[] answers =
        IntStream.range(0, HoldCopy.ANSWERS_MAX)
            .mapToObj(n -> {
              Answer answer = Sample.answer("W." + n, 1, longest);
              return Sample.put(
                  new Answer(
                      answer.criterion(),
                      new Answer.Content(
                          Map.of(),
                          Optional.of(longest),
                          answer.note(),
                          Optional.empty(),
                          Optional.empty()),
                      answer.authorship(),
                      1));
            })
            .toArray(Write[]::new);
    Commit<PutHead> change =
        Sample.change(Sample.unwritten(UNIT), Move.EDIT, AT, Optional.of(receipt), answers);

    assertTrue(commits.commit(change));

    Form form = submissions.form(CAMPAIGN, UNIT).orElseThrow();
    assertEquals(HoldCopy.ANSWERS_MAX, form.answers().size());
    assertEquals(Optional.of(longest), form.answers().get(new CriterionId("W.89")).notApplicable());
    assertFalse(commits.commit(change), "and it is one: the head has moved");
  }

  @Test
  void ofTwoChangesFromTheSameHeadOneIsWrittenAndNothingOfTheOther() {
    Head before = committed(Sample.change(Sample.unwritten(UNIT), Sample.put("I.1", 1)));
    Commit<PutHead> winner = Sample.change(before, Sample.put("I.1", 2));
    Commit<PutHead> loser =
        Sample.change(
            before,
            Move.EDIT,
            AT,
            Optional.of(Sample.receipt("lost", embedded.wallClock.instant().plusSeconds(60))),
            Sample.put("I.2", 1),
            Sample.put(Sample.evidence("e1", 1)),
            new PutJob(Sample.job("lost")));
    assertTrue(commits.commit(winner));
    List<Item> afterWinner = embedded.everything();

    assertFalse(commits.commit(loser));

    assertEquals(Set.copyOf(afterWinner), Set.copyOf(embedded.everything()));
    assertEquals(Optional.empty(), receipts.find("lost"));
    assertEquals(List.of(), jobs.open(CAMPAIGN, 10));
  }

  @Test
  void ofTwoFirstChangesOneIsWritten() {
    Head unwritten = Sample.unwritten(UNIT);
    assertTrue(commits.commit(Sample.change(unwritten, Sample.put("I.1", 1))));
    assertFalse(commits.commit(Sample.change(unwritten, Sample.put("I.2", 1))));
    assertEquals(3, embedded.everything().size());
  }

  @Test
  void ofManyHandsAtOnceOneWinsEachRoundAndTheChainHolds() throws Exception {
    int hands = 6;
    Head head = Sample.unwritten(UNIT);
    try (var threads = Executors.newFixedThreadPool(hands)) {
      for (int round = 0; round < 5; round++) {
        Head before = head;
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int hand = 0; hand < hands; hand++) {
          Commit<PutHead> change = Sample.change(before, Sample.put("II." + round + "." + hand, 1));
          attempts.add(() -> commits.commit(change));
        }
        int won = 0;
        for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
          won += attempt.get() ? 1 : 0;
        }
        assertEquals(1, won);
        head = submissions.head(CAMPAIGN, UNIT).orElseThrow();
      }
    }
    assertEquals(5, submissions.form(CAMPAIGN, UNIT).orElseThrow().answers().size());
    List<Entry> chain = ledger.entries(head.chain(), 0, 100);
    assertEquals(List.of(), Verification.faults(chain, head.tip()));
  }

  @Test
  void aStaleVersionOfAnAnswerIsNotWrittenThoughTheHeadIsFresh() {
    Head head = committed(Sample.change(Sample.unwritten(UNIT), Sample.put("I.1", 1)));
    head = committed(Sample.change(head, Sample.put("I.1", 2)));

    assertFalse(commits.commit(Sample.change(head, Sample.put("I.1", 2))));
    assertFalse(commits.commit(Sample.change(head, Sample.put("I.1", 1))));
    assertFalse(commits.commit(Sample.change(head, Sample.put("I.1", 4))));
    assertFalse(commits.commit(Sample.change(head, Sample.put("I.9", 2))));
    assertEquals(Optional.of(head), submissions.head(CAMPAIGN, UNIT));

    assertTrue(commits.commit(Sample.change(head, Sample.put("I.1", 3))));
  }

  @Test
  void theStoreHoldsStateAndLockItself() {
    Head head = committed(Sample.change(Sample.unwritten(UNIT), Sample.put("I.1", 1)));
    Instant late = CLOSES_AT.plusMillis(1);

    Commit<PutHead> afterTheLock =
        Sample.change(head, Move.EDIT, late, Optional.empty(), Sample.put("I.2", 1));
    assertFalse(commits.commit(afterTheLock));
    Head mistaken = head.moved(Move.SIGN, head.tip());
    assertFalse(
        commits.commit(
            Sample.change(mistaken, Move.AMEND, AT, Optional.empty(), Sample.put("I.2", 1))));

    Commit<PutHead> inTheLastMoment =
        Sample.change(head, Move.EDIT, CLOSES_AT, Optional.empty(), Sample.put("I.2", 1));
    head = committed(inTheLastMoment);
    head = committed(Sample.note(head, late, Sample.put(Sample.evidence("e1", 1))));
    head = committed(Sample.change(head, Move.SEND_TO_DISTRICT, CLOSES_AT, Optional.empty()));
    committed(Sample.change(head, Move.FORWARD, late, Optional.empty()));
  }

  @Test
  void aLiveReceiptHoldsBackTheSameRequest() {
    Instant end = embedded.wallClock.instant().plusSeconds(60);
    Optional<Receipt> receipt = Optional.of(Sample.receipt("scope", end));
    Head head = committed(Sample.change(Sample.unwritten(UNIT), Move.EDIT, AT, receipt));

    Commit<PutHead> again = Sample.change(head, Move.EDIT, AT, receipt);
    assertFalse(commits.commit(again));
    assertEquals(receipt, receipts.find("scope"));

    embedded.wallClock.set(end);
    assertEquals(Optional.empty(), receipts.find("scope"), "expired, though not yet deleted");
    Receipt next = Sample.receipt("scope", end.plusSeconds(60));
    committed(Sample.change(head, Move.EDIT, AT, Optional.of(next)));
    assertEquals(Optional.of(next), receipts.find("scope"));
  }

  @Test
  void readsAFormOfMoreThanOneMegabyte() {
    Head head = Sample.unwritten(UNIT);
    for (int part = 0; part < 3; part++) {
      var writes = new ArrayList<Write>();
      for (int i = 0; i < 20; i++) {
        var answer = Sample.answer("II." + part + "." + i, 1, "đ".repeat(20_000));
        writes.add(Sample.put(answer));
        writes.add(Sample.put(Sample.evidence("e" + part + "-" + i, 1)));
      }
      head = committed(Sample.change(head, writes.toArray(Write[]::new)));
    }

    Form form = submissions.form(CAMPAIGN, UNIT).orElseThrow();

    assertEquals(head, form.head());
    assertEquals(60, form.answers().size());
    assertEquals(60, form.evidence().size());
  }

  @Test
  void whatIsDecidedOnAFormThatChangedWhileItWasReadIsNotWritten() {
    Head head = Sample.unwritten(UNIT);
    for (int part = 0; part < 3; part++) {
      var writes = new ArrayList<Write>();
      for (int i = 0; i < 20; i++) {
        writes.add(Sample.put(Sample.answer("I." + part + i, 1, "x".repeat(40_000))));
      }
      head = committed(Sample.change(head, writes.toArray(Write[]::new)));
    }
    Commit<PutHead> between = Sample.change(head, Sample.put("I.00", 2));
    var pages = new AtomicInteger();
    DynamoDbClient interrupted =
        new DynamoDbClient() {
          @Override
          public QueryResponse query(QueryRequest request) {
            QueryResponse page = embedded.client().query(request);
            if (pages.incrementAndGet() == 1) {
              assertTrue(commits.commit(between));
            }
            return page;
          }

          @Override
          public String serviceName() {
            return "dynamodb";
          }

          @Override
          public void close() {}
        };

    Form mixed =
        new DynamoSubmissions(embedded.table(interrupted)).form(CAMPAIGN, UNIT).orElseThrow();

    assertTrue(pages.get() > 1);
    assertEquals(head, mixed.head());
    assertEquals(2, mixed.answers().get(new CriterionId("I.00")).version());
    assertFalse(commits.commit(Sample.change(mixed.head(), Sample.put("II.1", 1))));
  }

  @Test
  void passesOverItemsOfALaterRelease() {
    Head head = committed(Sample.change(Sample.unwritten(UNIT), Sample.put("I.1", 1)));
    Key later = new Key(Keys.head(CAMPAIGN, UNIT).pk(), "EXPLANATION#II.12");
    Item unknown = Item.of(later, Kind.HEAD, "{}").with(Item.TYPE, "EXPLANATION");
    embedded.client().putItem(put -> put.tableName(embedded.name()).item(unknown.attributes()));

    assertEquals(head, submissions.form(CAMPAIGN, UNIT).orElseThrow().head());
  }

  @Test
  void readsTheHeadsOfManyUnits() {
    var all = new ArrayList<UnitCode>();
    for (int i = 0; i < 250; i++) {
      UnitCode unit = Sample.unit(i).code();
      all.add(unit);
      if (i % 2 == 0) {
        committed(Sample.change(Sample.unwritten(unit)));
      }
    }
    all.add(all.getFirst());

    Map<UnitCode, Head> heads = submissions.heads(CAMPAIGN, all);

    assertEquals(125, heads.size());
    heads.forEach((unit, head) -> assertEquals(unit, head.unit()));
  }

  @Test
  void pagesThroughALedger() {
    Head head = Sample.unwritten(UNIT);
    for (int i = 0; i < 25; i++) {
      head = committed(Sample.change(head));
    }
    var chain = head.chain();
    assertEquals(List.of(1L, 2L, 3L), seqs(ledger.entries(chain, 0, 3)));
    assertEquals(List.of(9L, 10L, 11L), seqs(ledger.entries(chain, 8, 3)));
    assertEquals(List.of(24L, 25L), seqs(ledger.entries(chain, 23, 10)));
    assertEquals(List.of(), ledger.entries(chain, 25, 10));
    assertEquals(List.of(), ledger.entries(chain, Long.MAX_VALUE, 10));
    assertEquals(25, ledger.entries(chain, -5, 1_000_000).size());
    assertEquals(List.of(), Verification.faults(ledger.entries(chain, 0, 100), head.tip()));
  }

  @Test
  void strikesAJobOffOnceAndForAll() {
    Head head =
        committed(
            Sample.change(
                Sample.unwritten(UNIT),
                new PutJob(Sample.job("j1")),
                new PutJob(Sample.job("j2"))));
    assertFalse(commits.commit(Sample.change(head, new PutJob(Sample.job("j1")))));
    assertEquals(List.of(Sample.job("j1")), jobs.open(CAMPAIGN, 1));
    jobs.done(Sample.job("j1"));
    jobs.done(Sample.job("j1"));
    assertEquals(List.of(Sample.job("j2")), jobs.open(CAMPAIGN, 10));
  }

  @Test
  void tooLargeAChangeIsABug() {
    Write[] writes = new Write[99];
    for (int i = 0; i < writes.length; i++) {
      writes[i] = Sample.put("I." + i, 1);
    }
    Commit<PutHead> change = Sample.change(Sample.unwritten(UNIT), writes);
    assertThrows(IllegalArgumentException.class, () -> commits.commit(change));
  }

  private Head committed(Commit<PutHead> change) {
    assertTrue(commits.commit(change));
    return change.head().after();
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }
}
