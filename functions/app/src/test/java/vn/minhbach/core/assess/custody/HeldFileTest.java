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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Backlog;
import vn.minhbach.core.assess.evidence.Backlogs;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.FileFacts;
import vn.minhbach.core.assess.evidence.FileFacts.Layer;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.SecretStamp;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.memory.Openings;

class HeldFileTest {

  private static final String CLEAN = "NO_THREATS_FOUND";

  private final LaneFixture lane = new LaneFixture();
  private final Readings readings =
      new Readings() {
        @Override
        public Optional<FileReading> of(CampaignId campaign, UnitCode unit, String sha256) {
          return Optional.ofNullable(lane.readings.get(sha256));
        }

        @Override
        public void note(FileReading reading) {
          lane.readings.putIfAbsent(reading.sha256(), reading);
        }
      };
  private final OpenEvidence open =
      new OpenEvidence(
          lane,
          lane,
          new Openings(),
          readings,
          lane.takedowns,
          (campaign, unit, id) -> false,
          lane.chance);
  private final ReleaseFile release = new ReleaseFile(lane.forms, lane, readings, lane.commits);
  private final Act office =
      new Act(
          new Caller("office-1", Set.of(Role.OFFICE), Optional.of(new UnitCode("STTTT"))),
          OPENED.plusSeconds(60),
          Optional.empty());
  private Optional<FileFacts> found = Optional.of(facts(Optional.empty()));
  private int read;
  private boolean deadly;
  private Instant wall = WALL.plus(ReadBacklog.EVENT_AGE).plusSeconds(1);
  private Optional<Backlog> kept = Optional.empty();
  private final Backlogs backlogs =
      new Backlogs() {
        @Override
        public Optional<Backlog> of(CampaignId campaign) {
          return kept;
        }

        @Override
        public boolean put(Backlog backlog) {
          assertEquals(kept.map(Backlog::version).orElse(0L) + 1, backlog.version());
          kept = Optional.of(backlog);
          return true;
        }
      };

  @Test
  void aFileIsReadOnceHoweverOftenItIsTold() {
    Evidence file = accept("a.pdf", 1);
    assertEquals(
        CustodyProblem.FACTS_NOT_READ,
        refused(open.facts(lane.campaign, lane.unit, file.id(), office.caller())).problem());
    assertTrue(tell(file));
    assertTrue(tell(file));
    assertEquals(1, read);
    FileReading told = accepted(open.facts(lane.campaign, lane.unit, file.id(), office.caller()));
    assertEquals(found.orElseThrow(), told.facts());
    assertEquals(List.of(), lane.reported);
    assertEquals(URI.create("s3:" + file.sha256()), accepted(opened(file)));
  }

  @Test
  void aFileThatWasWithdrawnMeanwhileIsReadAndTold() {
    Evidence file = accept("a.pdf", 1);
    accepted(
        lane.withdraw.withdraw(
            lane.campaign,
            lane.unit,
            file.id(),
            lane.act(OPENED),
            new Condition(Optional.of(file.etag()))));
    assertTrue(tell(file));
    assertEquals(
        file.sha256(),
        accepted(open.facts(lane.campaign, lane.unit, file.id(), office.caller())).sha256());
  }

  @Test
  void whatIsNoPdfOrNotThereLeavesNothing() {
    Evidence file = accept("a.pdf", 1);
    found = Optional.empty();
    assertFalse(tell(file));
    assertEquals(Map.of(), lane.readings);
  }

  @Test
  void ofAPictureNothingIsRead() {
    lane.campaign =
        LaneFixture.campaign(new UploadLimits(20 << 20, 1L << 30, List.of("image/png")));
    Map<String, Object> picture = lane.file("a.png", 1);
    picture.put("contentType", "image/png");
    Evidence file = lane.granted(OPENED, WALL, picture).evidence();
    assertEquals(
        CustodyProblem.FACTS_OF_PDF_ONLY,
        refused(open.facts(lane.campaign, lane.unit, file.id(), office.caller())).problem());
  }

  @Test
  void aStampClosesTheFileToEverybodyUntilTheOfficeReleasesIt() {
    Evidence file = accept("a.pdf", 1);
    found = Optional.of(facts(Optional.of(SecretStamp.TOP_SECRET)));
    tell(file);
    tell(file);
    assertEquals(
        List.of(
            new Strays.Stray(
                lane.campaign.id(),
                Strays.Reason.SECRET_STAMP,
                lane.campaign.id() + "/" + lane.unit.code() + "/" + file.sha256(),
                WALL)),
        lane.reported);
    var told = refused(opened(file));
    assertEquals(CustodyProblem.FILE_HELD, told.problem());
    assertTrue(told.detail(Language.VI).contains("“Tối mật”"), told::toString);

    int entries = lane.ledger.size();
    FileReading released = accepted(released(file, "Đã giải mật"));
    assertEquals(Optional.empty(), released.held());
    assertEquals(Optional.of(SecretStamp.TOP_SECRET), released.facts().stamp());
    Entry entry = lane.ledger.getLast();
    assertEquals(
        Optional.of(
            new EvidenceFact.FileReleased(
                "office-1", file.id(), file.sha256(), SecretStamp.TOP_SECRET, "Đã giải mật")),
        EvidenceFact.read(entry));
    accepted(opened(file));

    assertEquals(released, accepted(released(file, "Lần nữa")), "the first word stands");
    assertEquals(entries + 1, lane.ledger.size());
    tell(file);
    assertEquals(Optional.empty(), lane.readings.get(file.sha256()).held(), "a late event");
  }

  @Test
  void whatIsNotHeldIsNotReleased() {
    Evidence file = accept("a.pdf", 1);
    assertEquals(CustodyProblem.FILE_NOT_HELD, refused(released(file, "Vì sao")).problem());
    tell(file);
    assertEquals(CustodyProblem.FILE_NOT_HELD, refused(released(file, "Vì sao")).problem());
    assertEquals("reason", refused(ReleaseFile.read(Map.of())).violations().getFirst().place());
    assertEquals(1, refused(ReleaseFile.read(Map.of("reason", " "))).violations().size());
  }

  @Test
  void whatWasKeptBeforeIsReadOnceABoundedNumberARun() {
    for (int number = 1; number <= ReadBacklog.FILES_MAX + 2; number++) {
      accept("a" + number + ".pdf", number, Duration.ofMinutes(number));
    }
    Evidence known = accept("z.pdf", 900, Duration.ofMinutes(99));
    tell(known);
    assertEquals(ReadBacklog.FILES_MAX, backlog());
    assertEquals(2, backlog());
    assertTrue(kept.orElseThrow().finished());
    Evidence later = accept("b.pdf", 901, Duration.ofMinutes(100));
    assertEquals(0, backlog(), "what comes later is an event");
    assertEquals(
        CustodyProblem.FACTS_NOT_READ,
        refused(open.facts(lane.campaign, lane.unit, later.id(), office.caller())).problem());
  }

  @Test
  void whatAnEventMayStillTellIsLeftToIt() {
    accept("a.pdf", 1);
    wall = WALL.plus(ReadBacklog.EVENT_AGE);
    assertEquals(0, backlog());
    assertEquals(0, read);
  }

  @Test
  void aUnitThatKillsTheReaderIsLeftAfterSomeRuns() {
    accept("a.pdf", 1);
    deadly = true;
    for (int run = 1; run <= ReadBacklog.ATTEMPTS; run++) {
      assertThrows(Outage.class, this::backlog);
      assertFalse(kept.orElseThrow().finished());
    }
    assertEquals(0, backlog());
    assertTrue(kept.orElseThrow().finished());
  }

  private int backlog() {
    return new ReadBacklog(
            lane, lane.units, lane, readings, backlogs, new ReadFile(this::facts, readings, lane))
        .run(OPENED, () -> wall, Duration.ofSeconds(60));
  }

  private Optional<FileFacts> facts(CampaignId campaign, UnitCode unit, String sha256) {
    if (deadly) {
      throw new Outage("out of memory", new IllegalStateException("test"));
    }
    return found;
  }

  private Outcome<URI> opened(Evidence file) {
    return open.open(lane.campaign, lane.unit, file.id(), office.caller(), office.now());
  }

  private Outcome<FileReading> released(Evidence file, String reason) {
    return release.release(
        lane.campaign, lane.unit, file.id(), office, ReleaseFile.read(Map.of("reason", reason)));
  }

  private boolean tell(Evidence file) {
    return new ReadFile(
            (campaign, unit, sha256) -> {
              read++;
              return found;
            },
            readings,
            lane)
        .read(lane.campaign.id(), lane.unit.code(), file.sha256(), OPENED, WALL);
  }

  private Evidence accept(String name, int number) {
    return accept(name, number, Duration.ZERO);
  }

  private Evidence accept(String name, int number, Duration later) {
    Evidence file =
        lane.granted(OPENED.plus(later), WALL.plus(later), lane.file(name, number)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    return lane.scanned(file.id(), CLEAN, OPENED);
  }

  private static FileFacts facts(Optional<SecretStamp> stamp) {
    return new FileFacts(Optional.empty(), 2, 2, Optional.of(Layer.TEXT), 0, List.of(), stamp);
  }
}
