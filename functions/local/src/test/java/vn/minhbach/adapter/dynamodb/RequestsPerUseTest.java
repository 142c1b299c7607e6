package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.UNIT;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.ReadAhead;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.hint.HintProblem;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.hint.Plausibility;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.Tally;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.CampaignTemplates;
import vn.minhbach.core.prepare.campaign.DeskSettings;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.source.Provenance;
import vn.minhbach.core.prepare.source.UnitFigures;
import vn.minhbach.core.unit.Unit;

/**
 * What the two commonest uses ask of DynamoDB, by how many files a form has: {@code
 * -Drequests.files=990} measures one size more (a unit has 1,000 records at most).
 */
class RequestsPerUseTest {

  private static final CampaignId CAMPAIGN = Sample.CAMPAIGN;
  private static final CampaignId BEFORE = new CampaignId("131-2019");
  private static final CriterionId CRITERION = new CriterionId("I.1");
  private static final String ACCOUNT = "unit-06649";
  private static final Unit COMMUNE =
      new Unit(UNIT, 3, "ward", "Phường Hồng Gai", Optional.of(Sample.DISTRICT));

  @RegisterExtension final EmbeddedTable embedded = new EmbeddedTable();

  private final Metering metering = new Metering();

  /** Of the answer as it was read last. */
  private long version = 1;

  private DynamoTable table;
  private DynamoCampaigns campaigns;
  private DynamoUnits units;
  private DynamoSubmissions submissions;
  private DynamoAccounts accounts;
  private DynamoReadAhead ahead;
  private Commits commits;
  private Forms forms;
  private SaveAnswer save;
  private Hints hints;

  @BeforeEach
  void anInstanceThatHasServedTheCampaign() {
    DynamoDbClient client =
        embedded
            .builder()
            .overrideConfiguration(all -> all.addExecutionInterceptor(metering))
            .build();
    table = embedded.table(client);
    campaigns = new DynamoCampaigns(table);
    units = new DynamoUnits(table);
    submissions = new DynamoSubmissions(table);
    accounts = new DynamoAccounts(table);
    ahead = new DynamoReadAhead(table, campaigns, units);
    var sets = new DynamoCriteriaSets(table);
    var sources = new DynamoSources(table);
    commits =
        new Commits(
            new CommitProtocol(
                new DynamoCommit(table),
                new DynamoReceipts(table),
                new Attempts(attempt -> {}),
                Sample::nonce));
    forms = new Forms(submissions, sets, new DynamoCorrections(table));
    save = new SaveAnswer(forms, new Baselines(sources), new Fillings(units, submissions), commits);
    hints = new Hints(new LastYear(campaigns, units, sets, submissions));

    CampaignTemplates.Template template = new ResourceTemplates().find("131-2020").orElseThrow();
    for (CampaignId id : List.of(BEFORE, CAMPAIGN)) {
      units.stage(id, 1, List.of(COMMUNE));
      sets.stage(id, 3, 1, template.criteria().get(3));
      store(id);
    }
    accounts.stage(CAMPAIGN, 1, List.of(new Account(ACCOUNT, "actor-1", List.of())), List.of());
    var told =
        new Provenance(
            "dvc", 1, "Cổng dịch vụ công", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 30), AT);
    table.put(
        Item.of(
            Keys.figures(CAMPAIGN, "dvc", 1, UNIT),
            Kind.FIGURES,
            Documents.write(new UnitFigures(UNIT, told, List.of()))));
    table.put(
        Item.of(
            Keys.answer(BEFORE, UNIT, CRITERION),
            Kind.ANSWER,
            Documents.write(Sample.answer(CRITERION.value(), 1, "năm trước"))));
  }

  private void store(CampaignId id) {
    Campaign plain = Sample.campaign(id.value());
    CampaignSettings settings = plain.settings();
    var desk =
        new DeskSettings(
            id.equals(CAMPAIGN) ? Optional.of(BEFORE) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Campaign open =
        Campaign.draft(
                id,
                new CampaignSettings(
                    settings.name(),
                    settings.year(),
                    settings.plan(),
                    settings.calendar(),
                    settings.tieRule(),
                    new UploadLimits(20 << 20, 1L << 40, List.of("application/pdf")),
                    Optional.empty(),
                    Optional.of(desk),
                    Optional.empty()))
            .withUnits(1)
            .withCriteria(3, 1)
            .withStage(Stage.OPEN)
            .withOpenedAt(AT.minusSeconds(9));
    if (id.equals(CAMPAIGN)) {
      open = open.withAccounts(1).withSource("dvc", 1);
    }
    new DynamoCommit(table).commit(Sample.change(open, Optional.empty()));
  }

  /** The form as a unit has it late in the season: all answered, and so many files. */
  private void form(int files) {
    Head head = submissions.head(CAMPAIGN, UNIT).orElseGet(() -> Sample.unwritten(UNIT));
    if (!head.stored()) {
      var answers = new ArrayList<PutAnswer>();
      for (int n = 1; n <= 35; n++) {
        answers.add(new PutAnswer(CAMPAIGN, UNIT, Sample.answer("I." + n, 1, "ghi chú " + n)));
      }
      var first = Sample.change(head, answers.toArray(PutAnswer[]::new));
      assertTrue(new DynamoCommit(table).commit(first));
      head = first.head().after();
    }
    int there = submissions.evidenceOf(CAMPAIGN, UNIT).size();
    for (int from = there; from < files; from += 50) {
      var puts = new ArrayList<PutEvidence>();
      Head counted = head;
      for (int n = from; n < Math.min(files, from + 50); n++) {
        Evidence file = Sample.evidence(String.format("%032x", 0xE000 + n), 1);
        counted = counted.withFile(Optional.empty(), file);
        puts.add(new PutEvidence(CAMPAIGN, UNIT, file));
      }
      var more = Sample.change(head, counted, puts.toArray(PutEvidence[]::new));
      assertTrue(new DynamoCommit(table).commit(more));
      head = more.head().after();
    }
  }

  private static List<Integer> sizes() {
    var sizes = new ArrayList<>(List.of(1, 10, 100));
    Optional.ofNullable(Integer.getInteger("requests.files")).ifPresent(sizes::add);
    return sizes;
  }

  @Test
  void anAnswerIsSavedByOneBatchOneQueryAndOneTransactionHoweverManyFilesThereAre(
      TestReporter report) {
    var units = new ArrayList<Double>();
    int figure = 5;
    for (int files : sizes()) {
      form(files);
      saved(figure++); // The first of an instance looks up registers and criteria.
      int next = figure++;
      units.add(metering.of(() -> saved(next)));
      assertEquals(
          Map.of("BatchGetItem", 1, "Query", 1, "TransactWriteItems", 1), metering.requests());
      report.publishEntry(files + " files", units.getLast() + " units");
    }
    assertEquals(1, Set.copyOf(units).size(), units::toString);
  }

  @Test
  void aFileGoesFromItsGrantIntoTheVaultByFiveReadsAndFourTransactions(TestReporter report) {
    for (int files : sizes()) {
      form(files);
      lane(files * 2);
      double spent = metering.of(() -> lane(files * 2 + 1));
      assertEquals(
          Map.of("BatchGetItem", 3, "Query", 2, "TransactWriteItems", 4), metering.requests());
      report.publishEntry(files + " files", spent + " units");
    }
  }

  @Test
  void aHeadThatDoesNotCountItsFilesYetIsSavedWithTheWholeForm() {
    form(10);
    Head head = submissions.head(CAMPAIGN, UNIT).orElseThrow();
    assertEquals(
        new Tally(Map.of(new CriterionId("II.12"), 10)), head.files().tally().orElseThrow());
    Head older = StoredHeads.uncounted(head);
    table.put(StoredHeads.item(older));
    saved(9);
    assertEquals(Optional.empty(), submissions.head(CAMPAIGN, UNIT).orElseThrow().files().tally());
    assertEquals(10, submissions.sheet(CAMPAIGN, UNIT).orElseThrow().evidence().size());
  }

  @Test
  void whatIsReadAheadIsHandedOutOnceSoThatAnotherAttemptReadsAnew() {
    form(1);
    saved(3);
    Head first = submissions.head(CAMPAIGN, UNIT).orElseThrow();
    ahead.during(
        reads(Optional.empty()),
        () -> {
          assertEquals(first, submissions.head(CAMPAIGN, UNIT).orElseThrow());
          var other = Sample.change(first, Sample.put("I.2", 2));
          assertTrue(new DynamoCommit(table).commit(other));
          assertEquals(other.head().after(), submissions.head(CAMPAIGN, UNIT).orElseThrow());
          return Outcome.accepted(first);
        });
  }

  private static ReadAhead.Reads reads(Optional<CriterionId> answer) {
    return new ReadAhead.Reads(CAMPAIGN, UNIT, ACCOUNT, answer);
  }

  private static Act act() {
    return new Act(new Caller("sub-1", Set.of(Role.UNIT), Optional.of(UNIT)), AT, Optional.empty());
  }

  /** As the edge does: campaign, unit and account, then the use. */
  private Campaign admitted() {
    Campaign campaign = campaigns.find(CAMPAIGN).orElseThrow();
    units.find(CAMPAIGN, campaign.unitsVersion(), UNIT).orElseThrow();
    accounts.find(CAMPAIGN, campaign.pointers().accounts().orElseThrow(), ACCOUNT).orElseThrow();
    return campaign;
  }

  private void saved(int figure) {
    Answer stored = put(figure);
    version = stored.version();
    assertEquals((long) figure, stored.inputs().get("a"));
  }

  private Answer put(int figure) {
    return ahead.during(
        reads(Optional.of(CRITERION)),
        () -> {
          SaveAnswer.Saved saved =
              accepted(
                  save.save(
                      admitted(),
                      COMMUNE,
                      CRITERION,
                      act(),
                      new Condition(Optional.of("a" + version)),
                      AnswerDraft.read(Map.of("inputs", Map.of("a", figure, "b", 20)))));
          List<Plausibility.Warning> warnings =
              hints.afterSaving(
                  campaigns.lastRead(CAMPAIGN).orElseThrow(), COMMUNE, saved.form(), CRITERION);
          assertTrue(
              warnings.stream()
                  .anyMatch(warning -> warning.fault().problem().equals(HintProblem.SHARE_JUMPED)),
              () -> "last year stands beside it: " + warnings);
          return saved.answer();
        });
  }

  private void lane(int number) {
    var vault = new Vault();
    var grants =
        new GrantUpload(
            forms, submissions, commits, vault, new DynamoTakedowns(table), Sample::nonce);
    var check = new CheckEvidence(campaigns, submissions, commits, vault);
    var body = new HashMap<String, Object>();
    body.put("criterion", CRITERION.value());
    body.put("fileName", number + ".pdf");
    body.put("contentType", "application/pdf");
    body.put("sizeBytes", 10L);
    body.put("sha256", String.format("%064x", 0xF000 + number));
    GrantUpload.Grant granted =
        ahead.during(
            reads(Optional.empty()),
            () -> {
              Campaign campaign = admitted();
              return accepted(
                  grants.grant(
                      campaign,
                      COMMUNE,
                      new Act(
                          new Caller("sub-1", Set.of(Role.UNIT), Optional.of(UNIT)),
                          AT.plusSeconds(120L + number * 3L),
                          Optional.empty()),
                      AT,
                      DeclaredFile.read(body, campaign.settings().uploadLimits())));
            });
    String id = granted.evidence().id();
    assertEquals(
        Evidence.State.CHECKING,
        accepted(check.arrived(CAMPAIGN, UNIT, id, AT)).orElseThrow().state());
    var clean = new Checks.Scanned(true, "NO_THREATS_FOUND", Optional.of("tag"));
    assertEquals(
        Evidence.State.ACCEPTED,
        accepted(check.scanned(CAMPAIGN, UNIT, id, clean, AT)).orElseThrow().state());
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal);
        },
        value -> value);
  }

  /** Everything that is declared arrives in order. */
  private static final class Vault implements EvidenceVault {

    @Override
    public Upload grant(CampaignId campaign, UnitCode unit, Evidence evidence) {
      return new Upload("PUT", URI.create("s3:x"), Map.of(), evidence.grantExpiresAt());
    }

    @Override
    public Optional<Instant> uploadedAt(CampaignId campaign, UnitCode unit, String evidenceId) {
      return Optional.of(AT);
    }

    @Override
    public Optional<Arrival> inspect(CampaignId campaign, UnitCode unit, Evidence evidence) {
      return Optional.of(
          new Arrival(
              evidence.sizeBytes(),
              evidence.sha256(),
              "tag",
              AT,
              Optional.of("application/pdf"),
              Optional.empty()));
    }

    @Override
    public boolean promote(CampaignId campaign, UnitCode unit, Evidence evidence) {
      return true;
    }

    @Override
    public Optional<String> digest(CampaignId campaign, UnitCode unit, String sha256) {
      return Optional.of(sha256);
    }

    @Override
    public URI open(CampaignId campaign, UnitCode unit, Evidence evidence) {
      return URI.create("s3:x");
    }
  }
}
