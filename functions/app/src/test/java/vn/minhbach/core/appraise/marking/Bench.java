package vn.minhbach.core.appraise.marking;

import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.explanation.HearExplanations;
import vn.minhbach.core.appraise.explanation.TellExplanations;
import vn.minhbach.core.appraise.inspection.KeepMinutes;
import vn.minhbach.core.appraise.inspection.NoteFinding;
import vn.minhbach.core.appraise.inspection.PlanInspection;
import vn.minhbach.core.appraise.inspection.ReadInspections;
import vn.minhbach.core.appraise.inspection.TellInspections;
import vn.minhbach.core.appraise.inspection.Visit;
import vn.minhbach.core.appraise.petition.HearPetitions;
import vn.minhbach.core.appraise.petition.ShowProvisional;
import vn.minhbach.core.appraise.petition.TellPetitions;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.appraise.session.Session;
import vn.minhbach.core.file.Upload;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignFact;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.prepare.upload.SignedPapers;
import vn.minhbach.core.prepare.upload.Uploads;

/**
 * The appraisal team at work over stores in memory. {@code appraiser1} of STTTT first reads every
 * criterion of every group; nothing is read twice but what a test says is risky.
 */
public final class Bench {

  public static final String STTTT = "appraiser1";
  public static final String SNV = "appraiser2";
  public static final String SKHCN = "appraiser3";
  public static final String LEAD = "lead";
  public static final String DEPUTY = "deputy";

  public final Province province = Province.opened();
  public final Set<CriterionId> risky = new HashSet<>();
  private final List<Member> members = new ArrayList<>();
  private int drawn;
  private Instant now = OPENED.plus(Duration.ofDays(30));

  private final Teams teams =
      new Teams() {
        @Override
        public void stage(Team team, List<Actor> actors) {
          throw new AssertionError();
        }

        @Override
        public Optional<Team> find(CampaignId campaign, long version) {
          throw new AssertionError();
        }

        @Override
        public Optional<Team> of(Campaign campaign) {
          return members.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Team(
                      ID,
                      1,
                      new Team.Decision("45/QĐ-UBND", LocalDate.of(2020, 9, 1)),
                      "0".repeat(64),
                      7,
                      members));
        }
      };
  private final Assignments assignments =
      new Assignments() {
        @Override
        public void stage(Assignment assignment) {
          throw new AssertionError();
        }

        @Override
        public Optional<Assignment> find(CampaignId campaign, int group, long version) {
          throw new AssertionError();
        }

        @Override
        public Optional<Assignment> of(Campaign campaign, int group) {
          return Optional.of(
              new Assignment(
                  ID,
                  group,
                  1,
                  accepted(
                          province.forms.read(
                              campaign,
                              province.unit(group == 1 ? "SXD" : group == 2 ? "193" : "06649")))
                      .criteria()
                      .criteria()
                      .keySet()
                      .stream()
                      .map(id -> new Assignment.Share(Optional.of(id), List.of(), STTTT))
                      .toList()));
        }
      };
  private final Risks risks = (campaign, unit, criterion) -> risky.contains(criterion);
  private final Duties duties = new Duties(teams, assignments, risks);
  private final Baselines baselines = new Baselines(province.extractions);
  public final ReadInspections inspections =
      new ReadInspections(province.memory.inspections(), province.memory.submissions());
  private final Visit visit =
      new Visit(
          duties,
          province.memory.units(),
          province.memory.inspections(),
          province.memory.submissions());
  public final PlanInspection planning =
      new PlanInspection(
          province.change, duties, province.memory.units(), province.memory.inspections());
  public final NoteFinding finding =
      new NoteFinding(
          visit,
          province.forms,
          province.memory.inspections(),
          province.commits,
          () -> String.format("%032x", ++drawn));
  public final KeepMinutes minutes = new KeepMinutes(visit, province.forms, province.commits);

  /** What the office has uploaded, by SHA-256; and the papers that are kept. */
  public final Map<String, byte[]> uploaded = new LinkedHashMap<>();

  public final Map<String, byte[]> papers = new LinkedHashMap<>();
  public final HoldSession session =
      new HoldSession(
          province.change,
          duties,
          province.memory.sessions(),
          new Uploads() {
            @Override
            public Upload grant(CampaignId campaign, BulkFile file, Instant expiresAt) {
              throw new AssertionError();
            }

            @Override
            public Optional<Content> read(CampaignId campaign, String sha256) {
              return Optional.ofNullable(uploaded.get(sha256))
                  .map(bytes -> new Content(BulkFile.PDF, bytes));
            }
          },
          new SignedPapers() {
            @Override
            public void keep(CampaignId campaign, String sha256, byte[] pdf) {
              papers.put(sha256, pdf);
            }

            @Override
            public URI open(CampaignId campaign, String sha256) {
              throw new AssertionError();
            }
          });
  public final Docket docket =
      new Docket(
          province.forms,
          baselines,
          province.memory.marks(),
          duties,
          risks,
          province.memory.units());
  public final HearExplanations explanations =
      new HearExplanations(
          province.memory.explanations(),
          province.memory.marks(),
          province.forms,
          docket,
          province.commits);
  public final Hearings hearings =
      Hearings.all(List.of(explanations, new HearPetitions(province.memory.petitions())));
  public final ShowProvisional provisional =
      new ShowProvisional(
          province.change,
          province.memory.units(),
          province.memory.submissions(),
          province.forms,
          duties,
          docket,
          hearings);
  final MarkCriterion mark =
      new MarkCriterion(
          province.forms,
          baselines,
          province.memory.marks(),
          duties,
          risks,
          province.memory.units(),
          hearings,
          province.commits);
  final ReadMarks sheets =
      new ReadMarks(
          province.forms,
          baselines,
          province.memory.marks(),
          duties,
          risks,
          province.memory.units(),
          inspections);
  public final CloseAppraisal closing =
      new CloseAppraisal(
          province.forms,
          baselines,
          province.memory.marks(),
          duties,
          risks,
          province.memory.units(),
          hearings,
          province.commits);
  public final ReadHistory histories =
      new ReadHistory(
          province.forms,
          baselines,
          province.memory.marks(),
          duties,
          risks,
          province.memory.units(),
          List.of(
              new TellExplanations(),
              new TellPetitions(),
              new TellInspections(province.memory.inspections())),
          province.memory.ledger());
  final AgreeBlock blocks = new AgreeBlock(mark, duties, province.memory.units());

  public Bench() {
    province.teams = teams;
    member(STTTT, "STTTT", TeamRole.APPRAISER);
    member(SNV, "SNV", TeamRole.APPRAISER);
    member(SKHCN, "SKHCN", TeamRole.APPRAISER);
    member(LEAD, "STTTT", TeamRole.LEAD);
    member(DEPUTY, "SNV", TeamRole.DEPUTY);
    staffed();
  }

  /** With no sample: what is read twice is what a test wants to be. */
  private void staffed() {
    Campaign real = province.campaign();
    CampaignSettings with = real.settings();
    AppraisalSettings none = with.appraisalSettings();
    var settings =
        new CampaignSettings(
            with.name(),
            with.year(),
            with.plan(),
            with.calendar(),
            with.tieRule(),
            with.uploadLimits(),
            with.rules(),
            with.desk(),
            Optional.of(
                new AppraisalSettings(
                    none.standingOffice(),
                    none.deputyBody(),
                    none.teamBodies(),
                    none.readings(),
                    Optional.of(0),
                    none.gapPoints(),
                    none.explanationDays(),
                    none.explanationMax(),
                    none.petitionDays(),
                    none.seed())));
    var staffed =
        new Campaign(
            real.id(),
            settings,
            real.stage(),
            real.pointers(),
            real.openedAt(),
            real.result(),
            real.tip(),
            real.version(),
            real.exemptions(),
            real.provisional());
    accepted(
        province.change.of(
            ID,
            Province.act(OPENED),
            campaign ->
                Outcome.accepted(
                    CampaignChange.Decided.of(
                        staffed.withTeam(1),
                        new CampaignFact.CampaignCreated("test", Optional.empty())))));
  }

  public Campaign campaign() {
    return province.campaign();
  }

  private void member(String account, String body, TeamRole role) {
    members.add(
        new Member(
            account,
            account,
            Optional.of(new UnitCode(body)),
            role,
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  /** Replaces a line of the register. */
  public void change(String account, UnaryOperator<Member> as) {
    members.replaceAll(one -> one.account().equals(account) ? as.apply(one) : one);
  }

  /** A member leads from now on. */
  public void leads(String account) {
    change(
        account,
        one ->
            new Member(
                one.account(),
                one.actor(),
                one.body(),
                TeamRole.LEAD,
                one.from(),
                one.until(),
                one.substitute(),
                one.conflicts()));
  }

  /** No register at all. */
  public void nobody() {
    members.clear();
  }

  /** A unit's form with every criterion answered, signed, and where a district must, forwarded. */
  public void delivered(String unit) {
    province.answerAll(unit);
    accepted(province.submit(unit, OPENED));
  }

  public Act act(String account) {
    Member member =
        members.stream().filter(one -> one.account().equals(account)).findFirst().orElseThrow();
    return new Act(
        new Caller(account, Set.of(member.role().role().orElseThrow()), member.body()),
        now,
        Optional.empty());
  }

  /** The team meets, signs, and the office keeps its minutes: now a result may be reported. */
  public void meet() {
    String scan = Sha256.hex(now.toString().getBytes(StandardCharsets.UTF_8));
    uploaded.put(scan, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    String day = now.atZone(campaign().calendar().zone()).toLocalDate().toString();
    accepted(
        session.hold(
            ID,
            Province.act(now),
            new Condition(province.memory.sessions().find(ID).map(Session::etag)),
            HoldSession.read(
                Map.of(
                    "number",
                    "03/BB-TTĐ",
                    "day",
                    day,
                    "present",
                    List.of(LEAD, DEPUTY),
                    "upload",
                    scan))));
  }

  /** Goes on to another moment. */
  public Bench at(Instant moment) {
    now = moment;
    return this;
  }

  public Bench later() {
    now = now.plus(Duration.ofHours(1));
    return this;
  }

  public Instant now() {
    return now;
  }

  /** A mark under no condition. */
  public Outcome<CellView> mark(String account, String unit, String criterion, Object... body) {
    return mark(account, unit, criterion, Condition.NONE, body);
  }

  public Outcome<CellView> mark(
      String account, String unit, String criterion, Condition condition, Object... body) {
    later();
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < body.length; i += 2) {
      tree.put((String) body[i], body[i + 1]);
    }
    return mark.mark(
        campaign(),
        province.unit(unit),
        new CriterionId(criterion),
        act(account),
        condition,
        MarkDraft.read(tree));
  }

  public ReadMarks.Line line(String account, String unit, String criterion) {
    return accepted(sheets.read(campaign(), province.unit(unit), act(account))).lines().stream()
        .filter(one -> one.view().cell().id().value().equals(criterion))
        .findFirst()
        .orElseThrow();
  }

  public Marking.State state(String unit, String criterion) {
    return line(LEAD, unit, criterion).view().marking().state();
  }

  /** The condition of whoever has read the cell as this member sees it. */
  public Condition read(String account, String unit, String criterion) {
    return new Condition(line(account, unit, criterion).view().etag());
  }

  public Outcome<CloseAppraisal.Closed> close(String account, String unit) {
    later();
    return closing.close(
        campaign(),
        province.unit(unit),
        act(account),
        new Condition(Optional.of(province.head(unit).etag())),
        CloseAppraisal.nothing(Map.of()));
  }

  /** Shows the unit a reading as it is. */
  void show(String unit, String criterion) {
    later();
    var marks = province.memory.marks();
    Mark made = marks.find(ID, new UnitCode(unit), new CriterionId(criterion)).orElseThrow();
    var head = province.head(unit);
    var shown = made.with(made.readings().getLast().shownAt(now));
    accepted(
        province.commits.until(() ->
            Outcome.accepted(
                Decision.commit(
                    true,
                    province.commits.note(
                        head,
                        List.of(new PutMark(shown)),
                        Note.of(
                            now,
                            new MarkFact.AppraisalReopened(
                                "test",
                                MarkFact.Signer.of(
                                    new Hand(
                                        "test",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Role.LEAD)))))))));
  }
}
