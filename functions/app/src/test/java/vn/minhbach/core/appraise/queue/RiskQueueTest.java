package vn.minhbach.core.appraise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.appraise.queue.Reason.Kind.OUTLIER;
import static vn.minhbach.core.appraise.queue.Reason.Kind.SHARED_FILE;
import static vn.minhbach.core.appraise.queue.Reason.Kind.WITHOUT_EVIDENCE;
import static vn.minhbach.core.memory.Appraisal.NOW;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.TeamProblem;
import vn.minhbach.core.appraise.marking.AgreeBlock;
import vn.minhbach.core.appraise.marking.Cell;
import vn.minhbach.core.appraise.marking.CellView;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.MarkCriterion;
import vn.minhbach.core.appraise.marking.MarkDraft;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.ReadColumn;
import vn.minhbach.core.appraise.marking.ReadMarks;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.memory.Appraisal;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.core.prepare.source.SourceHead;
import vn.minhbach.core.prepare.source.SourceId;

/** What a member finds in its queue, and in which order. */
class RiskQueueTest {

  private static final CriterionId FIRST = new CriterionId("I.1");
  private static final CriterionId SECOND = new CriterionId("I.2");

  /** Read by SNV; with appraiser2's own body among them, of which it must not hear. */
  private static final List<String> UNITS =
      List.of("SXD", "STP", "SGTVT", "SYT", "SNV", "STC", "SCT");

  private static final String READER = "appraiser2";

  private final Set<String> risky = new TreeSet<>();
  private final Risks risks = (campaign, unit, criterion) -> risky.contains(unit.value());
  private final Appraisal appraisal = new Appraisal(Province.opened(), risks);
  private final Province province = appraisal.province;
  private final Baselines baselines = new Baselines(province.extractions);
  private final List<SharedFiles.Shared> shared = new ArrayList<>();

  private final MarkCriterion mark =
      new MarkCriterion(
          province.forms,
          baselines,
          province.memory.marks(),
          appraisal.duties,
          risks,
          province.memory.units(),
          Hearings.NONE,
          province.commits);
  private final ReadMarks sheets =
      new ReadMarks(
          province.forms,
          baselines,
          province.memory.marks(),
          appraisal.duties,
          risks,
          province.memory.units(),
          (campaign, unit) -> Set.of());
  private final ReadColumn reading =
      new ReadColumn(
          province.forms,
          province.memory.submissions(),
          baselines,
          province.memory.marks(),
          appraisal.duties,
          risks,
          province.memory.units());
  private final WorkList work = new WorkList(reading, Hearings.NONE);
  private final RiskQueue queue =
      new RiskQueue(
          reading,
          new LastYear(
              province.memory.campaigns(),
              province.memory.units(),
              province.memory.criteriaSets(),
              province.memory.submissions()),
          province.board,
          new Findings());

  private final class Findings implements SharedFiles {
    @Override
    public void put(Holder holder) {
      throw new AssertionError();
    }

    @Override
    public List<Holder> holders(CampaignId campaign, String sha256) {
      throw new AssertionError();
    }

    @Override
    public void put(UnitCode at, Shared found) {
      throw new AssertionError();
    }

    @Override
    public List<Shared> at(CampaignId campaign, UnitCode unit) {
      throw new AssertionError();
    }

    @Override
    public List<Shared> all(CampaignId campaign) {
      return shared;
    }
  }

  private void play() {
    accepted(appraisal.appointed(Appraisal.FIVE));
    accepted(
        appraisal.assigned(
            Map.of(
                "shares",
                Stream.of(FIRST, SECOND)
                    .map(id ->
                        Map.<String, Object>of(
                            "group", 1L, "criterion", id.value(), "account", READER))
                    .toList())));
    int part = 40;
    for (String unit : UNITS) {
      int share = unit.equals("SYT") ? 100 : part++;
      accepted(province.save(unit, "I.1", Map.of("inputs", Map.of("a", share, "b", 100)), OPENED));
      if (unit.equals("STP")) {
        file(unit);
      }
      province.answerAllBut(unit, Set.of("I.1"));
      accepted(province.submit(unit, OPENED));
    }
  }

  private void file(String unit) {
    var file = province.evidence(unit, "I.1");
    province.vault.put(
        file.id(),
        new EvidenceVault.Arrival(
            1000,
            "ab".repeat(32),
            "tag",
            OPENED,
            Optional.of("application/pdf"),
            Optional.empty(),
            0));
    accepted(province.checkEvidence.arrived(ID, new UnitCode(unit), file.id(), OPENED));
  }

  private Outcome<RiskQueue.Page> read(String account, RiskQueue.Asked asked) {
    return queue.read(province.campaign(), appraisal.act(account, NOW), asked);
  }

  private static RiskQueue.Asked asked(
      Optional<CriterionId> criterion, Optional<RiskQueue.Place> from, int limit) {
    return new RiskQueue.Asked(Optional.empty(), criterion, from, limit);
  }

  private RiskQueue.Page first(String account) {
    return accepted(read(account, asked(Optional.empty(), Optional.empty(), 50)));
  }

  private static List<String> units(RiskQueue.Page page) {
    return page.lines().stream().map(line -> line.cell().unit().code().value()).toList();
  }

  private static RiskQueue.Line line(RiskQueue.Page page, String unit) {
    return page.lines().stream()
        .filter(line -> line.cell().unit().code().value().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  private static List<Reason.Kind> kinds(RiskQueue.Line line) {
    return line.reasons().stream().map(Reason::kind).toList();
  }

  /** The same cell as the unit's sheet has it, from the whole form. */
  private Cell onTheSheet(RiskQueue.Line line) {
    return accepted(
            sheets.read(province.campaign(), line.cell().unit(), appraisal.act(READER, NOW)))
        .lines()
        .stream()
        .map(one -> one.view().cell())
        .filter(cell -> cell.id().equals(line.cell().view().cell().id()))
        .findFirst()
        .orElseThrow();
  }

  private CellView mark(String account, RiskQueue.Line line) {
    return accepted(
        mark.mark(
            province.campaign(),
            line.cell().unit(),
            FIRST,
            appraisal.act(account, NOW),
            Condition.NONE,
            MarkDraft.read(
                Map.of("agree", true, "seen", line.cell().view().cell().now().token()))));
  }

  @Test
  void firstCriterionWithWorkComesRiskiestFirstThenByCodeWithoutTheOwnBody() {
    play();
    RiskQueue.Page page = first(READER);
    assertEquals(List.of("SYT", "SCT", "SGTVT", "STC", "STP", "SXD"), units(page));
    assertEquals(List.of(WITHOUT_EVIDENCE, OUTLIER), kinds(line(page, "SYT")));
    assertEquals(List.of(), kinds(line(page, "SXD")));
    assertTrue(page.lines().stream().allMatch(line -> line.cell().toDo()));
    assertEquals(Optional.of(new RiskQueue.Place(1, SECOND, Optional.empty())), page.next());
  }

  /** The very token that the sheet of the unit shows, so that a block takes it. */
  @Test
  void blockOfAgreementsIsSentFromAPageAsItIs() {
    play();
    RiskQueue.Page page = first(READER);
    page.lines().forEach(line -> assertEquals(onTheSheet(line), line.cell().view().cell()));
    assertEquals(1, line(page, "STP").cell().files().size());
    var blocks = new AgreeBlock(mark, appraisal.duties, province.memory.units());
    AgreeBlock.Result result =
        accepted(
            blocks.agree(
                province.campaign(),
                appraisal.act(READER, NOW),
                Outcome.accepted(
                    new AgreeBlock.Block(
                        FIRST,
                        page.lines().stream()
                            .map(line ->
                                new AgreeBlock.Asked(
                                    line.cell().unit().code().value(),
                                    line.cell().view().cell().now()))
                            .toList()))));
    assertEquals(List.of(), result.skipped());
    assertEquals(6, result.marked().size());
    RiskQueue.Page next = first(READER);
    assertEquals(SECOND, next.lines().getFirst().cell().view().cell().id());
    RiskQueue.Page named = accepted(read(READER, asked(Optional.of(FIRST), Optional.empty(), 50)));
    assertEquals(6, named.lines().size());
    assertTrue(named.lines().stream().noneMatch(line -> line.cell().toDo()));
  }

  @Test
  void pagesOfACriterionLoseAndRepeatNothingWhateverIsMarkedBetween() {
    play();
    var seen = new ArrayList<String>();
    Optional<RiskQueue.Place> from = Optional.empty();
    do {
      RiskQueue.Page page = accepted(read(READER, asked(Optional.of(FIRST), from, 2)));
      page.lines().stream()
          .filter(line -> line.cell().toDo())
          .forEach(line -> {
            seen.add(line.cell().unit().code().value());
            mark(READER, line);
          });
      from = page.next();
    } while (from.isPresent());
    assertEquals(List.of("SYT", "SCT", "SGTVT", "STC", "STP", "SXD"), seen);
  }

  @Test
  void fileOfSeveralUnitsNamesThoseThatTheReaderMayKnow() {
    play();
    shared.add(
        new SharedFiles.Shared(
            ID,
            "ab".repeat(32),
            Set.of(new UnitCode("STP"), new UnitCode("SNV"), new UnitCode("SXD")),
            1));
    RiskQueue.Line line = line(first(READER), "STP");
    assertEquals(List.of(SHARED_FILE), kinds(line));
    assertTrue(
        line.reasons().getFirst().fault().facts().get("units").equals("SXD"),
        line.reasons().getFirst().fault().facts()::toString);
    shared.clear();
    shared.add(
        new SharedFiles.Shared(
            ID, "ab".repeat(32), Set.of(new UnitCode("STP"), new UnitCode("SNV")), 2));
    assertEquals(List.of(), kinds(line(first(READER), "STP")));
  }

  /** The province's figure, read by criterion and not by form, comes to the same cell. */
  @Test
  void confirmedFigureLeavesNothingToDoAndAContestedOneComesFirst() {
    String csv = "unit,criterion,inputs\nSXD,II.1,a=50;b=100\nSYT,II.1,a=50;b=100\n";
    accepted(
        SourceHead.read(
                Map.of(
                    "system", "QLVB",
                    "from", "2020-01-01",
                    "to", "2020-06-30",
                    "by", "N",
                    "extractedAt", "2020-07-01T08:00:00+07:00"),
                OPENED)
            .flatMap(head ->
                province.importSource.bring(
                    ID,
                    new SourceId("qlvb"),
                    Province.act(OPENED),
                    new ImportSource.Sent(head, csv, text -> Outcome.accepted(Map.of())))));
    CriterionId id = new CriterionId("II.1");
    accepted(appraisal.appointed(Appraisal.FIVE));
    accepted(
        appraisal.assigned(
            Map.of(
                "shares",
                List.of(Map.of("group", 1L, "criterion", id.value(), "account", READER)))));
    accepted(province.save("SXD", "II.1", Map.of("confirm", true), OPENED));
    accepted(province.save("STP", "II.1", Map.of("inputs", Map.of("a", 55, "b", 100)), OPENED));
    accepted(
        province.save(
            "SYT",
            "II.1",
            Map.of("inputs", Map.of("a", 60, "b", 100), "contest", Map.of("reason", "Đếm thiếu")),
            OPENED));
    for (String unit : List.of("SXD", "SYT", "STP")) {
      province.answerAllBut(unit, Set.of("II.1"));
      accepted(province.submit(unit, OPENED));
    }
    RiskQueue.Page page = accepted(read(READER, asked(Optional.of(id), Optional.empty(), 50)));
    assertEquals("SYT", units(page).getFirst());
    assertTrue(kinds(page.lines().getFirst()).contains(Reason.Kind.CONTESTED));
    assertEquals("SXD", units(page).getLast(), "nothing is to be done there");
    assertEquals(Marking.State.SETTLED, line(page, "SXD").cell().view().marking().state());
    page.lines().forEach(line -> assertEquals(onTheSheet(line), line.cell().view().cell()));
  }

  private List<WorkList.Column> work(String account, boolean signatures) {
    var columns = new ArrayList<WorkList.Column>();
    Optional<ColumnStart> from = Optional.empty();
    do {
      WorkList.Page page =
          accepted(
              work.read(
                  province.campaign(),
                  appraisal.act(account, NOW),
                  new WorkList.Asked(signatures, from, 3)));
      columns.addAll(page.columns());
      from = page.next();
    } while (from.isPresent());
    return columns;
  }

  private static List<String> waiting(List<WorkList.Column> columns) {
    return columns.stream()
        .flatMap(column ->
            column.waiting().stream()
                .map(one -> column.criterion().id() + " " + one.cell().unit().code()))
        .toList();
  }

  /**
   * A rival's cut waits for a signature of another body: who leads sees it, its author does not.
   */
  @Test
  void workListCountsOwnCellsAndNamesWhatWaitsForASignature() {
    play();
    List<WorkList.Column> before = work(READER, false);
    assertEquals(
        List.of(FIRST, SECOND),
        before.stream().filter(one -> one.cells() == 6).map(one -> one.criterion().id()).toList());
    assertTrue(before.stream().allMatch(one -> one.toDo() == one.cells()));
    RiskQueue.Line line = line(first(READER), "SXD");
    accepted(
        mark.mark(
            province.campaign(),
            line.cell().unit(),
            FIRST,
            appraisal.act(READER, NOW),
            Condition.NONE,
            MarkDraft.read(
                Map.of(
                    "points", "0.00",
                    "reason", "Chưa có hóa đơn",
                    "seen", line.cell().view().cell().now().token()))));
    WorkList.Column after = work(READER, true).getFirst();
    assertEquals(after.cells() - 1, after.toDo());
    assertEquals(List.of(), after.waiting(), "nobody signs for themselves");
    List<String> cut = List.of("I.1 SXD");
    boolean twice = line.cell().view().cell().twice();
    assertEquals(twice ? List.of() : cut, waiting(work("lead", false)));
    String other =
        Stream.of("appraiser1", "appraiser3", "appraiser4", "appraiser5")
            .filter(account -> waiting(work(account, true)).equals(cut))
            .findFirst()
            .orElse("nobody");
    assertEquals(twice, other.equals("nobody"));
  }

  /** Neither by state, etag or order is the second reader told that the first has marked. */
  @Test
  void blindSecondReaderLearnsNothingOfTheFirst() {
    risky.addAll(UNITS);
    play();
    String second =
        Stream.of("appraiser1", "appraiser3", "appraiser4", "appraiser5")
            .filter(account ->
                first(account).lines().stream()
                    .anyMatch(line -> line.cell().unit().code().value().equals("SXD")))
            .findFirst()
            .orElseThrow();
    RiskQueue.Page before = first(second);
    assertEquals(Optional.of(Duty.Reading.SECOND), line(before, "SXD").cell().reading());
    mark(READER, line(first(READER), "SXD"));
    RiskQueue.Page after = first(second);
    assertEquals(units(before), units(after));
    CellView view = line(after, "SXD").cell().view();
    assertEquals(Marking.State.UNMARKED, view.marking().state());
    assertEquals(Optional.empty(), view.etag());
    assertEquals(List.of(), view.readings());
    assertTrue(line(after, "SXD").cell().toDo());
    assertFalse(line(first(READER), "SXD").cell().toDo());
    assertEquals(
        Marking.State.AWAITS_SECOND, line(first("lead"), "SXD").cell().view().marking().state());
  }

  @Test
  void sampleIsToldToWhoReadsSecondOrLeadsAndNeverToWhoReadsFirst() {
    play();
    boolean told = false;
    for (CriterionId criterion : List.of(FIRST, SECOND)) {
      RiskQueue.Asked asked = asked(Optional.of(criterion), Optional.empty(), 50);
      for (String account : List.of(READER, "lead", "appraiser1", "appraiser4", "appraiser5")) {
        for (RiskQueue.Line line : accepted(read(account, asked)).lines()) {
          boolean says = kinds(line).contains(Reason.Kind.SAMPLE);
          assertFalse(says && line.cell().reading().equals(Optional.of(Duty.Reading.FIRST)));
          told |= says;
        }
      }
    }
    int drawn = 0;
    for (CriterionId criterion : List.of(FIRST, SECOND)) {
      for (String unit : UNITS) {
        boolean sampled =
            accepted(appraisal.duties.readers(province.campaign(), 1, appraisal.act("lead", NOW)))
                .sampled(province.unit(unit), criterion);
        drawn += sampled ? 1 : 0;
      }
    }
    assertEquals(drawn > 0, told);
  }

  @Test
  void othersFindOnlyWhatIsTheirsAndWhoLeadsFindsAllButTheOwnBody() {
    play();
    assertEquals(6 + 1, first("lead").lines().size());
    assertTrue(
        accepted(read("appraiser5", asked(Optional.of(FIRST), Optional.empty(), 50)))
            .lines()
            .stream()
            .allMatch(line ->
                line.cell().reading().equals(Optional.of(Duty.Reading.SECOND))
                    || line.cell().unit().code().value().equals("SNV")),
        "second readings, and what it reads in the place of who is recused");
    assertFalse(units(first("deputy")).contains("SNV"));
  }

  @Test
  void refusedWithoutATeamForWhoIsNoMemberAndForWhatIsNotThere() {
    refused(
        TeamProblem.NO_TEAM,
        queue.read(
            province.campaign(), Province.act(NOW), asked(Optional.empty(), Optional.empty(), 50)));
    play();
    refused(
        TeamProblem.NOT_A_MEMBER, read("stranger", asked(Optional.empty(), Optional.empty(), 50)));
    refused(
        TeamProblem.NOTHING_ASSIGNED,
        read(READER, new RiskQueue.Asked(Optional.of(2), Optional.empty(), Optional.empty(), 50)));
    refused(
        CriteriaProblem.UNKNOWN_CRITERION,
        read(READER, asked(Optional.of(new CriterionId("IX.9")), Optional.empty(), 50)));
    refused(
        CriteriaProblem.UNKNOWN_CRITERION,
        read(
            READER,
            asked(
                Optional.empty(),
                Optional.of(new RiskQueue.Place(1, new CriterionId("IX.9"), Optional.empty())),
                50)));
  }
}
