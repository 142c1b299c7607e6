package vn.minhbach.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.adapter.resource.ResourceTemplates;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.explanation.HearExplanations;
import vn.minhbach.core.appraise.inspection.ReadInspections;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.EndHearings;
import vn.minhbach.core.appraise.petition.HearPetitions;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.ContestTyped;
import vn.minhbach.core.assess.answering.FillParticulars;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.answering.SaveAnswer;
import vn.minhbach.core.assess.consolidation.Communes;
import vn.minhbach.core.assess.consolidation.ConsolidateCommunes;
import vn.minhbach.core.assess.consolidation.ForwardCommunes;
import vn.minhbach.core.assess.consolidation.ForwardInstead;
import vn.minhbach.core.assess.correction.AssignAgain;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.assess.correction.NoteCorrections;
import vn.minhbach.core.assess.custody.CheckEvidence;
import vn.minhbach.core.assess.custody.DeclaredFile;
import vn.minhbach.core.assess.custody.GrantUpload;
import vn.minhbach.core.assess.custody.OpenEvidence;
import vn.minhbach.core.assess.custody.WithdrawEvidence;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.gate.RemarkOnCriterion;
import vn.minhbach.core.assess.gate.ReturnForm;
import vn.minhbach.core.assess.hint.Hints;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.offline.HoldCopy;
import vn.minhbach.core.assess.offline.MergeAnswers;
import vn.minhbach.core.assess.offline.MergePlan;
import vn.minhbach.core.assess.offline.OfflineCopy;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.question.QuestionDesk;
import vn.minhbach.core.assess.question.ReferQuestion;
import vn.minhbach.core.assess.signing.CloseForm;
import vn.minhbach.core.assess.signing.SignatureDraft;
import vn.minhbach.core.assess.signing.SubmitForm;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.term.ExtendDeadline;
import vn.minhbach.core.assess.term.NoteArrival;
import vn.minhbach.core.criteria.CriteriaDocument;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.ExemptUnits;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.OpenCampaign;
import vn.minhbach.core.prepare.campaign.PrepareCampaign;
import vn.minhbach.core.prepare.campaign.SetHolidays;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.prepare.source.ConfirmFigures;
import vn.minhbach.core.prepare.source.ImportSource;
import vn.minhbach.core.publish.publication.ApprovalDraft;
import vn.minhbach.core.publish.publication.ApproveResult;
import vn.minhbach.core.publish.publication.ExcuseUnit;
import vn.minhbach.core.publish.publication.FreezeResult;
import vn.minhbach.core.publish.publication.KeepAnchors;
import vn.minhbach.core.publish.publication.ListCommendable;
import vn.minhbach.core.publish.publication.PublishResult;
import vn.minhbach.core.publish.publication.ReadHistory;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.publication.ReadScorecard;
import vn.minhbach.core.publish.publication.RebuildDrafts;
import vn.minhbach.core.publish.publication.RehearseCriteria;
import vn.minhbach.core.publish.publication.ReportGate;
import vn.minhbach.core.publish.review.EndReviews;
import vn.minhbach.core.unit.Unit;

/** The real plan with its 220 units and three criteria sets, over stores in memory. */
public final class Province {

  public static final CampaignId ID = new CampaignId("131-2020");
  public static final Instant OPENED = Instant.parse("2020-08-03T02:00:00Z");

  public final Memory memory = new Memory();
  public final Board board = new Board();
  public final Vault vault = new Vault();
  public final Anchored anchored = new Anchored();
  public final Extractions extractions = new Extractions();

  private int drawn;
  private final Chance chance =
      () -> Sha256.hex(String.valueOf(++drawn).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  private final Attempts attempts = new Attempts(attempt -> {});

  public final CommitProtocol protocol =
      new CommitProtocol(memory.transactions(), memory.receipts(), attempts, chance);
  public final Commits commits = new Commits(protocol);
  public final Forms forms =
      new Forms(memory.submissions(), memory.criteriaSets(), memory.corrections());
  public final Communes communes = new Communes(memory.units(), memory.submissions());
  public final CampaignChange change = new CampaignChange(memory.campaigns(), protocol);
  public final PrepareCampaign prepare =
      new PrepareCampaign(
          change,
          memory.campaigns(),
          memory.units(),
          memory.criteriaSets(),
          new ResourceTemplates(),
          chance);
  public final OpenCampaign open = new OpenCampaign(change, memory.units(), false);
  public final ImportSource importSource =
      new ImportSource(change, memory.units(), memory.criteriaSets(), extractions, chance);
  public final ConfirmFigures confirmFigures = new ConfirmFigures(change, extractions, chance);
  private final Baselines baselines = new Baselines(extractions);
  private final Fillings fillings = new Fillings(memory.units(), memory.submissions());
  public final ReadForm readForm = new ReadForm(forms, baselines, fillings);
  public final SaveAnswer saveAnswer = new SaveAnswer(forms, baselines, fillings, commits);
  public final HoldCopy holdCopy = new HoldCopy(forms, baselines);
  public final MergeAnswers mergeAnswers = new MergeAnswers(holdCopy, commits);
  public final FillParticulars fillParticulars =
      new FillParticulars(forms, memory.submissions(), commits);
  public final ContestTyped contestTyped = new ContestTyped(forms, memory.submissions(), commits);
  public final Hints hints =
      new Hints(
          new LastYear(
              memory.campaigns(), memory.units(), memory.criteriaSets(), memory.submissions()));
  public final QuestionDesk questions =
      new QuestionDesk(memory.questions(), forms, protocol, chance);
  public final ReferQuestion referring = new ReferQuestion(questions, protocol);
  public final GrantUpload grantUpload =
      new GrantUpload(forms, memory.submissions(), commits, vault, memory.takedowns(), chance);
  public final WithdrawEvidence withdraw =
      new WithdrawEvidence(forms, memory.submissions(), commits);
  public final Openings openings = new Openings();
  public final OpenEvidence openEvidence =
      new OpenEvidence(
          memory.submissions(),
          vault,
          openings,
          memory.readings(),
          memory.takedowns(),
          new ReadInspections(memory.inspections(), memory.submissions()),
          chance);
  public final CheckEvidence checkEvidence =
      new CheckEvidence(memory.campaigns(), memory.submissions(), commits, vault);
  public final CloseForm closeForm = new CloseForm(readForm, forms, commits, vault);
  public final SubmitForm submitForm =
      new SubmitForm(readForm, forms, commits, vault, memory.ledger());
  private final ForwardCommunes forward =
      new ForwardCommunes(memory.submissions(), commits, memory.transmittals(), memory.jobs());
  public final ConsolidateCommunes consolidate =
      new ConsolidateCommunes(
          forms,
          communes,
          commits,
          forward,
          fillings,
          memory.submissions(),
          memory.transmittals(),
          chance);
  public final ForwardInstead forwardInstead =
      new ForwardInstead(forms, communes, commits, forward, memory.transmittals(), chance);
  public final ReturnForm returnForm = new ReturnForm(forms, commits);
  public final RemarkOnCriterion remark = new RemarkOnCriterion(forms, memory.remarks(), commits);
  public final CorrectCriteria correct =
      new CorrectCriteria(
          change,
          memory.criteriaSets(),
          memory.corrections(),
          memory.units(),
          memory.submissions(),
          chance);
  public final NoteCorrections noteCorrections =
      new NoteCorrections(
          memory.units(), forms, memory.submissions(), fillings, commits, memory.jobs());
  public final RehearseCriteria rehearse =
      new RehearseCriteria(memory.campaigns(), memory.units(), memory.criteriaSets(), forms);
  public final ExemptUnits exempt = new ExemptUnits(change, memory.criteriaSets(), memory.units());
  public final AssignAgain assignAgain = new AssignAgain(change, memory.units(), forms);
  public final NoteArrival noteArrival = new NoteArrival(forms, commits);
  public final ExtendDeadline extend = new ExtendDeadline(forms, commits);
  public final SetHolidays setHolidays = new SetHolidays(change);
  public final ProjectScores projectScores =
      new ProjectScores(
          memory.campaigns(),
          memory.units(),
          forms,
          memory.submissions(),
          board,
          new ScoreAppraised(memory.marks(), baselines));

  /** The registers of the team; none before there is an {@link Appraisal}. */
  public Teams teams;

  /** Occasions whose anchors were kept, in their order. */
  public final List<String> kept = anchored.occasions;

  public final RebuildDrafts drafts = new RebuildDrafts(memory.criteriaSets(), board, baselines);
  public final KeepAnchors anchors =
      new KeepAnchors(memory.units(), memory.submissions(), anchored);
  public final FreezeResult freeze =
      new FreezeResult(
          memory.campaigns(),
          memory.units(),
          memory.criteriaSets(),
          forms,
          baselines,
          new ScoreAppraised(memory.marks(), baselines),
          memory.transmittals(),
          new Teams() {
            @Override
            public void stage(Team team, List<Actor> actors) {
              teams.stage(team, actors);
            }

            @Override
            public Optional<Team> find(CampaignId campaign, long version) {
              return teams == null ? Optional.empty() : teams.find(campaign, version);
            }

            @Override
            public Optional<Team> of(Campaign campaign) {
              return teams == null ? Optional.empty() : teams.of(campaign);
            }
          },
          memory.explanations(),
          memory.petitions(),
          memory.questions(),
          board,
          board,
          board,
          board.scorecards());
  public final PublishResult publish =
      new PublishResult(
          change,
          memory.units(),
          memory.submissions(),
          memory.jobs(),
          projectScores,
          board,
          freeze,
          ReportGate.of(
              forms,
              new EndHearings(
                  Hearings.all(
                      List.of(
                          new HearExplanations(
                              memory.explanations(), memory.marks(), forms, null, commits),
                          new HearPetitions(memory.petitions())))),
              new EndReviews(memory.reviews()),
              new HoldSession(change, null, memory.sessions(), null, null)),
          anchors);
  public final ApproveResult approve = new ApproveResult(change, anchors);
  public final ExcuseUnit excuse = new ExcuseUnit(change);
  public final ReadResult results =
      new ReadResult(
          memory.campaigns(),
          memory.units(),
          board,
          board,
          forms,
          board,
          new ScoreAppraised(memory.marks(), baselines),
          baselines);

  public final ReadScorecard scorecards =
      new ReadScorecard(
          memory.criteriaSets(),
          board,
          board,
          board.scorecards(),
          forms,
          new ScoreAppraised(memory.marks(), baselines));
  public final ReadHistory history = new ReadHistory(memory.campaigns(), board);
  public final ListCommendable commendable = new ListCommendable(memory.criteriaSets(), board);

  /** The opened province that every other begins as: its sets are read once for all tests. */
  private static final class Ground {

    private static final Province OPENED = fromTemplate();

    private static Province fromTemplate() {
      Province province = new Province();
      accepted(
          NewCampaign.read(Map.of("template", "131-2020"))
              .flatMap(sent -> province.prepare.create(act(Province.OPENED), sent)));
      accepted(
          OpenCampaign.said(Map.of())
              .flatMap(sent -> province.open.open(ID, act(Province.OPENED), sent)));
      province
          .campaign()
          .criteriaVersions()
          .forEach((group, version) ->
              province.memory.criteriaSets().find(ID, group, version).orElseThrow());
      return province;
    }
  }

  /** A province whose forms are sent. */
  public static Province opened() {
    Province province = new Province();
    province.memory.beginAs(Ground.OPENED.memory);
    province.drawn = Ground.OPENED.drawn;
    return province;
  }

  /** A province whose forms are sent, districts by a set of their own. */
  public static Province opened(Object districts) {
    Province province = new Province();
    accepted(
        NewCampaign.read(Map.of("template", "131-2020"))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    accepted(
        CriteriaDocument.read(districts)
            .flatMap(sent -> province.prepare.importCriteria(ID, 2, act(OPENED), sent)));
    accepted(
        OpenCampaign.said(Map.of()).flatMap(sent -> province.open.open(ID, act(OPENED), sent)));
    return province;
  }

  /** The approver approves, with a body as it is sent. */
  public Outcome<Campaign> approve(Object body, Instant now) {
    return approve.approve(ID, by(Role.APPROVER, now), ApprovalDraft.read(body));
  }

  /** An act of somebody whom none of the ranked employs. */
  public static Act by(Role role, Instant now) {
    return new Act(new Caller(role.label(), Set.of(role), Optional.empty()), now, Optional.empty());
  }

  public Campaign campaign() {
    return memory.campaigns().find(ID).orElseThrow();
  }

  public Unit unit(String code) {
    return memory.units().find(ID, campaign().unitsVersion(), new UnitCode(code)).orElseThrow();
  }

  public Head head(String unit) {
    return accepted(forms.head(campaign(), unit(unit)));
  }

  /** Saves one answer, as a first write. */
  public Outcome<Answer> save(String unit, String criterion, Object body, Instant now) {
    return saveAnswer
        .save(
            campaign(),
            unit(unit),
            new CriterionId(criterion),
            by(unit, now, Role.UNIT),
            Condition.NONE,
            AnswerDraft.read(body))
        .map(SaveAnswer.Saved::answer);
  }

  /** Mends the board; how many rows lagged. */
  public int mended() {
    return projectScores.sweep(campaign(), register(), board.all(ID)).lagging();
  }

  /** Rebuilds the drafts from the board as it is; how many were switched. */
  public int drafted(Instant now) {
    return drafts.rebuild(campaign(), register(), board.all(ID), now);
  }

  public List<Unit> register() {
    return memory.units().all(ID, campaign().unitsVersion());
  }

  /** Brings back an offline copy. */
  public Outcome<MergePlan> merge(String unit, Object body, Instant now) {
    return OfflineCopy.read(body)
        .flatMap(
            sent -> mergeAnswers.merge(campaign(), unit(unit), by(unit, now, Role.UNIT), sent));
  }

  /** Answers every criterion of a unit's form. */
  public void answerAll(String unit) {
    answerAllBut(unit, Set.of());
  }

  /** Answers every criterion but these. */
  public void answerAllBut(String unit, Set<String> others) {
    forms.criteria(campaign(), unit(unit)).criteria().values().stream()
        .filter(criterion -> !criterion.computed())
        .filter(criterion -> !others.contains(criterion.id().value()))
        .forEach(
            criterion -> accepted(save(unit, criterion.id().value(), answer(criterion), OPENED)));
  }

  /** Answers a criterion of a unit's form for the first time. */
  public Outcome<?> saveFirst(String unit, Criterion criterion) {
    return save(unit, criterion.id().value(), answer(criterion), OPENED);
  }

  /** Signs a unit's form with the etag that it has. */
  public Outcome<Head> submit(String unit, Instant now) {
    return submitForm.submit(
        campaign(),
        unit(unit),
        act(now),
        new Condition(Optional.of(head(unit).etag())),
        SignatureDraft.read(
            Map.of("signedBy", Map.of("name", "Nguyễn Thị An", "title", "Giám đốc"))));
  }

  /** Grants the upload of a small file. */
  public Evidence evidence(String unit, String criterion) {
    return accepted(
            grantUpload.grant(
                campaign(),
                unit(unit),
                by(unit, OPENED, Role.UNIT),
                OPENED,
                DeclaredFile.read(file(criterion, Map.of()), campaign().settings().uploadLimits())))
        .evidence();
  }

  /** A declaration of a file, with other values for some of its fields. */
  public static Map<String, Object> file(String criterion, Map<String, Object> other) {
    var file = new LinkedHashMap<String, Object>();
    file.put("criterion", criterion);
    file.put("fileName", "Quyết định.pdf");
    file.put("contentType", "application/pdf");
    file.put("sizeBytes", 1000L);
    file.put("sha256", "ab".repeat(32));
    file.putAll(other);
    return file;
  }

  public static Act act(Instant now) {
    return new Act(
        new Caller("account", Set.of(Role.OFFICE), Optional.empty()), now, Optional.empty());
  }

  /** An act of an account of this unit, with these roles. */
  public static Act by(String unit, Instant now, Role... roles) {
    return new Act(
        new Caller("account-" + unit, Set.of(roles), Optional.of(new UnitCode(unit))),
        now,
        Optional.empty());
  }

  /** An act under an idempotency key. */
  public static Act act(Instant now, String key, String bodyHash) {
    return new Act(
        act(now).caller(), now, Optional.of(new Act.Key(key, bodyHash, now.plusSeconds(60))));
  }

  public static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError(refusal);
        },
        value -> value);
  }

  /** The refusal, which must be of this kind. */
  public static Refusal refused(Problem expected, Outcome<?> outcome) {
    Refusal refusal =
        outcome.fold(
            found -> found,
            value -> {
              throw new AssertionError("accepted: " + value);
            });
    assertEquals(expected, refusal.problem(), refusal::toString);
    return refusal;
  }

  /** The places and problems of a refusal, as {@code inputs.a NEGATIVE}. */
  public static Set<String> places(Refusal refusal) {
    return refusal.violations().stream()
        .map(violation -> violation.place() + " " + violation.problem())
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> answer(Criterion criterion) {
    var inputs = new LinkedHashMap<String, Object>();
    if (criterion.rule() instanceof ScoringRule.Checklist checklist) {
      inputs.put("items", List.of(checklist.items().getFirst().key()));
    }
    for (Input input : criterion.inputs()) {
      inputs.put(
          input.key(),
          switch (input.kind()) {
            case INTEGER, DECIMAL -> Math.max(1L, input.min().longValueExact());
            case BOOLEAN -> true;
            case CHOICE -> ((ScoringRule.Choice) criterion.rule()).options().getFirst().value();
          });
    }
    return Map.of("inputs", inputs);
  }
}
