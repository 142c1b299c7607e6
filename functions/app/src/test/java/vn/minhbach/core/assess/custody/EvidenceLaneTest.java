package vn.minhbach.core.assess.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.assess.custody.LaneFixture.OPENED;
import static vn.minhbach.core.assess.custody.LaneFixture.WALL;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;
import static vn.minhbach.core.criteria.CriteriaFixture.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Evidence.State;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Stage;

class EvidenceLaneTest {

  private static final String CLEAN = "NO_THREATS_FOUND";
  private static final Instant CLOSES = Instant.parse("2020-10-31T16:59:59.999Z");
  private final LaneFixture lane = new LaneFixture();

  @Test
  void theSameDeclarationAgainIsTheSameGrant() {
    Evidence first = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    int entries = lane.ledger.size();
    var again = lane.granted(OPENED, WALL.plusSeconds(5), lane.file("a.pdf", 1));
    assertEquals(first, again.evidence());
    assertTrue(again.upload().isPresent());
    assertEquals(entries, lane.ledger.size(), "nothing is written");

    var later = lane.granted(OPENED, WALL.plusSeconds(840), lane.file("a.pdf", 1));
    assertEquals(first.id(), later.evidence().id());
    assertEquals(WALL.plusSeconds(840 + 900), later.evidence().grantExpiresAt(), "renewed");
    assertEquals(1, lane.records.size());

    var described = lane.file("a.pdf", 1);
    described.put("page", "Mục II");
    described.put("description", "Báo cáo quý");
    Evidence said = lane.granted(OPENED, WALL.plusSeconds(850), described).evidence();
    assertEquals(first.id(), said.id());
    assertEquals(Optional.of("Báo cáo quý"), said.declaration().meaning().description());
    assertEquals(2 + later.evidence().version() - 1, said.version());

    lane.upload(said, WALL);
    lane.arrived(said.id(), OPENED);
    assertEquals(
        Optional.empty(), lane.granted(OPENED, WALL, described).upload(), "the bytes are there");
    assertEquals(1, lane.records.size());
  }

  @Test
  void aDocumentIsNamedSoThatAnyoneFindsIt() {
    var file = lane.file("a.pdf", 1);
    file.put(
        "document",
        Map.of(
            "number", "45/QĐ-UBND",
            "date", "2018-02-14",
            "issuer", "UBND phường Hà Khánh",
            "summary", "Ban hành quy chế văn thư",
            "inForce", true));
    file.put("noStateSecret", true);
    Meaning said = lane.granted(OPENED, WALL, file).evidence().declaration().meaning();
    assertEquals(
        "Văn bản số 45/QĐ-UBND ngày 14/02/2018 của UBND phường Hà Khánh: Ban hành quy chế văn thư"
            + " (còn hiệu lực)",
        said.proof().orElseThrow().vietnamese());
    assertTrue(said.noSecret());
  }

  @Test
  void aKindIsSaidWholeOrNotAtAll() {
    var file = lane.file("a.pdf", 1);
    file.put("document", Map.of("number", "45/QĐ-UBND"));
    file.put("screenshot", Map.of("address", "https://quangninh.gov.vn", "day", "31/12/2020"));
    assertEquals(
        Set.of("document.date", "document.issuer", "document.summary", "screenshot"), places(file));
    file.remove("document");
    assertEquals(Set.of("screenshot.day"), places(file));
    file.put("screenshot", Map.of("address", "https://quangninh.gov.vn", "day", "2020-12-31"));
    assertEquals(
        "Ảnh màn hình https://quangninh.gov.vn ngày 31/12/2020",
        lane.granted(OPENED, WALL, file)
            .evidence()
            .declaration()
            .meaning()
            .proof()
            .orElseThrow()
            .vietnamese());
  }

  private Set<String> places(Map<String, Object> file) {
    return refused(DeclaredFile.read(file, lane.campaign.settings().uploadLimits()))
        .violations()
        .stream()
        .map(Refusal.Violation::place)
        .collect(Collectors.toSet());
  }

  @Test
  void aStateSecretIsNotTakenAtAll() {
    var file = lane.file("a.pdf", 1);
    file.put("noStateSecret", false);
    Refusal.Violation told =
        refused(DeclaredFile.read(file, lane.campaign.settings().uploadLimits()))
            .violations()
            .getFirst();
    assertEquals("noStateSecret", told.place());
    assertEquals(CustodyProblem.STATE_SECRET, told.fault().problem());
    assertEquals(0, lane.records.size());
  }

  @Test
  void oneFileServesSeveralCriteriaOfUnit() {
    Evidence first = accept("a.pdf", 1);
    var other = lane.file("a.pdf", 1);
    other.put(
        "criterion",
        lane.set.criteria().keySet().stream().skip(1).findFirst().orElseThrow().value());
    var cited = lane.granted(OPENED, WALL, other);
    assertEquals(State.ACCEPTED, cited.evidence().state());
    assertEquals(Optional.empty(), cited.upload());
    assertFalse(cited.evidence().id().equals(first.id()));
  }

  @Test
  void otherBytesThanDeclaredAreRefusedByName() {
    Evidence longer = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.quarantine.put(longer.id(), arrival(longer.sizeBytes() + 1, longer.sha256()));
    lane.arrived(longer.id(), OPENED);
    assertEquals(
        Optional.of(EvidenceProblem.FILE_SIZE_DIFFERS.slug()),
        lane.records.get(longer.id()).reason());

    Evidence other = lane.granted(OPENED, WALL, lane.file("b.pdf", 2)).evidence();
    lane.quarantine.put(other.id(), arrival(other.sizeBytes(), "0".repeat(64)));
    lane.arrived(other.id(), OPENED);
    assertEquals(
        Optional.of(EvidenceProblem.FILE_HASH_DIFFERS.slug()),
        lane.records.get(other.id()).reason());
  }

  @Test
  void recordsOfOneUnitAreLimited() {
    Evidence one = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    for (int n = 0; n < UploadLimits.RECORDS_MAX; n++) {
      lane.records.put("r" + n, one.withdrawn());
    }
    assertEquals(
        CustodyProblem.TOO_MANY_FILES,
        lane.grant
            .grant(
                lane.campaign,
                lane.unit,
                lane.act(OPENED.plusSeconds(600)),
                WALL.plusSeconds(600),
                DeclaredFile.read(lane.file("z.pdf", 9), lane.campaign.settings().uploadLimits()))
            .fold(Refusal::problem, granted -> null));
  }

  @Test
  void resultOfAVerificationThatNobodyStartedIsRefused() {
    var audits = new RequestAudit(LaneFixture.NOBODY_ASKED, null, lane.chance);
    assertEquals(
        CustodyProblem.NO_AUDIT,
        audits.latest(lane.campaign).fold(Refusal::problem, audit -> null));
  }

  private static EvidenceVault.Arrival arrival(long sizeBytes, String sha256) {
    return new EvidenceVault.Arrival(
        sizeBytes, sha256, "tag", WALL, Optional.of("application/pdf"), Optional.empty());
  }

  @Test
  void limitsThePaceOfOneUnit() {
    lane.campaign =
        LaneFixture.campaign(
            LaneFixture.limits(
                5, new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31))));
    for (int i = 1; i <= 5; i++) {
      lane.granted(OPENED, WALL, lane.file("a.pdf", i));
    }
    assertEquals(
        CustodyProblem.TOO_MANY_GRANTS,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED),
                    WALL,
                    DeclaredFile.read(
                        lane.file("a.pdf", 6), lane.campaign.settings().uploadLimits())))
            .problem());
    assertEquals(
        CustodyProblem.TOO_MANY_GRANTS,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED.minusSeconds(1)),
                    WALL,
                    DeclaredFile.read(
                        lane.file("a.pdf", 6), lane.campaign.settings().uploadLimits())))
            .problem(),
        "by a function whose clock is behind");
    lane.granted(OPENED, WALL, lane.file("a.pdf", 5));
    lane.granted(OPENED.plusSeconds(60), WALL, lane.file("a.pdf", 6));
  }

  @Test
  void theUploadDiesWhenTheFormCloses() {
    Instant lastMinute = CLOSES.minusSeconds(40);
    Evidence late = lane.granted(lastMinute, WALL, lane.file("a.pdf", 1)).evidence();
    assertEquals(WALL.plusSeconds(40), late.grantExpiresAt());
    lane.upload(late, WALL.plusSeconds(39));
    Instant afterClosing = CLOSES.plusSeconds(3600);
    lane.arrived(late.id(), afterClosing);
    assertEquals(
        State.ACCEPTED, lane.scanned(late.id(), CLEAN, afterClosing).state(), "whenever it ends");
    assertEquals(
        SubmissionProblem.FORM_LOCKED,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(afterClosing),
                    WALL,
                    DeclaredFile.read(
                        lane.file("b.pdf", 2), lane.campaign.settings().uploadLimits())))
            .problem());
  }

  @Test
  void replayOfDeadGrantIsGrantedAnewWhileTheFormIsOpenAndNeverAfter() {
    Act first = keyed(CLOSES.minus(Duration.ofHours(1)));
    GrantUpload.Grant granted = accepted(granted(first, WALL));
    assertEquals(granted, accepted(granted(first, WALL.plusSeconds(10))), "the answer was lost");

    Instant later = WALL.plus(Duration.ofMinutes(59));
    GrantUpload.Grant anew = accepted(granted(keyed(CLOSES.minusSeconds(60)), later));
    assertEquals(granted.evidence().id(), anew.evidence().id());
    assertEquals(later.plusSeconds(60), anew.upload().orElseThrow().expiresAt());

    Act closed = keyed(CLOSES.plusSeconds(1));
    assertEquals(
        SubmissionProblem.FORM_LOCKED, refused(granted(closed, later.plusSeconds(61))).problem());
    lane.upload(anew.evidence(), later);
    lane.arrived(anew.evidence().id(), OPENED);
    assertEquals(
        Optional.empty(),
        accepted(granted(closed, later.plusSeconds(61))).upload(),
        "the bytes are there");
  }

  private static Act keyed(Instant now) {
    Act plain = new LaneFixture().act(now);
    var key = new Act.Key("scope", "body", WALL.plus(Duration.ofDays(1)));
    return new Act(plain.caller(), now, Optional.of(key));
  }

  private Outcome<GrantUpload.Grant> granted(Act act, Instant wall) {
    return lane.grant.grant(
        lane.campaign,
        lane.unit,
        act,
        wall,
        DeclaredFile.read(lane.file("a.pdf", 1), lane.campaign.settings().uploadLimits()));
  }

  @Test
  void bothOrdersEndTheSameAndTwiceChangesNothing() {
    Evidence one = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(one, WALL);
    assertEquals(State.CHECKING, lane.scanned(one.id(), CLEAN, OPENED).state());
    assertEquals(State.ACCEPTED, lane.arrived(one.id(), OPENED).state());
    Evidence two = accept("b.pdf", 2);
    assertEquals(State.ACCEPTED, two.state());
    int entries = lane.ledger.size();
    lane.arrived(one.id(), OPENED);
    lane.scanned(one.id(), "THREATS_FOUND", OPENED);
    lane.arrived(two.id(), OPENED);
    assertEquals(entries, lane.ledger.size());
    assertEquals(2, lane.inspected, "each file is read once");
  }

  @Test
  void whateverIsNotCleanIsRejectedWithItsOwnReason() {
    assertEquals(Optional.of(EvidenceProblem.FILE_INFECTED.slug()), scannedAs("THREATS_FOUND", 1));
    assertEquals(
        Optional.of(EvidenceProblem.FILE_NOT_SCANNABLE.slug()), scannedAs("UNSUPPORTED", 2));
    assertEquals(
        Optional.of(EvidenceProblem.FILE_SCAN_FAILED.slug()), scannedAs("ACCESS_DENIED", 3));
    assertEquals(Optional.of(EvidenceProblem.FILE_SCAN_FAILED.slug()), scannedAs("FAILED", 4));
    Evidence other = lane.granted(OPENED, WALL, lane.file("e.pdf", 5)).evidence();
    lane.upload(other, WALL);
    lane.arrived(other.id(), OPENED);
    var fact = new Checks.Scanned(true, CLEAN, Optional.of("another"));
    assertEquals(
        Optional.of(EvidenceProblem.FILE_CHANGED.slug()),
        accepted(lane.check.scanned(lane.campaign.id(), lane.unit.code(), other.id(), fact, OPENED))
            .orElseThrow()
            .reason(),
        "a scan of other bytes proves nothing");
  }

  @Test
  void otherBytesThanDeclaredAreRefused() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    var arrival = lane.quarantine.get(file.id());
    lane.quarantine.put(
        file.id(),
        new EvidenceVault.Arrival(
            file.sizeBytes() + 1, "", arrival.tag(), WALL, Optional.empty(), Optional.empty()));
    assertEquals(
        Optional.of(EvidenceProblem.FILE_SIZE_DIFFERS.slug()),
        lane.arrived(file.id(), OPENED).reason());
    Evidence other = lane.granted(OPENED, WALL, lane.file("b.pdf", 2)).evidence();
    lane.upload(lane.records.get(file.id()), WALL);
    lane.quarantine.put(other.id(), lane.quarantine.get(file.id()));
    assertEquals(
        Optional.of(EvidenceProblem.FILE_HASH_DIFFERS.slug()),
        lane.arrived(other.id(), OPENED).reason());
  }

  @Test
  void oneUnitHasRoomForSoManyRecords() {
    Evidence one = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    for (int i = 0; i < 3_000; i++) {
      lane.records.put("x" + i, one);
    }
    assertEquals(
        CustodyProblem.TOO_MANY_FILES,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED.plusSeconds(120)),
                    WALL,
                    DeclaredFile.read(
                        lane.file("b.pdf", 2), lane.campaign.settings().uploadLimits())))
            .problem());
  }

  @Test
  void nothingComesBackToWithdrawnFile() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    accepted(withdraw(file, OPENED));
    lane.upload(file, WALL);
    int entries = lane.ledger.size();
    assertEquals(State.WITHDRAWN, lane.arrived(file.id(), OPENED).state());
    assertEquals(State.WITHDRAWN, lane.scanned(file.id(), CLEAN, OPENED).state());
    assertEquals(entries, lane.ledger.size());
    assertEquals(0, lane.inspected);
  }

  @Test
  void theSweepFindsLostEventsAndEndsUnusedGrants() {
    Evidence lost = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    Evidence unused = lane.granted(OPENED, WALL, lane.file("b.pdf", 2)).evidence();
    lane.upload(lost, WALL.plusSeconds(30));
    assertEquals(new SweepUploads.Done(0, 0, 0), sweep(WALL.plusSeconds(60)), "events take time");
    assertEquals(new SweepUploads.Done(1, 0, 0), sweep(WALL.plusSeconds(200)));
    assertEquals(State.CHECKING, lane.records.get(lost.id()).state());
    assertEquals(new SweepUploads.Done(0, 0, 0), sweep(WALL.plus(Duration.ofMinutes(40))));
    assertEquals(new SweepUploads.Done(0, 1, 0), sweep(WALL.plus(Duration.ofMinutes(46))));
    assertEquals(State.EXPIRED, lane.records.get(unused.id()).state());

    assertEquals(new SweepUploads.Done(0, 0, 1), sweep(WALL.plus(Duration.ofHours(2))));
    assertEquals(Strays.Reason.NO_SCAN, lane.reported.getFirst().reason());

    lane.upload(unused, WALL.plus(Duration.ofMinutes(14)));
    assertEquals(
        State.CHECKING, lane.arrived(unused.id(), OPENED).state(), "S3 took it in time after all");
    assertEquals(
        new SweepUploads.Done(0, 0, 0),
        sweep(WALL.plus(Duration.ofDays(8))),
        "quarantine is empty");
  }

  @Test
  void sweepOutOfTimeLeavesTheRestToTheNext() {
    for (int n = 0; n < 5; n++) {
      lane.upload(lane.granted(OPENED, WALL, lane.file(n + ".pdf", n)).evidence(), WALL);
    }
    // Asked once at the beginning and once a file, and each file takes five seconds.
    Iterator<Instant> clock =
        Stream.iterate(WALL.plusSeconds(200), at -> at.plusSeconds(5)).iterator();
    SweepUploads.Done first =
        lane.sweep.sweep(
            lane.campaign, List.of(lane.unit), OPENED, clock::next, Duration.ofSeconds(15));
    assertEquals(new SweepUploads.Done(2, 0, 0), first);
    assertEquals(new SweepUploads.Done(3, 0, 0), sweep(WALL.plusSeconds(300)));
  }

  @Test
  void scanThatNeverComesIsGivenUpBeforeTheFileIsForgotten() {
    lane.answerEverything();
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    accepted(lane.submitted(OPENED));
    sweep(WALL.plus(Duration.ofDays(6)));
    assertEquals(State.CHECKING, lane.records.get(file.id()).state());

    assertEquals(
        new SweepUploads.Done(0, 0, 1), sweep(WALL.plus(Duration.ofDays(6)).plusSeconds(1)));
    Evidence given = lane.records.get(file.id());
    assertEquals(State.REJECTED, given.state());
    assertEquals(Optional.of(EvidenceProblem.FILE_SCAN_FAILED.slug()), given.reason());
    assertEquals("CRITERION_REOPENED", lane.ledger.getLast().kind());
  }

  @Test
  void whatS3HasTakenMayBeSignedFor() {
    lane.answerEverything();
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    assertEquals(SigningProblem.INCOMPLETE_FORM, refused(lane.submitted(OPENED)).problem());
    lane.upload(file, WALL);
    accepted(lane.submitted(OPENED));
    assertEquals(State.CHECKING, lane.arrived(file.id(), OPENED).state());
  }

  @Test
  void rejectedAfterSubmissionOpensItsCriterionAgain() {
    Evidence kept = accept("b.pdf", 2);
    Evidence file = signedAndInfected();
    Instant rejected = OPENED.plus(Duration.ofDays(1));
    Head.Reopened open = lane.head.orElseThrow().reopened().getFirst();
    assertEquals(lane.criterion, open.criterion());
    assertEquals(Instant.parse("2020-09-05T16:59:59.999Z"), open.until(), "three whole days");
    assertEquals("CRITERION_REOPENED", lane.ledger.getLast().kind());
    assertEquals(
        vn.minhbach.core.assess.submission.State.SUBMITTED, lane.head.orElseThrow().state());

    var elsewhere = lane.file("c.pdf", 3);
    elsewhere.put(
        "criterion",
        lane.set.criteria().keySet().stream().skip(1).findFirst().orElseThrow().value());
    assertEquals(
        SubmissionProblem.CRITERION_NOT_REOPENED,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(rejected),
                    WALL,
                    DeclaredFile.read(elsewhere, lane.campaign.settings().uploadLimits())))
            .problem());
    assertEquals(CustodyProblem.EVIDENCE_LOCKED, refused(withdraw(kept, rejected)).problem());
    assertEquals(SigningProblem.INCOMPLETE_FORM, refused(lane.submitted(rejected)).problem());

    accepted(withdraw(file, rejected));
    Evidence fresh = lane.granted(rejected, WALL, lane.file("d.pdf", 4)).evidence();
    lane.upload(fresh, WALL);
    lane.arrived(fresh.id(), rejected);
    lane.scanned(fresh.id(), CLEAN, rejected);
    Head after = accepted(lane.submitted(rejected));
    assertEquals(List.of(), after.reopened());
    assertFalse(after.signature().orElseThrow().late(), "the first signature was in time");
    assertEquals("FORM_SUBMITTED_AGAIN", lane.ledger.getLast().kind());
    assertEquals(SubmissionProblem.FORM_SUBMITTED, refused(lane.submitted(rejected)).problem());
  }

  @Test
  void paperOfTheFormPassesTheLaneAndLeavesTheFormAsItIs() {
    lane.answerEverything();
    accept("a.pdf", 1);
    Head before = lane.head.orElseThrow();
    Evidence paper = lane.granted(OPENED, WALL, paper("ký.pdf", 2)).evidence();
    assertEquals(Optional.empty(), paper.criterion());
    assertEquals(Optional.of(Purpose.SIGNED_FORM), paper.purpose());
    assertEquals("signed-form", lane.ledger.getLast().body().get("purpose"));
    assertEquals(
        paper.id(), lane.granted(OPENED, WALL, paper("ký.pdf", 2)).evidence().id(), "same grant");
    lane.upload(paper, WALL);
    lane.arrived(paper.id(), OPENED);
    assertEquals(State.ACCEPTED, lane.scanned(paper.id(), CLEAN, OPENED).state());
    assertEquals(before.formVersion(), lane.head.orElseThrow().formVersion());
    assertEquals(before.state(), lane.head.orElseThrow().state());
    accepted(withdraw(paper, OPENED));
    assertEquals(before.formVersion(), lane.head.orElseThrow().formVersion());
  }

  @Test
  void paperIsNoEvidenceOfAnything() {
    lane.answerEverything();
    Evidence never = lane.granted(OPENED, WALL, paper("chưa tải.pdf", 1)).evidence();
    Evidence infected = lane.granted(OPENED, WALL, paper("hỏng.pdf", 2)).evidence();
    lane.upload(infected, WALL);
    lane.arrived(infected.id(), OPENED);
    String hash = lane.content().hash();
    Evidence late = lane.granted(OPENED, WALL, paper("muộn.pdf", 3)).evidence();
    lane.upload(late, WALL);
    lane.arrived(late.id(), OPENED);
    assertEquals(hash, lane.content().hash());
    lane.scanned(infected.id(), "THREATS_FOUND", OPENED);
    accepted(lane.submitted(OPENED));
    assertEquals(State.AWAITED, lane.records.get(never.id()).state());
    lane.scanned(late.id(), "THREATS_FOUND", OPENED);
    assertEquals(List.of(), lane.head.orElseThrow().reopened(), "no criterion opens");
  }

  @Test
  void paperIsScanOrPhotograph() {
    var letter = paper("phiếu.docx", 1);
    letter.put(
        "contentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertEquals(List.of(CustodyProblem.FILE_TYPE_REFUSED), faults(letter));
    var image = paper("phiếu.jpg", 1);
    image.put("contentType", "image/jpeg");
    assertEquals(List.of(), faults(image), "though the campaign takes PDF alone as evidence");
    var both = paper("phiếu.pdf", 2);
    both.put("criterion", lane.criterion.value());
    assertEquals(List.of(InputProblem.ONE_OF_TWO), faults(both));
    both.remove("criterion");
    both.remove("purpose");
    assertEquals(List.of(InputProblem.ONE_OF_TWO), faults(both));
    both.put("purpose", "poster");
    assertEquals(List.of(InputProblem.UNKNOWN_VALUE), faults(both));
  }

  private List<Problem> faults(Object file) {
    return lane.grant
        .grant(
            lane.campaign,
            lane.unit,
            lane.act(OPENED),
            WALL,
            DeclaredFile.read(file, lane.campaign.settings().uploadLimits()))
        .fold(
            refusal -> refusal.violations().stream().map(Refusal.Violation::problem).toList(),
            granted -> List.of());
  }

  private Map<String, Object> paper(String name, int number) {
    var file = lane.file(name, number);
    file.remove("criterion");
    file.put("purpose", "signed-form");
    return file;
  }

  @Test
  void reopenedCriterionClosesByItself() {
    signedAndInfected();
    Instant over = Instant.parse("2020-09-05T17:00:00Z");
    assertEquals(
        SubmissionProblem.FORM_SUBMITTED,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(over),
                    WALL,
                    DeclaredFile.read(
                        lane.file("d.pdf", 4), lane.campaign.settings().uploadLimits())))
            .problem());
    assertEquals(SubmissionProblem.FORM_SUBMITTED, refused(lane.submitted(over)).problem());
  }

  @Test
  void whatScanSaidIsNotLostWhileTheVaultIsAway() {
    Evidence one = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    Evidence two = lane.granted(OPENED, WALL, lane.file("b.pdf", 2)).evidence();
    lane.upload(one, WALL);
    lane.upload(two, WALL);
    lane.arrived(one.id(), OPENED);
    lane.arrived(two.id(), OPENED);
    lane.vaultDown = true;
    assertThrows(Outage.class, () -> lane.scanned(one.id(), CLEAN, OPENED), "to come again");
    assertThrows(Outage.class, () -> lane.scanned(two.id(), CLEAN, OPENED));
    assertEquals(State.CHECKING, lane.records.get(one.id()).state());
    int entries = lane.ledger.size();
    assertThrows(Outage.class, () -> lane.scanned(one.id(), CLEAN, OPENED));
    assertThrows(Outage.class, () -> sweep(WALL));
    assertEquals(entries, lane.ledger.size(), "nothing new to say");

    lane.vaultDown = false;
    assertEquals(State.ACCEPTED, lane.scanned(one.id(), CLEAN, OPENED).state(), "event again");
    assertEquals(new SweepUploads.Done(1, 0, 0), sweep(WALL), "event lost");
    assertEquals(State.ACCEPTED, lane.records.get(two.id()).state());
    assertEquals(2, lane.inspected, "nothing is read again");
  }

  @Test
  void writeIntoAnotherUnitsFormNeverReachesTheStore() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    assertEquals(Optional.of("sub-1"), lane.ledger.getLast().actor());
    var elsewhere = new PutEvidence(lane.campaign.id(), new UnitCode("STC"), file);
    var note = Note.of(OPENED, new EvidenceFact.EvidenceExpired(file.id()));
    assertThrows(
        IllegalArgumentException.class,
        () -> lane.commits.note(lane.head.orElseThrow(), List.of(elsewhere), note));
  }

  @Test
  void bytesAreMovedOnceHoweverOftenCommitsAreOvertaken() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    lane.overtaken = 3;
    assertEquals(State.ACCEPTED, lane.scanned(file.id(), CLEAN, OPENED).state());
    assertEquals(0, lane.overtaken);
    assertEquals(1, lane.promotions);
    assertEquals(
        List.of("CHECKING", "CHECKING", "ACCEPTED"),
        lane.ledger.stream()
            .filter(entry -> entry.kind().equals("EVIDENCE_CHECKED"))
            .map(entry -> entry.body().get("state"))
            .toList(),
        "each fact as it came, then that the bytes are kept");
  }

  @Test
  void deathBetweenTheVaultAndItsNoteLeavesWhatTheSweepEnds() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    lane.commitsLeft = 1;
    assertThrows(Outage.class, () -> lane.scanned(file.id(), CLEAN, OPENED));
    assertEquals(1, lane.promotions);
    assertEquals(State.CHECKING, lane.records.get(file.id()).state(), "kept, and nobody says so");
    lane.commitsLeft = Integer.MAX_VALUE;
    assertEquals(new SweepUploads.Done(1, 0, 0), sweep(WALL));
    assertEquals(State.ACCEPTED, lane.records.get(file.id()).state());
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void lostEventIsFoundUntilTheResultIsPublic(Stage stage) {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.campaign = lane.campaign.withStage(stage);

    KeepEvidence.Done done = lane.keep().run(OPENED, () -> WALL.plusSeconds(200));

    boolean followed = stage.compareTo(Stage.PUBLISHED) < 0;
    assertEquals(followed ? 1 : 0, done.uploads().found());
    assertEquals(followed, lane.records.get(file.id()).verified().isPresent());
  }

  @Test
  void withdrawnBeforeItsCopyIsNotLookedForInTheVault() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    lane.vaultDown = true;
    assertThrows(Outage.class, () -> lane.scanned(file.id(), CLEAN, OPENED));
    accepted(withdraw(file, OPENED));
    assertFalse(lane.records.get(file.id()).kept());
    lane.vaultDown = false;
    assertEquals(State.WITHDRAWN, lane.scanned(file.id(), CLEAN, OPENED).state());
    assertEquals(new SweepUploads.Done(0, 0, 0), sweep(WALL));
  }

  @Test
  void deadGrantIsRenewedInTheLastMinutesToo() {
    Evidence first =
        lane.granted(CLOSES.minus(Duration.ofMinutes(18)), WALL, lane.file("a.pdf", 1)).evidence();
    assertEquals(WALL.plus(Duration.ofMinutes(15)), first.grantExpiresAt());
    Instant wall = WALL.plus(Duration.ofMinutes(16));
    Evidence again =
        lane.granted(CLOSES.minus(Duration.ofMinutes(2)), wall, lane.file("a.pdf", 1)).evidence();
    assertEquals(first.id(), again.id());
    assertEquals(wall.plus(Duration.ofMinutes(2)), again.grantExpiresAt(), "until closing");
  }

  @Test
  void bytesOfOneFileCountOnceForAllItsCriteria() {
    lane.campaign = LaneFixture.campaign(new UploadLimits(10, 15, List.of("application/pdf")));
    accept("a.pdf", 1);
    var other = lane.file("a.pdf", 1);
    other.put(
        "criterion",
        lane.set.criteria().keySet().stream().skip(1).findFirst().orElseThrow().value());
    assertEquals(State.ACCEPTED, lane.granted(OPENED, WALL, other).evidence().state());
    assertEquals(
        CustodyProblem.TOO_MUCH_EVIDENCE,
        refused(
                lane.grant.grant(
                    lane.campaign,
                    lane.unit,
                    lane.act(OPENED),
                    WALL,
                    DeclaredFile.read(
                        lane.file("b.pdf", 2), lane.campaign.settings().uploadLimits())))
            .problem());
  }

  @Test
  void periodOutsideTheDataPeriodIsWarnedOf() {
    var year = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    lane.campaign = LaneFixture.campaign(LaneFixture.limits(100, year));
    assertEquals(List.of(EvidenceProblem.PERIOD_OUTSIDE), warnings("2018"));
    assertEquals(List.of(EvidenceProblem.PERIOD_NOT_READ), warnings("hôm qua"));
    assertEquals(List.of(), warnings("Quý III/2020"));
  }

  @Test
  void filesInsideFileAreToldToWhoOpensIt() {
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    var limits = lane.campaign.settings().uploadLimits();
    assertEquals(List.of(), file.warnings(limits));
    var seen =
        new Checks.Verified(
            WALL, "tag", Optional.empty(), Optional.of("application/pdf"), Optional.of(2));
    assertEquals(
        List.of(EvidenceProblem.FILE_HAS_ATTACHMENTS.of("a.pdf", 2)),
        file.arrived(seen, true).warnings(limits));
  }

  private List<Problem> warnings(String period) {
    var file = lane.file("a.pdf", period.hashCode() & 0xffff);
    file.put("period", period);
    return lane
        .granted(OPENED, WALL, file)
        .evidence()
        .warnings(lane.campaign.settings().uploadLimits())
        .stream()
        .map(Fault::problem)
        .toList();
  }

  private Evidence signedAndInfected() {
    lane.answerEverything();
    Evidence file = lane.granted(OPENED, WALL, lane.file("a.pdf", 1)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    accepted(lane.submitted(OPENED.plusSeconds(60)));
    Evidence infected = lane.scanned(file.id(), "THREATS_FOUND", OPENED.plus(Duration.ofDays(1)));
    assertEquals(State.REJECTED, infected.state());
    return infected;
  }

  private Evidence accept(String name, int number) {
    Evidence file = lane.granted(OPENED, WALL, lane.file(name, number)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    return lane.scanned(file.id(), CLEAN, OPENED);
  }

  private Optional<String> scannedAs(String result, int number) {
    Evidence file = lane.granted(OPENED, WALL, lane.file(number + ".pdf", number)).evidence();
    lane.upload(file, WALL);
    lane.arrived(file.id(), OPENED);
    Evidence rejected = lane.scanned(file.id(), result, OPENED);
    assertEquals(State.REJECTED, rejected.state());
    return rejected.reason();
  }

  private Outcome<Evidence> withdraw(Evidence file, Instant now) {
    String etag = lane.records.get(file.id()).etag();
    return lane.withdraw.withdraw(
        lane.campaign, lane.unit, file.id(), lane.act(now), new Condition(Optional.of(etag)));
  }

  private SweepUploads.Done sweep(Instant wall) {
    return lane.sweep.sweep(
        lane.campaign, List.of(lane.unit), OPENED, () -> wall, Duration.ofSeconds(15));
  }
}
