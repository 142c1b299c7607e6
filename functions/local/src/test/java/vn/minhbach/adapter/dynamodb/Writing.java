package vn.minhbach.adapter.dynamodb;

import static vn.minhbach.adapter.dynamodb.Sample.AT;
import static vn.minhbach.adapter.dynamodb.Sample.CAMPAIGN;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.explanation.PutExplanation;
import vn.minhbach.core.appraise.inspection.Finding;
import vn.minhbach.core.appraise.inspection.Inspection;
import vn.minhbach.core.appraise.inspection.Minutes;
import vn.minhbach.core.appraise.inspection.PutFinding;
import vn.minhbach.core.appraise.inspection.PutInspection;
import vn.minhbach.core.appraise.inspection.PutMinutes;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.PutMark;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Seen;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.PutPetition;
import vn.minhbach.core.appraise.session.PutSession;
import vn.minhbach.core.appraise.session.Session;
import vn.minhbach.core.assess.consolidation.PutTransmittal;
import vn.minhbach.core.assess.consolidation.Transmittal;
import vn.minhbach.core.assess.custody.PutReading;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.FileFacts;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.gate.PutRemark;
import vn.minhbach.core.assess.gate.Remark;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.PutPublished;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutParticulars;
import vn.minhbach.core.assess.takedown.PutTakedown;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.PutCorrection;
import vn.minhbach.core.job.PutJob;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.core.publish.feed.PutParMapping;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.publish.plan.PutPlan;
import vn.minhbach.core.publish.plan.PutPlanReview;
import vn.minhbach.core.publish.review.PutReview;
import vn.minhbach.core.publish.review.Review;

/**
 * Records of every kind that a commit may carry, drawn by numbers: few of each, so that many write
 * the same one. What has a version of its own follows the one that stands.
 */
final class Writing {

  static final List<UnitCode> UNITS = List.of(Sample.UNIT, new UnitCode("SXD"));

  /** In an order that is neither that of texts nor that of writing. */
  static final List<CriterionId> CRITERIA =
      List.of(new CriterionId("II.10"), new CriterionId("II.9"), new CriterionId("I.1"));

  static final int GROUP = 3;

  /** How many there are of each kind that is told apart by a number. */
  static final int EACH = 3;

  /** Numbers below draw every kind. */
  static final int KINDS_MAX = 18;

  private static final int OF_A_FORM = KINDS_MAX;
  private static final int ANSWER_TOO = 1;

  /** Kinds of which a form, or a campaign, has one. */
  private static final Set<Integer> SINGLE_OF_A_FORM = Set.of(8, 12, 13);

  private static final Set<Integer> SINGLE_OF_A_CAMPAIGN = Set.of(1, 4);

  private static final int OF_A_CAMPAIGN = 5;
  private static final Hand HAND =
      new Hand("sub-1", Optional.of(Sample.DISTRICT), Optional.of(2), Role.APPRAISER);
  private static final LocalDate DAY = LocalDate.of(2020, 9, 24);

  private final Ports standing;

  /**
   * @param standing where the version is read that a record follows
   */
  Writing(Ports standing) {
    this.standing = standing;
  }

  static String file(int number) {
    return "e" + (9 - number);
  }

  static String teamFile(int number) {
    return "t" + (9 - number);
  }

  static String sha(int number) {
    return (number + "b").repeat(32);
  }

  static String finding(int number) {
    return "f" + (9 - number);
  }

  static String review(int number) {
    return (number + 1) + "-" + CRITERIA.getFirst();
  }

  /** Writes beside a form's head, none of them to the same record. */
  Write[] ofForm(UnitCode unit, List<Integer> drawn) {
    var writes = new LinkedHashMap<String, Write>();
    for (int one : drawn) {
      Draw draw = Draw.of(one, OF_A_FORM, SINGLE_OF_A_FORM);
      // An answer is drawn twice as often, and is one kind.
      writes.putIfAbsent(
          draw.kind() == ANSWER_TOO ? "0/" + draw.which() : draw.place(), ofForm(unit, draw));
    }
    return writes.values().toArray(Write[]::new);
  }

  /** Writes beside a campaign. */
  Write[] ofCampaign(List<Integer> drawn) {
    var writes = new LinkedHashMap<String, Write>();
    for (int one : drawn) {
      Draw draw = Draw.of(one, OF_A_CAMPAIGN, SINGLE_OF_A_CAMPAIGN);
      writes.putIfAbsent(draw.place(), ofCampaign(draw));
    }
    return writes.values().toArray(Write[]::new);
  }

  /**
   * Which record is written.
   *
   * @param which of its kind
   * @param off how far its version is from the one that would follow; mostly 0
   */
  private record Draw(int kind, int which, int off) {

    private static final int SELDOM = 40;

    static Draw of(int chance, int kinds, Set<Integer> single) {
      int kind = chance % kinds;
      int rest = chance / kinds / EACH % SELDOM;
      int which = single.contains(kind) ? 0 : chance / kinds % EACH;
      return new Draw(kind, which, rest == SELDOM - 1 ? 1 : rest == SELDOM - 2 ? -1 : 0);
    }

    String place() {
      return kind + "/" + which;
    }

    CriterionId criterion() {
      return CRITERIA.get(which);
    }

    /** What would follow, or something beside it. */
    long after(Optional<Long> standing) {
      return Math.max(1, standing.orElse(0L) + 1 + off);
    }
  }

  private Write ofForm(UnitCode unit, Draw draw) {
    CriterionId criterion = draw.criterion();
    return switch (draw.kind()) {
      case 0, ANSWER_TOO -> {
        var before = standing.submissions().answer(CAMPAIGN, unit, criterion);
        long version = draw.after(before.map(Answer::version));
        yield new PutAnswer(
            CAMPAIGN, unit, Sample.answer(criterion.value(), version, "ghi chú " + version));
      }
      case 2 -> evidence(unit, file(draw.which()), Optional.empty(), draw);
      case 3 -> evidence(unit, teamFile(draw.which()), Optional.of(Purpose.INSPECTION), draw);
      case 4 -> {
        var before = standing.marks().find(CAMPAIGN, unit, criterion);
        yield new PutMark(mark(unit, criterion, draw.after(before.map(Mark::version))));
      }
      case 5 -> {
        var before = standing.explanations().find(CAMPAIGN, unit, criterion);
        yield new PutExplanation(
            new Explanation(
                CAMPAIGN,
                unit,
                criterion,
                List.of(
                    new Explanation.Round(
                        new Explanation.Asked("Vì sao?", false, Optional.empty(), HAND, AT, AT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                draw.after(before.map(Explanation::version))));
      }
      case 6 -> {
        var before = standing.petitions().find(CAMPAIGN, unit, criterion);
        yield new PutPetition(
            new Petition(
                CAMPAIGN,
                unit,
                criterion,
                new Petition.Plea("Hóa đơn đã gửi", List.of(), "sub-1", false, AT),
                Optional.empty(),
                Optional.empty(),
                draw.after(before.map(Petition::version))));
      }
      case 7 -> {
        var before = standing.remarks().find(CAMPAIGN, unit, criterion);
        long version = draw.after(before.map(Remark::version));
        yield new PutRemark(
            CAMPAIGN, unit, new Remark(criterion, "Lần " + version, AT, "sub-1", version));
      }
      case 8 -> {
        var before = standing.submissions().particulars(CAMPAIGN, unit);
        yield new PutParticulars(
            CAMPAIGN, unit, particulars(draw.after(before.map(Particulars::version))));
      }
      case 9 -> new PutJob(Sample.job("j" + (9 - draw.which())));
      case 10 ->
          new PutTransmittal(
              new Transmittal(
                  CAMPAIGN,
                  Sample.DISTRICT,
                  draw.which() + 1,
                  "j" + draw.which(),
                  AT,
                  Move.Hand.DISTRICT,
                  "sub-1",
                  List.of(unit),
                  "Đã kiểm tra",
                  Optional.of(new Head.Letter("45/UBND-VX", DAY))));
      case 11 -> {
        var before = standing.readings().of(CAMPAIGN, unit, sha(draw.which()));
        var facts = FileFacts.of(FileFacts.Unreadable.ENCRYPTED);
        FileReading first = FileReading.of(CAMPAIGN, unit, sha(draw.which()), facts, AT);
        yield new PutReading(
            draw.after(before.map(FileReading::version)) == 1
                ? first
                : first.released(new FileReading.Release("office-1", AT, "Đã giải mật")));
      }
      case 12 -> {
        var before = standing.plans().find(CAMPAIGN, unit);
        yield new PutPlan(
            new Plan(
                CAMPAIGN,
                unit,
                1,
                List.of(new Plan.Item(criterion, "Mở điểm hỗ trợ", "Văn phòng", DAY)),
                Optional.empty(),
                "sub-1",
                AT,
                draw.after(before.map(Plan::version))));
      }
      case 13 -> {
        var before = standing.plans().review(CAMPAIGN, unit);
        yield new PutPlanReview(
            new PlanReview(
                CAMPAIGN,
                unit,
                new CampaignId("131-2019"),
                2,
                Map.of(
                    1,
                    new PlanReview.Mark(true, Optional.of("Đã mở"), Optional.empty(), "sub-1", AT)),
                draw.after(before.map(PlanReview::version))));
      }
      case 14 -> {
        var before = standing.reviews().find(CAMPAIGN, unit, review(draw.which()));
        yield new PutReview(
            new Review(
                CAMPAIGN,
                unit,
                draw.which() + 1,
                CRITERIA.getFirst(),
                "Số tháng 12 chưa tính",
                new Petition.Signed(
                    Optional.empty(),
                    Optional.empty(),
                    new Head.Letter("31/UBND", DAY),
                    "sub-2",
                    AT),
                false,
                Optional.empty(),
                draw.after(before.map(Review::version))));
      }
      case 15 ->
          new PutFinding(
              new Finding(
                  CAMPAIGN,
                  unit,
                  finding(draw.which()),
                  1,
                  criterion,
                  Finding.Found.CONFIRMED,
                  "Đã xem",
                  List.of(),
                  HAND,
                  AT));
      case 16 ->
          new PutMinutes(
              new Minutes(
                  CAMPAIGN,
                  unit,
                  draw.which() + 1,
                  DAY,
                  "Trần Văn Bình",
                  "Đúng",
                  Optional.empty(),
                  List.of(),
                  HAND,
                  AT));
      case 17 -> {
        var before = standing.takedowns().of(CAMPAIGN, unit, sha(draw.which()));
        var hand = new Takedown.Hand("sub-1", Optional.of(Sample.DISTRICT), AT);
        var order = new Takedown.Order("12/STTTT", DAY);
        yield new PutTakedown(
            new Takedown(
                CAMPAIGN,
                unit,
                sha(draw.which()),
                file(draw.which()),
                "Quyết định 12.pdf",
                new Takedown.Asked(hand, "Có dấu MẬT", order),
                before.map(asked -> new Takedown.Decided(hand, draw.which() != 1, "")),
                Optional.empty(),
                draw.after(before.map(Takedown::version))));
      }
      default -> throw new AssertionError(draw);
    };
  }

  private Write ofCampaign(Draw draw) {
    int number = draw.which() + 1;
    return switch (draw.kind()) {
      case 0 ->
          new PutCorrection(
              new Correction(
                  CAMPAIGN,
                  GROUP,
                  number,
                  11,
                  12,
                  new Correction.Letter("77/STTTT-CNTT", DAY),
                  "lỗi chính tả",
                  AT,
                  AT,
                  "sub-2",
                  List.of(),
                  List.of()));
      case 1 -> {
        var before = standing.parMappings().current(CAMPAIGN);
        yield new PutParMapping(
            new ParMapping(
                CAMPAIGN,
                List.of(
                    new ParMapping.Line(
                        "6.1",
                        "Mức độ Chính quyền điện tử",
                        2,
                        new ParMapping.Source(ParMapping.Kind.INDEX, ""),
                        Points.of("2.00"),
                        Map.of())),
                "sub-1",
                AT,
                draw.after(before.map(ParMapping::version))));
      }
      case 2 -> {
        var before = standing.inspections().find(CAMPAIGN, number);
        yield new PutInspection(
            new Inspection(
                CAMPAIGN,
                number,
                new Inspection.Decision("9/QĐ", DAY),
                DAY,
                DAY,
                List.of("appraiser"),
                UNITS,
                CRITERIA,
                draw.after(before.map(Inspection::version))));
      }
      case 3 -> {
        long version = Math.max(1, 2 + draw.off());
        yield new PutPublished(
            new Published(
                CAMPAIGN,
                GROUP,
                "q" + number,
                CRITERIA.get(draw.which()),
                "Gì?",
                "Có.",
                Optional.empty(),
                AT,
                draw.off() >= 0,
                version));
      }
      case 4 -> {
        var before = standing.sessions().find(CAMPAIGN);
        yield new PutSession(
            new Session(
                CAMPAIGN,
                "03/BB",
                DAY,
                List.of("lead"),
                List.of(),
                "ab".repeat(32),
                "sub-1",
                AT,
                draw.after(before.map(Session::version))));
      }
      default -> throw new AssertionError(draw);
    };
  }

  static Question question(UnitCode unit, String id, int replies, ChainTip tip) {
    var reply = new Question.Reply("Có.", true, Optional.empty(), AT, "sub-1");
    return new Question(
        CAMPAIGN,
        unit,
        GROUP,
        id,
        CRITERIA.getFirst(),
        "Gì?",
        AT,
        "sub-2",
        Collections.nCopies(replies, reply),
        List.of(),
        tip);
  }

  private Write evidence(UnitCode unit, String id, Optional<Purpose> purpose, Draw draw) {
    long version =
        draw.after(standing.submissions().evidence(CAMPAIGN, unit, id).map(Evidence::version));
    return new PutEvidence(
        CAMPAIGN,
        unit,
        new Evidence(
            id,
            new Declaration(
                purpose.isPresent() ? Optional.empty() : Optional.of(draw.criterion()),
                purpose,
                "Quyết định 12.pdf",
                "application/pdf",
                1234,
                "ab".repeat(32),
                Meaning.NONE),
            new Evidence.Grant(AT.minusSeconds(draw.which() % 2), AT.plusSeconds(900)),
            Checks.NONE,
            Evidence.State.AWAITED,
            version));
  }

  private static Mark mark(UnitCode unit, CriterionId criterion, long version) {
    Reading one = Sample.mark(criterion.value()).readings().getFirst();
    return new Mark(
        CAMPAIGN,
        unit,
        criterion,
        List.of(
            new Reading(
                one.kind(),
                one.by(),
                one.ruling(),
                new Seen("a2", "0123456789abcdef", 1_596_420_000_000L),
                one.at(),
                one.after(),
                version)));
  }

  private static Particulars particulars(long version) {
    return new Particulars(
        "Số 1",
        new Particulars.Staff(0, 1, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        new Particulars.Contact("A", "02033825123", Optional.empty()),
        AT,
        "sub-1",
        version);
  }
}
