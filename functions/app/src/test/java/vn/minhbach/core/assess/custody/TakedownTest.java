package vn.minhbach.core.assess.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.assess.custody.LaneFixture.OPENED;
import static vn.minhbach.core.assess.custody.LaneFixture.WALL;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.refused;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Employer;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.takedown.AskTakedown;
import vn.minhbach.core.assess.takedown.DecideTakedown;
import vn.minhbach.core.assess.takedown.FallenRecords;
import vn.minhbach.core.assess.takedown.TakeDownFiles;
import vn.minhbach.core.assess.takedown.TakedownFact;
import vn.minhbach.core.assess.takedown.TakedownProblem;
import vn.minhbach.core.memory.Openings;
import vn.minhbach.core.prepare.campaign.Stage;

class TakedownTest {

  private static final String CLEAN = "NO_THREATS_FOUND";
  private static final Takedown.Order ORDER =
      new Takedown.Order("12/STTTT", LocalDate.of(2020, 9, 1));
  private static final Readings NEVER_READ =
      new Readings() {
        @Override
        public Optional<FileReading> of(CampaignId campaign, UnitCode unit, String sha256) {
          return Optional.empty();
        }

        @Override
        public void note(FileReading reading) {
          throw new UnsupportedOperationException();
        }
      };

  private final LaneFixture lane = new LaneFixture();
  private final OpenEvidence open =
      new OpenEvidence(
          lane,
          lane,
          new Openings(),
          NEVER_READ,
          lane.takedowns,
          (campaign, unit, id) -> false,
          lane.chance);
  private final FallenRecords records = new FallenRecords(lane, lane.commits);
  private final AskTakedown ask = new AskTakedown(lane.forms, lane, lane.takedowns, lane.commits);
  private final DecideTakedown decide = new DecideTakedown(lane.forms, ask, records, lane.commits);
  private final Act office = act("office-1", Role.OFFICE, "STTTT");
  private final Act deputy = act("deputy-1", Role.DEPUTY, "SNV");
  private final List<String> removed = new ArrayList<>();
  private boolean bucketsDown;

  @Test
  void twoBodiesTakeAFileDownAndItsHashStays() {
    Evidence file = accept("a.pdf", 1);
    Evidence other = accept("b.pdf", 2);
    assertEquals(Takedown.State.ASKED, accepted(asked(file)).state());
    assertEquals(CustodyProblem.TAKEDOWN_PENDING, refused(opened(file)).problem());
    assertEquals(0, run().files(), "nobody confirmed it");
    assertEquals(List.of(), removed);

    assertEquals(Takedown.State.CONFIRMED, accepted(confirmed(file, deputy)).state());
    Refusal gone = refused(opened(file));
    assertEquals(EvidenceProblem.FILE_TAKEN_DOWN, gone.problem());
    assertEquals(Problem.Kind.GONE, gone.problem().kind());
    assertTrue(gone.detail(Language.VI).contains("12/STTTT"), gone::toString);
    Evidence fallen = lane.records.get(file.id());
    assertEquals(Evidence.State.REJECTED, fallen.state());
    assertEquals(Optional.of(ORDER), fallen.takenDown());
    assertEquals(file.sha256(), fallen.sha256());
    assertFalse(fallen.counts());
    assertTrue(fallen.rejection().orElseThrow().detail(Language.EN).contains("12/STTTT"));

    assertEquals(new TakeDownFiles.Done(1, 1), run());
    assertEquals(List.of(file.sha256()), removed);
    assertEquals(Takedown.State.REMOVED, lane.asked.get(file.sha256()).state());
    assertEquals(new TakeDownFiles.Done(0, 0), run(), "a quiet run");
    assertEquals(
        List.of("TAKEDOWN_ASKED", "TAKEDOWN_CONFIRMED", "FILE_TAKEN_DOWN", "FILE_REMOVED"), told());
    assertEquals(URI.create("s3:" + other.sha256()), accepted(opened(other)));
  }

  @Test
  void everyRecordOfTheBytesFalls() {
    Evidence file = accept("a.pdf", 1);
    Evidence twin = lane.granted(OPENED, WALL, lane.file("bản sao.pdf", 1)).evidence();
    assertEquals(Evidence.State.ACCEPTED, twin.state());
    accepted(asked(twin));
    accepted(confirmed(twin, deputy));
    run();
    for (String id : List.of(file.id(), twin.id())) {
      assertEquals(Optional.of(ORDER), lane.records.get(id).takenDown());
    }
    assertEquals(EvidenceProblem.FILE_TAKEN_DOWN, refused(opened(file)).problem());
  }

  @Test
  void neitherTheAccountNorTheBodyThatAskedDecides() {
    Evidence file = accept("a.pdf", 1);
    accepted(asked(file));
    for (Act same :
        List.of(act("office-1", Role.DEPUTY, "SNV"), act("office-2", Role.DEPUTY, "STTTT"))) {
      assertEquals(TakedownProblem.ANOTHER_BODY_DECIDES, refused(confirmed(file, same)).problem());
    }
    assertEquals(Takedown.State.ASKED, lane.asked.get(file.sha256()).state());
    accepted(confirmed(file, act("approver-1", Role.APPROVER, Employer.NONE)));
  }

  @Test
  void twoAccountsOfNoRankedBodyAreTakenForOneBody() {
    Evidence file = accept("a.pdf", 1);
    accepted(asked(file, act("office-1", Role.OFFICE, Employer.NONE)));
    Act none = act("approver-1", Role.APPROVER, Employer.NONE);
    assertEquals(TakedownProblem.ANOTHER_BODY_DECIDES, refused(confirmed(file, none)).problem());
  }

  @Test
  void whatIsDeclinedOpensAgainAndCanBeAskedAgain() {
    Evidence file = accept("a.pdf", 1);
    accepted(asked(file));
    assertEquals(
        "reason",
        refused(DecideTakedown.read(Map.of("confirm", false))).violations().getFirst().place());
    Takedown declined =
        accepted(decided(file, deputy, Map.of("confirm", false, "reason", "Đã giải mật")));
    assertEquals(Takedown.State.DECLINED, declined.state());
    accepted(opened(file));
    assertEquals(TakedownProblem.TAKEDOWN_DECIDED, refused(confirmed(file, deputy)).problem());
    assertEquals(0, run().versions());
    assertEquals(Takedown.State.ASKED, accepted(asked(file)).state());
    accepted(confirmed(file, deputy));
    assertEquals(1, run().files());
  }

  @Test
  void theSameAgainWritesNothing() {
    Evidence file = accept("a.pdf", 1);
    assertEquals(TakedownProblem.NO_TAKEDOWN, refused(confirmed(file, deputy)).problem());
    Takedown first = accepted(asked(file));
    int entries = lane.ledger.size();
    assertEquals(first, accepted(asked(file)));
    assertEquals(entries, lane.ledger.size());
    Map<String, Object> other = order();
    other.put("reason", "Lý do khác");
    assertEquals(
        TakedownProblem.TAKEDOWN_ASKED_ALREADY,
        refused(ask.ask(lane.campaign, lane.unit, file.id(), office, read(other))).problem());
    Takedown confirmed = accepted(confirmed(file, deputy));
    entries = lane.ledger.size();
    assertEquals(confirmed, accepted(confirmed(file, deputy)));
    assertEquals(entries, lane.ledger.size());
    assertEquals(
        EvidenceProblem.UNKNOWN_EVIDENCE,
        refused(ask.ask(lane.campaign, lane.unit, "none", office, read(order()))).problem());
  }

  @Test
  void aRequestNamesItsDocumentAndReason() {
    Map<String, Object> body = order();
    body.put("decision", Map.of("number", "12/STTTT", "date", "2020-09-02"));
    Refusal.Violation late = refused(read(body)).violations().getFirst();
    assertEquals("decision.date", late.place());
    assertEquals(InputProblem.IN_THE_FUTURE, late.problem());
    assertEquals(
        List.of("decision", "reason"),
        refused(read(Map.of())).violations().stream()
            .map(Refusal.Violation::place)
            .sorted()
            .toList());
  }

  /** Each commit and the buckets may be the last thing that happens. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whoDiesAfterTheConfirmationIsFollowedByTheNextRun(int commits) {
    Evidence file = accept("a.pdf", 1);
    lane.granted(OPENED, WALL, lane.file("bản sao.pdf", 1));
    accepted(asked(file));
    lane.commitsLeft = 1 + commits;
    try {
      confirmed(file, deputy);
      run();
    } catch (Outage died) {
      // As a function does that is killed.
    }
    lane.commitsLeft = Integer.MAX_VALUE;
    bucketsDown = true;
    if (lane.asked.get(file.sha256()).state() == Takedown.State.CONFIRMED) {
      assertThrows(Outage.class, this::run);
    }
    bucketsDown = false;
    run();
    assertEquals(Takedown.State.REMOVED, lane.asked.get(file.sha256()).state());
    assertTrue(lane.records.values().stream().allMatch(one -> one.takenDown().isPresent()));
    assertEquals(1, told().stream().filter("FILE_REMOVED"::equals).count());
    assertEquals(2, told().stream().filter("FILE_TAKEN_DOWN"::equals).count());
  }

  @Test
  void anUploadUnderWayBringsNothingBack() {
    Evidence file = accept("a.pdf", 1);
    Map<String, Object> copy = lane.file("b.pdf", 9);
    Evidence awaited = lane.granted(OPENED, WALL, copy).evidence();
    accepted(asked(awaited));
    accepted(confirmed(awaited, deputy));
    run();
    lane.upload(awaited, WALL);
    assertEquals(Evidence.State.REJECTED, lane.arrived(awaited.id(), OPENED).state());
    assertEquals(Evidence.State.REJECTED, lane.scanned(awaited.id(), CLEAN, OPENED).state());
    assertEquals(1, lane.promotions, "of the other file alone");
    assertEquals(1, run().versions(), "what came into quarantine meanwhile");
    assertEquals(
        CustodyProblem.UPLOAD_TAKEN_DOWN,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED),
                    WALL,
                    DeclaredFile.read(copy, lane.campaign.settings().uploadLimits())))
            .problem());
    accepted(opened(file));
  }

  @Test
  void aWithdrawnFileIsTakenDownToo() {
    Evidence file = accept("a.pdf", 1);
    accepted(
        lane.withdraw.withdraw(
            lane.campaign,
            lane.unit,
            file.id(),
            lane.act(OPENED),
            new Condition(Optional.of(file.etag()))));
    accepted(asked(file));
    accepted(confirmed(file, deputy));
    assertEquals(1, run().files());
    assertEquals(Evidence.State.WITHDRAWN, lane.records.get(file.id()).state());
    assertFalse(lane.records.get(file.id()).kept());
  }

  @Test
  void whatIsPublishedIsTakenDownAsWell() {
    Evidence file = accept("a.pdf", 1);
    lane.campaign = lane.campaign.withStage(Stage.PUBLISHED);
    accepted(asked(file));
    accepted(confirmed(file, deputy));
    assertEquals(1, run().files());
  }

  private TakeDownFiles.Done run() {
    return new TakeDownFiles(lane, lane, lane.takedowns, records, this::remove, lane.commits)
        .run(OPENED);
  }

  private int remove(
      CampaignId campaign, UnitCode unit, String sha256, Collection<String> evidenceIds) {
    if (bucketsDown) {
      throw new Outage("S3 failed", new IllegalStateException("test"));
    }
    boolean kept = lane.gone.add(sha256);
    if (kept) {
      removed.add(sha256);
    }
    long left = evidenceIds.stream().filter(id -> lane.quarantine.remove(id) != null).count();
    return kept ? 1 : (int) left;
  }

  private List<String> told() {
    return lane.ledger.stream()
        .filter(entry -> TakedownFact.read(entry).isPresent())
        .map(entry -> entry.kind())
        .toList();
  }

  private Outcome<URI> opened(Evidence file) {
    return open.open(lane.campaign, lane.unit, file.id(), office.caller(), office.now());
  }

  private Outcome<Takedown> asked(Evidence file) {
    return asked(file, office);
  }

  private Outcome<Takedown> asked(Evidence file, Act act) {
    return ask.ask(lane.campaign, lane.unit, file.id(), act, read(order()));
  }

  private Outcome<Takedown> confirmed(Evidence file, Act act) {
    return decided(file, act, Map.of("confirm", true));
  }

  private Outcome<Takedown> decided(Evidence file, Act act, Map<String, Object> body) {
    return decide.decide(lane.campaign, lane.unit, file.id(), act, DecideTakedown.read(body));
  }

  private Outcome<AskTakedown.Draft> read(Object body) {
    return AskTakedown.read(body, lane.campaign, office);
  }

  private static Map<String, Object> order() {
    return new HashMap<>(
        Map.of(
            "reason",
            "Có dấu TỐI MẬT",
            "decision",
            Map.of("number", "12/STTTT", "date", "2020-09-01")));
  }

  private static Act act(String id, Role role, String body) {
    return new Act(
        new Caller(id, Set.of(role), Employer.of(Optional.of(body))),
        OPENED.plusSeconds(60),
        Optional.empty());
  }

  private Evidence accept(String name, int number) {
    Evidence file = lane.granted(OPENED, WALL, lane.file(name, number)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    return lane.scanned(file.id(), CLEAN, OPENED);
  }
}
