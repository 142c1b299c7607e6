package vn.minhbach.core.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.assess.progress.Overview.Line;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.workbook.RealSets;

/** Every paper of one campaign with three groups, as clerks get it. */
final class Drafted {

  static final String CODE = "7c1d 02aa 9e55 4b10";

  private static final AppraisalSettings APPRAISAL =
      new AppraisalSettings(
          Optional.of(new UnitCode("STTTT")),
          Optional.of(new UnitCode("SNV")),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static final Campaign CAMPAIGN =
      Campaign.draft(
          new CampaignId("131-2020"),
          new CampaignSettings(
              "Đánh giá mức độ Chính quyền điện tử tỉnh Quảng Ninh năm 2020",
              2020,
              new CampaignSettings.Plan(
                  "131/KH-UBND", LocalDate.of(2020, 7, 21), "UBND tỉnh Quảng Ninh"),
              new Calendar(
                  ZoneId.of("Asia/Ho_Chi_Minh"),
                  15,
                  LocalDate.of(2020, 9, 30),
                  LocalDate.of(2020, 11, 1),
                  LocalDate.of(2020, 12, 30),
                  LocalDate.of(2021, 1, 30),
                  LocalDate.of(2021, 4, 1)),
              TieRule.COMPETITION,
              new UploadLimits(1, 1, List.of()),
              Optional.empty(),
              Optional.empty(),
              Optional.of(APPRAISAL)));

  static final Campaign.Result RESULT =
      new Campaign.Result(
          1,
          "APPRAISED",
          Instant.parse("2021-01-04T01:00:00Z"),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new Campaign.Frozen(1, CODE, Stage.APPRAISING, Optional.empty())));

  private static final List<Unit> UNITS =
      List.of(
          new Unit(
              new UnitCode("STTTT"),
              1,
              "department",
              "Sở Thông tin và Truyền thông",
              Optional.empty()),
          new Unit(new UnitCode("SNV"), 1, "department", "Sở Nội vụ", Optional.empty()),
          new Unit(
              new UnitCode("193"), 2, "district_city", "UBND thành phố Hạ Long", Optional.empty()),
          new Unit(
              new UnitCode("06649"),
              3,
              "ward",
              "UBND phường Hà Khánh",
              Optional.of(new UnitCode("193"))),
          new Unit(
              new UnitCode("06652"),
              3,
              "ward",
              "UBND phường Hà Phong",
              Optional.of(new UnitCode("193"))));

  private Drafted() {}

  static Frame frame() {
    return Frame.of(CAMPAIGN, UNITS, LocalDate.of(2021, 1, 5));
  }

  static Map<Integer, CriteriaSet> sets() {
    var sets = new TreeMap<Integer, CriteriaSet>();
    for (String name : RealSets.NAMES) {
      sets.put(
          sets.size() + 1,
          CriteriaSet.read(RealSets.of(name))
              .fold(
                  refusal -> {
                    throw new AssertionError(refusal);
                  },
                  set -> set));
    }
    return sets;
  }

  /** Every paper, by its kind. */
  static Map<PaperKind, Paper> all() {
    Frame frame = frame();
    var papers = new TreeMap<PaperKind, Paper>();
    papers.put(PaperKind.FORMS_LETTER, CourseLetters.forms(frame, sets()));
    papers.put(PaperKind.CHASER, CourseLetters.chaser(frame, List.of(late(UNITS.getLast()))));
    papers.put(
        PaperKind.PROVISIONAL_NOTICE,
        CourseLetters.provisional(
            frame,
            new Campaign.Provisional(
                1, Instant.parse("2020-12-07T01:00:00Z"), Instant.parse("2020-12-14T16:59:59Z"))));
    papers.put(
        PaperKind.SESSION_MINUTES,
        SessionPaper.of(frame, Optional.of(team()), Optional.empty(), Map.of()));
    papers.put(PaperKind.NOMINATION_REQUEST, TeamPapers.nomination(frame));
    papers.put(PaperKind.TEAM_DECISION, TeamPapers.decision(frame, Optional.empty()));
    papers.put(PaperKind.REPORT, ResultReport.report(frame, RESULT, groups(2)));
    papers.put(PaperKind.SUBMISSION, ResultReport.submission(frame, RESULT, groups(2)));
    papers.put(PaperKind.DRAFT_DECISION, TheDecision.of(frame, RESULT, groups(2)));
    papers.put(PaperKind.RANKING_ANNEX, RankingAnnex.of(frame, RESULT, groups(60)));
    return papers;
  }

  static Line late(Unit unit) {
    Instant due = Instant.parse("2020-09-25T16:59:59.999Z");
    return new Line(
        unit,
        Optional.empty(),
        32,
        new Progress.Timing(
            due,
            due,
            due,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        102,
        0,
        Optional.empty(),
        false);
  }

  static Team team() {
    return new Team(
        CAMPAIGN.id(),
        1,
        new Team.Decision("2392/QĐ-UBND", LocalDate.of(2020, 8, 3)),
        "",
        1,
        List.of(
            member("a", TeamRole.SECRETARY, "STTTT"),
            member("b", TeamRole.DEPUTY, "SNV"),
            member("c", TeamRole.LEAD, "STTTT")));
  }

  private static Member member(String account, TeamRole role, String body) {
    return new Member(
        account,
        "actor-" + account,
        Optional.of(new UnitCode(body)),
        role,
        LocalDate.of(2020, 8, 3),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static List<GroupResult> groups(int rows) {
    var groups = new ArrayList<GroupResult>();
    sets()
        .forEach((group, set) ->
            groups.add(new GroupResult(group, set, report(group, rows), rows(rows))));
    return groups;
  }

  private static GroupReport report(int group, int units) {
    var first = new UnitCode("06649");
    var spread =
        new GroupReport.Spread(
            Points.of("81.25"),
            Points.of("93.10"),
            List.of(first),
            Points.of("60.05"),
            List.of(new UnitCode("06652")));
    var weak =
        new GroupReport.Weak(
            new CriterionId("II.3"),
            "Tỷ lệ hồ sơ trực tuyến mức độ 4 <script>",
            Points.of("41.20"),
            units,
            1,
            List.of(first));
    return new GroupReport(
        group,
        1,
        units,
        units - 1,
        Optional.of(spread),
        Map.of(),
        Map.of("TOT", 1),
        List.of(weak),
        Optional.empty(),
        new Exceptions(1, 0, 2, 3, 0, 4, 1, 0, 1),
        List.of(),
        List.of(),
        List.of(
            new GroupReport.Difficulty(
                new CriterionId("II.3"),
                "Phần mềm chưa liên thông",
                Optional.of(
                    new Referral.Ruling(
                        new Head.Letter("6120/UBND-XDCB", LocalDate.of(2020, 9, 1)),
                        "Giao Sở TTTT nâng cấp."))),
            new GroupReport.Difficulty(
                new CriterionId("II.3"), "Thiếu máy quét", Optional.empty())),
        List.of());
  }

  static List<RankingRow> rows(int units) {
    var rows = new ArrayList<RankingRow>();
    for (int i = 1; i < units; i++) {
      rows.add(ranked(i));
    }
    rows.add(excused(units));
    return rows;
  }

  private static RankingRow ranked(int rank) {
    var groups =
        Map.of("I", Points.of("35.00"), "II", Points.of("40.25"), "III", Points.of("5.50"));
    return new RankingRow(
        new UnitCode("%05d".formatted(rank)),
        "UBND phường Hà Khánh thứ " + rank,
        Optional.empty(),
        OptionalInt.of(rank),
        OptionalInt.of(rank),
        Optional.of(Points.of("81.25")),
        Points.of("80.75"),
        Points.of("97.00"),
        groups,
        Optional.of("TOT"),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.of(
            new RankingRow.Annex(
                Points.of("100.00"),
                rank == 1,
                List.of(new RankingRow.TieBreak("II", Points.of("40.25"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("ward"))));
  }

  private static RankingRow excused(int number) {
    return new RankingRow(
        new UnitCode("%05d".formatted(number)),
        "UBND xã Kỳ Thượng",
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Points.ZERO,
        Points.ZERO,
        Map.of(),
        Optional.empty(),
        Optional.of("EXCUSED"),
        Map.of(),
        Optional.empty(),
        Optional.of(
            new RankingRow.Annex(
                Points.of("100.00"),
                false,
                List.of(),
                Optional.of(
                    new RankingRow.Excused("55/QĐ-UBND", LocalDate.of(2020, 8, 1), "Mới lập")),
                Optional.empty(),
                Optional.empty(),
                Optional.of("commune"))));
  }
}
