package vn.minhbach.adapter.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Basis;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.appraise.marking.Mark;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Seen;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.Term;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.PutCampaign;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.publish.publication.CardLine;
import vn.minhbach.core.publish.publication.UnitCard;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.unit.Unit;

/** Plausible records, as small as the tests allow. */
final class Sample {

  static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  static final UnitCode UNIT = new UnitCode("06649");
  static final UnitCode DISTRICT = new UnitCode("193");
  static final Instant AT = Instant.parse("2020-09-25T01:00:00.123Z");
  static final Instant CLOSES_AT = Instant.parse("2020-10-14T16:59:59.999Z");
  private static final AtomicLong NONCE = new AtomicLong();

  private Sample() {}

  static Head unwritten(UnitCode unit) {
    return Head.unwritten(
        CAMPAIGN,
        unit,
        new Term(
            AT.minus(Duration.ofDays(10)),
            CLOSES_AT.minus(Duration.ofDays(5)),
            CLOSES_AT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** The unit's own change of its form. */
  static Commit<PutHead> change(Head before, Write... writes) {
    return change(before, Move.EDIT, AT, Optional.empty(), writes);
  }

  /** The same, of a head that another change shaped beside it. */
  static Commit<PutHead> change(Head before, Head shaped, Write... writes) {
    Entry entry = entry(before, AT);
    var head = new PutHead(before, shaped.moved(Move.EDIT, entry.tip()), AT);
    return new Commit<>(before.tip(), head, entry, List.of(writes), Optional.empty());
  }

  static Commit<PutHead> change(
      Head before, Move move, Instant at, Optional<Receipt> receipt, Write... writes) {
    Entry entry = entry(before, at);
    var head = new PutHead(before, before.moved(move, entry.tip()), at);
    return new Commit<>(before.tip(), head, entry, List.of(writes), receipt);
  }

  /** Something noted beside the form. */
  static Commit<PutHead> note(Head before, Instant at, Write... writes) {
    Entry entry = entry(before, at);
    var head = new PutHead(before, before.noted(entry.tip()), at);
    return new Commit<>(before.tip(), head, entry, List.of(writes), Optional.empty());
  }

  private static Entry entry(Head before, Instant at) {
    return Entry.after(
        before.tip(),
        before.chain(),
        at,
        new Said(
            "ANSWER_SAVED",
            new Body().with("by", "sub-1").with("criterion", "II.12").with("points", "7.50")),
        nonce());
  }

  static String nonce() {
    return String.format("%032x", NONCE.incrementAndGet());
  }

  static Answer answer(String criterion, long version, String note) {
    return new Answer(
        new CriterionId(criterion),
        new Answer.Content(
            Map.of("a", 187L, "b", 193L),
            Optional.empty(),
            Optional.of(note),
            Optional.of(Points.of("0.5")),
            Optional.empty()),
        Answer.Authorship.own(2, AT, "sub-1"),
        version);
  }

  static Write put(String criterion, long version) {
    return put(answer(criterion, version, "ghi chú " + version));
  }

  static Write put(Answer answer) {
    return new PutAnswer(CAMPAIGN, UNIT, answer);
  }

  static Write put(Evidence evidence) {
    return new PutEvidence(CAMPAIGN, UNIT, evidence);
  }

  static Evidence evidence(String id, long version) {
    return new Evidence(
        id,
        new Declaration(
            Optional.of(new CriterionId("II.12")),
            Optional.empty(),
            "Quyết định 12.pdf",
            "application/pdf",
            1234,
            "ab".repeat(32),
            Meaning.NONE),
        new Evidence.Grant(AT, AT.plusSeconds(900)),
        Checks.NONE,
        Evidence.State.AWAITED,
        version);
  }

  /** A mark with its reason, as most that are no agreement are. */
  static Mark mark(String criterion) {
    var worth = new Worth(Points.of("1.50"), true);
    return new Mark(
        CAMPAIGN,
        UNIT,
        new CriterionId(criterion),
        List.of(
            new Reading(
                Reading.Kind.FIRST,
                new Hand("sub-1", Optional.of(DISTRICT), Optional.of(2), Role.APPRAISER),
                new Reading.Ruling(
                    new Basis.Given(worth.points()), worth, Optional.of("Thiếu hóa đơn mua máy")),
                new Seen("a2", "0123456789abcdef", 1_596_420_000_000L),
                AT,
                new Reading.After(List.of(), Optional.empty(), Optional.empty(), Optional.empty()),
                1)));
  }

  static Receipt receipt(String scope, Instant expiresAt) {
    return new Receipt(new Act.Key(scope, "cd".repeat(32), expiresAt), Map.of("evidence", "e1"));
  }

  static Job job(String id) {
    return new Job(CAMPAIGN, id, Job.Kind.FORWARD, DISTRICT, List.of(new Job.Form(UNIT, 4)), AT);
  }

  static Campaign campaign(String id) {
    return Campaign.draft(
        new CampaignId(id),
        new CampaignSettings(
            "Đánh giá mức độ Chính quyền điện tử năm 2020",
            2020,
            new CampaignSettings.Plan(
                "131/KH-UBND", LocalDate.of(2020, 7, 21), "UBND tỉnh Quảng Ninh"),
            new Calendar(
                ZoneId.of("Asia/Ho_Chi_Minh"),
                15,
                LocalDate.of(2020, 9, 30),
                LocalDate.of(2020, 10, 15),
                LocalDate.of(2020, 12, 30),
                LocalDate.of(2021, 1, 30),
                LocalDate.of(2021, 4, 1)),
            TieRule.DENSE,
            new UploadLimits(20 << 20, 1L << 30, List.of("application/pdf"))));
  }

  /** A change of a campaign, from its version as read. */
  static Commit<PutCampaign> change(Campaign before, Optional<Receipt> receipt) {
    var said = new Said("CAMPAIGN_CHANGED", new Body().with("by", "sub-1"));
    Entry entry = Entry.after(before.tip(), before.chain(), AT, said, nonce());
    return new Commit<>(
        before.tip(), new PutCampaign(before.after(entry.tip())), entry, List.of(), receipt);
  }

  /** Whatever a test has a chain say. */
  record Said(String kind, Body body) implements Fact {}

  static Unit unit(int number) {
    return new Unit(
        new UnitCode(String.format("%05d", number)),
        number % 3 + 1,
        "ward",
        "Phường số " + number,
        Optional.of(DISTRICT));
  }

  static Progress progress(UnitCode unit, int answered, long sourceSeq) {
    return new Progress(
        unit,
        State.IN_PROGRESS,
        new Progress.Filled(answered, 33, Optional.empty(), Optional.empty()),
        new Progress.Score(
            Map.of("I", Points.of("28.5"), "II", Points.of("40"), "III", Points.of("10")),
            Points.of("78.50"),
            Points.of("98"),
            Optional.of(Points.of("80.10")),
            Optional.of("TOT"),
            Map.of(),
            Map.of()),
        Optional.empty(),
        new Progress.Sending(Optional.empty(), false, Optional.empty()),
        Optional.of(
            new Progress.Timing(
                AT,
                AT,
                CLOSES_AT,
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2020, 10, 5)),
                false)),
        new Progress.Basis(AT, sourceSeq, Optional.empty(), Optional.empty()));
  }

  static RankingRow row(int position, String name) {
    return new RankingRow(
        new UnitCode(String.format("%05d", position)),
        name,
        Optional.of(DISTRICT),
        OptionalInt.of(position + 1),
        OptionalInt.of(1),
        Optional.of(Points.of("81.62")),
        Points.of("80"),
        Points.of("98.02"),
        Map.of("I", Points.of("28.5"), "II", Points.of("40"), "III", Points.of("10")),
        Optional.of("TOT"),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** A card of an appraised form, with one criterion in ten heard. */
  static UnitCard card(int number, int criteria) {
    var lines = new ArrayList<CardLine>();
    for (int i = 0; i < criteria; i++) {
      var worth = new Worth(Points.of("1.50"), true);
      lines.add(
          new CardLine(
              new CriterionId("II." + i),
              Map.of("numerator", 37L, "denominator", 41L),
              CardLine.Counts.POINTS,
              Points.of("1.50"),
              Optional.of(worth),
              Optional.of(worth),
              i % 10 == 0
                  ? Optional.of(new CardLine.Heard(CardLine.Ended.NEW_POINTS, Optional.of(worth)))
                  : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return new UnitCard(
        new UnitCode(String.format("%05d", number)),
        "Phường số " + number,
        3,
        Optional.of(DISTRICT),
        State.APPRAISED,
        1,
        0,
        Optional.of(
            new RankingRow.SelfScore(
                Points.of("80"), Points.of("98"), Optional.of(Points.of("81.63")))),
        lines);
  }
}
