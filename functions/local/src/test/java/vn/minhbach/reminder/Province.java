package vn.minhbach.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import vn.minhbach.adapter.dynamodb.DynamoCampaigns;
import vn.minhbach.adapter.dynamodb.DynamoCommit;
import vn.minhbach.adapter.dynamodb.DynamoCriteriaSets;
import vn.minhbach.adapter.dynamodb.DynamoProgressBoard;
import vn.minhbach.adapter.dynamodb.DynamoReceipts;
import vn.minhbach.adapter.dynamodb.DynamoReminders;
import vn.minhbach.adapter.dynamodb.DynamoSubmissions;
import vn.minhbach.adapter.dynamodb.DynamoTable;
import vn.minhbach.adapter.dynamodb.DynamoUnits;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.AppraisedScores;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Mailer;
import vn.minhbach.core.keep.reminder.ReminderKind;
import vn.minhbach.core.keep.reminder.ReminderKinds;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.reminder.SendReminders;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.LocalDynamoDb;
import vn.minhbach.local.Template;

/** A small province on embedded DynamoDB: its campaign is open, and its clock can be set. */
final class Province {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final Instant SENT_AT = Instant.parse("2020-08-03T01:00:00Z");
  private static final AtomicLong COUNT = new AtomicLong();

  final SettableClock clock = new SettableClock();
  final Reminders reminders;
  final Submissions submissions;
  final Forms forms;
  final List<Unit> units;
  private final DynamoCampaigns campaigns;
  private final Overview overview;
  private final ProjectScores projectScores;
  private final ExtendDeadline extendDeadline;
  private final CampaignId id = new CampaignId("nho");
  private final Chance chance =
      () -> Sha256.hex(utf8("chance" + COUNT.incrementAndGet())).substring(0, 32);

  final OpenCampaign openCampaign;
  final PrepareCampaign prepare;
  final CampaignChange change;
  private final CommitProtocol protocol;

  Province(LocalDynamoDb database, String unitsCsv, Map<String, List<Contact>> contacts) {
    this(database, unitsCsv, contacts, SENT_AT);
  }

  Province(
      LocalDynamoDb database,
      String unitsCsv,
      Map<String, List<Contact>> contacts,
      Instant sentAt) {
    String name = "province" + COUNT.incrementAndGet();
    database.createIfMissing(
        new Template.Table(
            "Table",
            name,
            Map.of("PK", "S", "SK", "S"),
            "PK",
            Optional.of("SK"),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    var table = new DynamoTable(metered(database), name, clock, chance, attempt -> {});
    var unitStore = new DynamoUnits(table);
    var criteria = new DynamoCriteriaSets(table);
    var receipts = new DynamoReceipts(table);
    var board = new DynamoProgressBoard(table);
    var attempts = new Attempts(attempt -> {});
    campaigns = new DynamoCampaigns(table);
    reminders = new DynamoReminders(table);
    submissions = new DynamoSubmissions(table);
    forms = new Forms(submissions, criteria, (campaign, group, count) -> List.of());
    overview = new Overview(unitStore, forms, board);
    projectScores =
        new ProjectScores(campaigns, unitStore, forms, submissions, board, AppraisedScores.NONE);
    var transactions = new DynamoCommit(table);
    protocol = new CommitProtocol(transactions, receipts, attempts, chance);
    extendDeadline = new ExtendDeadline(forms, new Commits(protocol));
    clock.now = sentAt;
    change = new CampaignChange(campaigns, protocol);
    var templates = new ResourceTemplates();
    prepare = new PrepareCampaign(change, campaigns, unitStore, criteria, templates, chance);
    openCampaign = new OpenCampaign(change, unitStore, false);
    open(id, unitsCsv, contacts);
    units = unitStore.all(id, campaign().unitsVersion());
  }

  // Not the local system's own client: what a run asks for is counted, as a function's is.
  private static DynamoDbClient metered(LocalDynamoDb database) {
    return DynamoDbClient.builder()
        .endpointOverride(database.endpoint())
        .region(LocalClients.REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)))
        .httpClient(database.direct())
        .build();
  }

  /** Another campaign in the same table. */
  void open(CampaignId campaign, String unitsCsv, Map<String, List<Contact>> contacts) {
    sure(
        NewCampaign.read(Map.of("template", "131-2020", "id", campaign.value()))
            .flatMap(sent -> prepare.create(act(), sent)));
    sure(prepare.importUnits(campaign, act(), unitsCsv));
    sure(
        OpenCampaign.said(Map.of("reason", "Thử"))
            .flatMap(sent -> openCampaign.open(campaign, act(), sent)));
    contacts.forEach((unit, list) -> contacts(campaign, unit, list, 1));
  }

  void contacts(String unit, long version, Contact... list) {
    contacts(id, unit, List.of(list), version);
  }

  private void contacts(CampaignId campaign, String unit, List<Contact> list, long version) {
    reminders.putContacts(campaign, new UnitCode(unit), new Reminders.ContactList(list, version));
  }

  void settings(ReminderSettings settings) {
    reminders.putSettings(id, settings);
  }

  Campaign campaign() {
    return campaigns.find(id).orElseThrow();
  }

  Unit code(String code) {
    return units.stream()
        .filter(unit -> unit.code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }

  Head head(Unit unit) {
    return sure(forms.head(campaign(), unit));
  }

  void submit(Unit unit) {
    Head head = head(unit);
    if (!head.state().editable()) {
      return;
    }
    Head signed =
        head.withSignature(
            new Head.Signature(
                clock.now,
                "test",
                "A",
                "B",
                Optional.empty(),
                clock.now.isAfter(head.dueAt()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    Move move = unit.consolidated() ? Move.SEND_TO_DISTRICT : Move.SIGN;
    sure(
        protocol.until(() ->
            Outcome.accepted(
                Decision.commit(
                    head,
                    protocol.commit(
                        head.chain(),
                        head.tip(),
                        Note.of(
                            clock.now, new Said("FORM_SUBMITTED", new Body().with("by", "test"))),
                        tip -> new PutHead(head, signed.moved(move, tip), clock.now),
                        List.of())))));
    projectScores.project(id, unit.code());
  }

  void extend(Unit unit, int days) {
    var until = head(unit).dueAt().atZone(ZONE).toLocalDate().plusDays(days);
    extendDeadline.decide(
        campaign(),
        unit,
        act(),
        ExtendDeadline.ruling(Map.of("until", until.toString(), "reason", "Mưa lũ")));
    projectScores.project(id, unit.code());
  }

  /** Further kinds of reminder. */
  final List<ReminderKind> kinds = new ArrayList<>();

  SendReminders sender(Reminders store, Supplier<Mailer> mailers) {
    return new SendReminders(
        new SendReminders.Parts(
            campaigns,
            overview,
            submissions,
            store,
            new ReminderKinds(forms, kinds),
            mailers,
            clock,
            clock,
            "https://minhbach.example"));
  }

  Act act() {
    return new Act(
        new Caller("office", Set.of(Role.OFFICE), Optional.empty()), clock.now, Optional.empty());
  }

  static <T> T sure(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal.toString());
        },
        value -> value);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Stands until it is set. */
  static final class SettableClock extends Clock {
    Instant now = SENT_AT;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private record Said(String kind, Body body) implements Fact {}
}
