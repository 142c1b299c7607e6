package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.appraise.explanation.AnswerExplanation;
import vn.minhbach.core.appraise.explanation.AskExplanation;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.explanation.HearExplanations;
import vn.minhbach.core.appraise.marking.AgreeBlock;
import vn.minhbach.core.appraise.marking.CellView;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.MarkCriterion;
import vn.minhbach.core.appraise.marking.MarkDraft;
import vn.minhbach.core.appraise.marking.Seen;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.core.appraise.petition.HearPetitions;
import vn.minhbach.core.appraise.petition.WritePetition;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/** Marks on the real store: hands that write at the same instant. */
class MarksTest {

  private static final Instant SENT = Instant.parse("2020-09-20T01:00:00Z");
  private static final Instant NOW = Instant.parse("2020-10-05T02:00:00Z");
  private static final CriterionId CRITERION = new CriterionId("I.1");

  /** Of a form of one answer; four of each write are the head and the entry. */
  private static final String COSTS =
      "{a block, a cell=10.0, a cut=9.0, a question=11.0, an answer=8.0, an answer signed=9.0,"
          + " judged again=10.0, a petition=8.0, a petition signed=9.0, a decision=11.0}";

  @RegisterExtension final EmbeddedTable embedded = new EmbeddedTable();

  private final Unit unit =
      new Unit(Sample.DISTRICT, 2, "district_city", "UBND thành phố Hạ Long", Optional.empty());

  /** The unit, the body of the team, and 41 units more of the same group. */
  private final List<Unit> register =
      Stream.concat(
              Stream.of(
                  unit,
                  new Unit(new UnitCode("STTTT"), 1, "department", "STTTT", Optional.empty())),
              IntStream.range(0, 42)
                  .mapToObj(n ->
                      new Unit(
                          new UnitCode("9" + (100 + n)),
                          2,
                          "district_city",
                          "UBND thành phố số " + n,
                          Optional.empty())))
          .toList();

  private DynamoTable table;
  private Campaign campaign;
  private Forms forms;
  private Commits commits;
  private MarkCriterion marks;
  private AgreeBlock blocks;
  private AskExplanation asking;
  private AnswerExplanation answering;
  private WritePetition writing;
  private DecidePetition deciding;

  @BeforeEach
  void appraises() {
    table = embedded.table();
    build(table);
    var sets = new DynamoCriteriaSets(table);
    sets.stage(
        campaign.id(),
        2,
        1,
        new ResourceTemplates().find("131-2020").orElseThrow().criteria().get(2));
    new DynamoUnits(table).stage(campaign.id(), 1, register);
    new DynamoTeams(table)
        .stage(
            new Team(
                campaign.id(),
                1,
                new Team.Decision("45/QĐ-UBND", LocalDate.of(2020, 9, 1)),
                "0".repeat(64),
                7,
                List.of(member("first", TeamRole.APPRAISER), member("lead", TeamRole.LEAD))),
            List.of());
    new DynamoAssignments(table)
        .stage(
            new Assignment(
                campaign.id(),
                2,
                1,
                List.of(new Assignment.Share(Optional.of(CRITERION), List.of(), "first"))));
    delivered(unit);
  }

  private void build(DynamoTable on) {
    campaign =
        Sample.campaign(Sample.CAMPAIGN.value())
            .withUnits(1)
            .withCriteria(2, 1)
            .withTeam(1)
            .withAssignment(2, 1)
            .withStage(Stage.OPEN)
            .withOpenedAt(SENT.minusSeconds(9));
    forms =
        new Forms(new DynamoSubmissions(on), new DynamoCriteriaSets(on), new DynamoCorrections(on));
    commits =
        new Commits(
            new CommitProtocol(
                new DynamoCommit(on),
                new DynamoReceipts(on),
                new Attempts(attempt -> {}, Attempts.PATIENT),
                Sample::nonce));
    marks =
        new MarkCriterion(
            forms,
            new Baselines(new DynamoSources(on)),
            new DynamoMarks(on),
            new Duties(new DynamoTeams(on), new DynamoAssignments(on), Risks.NONE),
            Risks.NONE,
            new DynamoUnits(on),
            hearings(on),
            commits);
    blocks =
        new AgreeBlock(
            marks,
            new Duties(new DynamoTeams(on), new DynamoAssignments(on), Risks.NONE),
            new DynamoUnits(on));
    var docket = docket(on);
    asking = new AskExplanation(docket, new DynamoExplanations(on), commits);
    answering = new AnswerExplanation(forms, new DynamoExplanations(on), commits);
    writing = new WritePetition(forms, new DynamoPetitions(on), commits);
    deciding = new DecidePetition(docket, new DynamoPetitions(on), commits);
  }

  private Docket docket(DynamoTable on) {
    return new Docket(
        forms,
        new Baselines(new DynamoSources(on)),
        new DynamoMarks(on),
        new Duties(new DynamoTeams(on), new DynamoAssignments(on), Risks.NONE),
        Risks.NONE,
        new DynamoUnits(on));
  }

  private Hearings hearings(DynamoTable on) {
    return Hearings.all(
        List.of(
            new HearExplanations(
                new DynamoExplanations(on), new DynamoMarks(on), forms, docket(on), commits),
            new HearPetitions(new DynamoPetitions(on))));
  }

  private static Member member(String account, TeamRole role) {
    return new Member(
        account,
        account,
        Optional.of(new UnitCode("STTTT")),
        role,
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The district's form, of one answer, as it was sent. */
  private void delivered(Unit unit) {
    save(unit, answer(1, SENT));
    accepted(
        commits.until(() ->
            forms
                .head(campaign, unit)
                .map(open -> {
                  Head signed =
                      open.withSignature(
                          new Head.Signature(
                              SENT,
                              "signer",
                              "Nguyễn Thị An",
                              "Chủ tịch",
                              Optional.empty(),
                              false,
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty()));
                  return Decision.commit(
                      true,
                      commits.move(
                          open,
                          signed,
                          Move.SIGN,
                          List.of(),
                          Note.of(SENT, said("FORM_SUBMITTED"))));
                })));
  }

  private void save(Unit unit, Answer answer) {
    accepted(
        commits.until(() ->
            forms
                .head(campaign, unit)
                .map(open ->
                    Decision.commit(
                        true,
                        commits.move(
                            open,
                            open,
                            open.state().editable() ? Move.EDIT : Move.AMEND,
                            List.of(PutAnswer.in(open, answer)),
                            Note.of(answer.at(), said("ANSWER_SAVED")))))));
  }

  private static Sample.Said said(String kind) {
    return new Sample.Said(kind, new Body().with("by", "unit"));
  }

  private static Answer answer(long version, Instant at) {
    return new Answer(
        CRITERION,
        Answer.Content.of(Map.of("a", 1L, "b", 2L), Optional.of(Points.of("2.00"))),
        Answer.Authorship.own(1, at, "unit"),
        version);
  }

  private Outcome<CellView> mark(String account, Role role, String etag, Object... body) {
    return mark(unit, account, role, etag, body);
  }

  private Outcome<CellView> mark(
      Unit unit, String account, Role role, String etag, Object... body) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < body.length; i += 2) {
      tree.put((String) body[i], body[i + 1]);
    }
    return marks.mark(
        campaign,
        unit,
        CRITERION,
        new Act(
            new Caller(account, Set.of(role), Optional.of(new UnitCode("STTTT"))),
            NOW,
            Optional.empty()),
        new Condition(Optional.ofNullable(etag)),
        MarkDraft.read(tree));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal);
        },
        value -> value);
  }

  private static String told(Outcome<?> outcome) {
    return outcome.fold(refusal -> refusal.problem().toString(), value -> "accepted");
  }

  /** Runs all at one instant, each on a thread of its own. */
  private static List<String> together(List<Callable<Outcome<?>>> hands) throws Exception {
    var barrier = new CyclicBarrier(hands.size());
    try (var threads = Executors.newFixedThreadPool(hands.size())) {
      var running = new ArrayList<Future<String>>();
      for (Callable<Outcome<?>> hand : hands) {
        running.add(
            threads.submit(() -> {
              barrier.await();
              return told(hand.call());
            }));
      }
      var told = new ArrayList<String>();
      for (Future<String> one : running) {
        told.add(one.get());
      }
      return told;
    }
  }

  private List<Entry> marked() {
    return new DynamoLedger(table)
        .entries(forms.head(campaign, unit).fold(refusal -> null, Head::chain), 0, 100);
  }

  private void chainIsWhole() {
    Head head = accepted(forms.head(campaign, unit));
    assertEquals(List.of(), Verification.faults(marked(), head.tip()));
  }

  @Test
  void ofTwoWindowsOfOneMarkerAtOneInstantOneMarksAndTheOtherIsToldTheEtag() throws Exception {
    List<String> told =
        together(
            List.of(
                () -> mark("first", Role.APPRAISER, null, "agree", true),
                () ->
                    mark(
                        "first",
                        Role.APPRAISER,
                        null,
                        "points",
                        "1.00",
                        "reason",
                        "Thiếu một máy")));
    assertEquals(
        List.of("IF_MATCH_REQUIRED", "accepted"),
        told.stream().sorted().toList(),
        "one winner, and the other is told");
    Mark stored = new DynamoMarks(table).find(campaign.id(), unit.code(), CRITERION).orElseThrow();
    assertEquals(1, stored.version());
    chainIsWhole();
  }

  @Test
  void readerAndLeadAtOneInstantNeverLoseEachOthersWord() throws Exception {
    accepted(mark("first", Role.APPRAISER, null, "agree", true));
    List<String> told =
        together(
            List.of(
                () ->
                    mark(
                        "first", Role.APPRAISER, "m1", "points", "1.00", "reason", "Thiếu một máy"),
                () ->
                    mark(
                        "lead",
                        Role.LEAD,
                        "m1",
                        "points",
                        "1.50",
                        "reason",
                        "Đã kiểm tra tại chỗ")));
    assertEquals(1, told.stream().filter("accepted"::equals).count(), told::toString);
    assertTrue(
        told.stream().anyMatch(one -> one.equals("STALE") || one.equals("MARK_DECIDED")),
        told::toString);
    assertEquals(
        2,
        new DynamoMarks(table).find(campaign.id(), unit.code(), CRITERION).orElseThrow().version());
    chainIsWhole();
  }

  @Test
  void unitThatChangesItsAnswerAtTheInstantOfTheMarkLeavesNoMarkOfWhatWasNotSeen()
      throws Exception {
    String seen = "a1.-.1";
    List<String> told =
        together(
            List.of(
                () -> mark("first", Role.APPRAISER, null, "agree", true, "seen", seen),
                () -> {
                  save(unit, answer(2, NOW));
                  return Outcome.accepted(true);
                }));
    Optional<Mark> stored = new DynamoMarks(table).find(campaign.id(), unit.code(), CRITERION);
    if (told.getFirst().equals("accepted")) {
      assertEquals("a1", stored.orElseThrow().readings().getFirst().seen().answer());
      assertEquals(
          Set.of(Seen.Moved.ANSWER),
          stored.orElseThrow().readings().getFirst().seen().moved(new Seen("a2", "-", 1)));
    } else {
      assertEquals("CHANGED_SINCE_SEEN", told.getFirst());
      assertEquals(Optional.empty(), stored);
    }
    assertEquals("accepted", told.getLast(), "the unit's own word is never held up");
    chainIsWhole();
  }

  /** The use as a whole, as request units of reads and writes. */
  @Test
  void markCostsTheSameHoweverManyUnitsThereAre() {
    var metering = new Metering();
    try (DynamoDbClient client =
        embedded
            .builder()
            .overrideConfiguration(all -> all.addExecutionInterceptor(metering))
            .build()) {
      build(embedded.table(client));
      // What never changes is read once by an instance.
      accepted(mark("first", Role.APPRAISER, null, "agree", true));
      double alone =
          metering.of(() ->
              accepted(
                  mark("first", Role.APPRAISER, "m1", "points", "1.00", "reason", "Thiếu máy")));
      List<Unit> others = register.subList(2, register.size());
      uses(metering, others.getFirst());
      Map<String, Double> first = uses(metering, others.get(1));
      for (Unit other : others.subList(2, others.size() - 1)) {
        delivered(other);
        accepted(mark(other, "first", Role.APPRAISER, null, "agree", true));
      }
      double among40 =
          metering.of(() ->
              accepted(
                  mark("first", Role.APPRAISER, "m2", "points", "1.50", "reason", "Thiếu máy")));
      assertEquals(alone, among40, "request units of a mark");
      assertEquals(9, alone, "form of one answer 1, mark 1, explanation 1, and 6 written");
      assertEquals(
          first, uses(metering, others.getLast()), "each use, among few units and among many");
      assertEquals(COSTS, first.toString(), "request units of each use");
    }
  }

  /** Each use of marks and hearings at a unit, as request units, in the order of the plan. */
  private Map<String, Double> uses(Metering metering, Unit of) {
    delivered(of);
    var costs = new LinkedHashMap<String, Double>();
    Consumer<Map.Entry<String, Supplier<Outcome<?>>>> use =
        one -> costs.put(one.getKey(), metering.of(() -> accepted(one.getValue().get())));
    Campaign before = campaign;
    use.accept(
        Map.entry(
            "a block, a cell", () -> block(of).map(result -> assertOne(result.marked().size()))));
    use.accept(
        Map.entry(
            "a cut",
            () ->
                mark(of, "first", Role.APPRAISER, "m1", "points", "1.00", "reason", "Thiếu máy")));
    use.accept(
        Map.entry(
            "a question",
            () ->
                asking.ask(
                    campaign,
                    of,
                    act("lead", Role.LEAD, "STTTT"),
                    AskExplanation.read(
                        Map.of(
                            "criteria",
                            List.of(Map.of("criterion", "I.1", "question", "Ở đâu?")))))));
    use.accept(
        Map.entry(
            "an answer",
            () ->
                answering.answer(
                    campaign,
                    of,
                    CRITERION,
                    act("unit", Role.UNIT, of.code().value()),
                    Condition.NONE,
                    AnswerExplanation.draft(Map.of("text", "Đây"), campaign))));
    use.accept(
        Map.entry(
            "an answer signed",
            () ->
                answering.submit(
                    campaign,
                    of,
                    act("signer", Role.SIGNER, of.code().value()),
                    new Condition(Optional.of("x2")),
                    AnswerExplanation.submission(signature()))));
    use.accept(
        Map.entry(
            "judged again",
            () ->
                mark(of, "first", Role.APPRAISER, "m3", "points", "1.00", "reason", "Vẫn thiếu")));
    campaign =
        campaign.withProvisional(
            new Campaign.Provisional(1, NOW.plusSeconds(1), NOW.plusSeconds(86_400)));
    use.accept(
        Map.entry(
            "a petition",
            () ->
                writing.write(
                    campaign,
                    of,
                    act("unit", Role.UNIT, of.code().value()),
                    Condition.NONE,
                    WritePetition.read(Map.of("criterion", "I.1", "text", "Xem lại")))));
    use.accept(
        Map.entry(
            "a petition signed",
            () ->
                writing.sign(
                    campaign,
                    of,
                    act("signer", Role.SIGNER, of.code().value()),
                    new Condition(Optional.of("p1")),
                    WritePetition.signer(signature()))));
    use.accept(
        Map.entry(
            "a decision",
            () ->
                deciding.decide(
                    campaign,
                    of,
                    "I.1",
                    act("lead", Role.LEAD, "STTTT"),
                    new Condition(Optional.of("p2")),
                    DecidePetition.read(Map.of("decision", "kept", "reason", "Giữ nguyên")))));
    campaign = before;
    return costs;
  }

  private static boolean assertOne(int marked) {
    assertEquals(1, marked, "cells that the block marked");
    return true;
  }

  private Outcome<AgreeBlock.Result> block(Unit of) {
    return blocks.agree(
        campaign,
        act("first", Role.APPRAISER, "STTTT"),
        AgreeBlock.read(
            Map.of(
                "criterion",
                "I.1",
                "units",
                List.of(Map.of("unit", of.code().value(), "seen", "a1.-.1")))));
  }

  private static Act act(String account, Role role, String body) {
    return new Act(
        new Caller(account, Set.of(role), Optional.of(new UnitCode(body))), NOW, Optional.empty());
  }

  private Outcome<?> ask(String account, Role role) {
    return asking.ask(
        campaign,
        unit,
        act(account, role, "STTTT"),
        AskExplanation.read(
            Map.of("criteria", List.of(Map.of("criterion", "I.1", "question", "Hóa đơn?")))));
  }

  private Outcome<?> answer(String account, String text) {
    return answering.answer(
        campaign,
        unit,
        CRITERION,
        act(account, Role.UNIT, unit.code().value()),
        Condition.NONE,
        AnswerExplanation.draft(Map.of("text", text), campaign));
  }

  private static Map<String, Object> signature() {
    return Map.of(
        "signedBy", Map.of("name", "Trần Văn Bình", "title", "Chủ tịch"),
        "letter", Map.of("number", "212/UBND", "date", "2020-10-06"));
  }

  private Outcome<?> confirm(String account, String etag) {
    return answering.submit(
        campaign,
        unit,
        act(account, Role.SIGNER, unit.code().value()),
        new Condition(Optional.of(etag)),
        AnswerExplanation.submission(signature()));
  }

  @Test
  void ofTwoHandsAtOneInstantOneIsHeardAndTheOtherToldWhatStands() throws Exception {
    accepted(mark("first", Role.APPRAISER, null, "points", "1.00", "reason", "Thiếu hóa đơn"));
    assertEquals(
        List.of("ALREADY_ASKED", "accepted"),
        together(List.of(() -> ask("first", Role.APPRAISER), () -> ask("lead", Role.LEAD))).stream()
            .sorted()
            .toList());
    assertEquals(
        List.of("IF_MATCH_REQUIRED", "accepted"),
        together(List.of(() -> answer("one", "Đây"), () -> answer("two", "Không có"))).stream()
            .sorted()
            .toList());
    assertEquals(
        1,
        together(List.of(() -> confirm("one", "x2"), () -> confirm("two", "x2"))).stream()
            .filter("accepted"::equals)
            .count());
    Explanation stored =
        new DynamoExplanations(table).find(campaign.id(), unit.code(), CRITERION).orElseThrow();
    assertEquals(3, stored.version());
    assertTrue(stored.last().orElseThrow().confirmed().isPresent());
    chainIsWhole();
  }

  @Test
  void ofTwoPetitionsAndTwoDecisionsAtOneInstantThereIsOne() throws Exception {
    accepted(mark("first", Role.APPRAISER, null, "points", "1.00", "reason", "Thiếu hóa đơn"));
    campaign =
        campaign.withProvisional(
            new Campaign.Provisional(1, NOW.minusSeconds(1), NOW.plusSeconds(86_400)));
    assertEquals(
        List.of("IF_MATCH_REQUIRED", "accepted"),
        together(List.of(() -> petition("one", "Một"), () -> petition("two", "Hai"))).stream()
            .sorted()
            .toList());
    accepted(
        writing.sign(
            campaign,
            unit,
            act("signer", Role.SIGNER, unit.code().value()),
            new Condition(Optional.of("p1")),
            WritePetition.signer(signature())));
    assertEquals(
        List.of("PETITION_DECIDED", "accepted"),
        together(List.of(() -> decide("Giữ nguyên"), () -> decide("Vẫn thiếu"))).stream()
            .sorted()
            .toList());
    assertEquals(1, new DynamoPetitions(table).ofUnit(campaign.id(), unit.code()).size());
    chainIsWhole();
  }

  private Outcome<?> petition(String account, String text) {
    return writing.write(
        campaign,
        unit,
        act(account, Role.UNIT, unit.code().value()),
        Condition.NONE,
        WritePetition.read(Map.of("criterion", "I.1", "text", text)));
  }

  private Outcome<?> decide(String reason) {
    return deciding.decide(
        campaign,
        unit,
        "I.1",
        act("lead", Role.LEAD, "STTTT"),
        new Condition(Optional.of("p2")),
        DecidePetition.read(Map.of("decision", "kept", "reason", reason)));
  }
}
