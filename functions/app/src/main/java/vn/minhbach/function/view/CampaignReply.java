package vn.minhbach.function.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.DeadlineRules;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.DeskSettings;
import vn.minhbach.core.prepare.campaign.LatePolicy;
import vn.minhbach.core.prepare.campaign.ResultSettings;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;

/**
 * A campaign as a client reads it.
 *
 * @param criteriaVersions group to the version in force
 * @param corrections group to how often its set was corrected
 * @param sources source to the import in force
 */
public record CampaignReply(
    CampaignId id,
    String name,
    int year,
    Stage stage,
    String stageVi,
    PlanReply plan,
    CalendarReply calendar,
    MilestonesReply milestones,
    LatePolicy latePolicy,
    TieRule tieRule,
    LimitsReply uploadLimits,
    Optional<CampaignId> previous,
    DeskReply desk,
    AppraisalReply appraisal,
    RankedReply ranking,
    long unitsVersion,
    Map<String, Long> criteriaVersions,
    Optional<Map<String, Integer>> corrections,
    Map<String, Long> sources,
    Optional<Long> accountsVersion,
    Optional<Long> teamVersion,
    Optional<Instant> openedAt,
    Optional<ResultReply> result,
    Optional<SentBackReply> sentBack,
    Optional<List<IssueReply>> issues,
    Optional<List<ExcuseReply>> excused,
    long version)
    implements ReplyPart {

  public static CampaignReply of(Campaign campaign) {
    CampaignSettings settings = campaign.settings();
    return new CampaignReply(
        campaign.id(),
        settings.name(),
        settings.year(),
        campaign.stage(),
        campaign.stage().vietnamese(),
        PlanReply.of(settings.plan()),
        CalendarReply.of(campaign.calendar(), settings.deadlineRules()),
        MilestonesReply.of(Deadlines.of(campaign).milestones()),
        settings.deadlineRules().latePolicy(),
        settings.tieRule(),
        LimitsReply.of(settings.uploadLimits()),
        settings.deskSettings().previous(),
        DeskReply.of(settings.deskSettings()),
        AppraisalReply.of(settings.appraisalSettings()),
        RankedReply.of(settings.resultSettings()),
        campaign.unitsVersion(),
        byGroup(campaign.criteriaVersions()),
        Optional.of(byGroup(campaign.pointers().corrections())).filter(all -> !all.isEmpty()),
        new TreeMap<>(campaign.sourceVersions()),
        campaign.pointers().accounts(),
        campaign.pointers().team(),
        campaign.openedAt(),
        campaign.result().map(ResultReply::of),
        campaign.ruled().sentBack().map(SentBackReply::of),
        some(campaign.ruled().issues().stream().map(IssueReply::of).toList()),
        some(campaign.ruled().excuses().stream().map(ExcuseReply::of).toList()),
        campaign.version());
  }

  /** As every route that changes a campaign answers. */
  public static Reply shown(Campaign campaign) {
    return shown(campaign, 200);
  }

  public static Reply shown(Campaign campaign, int status) {
    return Reply.json(status, of(campaign)).etag("c" + campaign.version());
  }

  private static <T> Optional<List<T>> some(List<T> all) {
    return Optional.of(all).filter(any -> !any.isEmpty());
  }

  private static <T> Map<String, T> byGroup(Map<Integer, T> values) {
    var named = new TreeMap<String, T>();
    values.forEach((group, value) -> named.put(group.toString(), value));
    return named;
  }

  /** The plan by which the campaign is held. */
  public record PlanReply(String number, LocalDate date, String issuer) implements ReplyPart {

    private static PlanReply of(CampaignSettings.Plan plan) {
      return new PlanReply(plan.number(), plan.date(), plan.issuer());
    }
  }

  /** The days of the plan, and what else the deadlines are counted by. */
  public record CalendarReply(
      ZoneId zone,
      int answerDays,
      int deliveryDays,
      int communeDays,
      int signatureGraceDays,
      boolean rollOnRestDay,
      int correctionDays,
      LocalDate dueBefore,
      LocalDate closesBefore,
      LocalDate appraisedBefore,
      LocalDate reportBefore,
      LocalDate publishBefore)
      implements ReplyPart {

    private static CalendarReply of(Calendar calendar, DeadlineRules rules) {
      return new CalendarReply(
          calendar.zone(),
          calendar.answerDays(),
          rules.deliveryDays(),
          rules.communeDays().orElse(calendar.answerDays()),
          rules.daysToSign(),
          rules.rollOnRestDay(),
          rules.leastCorrectionDays(),
          calendar.dueBefore(),
          calendar.closesBefore(),
          calendar.appraisedBefore(),
          calendar.reportBefore(),
          calendar.publishBefore());
    }
  }

  /** The last moments that follow from them. */
  public record MilestonesReply(
      Instant dueBy, Instant closesBy, Instant appraisedBy, Instant reportBy, Instant publishBy)
      implements ReplyPart {

    private static MilestonesReply of(Deadlines.Milestones milestones) {
      return new MilestonesReply(
          milestones.dueBy(),
          milestones.closesBy(),
          milestones.appraisedBy(),
          milestones.reportBy(),
          milestones.publishBy());
    }
  }

  /** What files may be, and how many. */
  public record LimitsReply(
      long fileBytesMax,
      long unitBytesMax,
      List<String> contentTypes,
      int grantsPerMinute,
      long reopenDays,
      Optional<ProvenanceReply.PeriodReply> dataPeriod)
      implements ReplyPart {

    private static LimitsReply of(UploadLimits limits) {
      return new LimitsReply(
          limits.fileBytesMax(),
          limits.unitBytesMax(),
          limits.contentTypes(),
          limits.grantsInAMinute(),
          limits.reopening().toDays(),
          limits.dataPeriod().map(LimitsReply::period));
    }

    private static ProvenanceReply.PeriodReply period(Period period) {
      return new ProvenanceReply.PeriodReply(period.from(), period.to());
    }
  }

  /** Where the desk warns, and its terms. */
  public record DeskReply(
      int jumpPoints,
      int jumpPercent,
      int reasonMin,
      List<String> staffLabels,
      long contestDays,
      int questionsPerUnit)
      implements ReplyPart {

    private static DeskReply of(DeskSettings desk) {
      return new DeskReply(
          desk.jumpInPoints(),
          desk.jumpInPercent(),
          desk.shortestReason(),
          desk.labelsOfStaff(),
          desk.contestTerm().toDays(),
          desk.questionsMax());
    }
  }

  /** How it is appraised; without the seed, from which a unit could tell what is read twice. */
  public record AppraisalReply(
      Optional<UnitCode> standingOffice,
      Optional<UnitCode> deputyBody,
      List<UnitCode> teamBodies,
      int readings,
      int samplePercent,
      Points gapPoints,
      int explanationDays,
      int explanationMax,
      int petitionDays)
      implements ReplyPart {

    private static AppraisalReply of(AppraisalSettings appraisal) {
      return new AppraisalReply(
          appraisal.standingOffice(),
          appraisal.deputyBody(),
          appraisal.teamBodies(),
          appraisal.readingsOfEach(),
          appraisal.sampleOfHundred(),
          appraisal.gap(),
          appraisal.daysToExplain(),
          appraisal.longestExplanation(),
          appraisal.daysToPetition());
    }
  }

  /** How units are ranked. */
  public record RankedReply(
      ResultSettings.NoFormPolicy noForm, List<String> tieBreaks, int planDays, int reviewDays)
      implements ReplyPart {

    private static RankedReply of(ResultSettings result) {
      return new RankedReply(
          result.withoutForm(), result.tieBreaks(), result.daysToPlan(), result.daysToReview());
    }
  }

  /** How far the result is. */
  public record ResultReply(
      String basis,
      int issue,
      Optional<String> code,
      long rankingVersion,
      Instant reportedAt,
      Optional<ApprovalReply> entered,
      Optional<ApprovalReply> approval,
      Optional<Instant> publishedAt)
      implements ReplyPart {

    private static ResultReply of(Campaign.Result result) {
      return new ResultReply(
          result.basis(),
          result.issue(),
          result.frozen().map(Campaign.Frozen::code),
          result.rankingVersion(),
          result.reportedAt(),
          result.entered().map(ApprovalReply::of),
          result.approval().map(ApprovalReply::of),
          result.publishedAt());
    }
  }

  /** The decision that approves it, and how its paper was signed where that was entered. */
  public record ApprovalReply(
      String number,
      LocalDate date,
      Instant enteredAt,
      Optional<Campaign.Issuer> issuer,
      Optional<SignedReply> signedBy,
      Optional<Campaign.Authority> authority,
      Optional<String> sha256)
      implements ReplyPart {

    private static ApprovalReply of(Campaign.Decision decision) {
      return new ApprovalReply(
          decision.number(),
          decision.date(),
          decision.enteredAt(),
          decision.paper().map(Campaign.Paper::issuer),
          decision.paper().map(paper -> new SignedReply(paper.name(), paper.title())),
          decision.paper().flatMap(Campaign.Paper::authority),
          decision.paper().flatMap(Campaign.Paper::sha256));
    }
  }

  /** Who signed a decision, as it stands on the paper. */
  public record SignedReply(String name, String title) implements ReplyPart {}

  /** The latest return of a reported result. */
  public record SentBackReply(int count, String reason, Instant at) implements ReplyPart {

    private static SentBackReply of(Rulings.SentBack sent) {
      return new SentBackReply(sent.count(), sent.reason(), sent.at());
    }
  }

  /** A published result that is corrected since. */
  public record IssueReply(
      int issue, Optional<String> code, Optional<Instant> publishedAt, String reason)
      implements ReplyPart {

    private static IssueReply of(Rulings.Issue issue) {
      return new IssueReply(
          issue.result().issue(),
          issue.result().frozen().map(Campaign.Frozen::code),
          issue.result().publishedAt(),
          issue.reason());
    }
  }

  /** A unit that is not ranked, by decision. */
  public record ExcuseReply(UnitCode unit, String number, LocalDate date, String reason)
      implements ReplyPart {

    private static ExcuseReply of(Rulings.Excuse excuse) {
      return new ExcuseReply(excuse.unit(), excuse.number(), excuse.date(), excuse.reason());
    }
  }
}
