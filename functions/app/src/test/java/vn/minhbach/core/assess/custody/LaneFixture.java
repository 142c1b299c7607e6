package vn.minhbach.core.assess.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Receipts;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.evidence.Audit;
import vn.minhbach.core.assess.evidence.Audits;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.FormContent;
import vn.minhbach.core.assess.signing.SignatureDraft;
import vn.minhbach.core.assess.signing.SubmitForm;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.PutParticulars;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.assess.submission.Tally;
import vn.minhbach.core.assess.takedown.PutTakedown;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Transactions;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.memory.Extractions;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** One unit's lane in memory: a store with the head's condition, a vault that a test fills. */
public final class LaneFixture
    implements Submissions, Transactions, EvidenceVault, Campaigns, CriteriaSets, Receipts, Strays {

  /** Where no verification was ever asked for. */
  static final Audits NOBODY_ASKED =
      new Audits() {
        @Override
        public Optional<Audit> latest(CampaignId id) {
          return Optional.empty();
        }

        @Override
        public boolean put(Audit audit) {
          return false;
        }
      };

  public static final Instant OPENED = Instant.parse("2020-09-01T01:00:00Z");

  /** Years after the plan: the two clocks must never be taken for each other. */
  public static final Instant WALL = Instant.parse("2026-11-01T00:00:00Z");

  public final Unit unit =
      new Unit(new UnitCode("SCT"), 1, "department", "Sở Công Thương", Optional.empty());
  final CriteriaSet set = CriteriaFixture.department();
  public final CriterionId criterion = set.criteria().keySet().iterator().next();
  public final Map<String, Evidence> records = new TreeMap<>();
  public final Map<CriterionId, Answer> answers = new TreeMap<>();
  public final List<Entry> ledger = new ArrayList<>();
  final Map<String, Arrival> quarantine = new HashMap<>();
  final List<Stray> reported = new ArrayList<>();
  final Map<String, FileReading> readings = new TreeMap<>();
  final Map<String, Takedown> asked = new TreeMap<>();

  /** What is to be taken down at this one unit, by hash. */
  final Takedowns takedowns =
      new Takedowns() {
        @Override
        public Optional<Takedown> of(CampaignId id, UnitCode code, String sha256) {
          return Optional.ofNullable(asked.get(sha256))
              .filter(takedown -> takedown.unit().equals(code));
        }

        @Override
        public List<Takedown> ofBytes(CampaignId id, String sha256) {
          return Optional.ofNullable(asked.get(sha256)).stream().toList();
        }

        @Override
        public List<Takedown> all(CampaignId id) {
          return List.copyOf(asked.values());
        }
      };

  final Map<String, Receipt> receipts = new HashMap<>();
  public Optional<Head> head = Optional.empty();
  public Optional<Particulars> particulars = Optional.empty();
  public Campaign campaign =
      campaign(new UploadLimits(20 << 20, 1L << 30, List.of("application/pdf")));
  int inspected;
  int promotions;
  boolean vaultDown;

  /** How many commits are overtaken by another hand. */
  int overtaken;

  /** How many commits are left until the store is gone. */
  int commitsLeft = Integer.MAX_VALUE;

  final Set<String> gone = new HashSet<>();
  private int chances;

  final Chance chance = () -> String.format("%032x", ++chances);
  public final Commits commits =
      new Commits(new CommitProtocol(this, this, new Attempts(attempt -> {}), chance));
  public final Forms forms = new Forms(this, this, (campaign, group, count) -> List.of());
  final CheckEvidence check = new CheckEvidence(this, this, commits, this);
  public final GrantUpload grant = new GrantUpload(forms, this, commits, this, takedowns, chance);
  public final WithdrawEvidence withdraw = new WithdrawEvidence(forms, this, commits);
  final Units units =
      new Units() {
        @Override
        public void stage(CampaignId id, long version, List<Unit> register) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Unit> find(CampaignId id, long version, UnitCode code) {
          return Optional.of(unit);
        }

        @Override
        public List<Unit> all(CampaignId id, long version) {
          return List.of(unit);
        }
      };
  private final Baselines baselines = new Baselines(new Extractions());
  private final Fillings fillings = new Fillings(units, this);
  private final ReadForm readForm = new ReadForm(forms, baselines, fillings);
  public final SaveAnswer save = new SaveAnswer(forms, baselines, fillings, commits);
  public final CloseForm close = new CloseForm(readForm, forms, commits, this);
  public final SubmitForm submit =
      new SubmitForm(
          readForm,
          forms,
          commits,
          this,
          (chain, after, limit) -> ledger.stream().skip(after).limit(limit).toList());
  final SweepUploads sweep = new SweepUploads(this, commits, this, check, this);

  /** The schedule's part, where nobody asked for a verification. */
  KeepEvidence keep() {
    return new KeepEvidence(
        this, units, sweep, new VerifyEvidence(this, null, this, NOBODY_ASKED, null));
  }

  public static Campaign campaign(UploadLimits limits) {
    var calendar =
        new Calendar(
            ZoneId.of("Asia/Ho_Chi_Minh"),
            15,
            LocalDate.of(2020, 9, 30),
            LocalDate.of(2020, 11, 1),
            LocalDate.of(2020, 12, 30),
            LocalDate.of(2021, 1, 30),
            LocalDate.of(2021, 4, 1));
    var plan = new CampaignSettings.Plan("131/KH-UBND", LocalDate.of(2020, 7, 21), "UBND tỉnh");
    return Campaign.draft(
            new CampaignId("131-2020"),
            new CampaignSettings("Năm 2020", 2020, plan, calendar, TieRule.DENSE, limits))
        .withStage(Stage.OPEN)
        .withOpenedAt(OPENED)
        .withCriteria(1, 1);
  }

  static UploadLimits limits(int perMinute, Period period) {
    return new UploadLimits(
        20 << 20,
        1L << 30,
        List.of("application/pdf"),
        Optional.of(perMinute),
        Optional.empty(),
        Optional.of(period));
  }

  public Act act(Instant now) {
    return new Act(
        new Caller("sub-1", Set.of(Role.UNIT), Optional.of(unit.code())), now, Optional.empty());
  }

  public Map<String, Object> file(String name, int number) {
    return new HashMap<>(
        Map.of(
            "criterion",
            criterion.value(),
            "fileName",
            name,
            "contentType",
            "application/pdf",
            "sizeBytes",
            10L,
            "sha256",
            String.format("%064x", number)));
  }

  public GrantUpload.Grant granted(Instant now, Instant wall, Object body) {
    return CriteriaFixture.accepted(
        grant.grant(
            campaign,
            unit,
            act(now),
            wall,
            DeclaredFile.read(body, campaign.settings().uploadLimits())));
  }

  public void upload(Evidence evidence, Instant at) {
    upload(evidence, at, Optional.empty());
  }

  public void upload(Evidence evidence, Instant at, Optional<Problem> danger) {
    quarantine.put(
        evidence.id(),
        new Arrival(
            evidence.sizeBytes(),
            evidence.sha256(),
            "\"tag\"",
            at,
            Optional.of("application/pdf"),
            danger));
  }

  public Evidence arrived(String id, Instant now) {
    return CriteriaFixture.accepted(check.arrived(campaign.id(), unit.code(), id, now))
        .orElseThrow();
  }

  public Evidence scanned(String id, String result, Instant now) {
    var fact = new Checks.Scanned(result.equals("NO_THREATS_FOUND"), result, Optional.of("tag"));
    return CriteriaFixture.accepted(check.scanned(campaign.id(), unit.code(), id, fact, now))
        .orElseThrow();
  }

  public void answerEverything() {
    set.criteria()
        .keySet()
        .forEach(id ->
            answers.put(
                id,
                new Answer(
                    id,
                    Answer.Content.of(Map.of(), Optional.of(Points.ZERO)),
                    Answer.Authorship.own(1, OPENED, "sub-1"),
                    1)));
  }

  public FormContent content() {
    return FormContent.of(campaign, unit, CriteriaFixture.accepted(forms.read(campaign, unit)));
  }

  public Outcome<CloseForm.Closed> closed(Instant now) {
    return close.close(campaign, unit, act(now), condition(), CloseForm.lateReason(Map.of()));
  }

  public Condition condition() {
    return new Condition(Optional.of(head.map(Head::etag).orElse("f0")));
  }

  public Outcome<Head> signed(Instant now, Map<String, Object> more) {
    var body = new HashMap<String, Object>(more);
    body.put("signedBy", Map.of("name", "Nguyễn Văn A", "title", "Giám đốc"));
    boolean coded = more.containsKey("checkCode");
    return submit.submit(
        campaign, unit, act(now), coded ? Condition.NONE : condition(), SignatureDraft.read(body));
  }

  public Outcome<Answer> saved(Instant now, long figure) {
    return save.save(
            campaign,
            unit,
            criterion,
            act(now),
            new Condition(Optional.ofNullable(answers.get(criterion)).map(Answer::etag)),
            AnswerDraft.read(Map.of("inputs", Map.of("a", figure, "b", 100L))))
        .map(SaveAnswer.Saved::answer);
  }

  Outcome<Head> submitted(Instant now) {
    String etag = head.map(Head::etag).orElse("f0");
    return submit.submit(
        campaign,
        unit,
        act(now),
        new Condition(Optional.of(etag)),
        SignatureDraft.read(
            Map.of("signedBy", Map.of("name", "Nguyễn Văn A", "title", "Giám đốc"))));
  }

  @Override
  public Optional<Form> form(CampaignId id, UnitCode code) {
    // A test may put answers beside a head that nobody has written.
    return head.or(
            () -> answers.isEmpty() ? Optional.empty() : Optional.of(Forms.derived(campaign, unit)))
        .map(found -> new Form(found, answers, List.copyOf(records.values()), particulars));
  }

  /** As the store does: no files. */
  @Override
  public Optional<Form> sheet(CampaignId id, UnitCode code) {
    return form(id, code)
        .map(form -> new Form(form.head(), form.answers(), List.of(), form.particulars()));
  }

  @Override
  public Optional<Head> head(CampaignId id, UnitCode code) {
    return head;
  }

  @Override
  public Map<UnitCode, Head> heads(CampaignId id, Collection<UnitCode> units) {
    return head.map(found -> Map.of(found.unit(), found)).orElse(Map.of());
  }

  @Override
  public Optional<Answer> answer(CampaignId id, UnitCode code, CriterionId wanted) {
    return Optional.ofNullable(answers.get(wanted));
  }

  @Override
  public Optional<Evidence> evidence(CampaignId id, UnitCode code, String evidenceId) {
    return Optional.ofNullable(records.get(evidenceId));
  }

  @Override
  public List<Evidence> evidenceOf(CampaignId id, UnitCode code) {
    return List.copyOf(records.values());
  }

  @Override
  public List<Evidence> teamFilesOf(CampaignId id, UnitCode code) {
    return List.of();
  }

  @Override
  public Optional<Particulars> particulars(CampaignId id, UnitCode code) {
    return particulars;
  }

  @Override
  public Map<Asked, Answer> answers(CampaignId id, Collection<Asked> asked) {
    return Map.of();
  }

  @Override
  public boolean commit(Commit<?> commit) {
    if (overtaken > 0) {
      overtaken--;
      return false;
    }
    if (commitsLeft-- <= 0) {
      throw new Outage("DynamoDB failed", new IllegalStateException("test"));
    }
    if (head.map(stored -> stored.tip().seq()).orElse(0L) != commit.before().seq()) {
      return false;
    }
    head = Optional.of(((PutHead) commit.head()).after());
    ledger.add(commit.entry());
    commit.receipt().ifPresent(receipt -> receipts.put(receipt.key().scope(), receipt));
    for (Write write : commit.writes()) {
      switch (write) {
        case PutEvidence put -> records.put(put.evidence().id(), put.evidence());
        case PutParticulars put -> particulars = Optional.of(put.particulars());
        case PutReading put -> readings.put(put.reading().sha256(), put.reading());
        case PutTakedown put -> asked.put(put.takedown().sha256(), put.takedown());
        case PutAnswer put -> answers.put(put.answer().criterion(), put.answer());
        default -> throw new AssertionError(write);
      }
    }
    assertEquals(
        Optional.of(Tally.of(records.values())), head.orElseThrow().files().tally(), "the tally");
    return true;
  }

  @Override
  public Upload grant(CampaignId id, UnitCode code, Evidence evidence) {
    return new Upload(
        "PUT", URI.create("s3:" + evidence.id()), Map.of(), evidence.grantExpiresAt());
  }

  @Override
  public Optional<Instant> uploadedAt(CampaignId id, UnitCode code, String evidenceId) {
    return Optional.ofNullable(quarantine.get(evidenceId)).map(Arrival::uploadedAt);
  }

  @Override
  public Optional<Arrival> inspect(CampaignId id, UnitCode code, Evidence evidence) {
    inspected++;
    return Optional.ofNullable(quarantine.get(evidence.id()));
  }

  @Override
  public boolean promote(CampaignId id, UnitCode code, Evidence evidence) {
    if (vaultDown) {
      throw new Outage("S3 CopyObject failed", new IllegalStateException("test"));
    }
    promotions++;
    return quarantine.containsKey(evidence.id());
  }

  @Override
  public Optional<String> digest(CampaignId id, UnitCode code, String sha256) {
    return Optional.of(sha256).filter(hash -> !gone.contains(hash));
  }

  @Override
  public URI open(CampaignId id, UnitCode code, Evidence evidence) {
    return URI.create("s3:" + evidence.sha256());
  }

  @Override
  public Optional<Campaign> find(CampaignId id) {
    return Optional.of(campaign);
  }

  @Override
  public List<Campaign> list(Optional<CampaignId> after, int limit) {
    return List.of(campaign);
  }

  @Override
  public void stage(CampaignId id, int group, long version, Object tree) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<CriteriaSet> find(CampaignId id, int group, long version) {
    return Optional.of(set);
  }

  @Override
  public Optional<Object> tree(CampaignId id, int group, long version) {
    return Optional.empty();
  }

  @Override
  public Optional<Receipt> find(String scope) {
    return Optional.ofNullable(receipts.get(scope));
  }

  @Override
  public void note(Stray stray) {
    if (!reported.contains(stray)) {
      reported.add(stray);
    }
  }

  @Override
  public List<Stray> list(CampaignId id, int limit) {
    return reported;
  }
}
