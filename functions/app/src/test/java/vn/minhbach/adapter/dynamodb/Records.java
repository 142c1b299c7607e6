package vn.minhbach.adapter.dynamodb;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.marking.Basis;
import vn.minhbach.core.appraise.marking.Countersign;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Seen;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.evidence.Backlog;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.DigitalSignature;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.FileFacts;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.evidence.SecretStamp;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.Signing;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.Tally;
import vn.minhbach.core.assess.submission.Term;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.account.PoolReport;
import vn.minhbach.core.prepare.account.Post;
import vn.minhbach.core.prepare.account.Trouble;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.DeadlineRules;
import vn.minhbach.core.prepare.campaign.DeskSettings;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.prepare.campaign.Holiday;
import vn.minhbach.core.prepare.campaign.Holidays;
import vn.minhbach.core.prepare.campaign.LatePolicy;
import vn.minhbach.core.prepare.campaign.ResultSettings;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.prepare.source.Extraction;
import vn.minhbach.core.prepare.source.Figure;
import vn.minhbach.core.prepare.source.Provenance;
import vn.minhbach.core.prepare.source.UnitFigures;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.publish.publication.CardLine;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.publication.UnitCard;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.review.Review;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.unit.Unit;

/** One of every record that is stored, with all that is optional and with none of it. */
final class Records {

  static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  static final UnitCode COMMUNE = new UnitCode("06649");
  static final UnitCode DISTRICT = new UnitCode("193");
  static final Instant AT = Instant.parse("2020-09-25T01:00:00.123Z");
  private static final ChainTip TIP = new ChainTip(12, "ab".repeat(32));

  private Records() {}

  static List<Object> all() {
    var all = new ArrayList<Object>();
    all.addAll(campaigns());
    all.add(new Unit(COMMUNE, 3, "ward", "Phường Hồng Gai", Optional.of(DISTRICT)));
    all.add(new Unit(DISTRICT, 2, "district_city", "Thành phố Hạ Long", Optional.empty()));
    all.addAll(heads());
    all.add(
        answer(
            Map.of("a", 187L, "b", new BigDecimal("193.5")),
            Optional.of("lý do \"1\" \\ đ"),
            Optional.of("ghi chú\nhai dòng")));
    all.add(answer(Map.of(), Optional.empty(), Optional.empty()));
    all.addAll(teams());
    all.addAll(marks());
    all.addAll(explanations());
    all.addAll(petitions());
    all.add(review());
    all.addAll(sources());
    all.addAll(evidence());
    all.addAll(readings());
    all.addAll(takedowns());
    all.add(Backlog.of(CAMPAIGN).begun());
    all.add(Backlog.of(CAMPAIGN).after(COMMUNE).ended());
    all.addAll(particulars());
    all.addAll(typed());
    all.addAll(questions());
    all.add(entry());
    all.add(entry().withoutBody());
    all.add(
        new Receipt(new Act.Key("ab".repeat(32), "cd".repeat(32), AT), Map.of("evidence", "e1")));
    all.add(new Receipt(new Act.Key("ab".repeat(32), "cd".repeat(32), AT), Map.of()));
    all.add(
        new Job(
            CAMPAIGN,
            "j1",
            Job.Kind.FORWARD,
            DISTRICT,
            List.of(new Job.Form(COMMUNE, 4), new Job.Form(DISTRICT, 1)),
            AT));
    all.add(new Job(CAMPAIGN, "j1", Job.Kind.FORWARD, DISTRICT, List.of(), AT));
    all.add(new Remark(new CriterionId("II.1"), "Chưa có minh chứng", AT, "sub-1", 2));
    all.add(
        transmittal(
            Move.Hand.DISTRICT,
            Optional.of(new Head.Letter("45/UBND-VX", LocalDate.of(2020, 9, 24)))));
    all.add(transmittal(Move.Hand.OFFICE, Optional.empty()));
    all.addAll(corrections());
    all.addAll(progress());
    all.add(
        new Rankings.Table(CAMPAIGN, 3, 1_600_000_000_000L, AT, "ef".repeat(32), 177, Map.of()));
    all.add(new DynamoRankings.Page(rows()));
    all.add(groupReport());
    all.addAll(plans());
    all.add(unitCard());
    all.add(new DynamoRankings.Page(List.of()));
    return all;
  }

  static List<Mark> marks() {
    var appraiser =
        new Hand("account", Optional.of(new UnitCode("STTTT")), Optional.of(1), Role.APPRAISER);
    var lead = new Hand("lead", Optional.empty(), Optional.empty(), Role.LEAD);
    var seen = new Seen("a2", "0123456789abcdef", 1_596_420_000_000L);
    var given = new Worth(Points.of("1.50"), true);
    var none = new Worth(Points.ZERO, false);
    var nothing =
        new Reading.After(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    var all =
        new Reading.After(
            List.of(new Countersign(lead, given, AT)),
            Optional.of(new Reading.Confirmation(appraiser, seen, AT)),
            Optional.of(new Reading.Shown(given, AT)),
            Optional.of(new Reading.Cleared(appraiser, "Chấm nhầm đơn vị", AT)));
    return List.of(
        mark(
            new Reading(
                Reading.Kind.FIRST,
                appraiser,
                new Reading.Ruling(
                    new Basis.Given(given.points()), given, Optional.of("Mới làm một nửa")),
                seen,
                AT,
                all,
                4),
            new Reading(
                Reading.Kind.SECOND,
                lead,
                new Reading.Ruling(
                    new Basis.Inputs(Map.of("a", 187L, "b", new BigDecimal("193.5"))),
                    given,
                    Optional.empty()),
                seen,
                AT,
                nothing,
                1)),
        mark(
            new Reading(
                Reading.Kind.LEAD,
                lead,
                new Reading.Ruling(new Basis.NotApplicable(true), none, Optional.of("Không có")),
                seen,
                AT,
                nothing,
                1)),
        mark(
            new Reading(
                Reading.Kind.FIRST,
                appraiser,
                new Reading.Ruling(new Basis.Agreed(), given, Optional.empty()),
                seen,
                AT,
                nothing,
                1)));
  }

  static List<Explanation> explanations() {
    var hand =
        new Hand("account", Optional.of(new UnitCode("STTTT")), Optional.of(1), Role.APPRAISER);
    var asked =
        new Explanation.Asked(
            "Hóa đơn mua máy ở đâu?",
            true,
            Optional.of(
                new Explanation.Proposed(
                    Reading.Kind.FIRST,
                    new Worth(Points.of("1.50"), true),
                    Optional.of("Thiếu hóa đơn"),
                    hand)),
            hand,
            AT,
            AT.plusSeconds(60));
    var bare = new Explanation.Asked("Vì sao?", false, Optional.empty(), hand, AT, AT);
    var whole =
        new Explanation.Round(
            asked,
            Optional.of(new Explanation.Answer("Đây", List.of("e1"), "sub-1", AT, Optional.of(AT))),
            Optional.of(
                new Explanation.Confirmed(
                    "Trần Văn Bình",
                    "Chủ tịch",
                    new Head.Letter("212/UBND", LocalDate.of(2020, 11, 6)),
                    "sub-2",
                    AT,
                    AT.plusSeconds(90))),
            Optional.of(new Explanation.Lapsed(Explanation.Party.TEAM, AT)));
    var open = new Explanation.Round(bare, Optional.empty(), Optional.empty(), Optional.empty());
    return List.of(
        new Explanation(CAMPAIGN, COMMUNE, new CriterionId("I.1"), List.of(whole, open), 7),
        new Explanation(CAMPAIGN, COMMUNE, new CriterionId("I.2"), List.of(open), 1));
  }

  private static Review review() {
    var letter = new Head.Letter("31/UBND", LocalDate.of(2021, 2, 15));
    var deputy = new Hand("sub-9", Optional.of(new UnitCode("SNV")), Optional.of(1), Role.DEPUTY);
    return new Review(
        CAMPAIGN,
        COMMUNE,
        1,
        new CriterionId("II.12"),
        "Số tháng 12 chưa tính",
        new Petition.Signed(Optional.empty(), Optional.empty(), letter, "sub-2", AT),
        true,
        Optional.of(
            new Petition.Decision(
                Petition.Ruling.KEPT, Optional.empty(), "Ngoài kỳ đánh giá", deputy, AT)),
        2);
  }

  static List<Petition> petitions() {
    var lead = new Hand("lead", Optional.empty(), Optional.empty(), Role.LEAD);
    var letter = new Head.Letter("230/UBND", LocalDate.of(2020, 12, 4));
    return List.of(
        new Petition(
            CAMPAIGN,
            COMMUNE,
            new CriterionId("I.1"),
            new Petition.Plea("Hóa đơn đã gửi", List.of("e1"), "sub-1", false, AT),
            Optional.of(
                new Petition.Signed(
                    Optional.of("Trần Văn Bình"), Optional.of("Chủ tịch"), letter, "sub-2", AT)),
            Optional.of(
                new Petition.Decision(
                    Petition.Ruling.NEW_POINTS,
                    Optional.of(new Worth(Points.of("3.88"), true)),
                    "Hóa đơn đã đủ",
                    lead,
                    AT)),
            3),
        new Petition(
            CAMPAIGN,
            COMMUNE,
            new CriterionId("I.2"),
            new Petition.Plea("Theo công văn", List.of(), "sub-1", true, AT),
            Optional.of(
                new Petition.Signed(Optional.empty(), Optional.empty(), letter, "sub-2", AT)),
            Optional.empty(),
            1),
        new Petition(
            CAMPAIGN,
            COMMUNE,
            new CriterionId("I.3"),
            new Petition.Plea("Bản nháp", List.of(), "sub-1", false, AT),
            Optional.empty(),
            Optional.empty(),
            1));
  }

  private static Mark mark(Reading... readings) {
    return new Mark(CAMPAIGN, COMMUNE, new CriterionId("I.1"), List.of(readings));
  }

  private static List<Campaign> campaigns() {
    var calendar =
        new Calendar(
            ZoneId.of("Asia/Ho_Chi_Minh"),
            15,
            LocalDate.of(2020, 9, 30),
            LocalDate.of(2020, 10, 15),
            LocalDate.of(2020, 12, 30),
            LocalDate.of(2021, 1, 30),
            LocalDate.of(2021, 4, 1));
    var settings =
        new CampaignSettings(
            "Đánh giá mức độ Chính quyền điện tử năm 2020",
            2020,
            new CampaignSettings.Plan(
                "131/KH-UBND", LocalDate.of(2020, 7, 21), "UBND tỉnh Quảng Ninh"),
            calendar,
            TieRule.DENSE,
            new UploadLimits(20 << 20, 1L << 30, List.of("application/pdf", "image/png")));
    Campaign bare = Campaign.draft(CAMPAIGN, settings).after(TIP);
    var decision = new Campaign.Decision("1234/QĐ-UBND", LocalDate.of(2021, 3, 1), AT);
    return List.of(
        bare,
        bare.withSource("qlvb", 9).withAccounts(11),
        Campaign.draft(CAMPAIGN, desk(settings)).after(TIP),
        bare.withCriteria(3, 4).withCorrected(3, 5),
        bare.withTeam(9).withAssignment(3, 9),
        bare.withProvisional(new Campaign.Provisional(1, AT, AT.plusSeconds(60))),
        bare.withRules(
            new DeadlineRules(
                0,
                OptionalInt.empty(),
                true,
                LatePolicy.MARK,
                Holidays.NONE,
                OptionalInt.of(2),
                OptionalInt.of(7))),
        bare.withCriteria(1, 2)
            .withCriteria(3, 4)
            .withUnits(5)
            .withOpenedAt(AT)
            .withResult(new Campaign.Result(7, "SELF", AT, Optional.of(decision), Optional.of(AT))),
        bare.withRules(
            new DeadlineRules(
                2,
                OptionalInt.of(12),
                false,
                LatePolicy.REASON,
                new Holidays(
                    List.of(
                        new Holiday(LocalDate.of(2020, 9, 2), Holiday.Kind.OFF, "Quốc khánh"),
                        new Holiday(LocalDate.of(2020, 9, 5), Holiday.Kind.WORK, "Làm bù"))))),
        bare.withRules(DeadlineRules.DEFAULT),
        bare.withResult(new Campaign.Result(7, "SELF", AT, Optional.empty(), Optional.empty())),
        ruled(bare),
        Campaign.draft(CAMPAIGN, ranked(settings)).after(TIP));
  }

  private static Campaign ruled(Campaign bare) {
    var paper =
        new Campaign.Paper(
            Campaign.Issuer.CHUTICH,
            "Nguyễn Văn B",
            "Phó Chủ tịch",
            Optional.of(Campaign.Authority.KT),
            Optional.of("ab".repeat(32)),
            "actor-1");
    var decision =
        new Campaign.Decision("812/QĐ-UBND", LocalDate.of(2021, 3, 15), AT, Optional.of(paper));
    var reported =
        new Campaign.Result(
            8,
            "APPRAISED",
            AT,
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Campaign.Frozen(
                    2, "0123 4567 89ab cdef", Stage.APPRAISING, Optional.of(decision))));
    var first = new Campaign.Result(7, "APPRAISED", AT, Optional.of(decision), Optional.of(AT));
    return bare.withResult(reported)
        .with(
            Rulings.NONE
                .with(
                    new Rulings.Excuse(
                        COMMUNE,
                        "55/QĐ-UBND",
                        LocalDate.of(2020, 8, 1),
                        "Mới thành lập",
                        "actor-1",
                        AT))
                .withSentBack("Xem lại nhóm 2", "actor-2", AT)
                .withIssue(new Rulings.Issue(first, "Tính sai II.3", AT)));
  }

  private static CampaignSettings ranked(CampaignSettings plain) {
    return new CampaignSettings(
        plain.name(),
        plain.year(),
        plain.plan(),
        plain.calendar(),
        plain.tieRule(),
        plain.uploadLimits(),
        plain.rules(),
        plain.desk(),
        plain.appraisal(),
        Optional.of(
            new ResultSettings(
                Optional.of(ResultSettings.NoFormPolicy.UNRANKED),
                List.of("II", "I"),
                Optional.of(45),
                Optional.of(15))));
  }

  private static List<Object> plans() {
    var criterion = new CriterionId("II.12");
    return List.of(
        new FrozenCard(
            COMMUNE,
            3,
            Map.of(criterion, new FrozenCard.Reached(Points.of("4.80"), Points.of("8.00"))),
            Map.of("II", new FrozenCard.Reached(Points.of("41.20"), Points.of("60.00")))),
        new ParMapping(
            CAMPAIGN,
            List.of(
                new ParMapping.Line(
                    "6.1",
                    "Mức độ Chính quyền điện tử",
                    2,
                    new ParMapping.Source(ParMapping.Kind.INDEX, ""),
                    Points.of("2.00"),
                    Map.of("TOT", Points.of("2.00"))),
                new ParMapping.Line(
                    "6.2",
                    "Hồ sơ trực tuyến",
                    2,
                    new ParMapping.Source(ParMapping.Kind.CRITERION, "II.12"),
                    Points.of("1.50"),
                    Map.of())),
            "sub-1",
            AT,
            2),
        new Plan(
            CAMPAIGN,
            COMMUNE,
            1,
            List.of(
                new Plan.Item(criterion, "Mở điểm hỗ trợ", "Văn phòng", LocalDate.of(2021, 6, 30))),
            Optional.of(new Plan.Paper("14/KH-UBND", LocalDate.of(2021, 3, 1), "ab".repeat(32))),
            "sub-1",
            AT,
            2),
        new PlanReview(
            CAMPAIGN,
            COMMUNE,
            new CampaignId("131-2019"),
            2,
            Map.of(
                1, new PlanReview.Mark(true, Optional.of("Đã mở"), Optional.of("e1"), "sub-1", AT)),
            1));
  }

  private static UnitCard unitCard() {
    var heard =
        new CardLine.Heard(
            CardLine.Ended.NEW_POINTS, Optional.of(new Worth(Points.of("1.50"), true)));
    return new UnitCard(
        COMMUNE,
        "Phường Hồng Gai",
        3,
        Optional.of(DISTRICT),
        State.APPRAISED,
        2,
        1,
        Optional.of(
            new RankingRow.SelfScore(
                Points.of("80"), Points.of("98"), Optional.of(Points.of("81.63")))),
        List.of(
            new CardLine(
                new CriterionId("I.1"),
                Map.of("numerator", 3L, "denominator", new BigDecimal("4.5"), "has", true),
                CardLine.Counts.POINTS,
                Points.of("1.50"),
                Optional.of(new Worth(Points.of("2.00"), true)),
                Optional.of(new Worth(Points.of("1.00"), true)),
                Optional.of(heard),
                Optional.of(new CardLine.Heard(CardLine.Ended.KEPT, Optional.empty())),
                Optional.empty(),
                Optional.of(
                    new CardLine.Corrected(
                        1,
                        "15/VPUB",
                        LocalDate.of(2020, 9, 1),
                        List.of("scoring"),
                        AT,
                        true,
                        Optional.of(Points.of("1.00")),
                        Optional.of(false),
                        Optional.of(
                            new CardLine.Unfit(
                                "invalid-answer", "Thiếu số liệu", "A figure is missing"))))),
            new CardLine(
                new CriterionId("I.2"),
                Map.of(),
                CardLine.Counts.NOT_ASSIGNED,
                Points.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Exemption.Decision("55/QĐ", LocalDate.of(2020, 8, 1))),
                Optional.empty())));
  }

  private static GroupReport groupReport() {
    return new GroupReport(
        3,
        2,
        177,
        170,
        Optional.of(
            new GroupReport.Spread(
                Points.of("71.20"),
                Points.of("91.00"),
                List.of(COMMUNE),
                Points.of("12.00"),
                List.of(COMMUNE))),
        Map.of(
            "I", new GroupReport.Middle(Points.of("3.00"), Points.of("21.75"), Points.of("30.00"))),
        Map.of("TOT", 12, "YEU", 0),
        List.of(
            new GroupReport.Weak(
                new CriterionId("I.1"),
                "Trang thông tin",
                Points.of("21.00"),
                170,
                90,
                List.of(COMMUNE))),
        Optional.of(new GroupReport.Change(160, Points.of("70.00"), Points.of("71.30"))),
        new Exceptions(1, 2, 3, 4, 5, 6, 7, 8, 9),
        List.of(
            new GroupReport.Hands(
                Optional.of(DISTRICT), 0, Optional.empty(), 12, Optional.of(Points.of("-0.25")))),
        List.of(new GroupReport.StandIn("lead", COMMUNE, 4, Points.of("0.50"))),
        List.of(
            new GroupReport.Difficulty(new CriterionId("I.1"), "Máy hỏng", Optional.of(ruling())),
            new GroupReport.Difficulty(new CriterionId("I.1"), "Thiếu máy", Optional.empty())),
        List.of(new GroupReport.Moved(COMMUNE, OptionalInt.of(2), OptionalInt.empty())));
  }

  private static CampaignSettings desk(CampaignSettings plain) {
    return new CampaignSettings(
        plain.name(),
        plain.year(),
        plain.plan(),
        plain.calendar(),
        plain.tieRule(),
        plain.uploadLimits(),
        plain.rules(),
        Optional.of(
            new DeskSettings(
                Optional.of(new CampaignId("131-2019")),
                Optional.of(20),
                Optional.empty(),
                Optional.of(5),
                List.of("Tổng số CBCC"),
                Optional.of(2),
                Optional.empty())),
        Optional.of(
            new AppraisalSettings(
                Optional.of(new UnitCode("STTTT")),
                Optional.empty(),
                List.of(new UnitCode("STTTT"), DISTRICT),
                Optional.of(2),
                Optional.empty(),
                Optional.of(Points.of("0.50")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(7),
                Optional.of(42L))));
  }

  private static List<Object> teams() {
    LocalDate day = LocalDate.of(2020, 10, 1);
    var decision = new Team.Decision("77/QĐ-STTTT", day);
    var bare =
        new Member(
            "h.le",
            "ab".repeat(16),
            Optional.empty(),
            TeamRole.LEAD,
            day,
            Optional.empty(),
            Optional.empty(),
            List.of());
    var whole =
        new Member(
            "t.pham",
            "cd".repeat(16),
            Optional.of(DISTRICT),
            TeamRole.APPRAISER,
            day,
            Optional.of(day.plusDays(20)),
            Optional.of("h.le"),
            List.of(new Member.Conflict(COMMUNE, "người thân là lãnh đạo"), conflict()));
    return List.of(
        new Team(
            CAMPAIGN, 9, decision, "ef".repeat(32), 4_503_599_627_370_495L, List.of(bare, whole)),
        new Assignment(
            CAMPAIGN,
            3,
            9,
            List.of(
                new Assignment.Share(Optional.of(new CriterionId("II.12")), List.of(), "t.pham"),
                new Assignment.Share(Optional.empty(), List.of(COMMUNE), "h.le"))),
        new Assignment(CAMPAIGN, 1, 9, List.of()));
  }

  private static Member.Conflict conflict() {
    return new Member.Conflict(new UnitCode("STTTT"), "");
  }

  private static final Term TERM =
      new Term(
          AT,
          AT.plus(Duration.ofDays(15)),
          AT.plus(Duration.ofDays(20)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static List<Head> heads() {
    Head bare = head(State.IN_PROGRESS, TERM, Signing.NONE, Head.Files.NONE, Head.Corrected.NONE);
    var letter = new Head.Letter("45/UBND-VX", LocalDate.of(2020, 9, 24));
    return List.of(
        bare,
        bare.withSignature(signature(Optional.empty(), true)),
        bare.withSignature(signature(Optional.of(letter), false)).forwarded(AT, Optional.empty()),
        clocked(),
        corrected(),
        head(State.SUBMITTED, TERM, Signing.NONE, Head.Files.NONE, Head.Corrected.NONE)
            .withFirstMark(AT)
            .moved(Move.BEGIN_APPRAISAL, TIP)
            .withAppraisalClosed(AT.plusSeconds(60))
            .moved(Move.CLOSE_APPRAISAL, TIP),
        head(State.SUBMITTED, TERM, Signing.NONE, Head.Files.NONE, Head.Corrected.NONE)
            .withFirstMark(AT)
            .moved(Move.BEGIN_APPRAISAL, TIP)
            .withHearings(
                List.of(
                    new Head.Hearing(new CriterionId("I.1"), AT.plusSeconds(60), true),
                    new Head.Hearing(new CriterionId("I.2"), AT.plusSeconds(60), false)))
            .moved(Move.ASK_EXPLANATION, TIP),
        returned(Move.Hand.TEAM),
        returned(Move.Hand.DISTRICT)
            .withSignature(signature(Optional.empty(), false))
            .forwarded(AT.plusSeconds(120), Optional.of(2)));
  }

  private static Head returned(Move.Hand by) {
    return head(State.FORWARDED, TERM, Signing.NONE, Head.Files.NONE, Head.Corrected.NONE)
        .withSignature(signature(Optional.empty(), true))
        .forwarded(AT, Optional.of(1))
        .returnedWhole(
            AT.plusSeconds(60),
            by,
            "Thiếu minh chứng",
            LocalDate.of(2020, 9, 30),
            AT.plus(Duration.ofDays(5)))
        .returnedPartly(
            AT.plusSeconds(60),
            by,
            "Thiếu minh chứng",
            AT.plus(Duration.ofDays(5)),
            List.of(new CriterionId("I.1")));
  }

  private static Transmittal transmittal(Move.Hand by, Optional<Head.Letter> letter) {
    return new Transmittal(
        CAMPAIGN, DISTRICT, 1, "j1", AT, by, "sub-1", List.of(COMMUNE), "Đã kiểm tra", letter);
  }

  private static Head head(
      State state, Term term, Signing signing, Head.Files files, Head.Corrected corrected) {
    return new Head(
        CAMPAIGN,
        COMMUNE,
        TIP,
        3,
        state,
        term,
        signing,
        files,
        corrected,
        Head.Appraisal.NONE,
        Optional.empty());
  }

  private static Head.Signature signature(Optional<Head.Letter> letter, boolean late) {
    return new Head.Signature(
        AT,
        "sub-1",
        "Nguyễn Văn A",
        "Chủ tịch",
        letter,
        late,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Head clocked() {
    var asked = new Extension.Asked(LocalDate.of(2020, 10, 5), "mất điện", AT, "sub-1");
    var granted =
        new Extension.Decided(Optional.of(LocalDate.of(2020, 10, 2)), "bão số 7", AT, "sub-2");
    var signature =
        new Head.Signature(
            AT,
            "sub-1",
            "Trần Thị B",
            "Giám đốc",
            Optional.empty(),
            true,
            Optional.of("bão"),
            Optional.of(AT.minusSeconds(60)),
            Optional.of("7K3M-9QWD-0HTB-5XA2"),
            Optional.of("0".repeat(32)),
            Optional.empty());
    var closing =
        new Closing(
            AT.minusSeconds(60),
            "sub-1",
            "7K3M-9QWD-0HTB-5XA2",
            "ab".repeat(32),
            AT.minusSeconds(60),
            AT.plusSeconds(60),
            Optional.of("bão"),
            false,
            Optional.empty());
    return head(
        State.IN_PROGRESS,
        new Term(
            TERM.receivedAt(),
            TERM.dueAt(),
            TERM.closesAt(),
            Optional.of(new Arrival(LocalDate.of(2020, 9, 12), "1024", AT, "sub-1", 2)),
            Optional.of(
                new Extension(
                    3,
                    Optional.of(asked),
                    Optional.of(granted),
                    Optional.of(LocalDate.of(2020, 10, 2)))),
            Optional.of(AT)),
        new Signing(
            Optional.of(closing), Optional.of(signature), Optional.empty(), Optional.empty()),
        Head.Files.NONE,
        Head.Corrected.NONE);
  }

  private static Head corrected() {
    var signature =
        new Head.Signature(
            AT.plusSeconds(60),
            "sub-1",
            "Trần Thị B",
            "Giám đốc",
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of(AT),
            Optional.of("7K3M-9QWD-0HTB-5XA2"),
            Optional.empty(),
            Optional.of(12345L));
    var closing =
        new Closing(
            AT,
            "sub-1",
            "7K3M-9QWD-0HTB-5XA2",
            "ab".repeat(32),
            AT,
            AT,
            Optional.empty(),
            true,
            Optional.of(12345L));
    return head(
        State.AT_DISTRICT,
        TERM,
        new Signing(
            Optional.of(closing), Optional.of(signature), Optional.empty(), Optional.empty()),
        new Head.Files(
            Optional.of(AT),
            List.of(
                new Head.Reopened(new CriterionId("I.1"), AT, Optional.of("e1"), Optional.empty()),
                new Head.Reopened(new CriterionId("I.2"), AT, Optional.empty(), Optional.of(2))),
            Optional.of(new Tally(Map.of(new CriterionId("I.1"), 3)))),
        new Head.Corrected(2, Optional.of(LocalDate.of(2020, 9, 30))));
  }

  private static List<Object> corrections() {
    var letter = new Correction.Letter("77/STTTT-CNTT", LocalDate.of(2020, 9, 1));
    return List.of(
        new Correction(
            CAMPAIGN,
            3,
            1,
            11,
            12,
            letter,
            "sai mẫu số",
            AT,
            AT.plus(Duration.ofDays(7)),
            "sub-2",
            List.of("version", "levels"),
            List.of(
                new CriteriaDiff.Line(
                    new CriterionId("I.1"),
                    CriteriaDiff.Change.CHANGED,
                    List.of("title", "scoring"),
                    true,
                    false),
                new CriteriaDiff.Line(
                    new CriterionId("I.9"), CriteriaDiff.Change.ADDED, List.of(), true, false))),
        new Correction(
            CAMPAIGN, 3, 2, 12, 13, letter, "lỗi chính tả", AT, AT, "sub-2", List.of(), List.of()),
        Job.correct(CAMPAIGN, "j2", 3, AT));
  }

  static Answer answer(
      Map<String, Object> inputs, Optional<String> notApplicable, Optional<String> note) {
    return new Answer(
        new CriterionId("II.12"),
        new Answer.Content(
            inputs, notApplicable, note, Optional.of(Points.of("7.5")), Optional.empty()),
        Answer.Authorship.own(2, AT, "sub-1"),
        3);
  }

  private static List<Object> sources() {
    var provenance =
        new Provenance(
            "qlvb",
            4_503_599_627_370_495L,
            "Hệ thống quản lý văn bản tỉnh",
            LocalDate.of(2019, 10, 1),
            LocalDate.of(2020, 9, 30),
            AT);
    Map<String, Object> figure = Map.of("a", 187L, "b", 193L);
    var first =
        new Extraction(provenance, "Nguyễn Văn A", AT, "sub-1", "ab", 1, 1, Optional.empty());
    var post = new Post(COMMUNE, Post.Duty.TYPIST, Optional.of(AT), Optional.empty());
    var part =
        new Post(
            COMMUNE,
            Post.Duty.CONTRIBUTOR,
            Optional.empty(),
            Optional.of(AT),
            List.of(new CriterionId("I.1"), new CriterionId("II.3")));
    return List.of(
        new Account("mai.snv", "ab".repeat(16), List.of(part)),
        new Account("lan.snv", "ab".repeat(16), List.of(post)),
        new Actor(
            "ab".repeat(16),
            "Trần Lan",
            List.of(new Actor.Title(post, "Phó")),
            3,
            AT,
            Optional.of("lan@snv.gov.vn")),
        new Actor("ab".repeat(16), "Trần Lan", List.of(), 3, AT, Optional.empty()),
        new PoolReport(
            CAMPAIGN,
            Map.of("131-2020", 11L),
            AT,
            AT.plusSeconds(3600),
            438,
            1,
            1,
            0,
            List.of(
                new PoolReport.Item("lan.snv", Trouble.NO_ADDRESS),
                new PoolReport.Item("minh.snv", Trouble.NOT_YET))),
        first,
        new Extraction(provenance, "Nguyễn Văn A", AT, "sub-1", "ab", 1, 1, Optional.of(3L)),
        new UnitFigures(COMMUNE, provenance, List.of(new Figure(new CriterionId("II.4"), figure))),
        new Extraction(
            provenance,
            "Nguyễn Văn A",
            AT,
            "sub-1",
            "ab",
            1,
            1,
            Optional.empty(),
            Optional.of(COMMUNE),
            Optional.of(new Extraction.Confirmed(COMMUNE, "sub-2", AT, 3)),
            List.of()),
        new Extraction(
            provenance,
            "Nguyễn Văn A",
            AT,
            "sub-1",
            "ab",
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(COMMUNE, DISTRICT)),
        new UnitFigures(
            COMMUNE,
            provenance,
            List.of(),
            Optional.of(
                new UnitFigures.Awaited(
                    provenance, List.of(new Figure(new CriterionId("II.4"), figure))))),
        new DraftOpenings.Opening(
            CAMPAIGN,
            "ab12",
            "sub-1",
            Set.of(Role.LEAD),
            Optional.of(COMMUNE),
            DraftOpenings.View.RANKING,
            Optional.of(1),
            AT),
        claimed(new Claim(Claim.Kind.CONFIRMED, Optional.of(provenance), figure, Optional.empty())),
        claimed(
            new Claim(
                Claim.Kind.CONTESTED, Optional.of(provenance), figure, Optional.of("thiếu sổ"))),
        claimed(new Claim(Claim.Kind.COMPUTED, Optional.empty(), Map.of(), Optional.empty())));
  }

  private static Answer claimed(Claim claim) {
    return new Answer(
        new CriterionId("II.4"),
        Answer.Content.of(Map.of("a", 188L, "b", 193L), Optional.of(Points.of("3.9")))
            .withClaim(claim),
        Answer.Authorship.own(2, AT, "sub-1"),
        3);
  }

  private static List<FileReading> readings() {
    var signature =
        new DigitalSignature(
            Optional.of("Nguyễn Văn A"),
            DigitalSignature.Holder.PERSON,
            Optional.of("Sở Công Thương"),
            Optional.of("Cơ quan chứng thực số chuyên dùng Chính phủ"),
            DigitalSignature.IssuedBy.GOVERNMENT,
            Optional.of(AT),
            DigitalSignature.Integrity.INTACT,
            12,
            DigitalSignature.Chain.NOT_CHECKED);
    var facts =
        new FileFacts(
            Optional.empty(),
            3,
            3,
            Optional.of(FileFacts.Layer.MIXED),
            1,
            List.of(signature),
            Optional.of(SecretStamp.SECRET));
    FileReading full = FileReading.of(CAMPAIGN, COMMUNE, "ab".repeat(32), facts, AT);
    return List.of(
        full,
        full.released(new FileReading.Release("office-1", AT, "Đã giải mật")),
        FileReading.of(
            CAMPAIGN, COMMUNE, "cd".repeat(32), FileFacts.of(FileFacts.Unreadable.ENCRYPTED), AT));
  }

  private static List<Takedown> takedowns() {
    var asked =
        new Takedown(
            CAMPAIGN,
            COMMUNE,
            "ab".repeat(32),
            "e1",
            "Quyết định 12.pdf",
            new Takedown.Asked(
                new Takedown.Hand("office-1", Optional.of(new UnitCode("STTTT")), AT),
                "Có dấu TỐI MẬT",
                new Takedown.Order("12/STTTT", LocalDate.of(2020, 9, 30))),
            Optional.empty(),
            Optional.empty(),
            1);
    var hand = new Takedown.Hand("deputy-1", Optional.empty(), AT);
    return List.of(
        asked,
        asked.with(new Takedown.Decided(hand, false, "Không phải bí mật nhà nước")),
        asked.with(new Takedown.Decided(hand, true, "")).removed(AT));
  }

  private static List<Evidence> evidence() {
    Declaration quarter =
        declared(Optional.of("trang 3"), Optional.of("quý III/2020"), "Quyết định 12.pdf");
    var bare =
        new Evidence(
            "0".repeat(32),
            declared(Optional.empty(), Optional.empty(), "Quyết định 12.pdf"),
            new Evidence.Grant(AT, AT.plusSeconds(900)),
            Checks.NONE,
            Evidence.State.AWAITED,
            1);
    Evidence arrived = bare.arrived(verified(Optional.empty()), true);
    var full =
        new Evidence(
            bare.id(),
            quarter,
            new Evidence.Grant(AT, AT),
            new Checks(
                Optional.of(verified(Optional.of("sha256"))),
                Optional.of(new Checks.Scanned(false, "THREATS_FOUND", Optional.empty())),
                Optional.of("sha256"),
                Optional.empty()),
            Evidence.State.REJECTED,
            4);
    var paper =
        new Evidence(
            bare.id(),
            new Declaration(
                Optional.empty(),
                Optional.of(Purpose.SIGNED_FORM),
                "Phiếu đã ký.pdf",
                bare.contentType(),
                bare.sizeBytes(),
                bare.sha256(),
                Meaning.NONE),
            new Evidence.Grant(AT, AT),
            Checks.NONE,
            Evidence.State.AWAITED,
            1);
    var all =
        new ArrayList<Evidence>(
            List.of(
                bare,
                arrived,
                arrived
                    .scannedAs(new Checks.Scanned(true, "NO_THREATS_FOUND", Optional.empty()))
                    .promoted(),
                full,
                paper,
                full.takenDown(new Takedown.Order("12/STTTT", LocalDate.of(2020, 9, 30)))));
    proofs().forEach(proof -> all.add(bare.meaning(showing(bare.declaration(), proof))));
    return all;
  }

  private static List<Proof> proofs() {
    LocalDate day = LocalDate.parse("2019-12-30");
    return List.of(
        new Proof.Document("45/QĐ-UBND", day, "UBND phường Hà Khánh", "Quy chế văn thư", true),
        new Proof.Photo(Optional.empty()),
        new Proof.Photo(Optional.of(day)),
        new Proof.Screenshot("https://hakhanh.halong.quangninh.gov.vn", day),
        new Proof.Extract("Cổng dịch vụ công tỉnh", day));
  }

  private static Declaration showing(Declaration file, Proof proof) {
    var meaning =
        new Meaning(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(proof), true);
    return new Declaration(
        file.criterion(),
        file.purpose(),
        file.fileName(),
        file.contentType(),
        file.sizeBytes(),
        file.sha256(),
        meaning);
  }

  private static Checks.Verified verified(Optional<String> fault) {
    return new Checks.Verified(AT, "\"etag\"", fault, Optional.empty(), Optional.empty());
  }

  private static Declaration declared(
      Optional<String> page, Optional<String> period, String fileName) {
    return new Declaration(
        Optional.of(new CriterionId("II.12")),
        Optional.empty(),
        fileName,
        "application/pdf",
        1234,
        "ab".repeat(32),
        new Meaning(page, period, Optional.empty(), Optional.empty(), false));
  }

  private static List<Answer> typed() {
    Answer own = answer(Map.of("a", 12L, "b", 21L), Optional.empty(), Optional.empty());
    var contest = new OnBehalf.Contest("Phiếu ghi 21 máy", AT, "sub-2");
    return List.of(
        own.withOnBehalf(new OnBehalf("0".repeat(32), AT, Optional.empty())),
        own.withOnBehalf(new OnBehalf("0".repeat(32), AT, Optional.of(contest))));
  }

  private static Referral.Ruling ruling() {
    return new Referral.Ruling(
        new Head.Letter("6120/UBND-XDCB", LocalDate.of(2020, 9, 1)), "Tính.");
  }

  private static List<Object> questions() {
    var reply = new Question.Reply("Không.", true, Optional.of("Máy hỏng?"), AT, "sub-1");
    var bare = new Question.Reply("Có.", false, Optional.empty(), AT, "sub-1");
    var criterion = new CriterionId("I.1");
    return List.of(
        new Question(
            CAMPAIGN, COMMUNE, 3, "q1", criterion, "Gì?", AT, "sub-2", List.of(), List.of(), TIP),
        new Question(
            CAMPAIGN,
            COMMUNE,
            3,
            "q1",
            criterion,
            "Gì?",
            AT,
            "sub-2",
            List.of(bare, reply),
            List.of(
                new Referral(true, Optional.of("Máy hỏng"), Optional.of(ruling()), AT, "sub-1"),
                new Referral(false, Optional.empty(), Optional.empty(), AT, "sub-1")),
            TIP),
        new Published(
            CAMPAIGN, 3, "q1", criterion, "Máy hỏng?", "Không.", Optional.empty(), AT, true, 3),
        new Published(
            CAMPAIGN,
            3,
            "q1",
            criterion,
            "Máy hỏng",
            "Tính.",
            Optional.of(ruling().paper()),
            AT,
            true,
            4));
  }

  private static List<Particulars> particulars() {
    return List.of(
        new Particulars(
            "Số 12 đường Lê Lợi",
            new Particulars.Staff(11, 10, Optional.of(3L)),
            Optional.of(8240L),
            Optional.of(96L),
            new Particulars.Contact("Trần Thị Lan", "0203 3825 123", Optional.of("lan@qn.gov.vn")),
            AT,
            "sub-1",
            2),
        new Particulars(
            "Số 1",
            new Particulars.Staff(0, 1, Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            new Particulars.Contact("A", "02033825123", Optional.empty()),
            AT,
            "sub-1",
            1));
  }

  static Entry entry() {
    return Entry.after(
        TIP,
        ChainId.of(CAMPAIGN, COMMUNE),
        AT,
        new Said(
            "ANSWER_SAVED",
            new Body()
                .with("criterion", "II.12")
                .with("count", 220L)
                .with("late", false)
                .with("inputs", Map.of("items", List.of("i1")))),
        "00ff".repeat(8));
  }

  private record Said(String kind, Body body) implements Fact {}

  private static List<Progress> progress() {
    return List.of(
        new Progress(
            COMMUNE,
            State.SUBMITTED,
            new Progress.Filled(
                30,
                33,
                Optional.of(new Progress.Owed(3, AT)),
                Optional.of(new Progress.Typed(2, AT))),
            new Progress.Score(
                Map.of("I", Points.of("28.5"), "II", Points.of("50")),
                Points.of("78.50"),
                Points.of("98"),
                Optional.of(Points.of("80.10")),
                Optional.of("TOT"),
                Map.of("II.3.p1", new Measured(new BigDecimal("7"), new BigDecimal("12.5"))),
                Map.of("I", Points.of("30"))),
            Optional.empty(),
            new Progress.Sending(
                Optional.of(AT),
                true,
                Optional.of(new Progress.Signing(AT.minusSeconds(60), AT, AT, Optional.of(AT)))),
            Optional.of(
                new Progress.Timing(
                    AT,
                    AT,
                    AT,
                    Optional.of(AT),
                    Optional.of(AT),
                    Optional.of(LocalDate.of(2020, 10, 5)),
                    Optional.of(LocalDate.of(2020, 10, 2)),
                    true)),
            new Progress.Basis(AT, 44, Optional.of(2), Optional.of(3))),
        fresh(Optional.empty()));
  }

  /** A row of a form that was hardly begun, with an appraised score or none. */
  static Progress fresh(Optional<Progress.Score> appraised) {
    return new Progress(
        COMMUNE,
        State.IN_PROGRESS,
        new Progress.Filled(0, 33, Optional.empty(), Optional.empty()),
        new Progress.Score(
            Map.of(),
            Points.ZERO,
            Points.ZERO,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of()),
        appraised,
        new Progress.Sending(Optional.empty(), false, Optional.empty()),
        Optional.empty(),
        new Progress.Basis(AT, 1, Optional.empty(), Optional.empty()));
  }

  private static List<RankingRow> rows() {
    return List.of(
        new RankingRow(
            COMMUNE,
            "Phường Hồng Gai",
            Optional.of(DISTRICT),
            OptionalInt.of(1),
            OptionalInt.of(2),
            Optional.of(Points.of("81.62")),
            Points.of("80"),
            Points.of("98.02"),
            Map.of("I", Points.of("28.5")),
            Optional.of("TOT"),
            Optional.empty(),
            Map.of(
                "II",
                new RankingRow.OfGroup(
                    Points.of("92"), Points.of("85.36"), Points.of("85.36"), "II")),
            Optional.empty()),
        new RankingRow(
            COMMUNE,
            "Phường Hồng Gai",
            Optional.of(DISTRICT),
            OptionalInt.of(1),
            OptionalInt.of(2),
            Optional.of(Points.of("81.62")),
            Points.of("80"),
            Points.of("98.02"),
            Map.of("I", Points.of("28.5")),
            Optional.of("TOT"),
            Optional.empty(),
            Map.of(),
            Optional.of(
                new RankingRow.SelfScore(
                    Points.of("84"), Points.of("98.02"), Optional.of(Points.of("85.70"))))),
        new RankingRow(
            DISTRICT,
            "Thành phố Hạ Long",
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Points.ZERO,
            Points.ZERO,
            Map.of(),
            Optional.empty(),
            Optional.of("NOT_SUBMITTED"),
            Map.of(),
            Optional.empty()),
        annexed(
            Optional.empty(),
            Optional.of(
                new RankingRow.Excused("55/QĐ-UBND", LocalDate.of(2020, 8, 1), "Mới thành lập"))),
        annexed(
            Optional.of(
                new RankingRow.Former(
                    CAMPAIGN,
                    COMMUNE,
                    Optional.of(Points.of("70.10")),
                    OptionalInt.of(9),
                    Optional.of("KHA"))),
            Optional.empty()));
  }

  private static RankingRow annexed(
      Optional<RankingRow.Former> former, Optional<RankingRow.Excused> excused) {
    return new RankingRow(
        COMMUNE,
        "Phường Hồng Gai",
        Optional.of(DISTRICT),
        OptionalInt.of(1),
        OptionalInt.of(2),
        Optional.of(Points.of("81.62")),
        Points.of("80"),
        Points.of("98.02"),
        Map.of("I", Points.of("28.5")),
        Optional.of("TOT"),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.of(
            new RankingRow.Annex(
                Points.of("100"),
                true,
                List.of(new RankingRow.TieBreak("II", Points.of("40"))),
                excused,
                former,
                Optional.of(new Exceptions(1, 0, 2, 0, 0, 3, 1, 0, 1)),
                Optional.of("ward"))));
  }
}
