package vn.minhbach.function.ranking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.function.http.ReplyPart;

/** What the annex of the decision tells of a unit beside its points. */
record AnnexReply(
    Optional<List<TieBreakReply>> tieBreak,
    Optional<ExcusedReply> excused,
    Optional<FormerReply> lastYear,
    Optional<ExceptionsReply> exceptions)
    implements ReplyPart {

  /** What is said of a unit that is ranked without a form. */
  static final String WITHOUT_FORM = "không gửi phiếu";

  static Optional<String> label(RankingRow row) {
    return row.withoutForm() ? Optional.of(WITHOUT_FORM) : Optional.empty();
  }

  static AnnexReply of(RankingRow row) {
    return new AnnexReply(
        row.annex()
            .map(annex -> annex.tieBreak().stream().map(TieBreakReply::of).toList())
            .filter(looked -> !looked.isEmpty()),
        row.excused().map(ExcusedReply::of),
        row.annex().flatMap(RankingRow.Annex::former).map(FormerReply::of),
        row.annex().flatMap(RankingRow.Annex::exceptions).map(ExceptionsReply::of));
  }

  /** Points of a criteria group that were looked at to break a tie. */
  record TieBreakReply(String group, Points points) implements ReplyPart {

    private static TieBreakReply of(RankingRow.TieBreak looked) {
      return new TieBreakReply(looked.group(), looked.points());
    }
  }

  /** The decision by which it is not ranked. */
  record ExcusedReply(String number, LocalDate date, String reason) implements ReplyPart {

    private static ExcusedReply of(RankingRow.Excused excused) {
      return new ExcusedReply(excused.number(), excused.date(), excused.reason());
    }
  }

  /** What it was in the campaign before. */
  record FormerReply(
      CampaignId campaign,
      UnitCode unit,
      Optional<Points> index,
      OptionalInt rank,
      Optional<String> level)
      implements ReplyPart {

    private static FormerReply of(RankingRow.Former former) {
      return new FormerReply(
          former.campaign(), former.unit(), former.index(), former.rank(), former.level());
    }
  }

  /** How often the ordinary course was left for it. */
  record ExceptionsReply(
      int extensions,
      int overrides,
      int onBehalf,
      int notApplicable,
      int directPoints,
      int aboveSelf,
      int recusals,
      int returned,
      int late)
      implements ReplyPart {

    static ExceptionsReply of(Exceptions counted) {
      return new ExceptionsReply(
          counted.extensions(),
          counted.overrides(),
          counted.onBehalf(),
          counted.notApplicable(),
          counted.directPoints(),
          counted.aboveSelf(),
          counted.recusals(),
          counted.returned(),
          counted.late());
    }
  }
}
