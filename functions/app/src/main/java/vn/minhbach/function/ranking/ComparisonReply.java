package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.publish.publication.CardLine;
import vn.minhbach.core.publish.publication.ReadScorecard;
import vn.minhbach.function.http.ReplyPart;

/** Units of one group side by side: what each reached, criterion by criterion. */
record ComparisonReply(int group, int issue, List<UnitReply> units, List<GroupReply> groups)
    implements ReplyPart {

  /** The criteria are those of the first unit's set; a group has one. */
  static ComparisonReply of(List<ReadScorecard.Sheet> sheets) {
    ReadScorecard.Sheet first = sheets.getFirst();
    return new ComparisonReply(
        first.card().group(),
        first.ranked().orElseThrow().issue(),
        sheets.stream().map(UnitReply::of).toList(),
        first.criteria().groups().stream().map(group -> GroupReply.of(group, sheets)).toList());
  }

  /** A column. */
  record UnitReply(
      UnitCode unit,
      String name,
      OptionalInt rank,
      Points points,
      Points max,
      Optional<Points> index,
      Optional<String> level)
      implements ReplyPart {

    private static UnitReply of(ReadScorecard.Sheet sheet) {
      return new UnitReply(
          sheet.card().unit(),
          sheet.card().name(),
          sheet.ranked().orElseThrow().row().rank(),
          sheet.scores().points(),
          sheet.scores().max(),
          sheet.scores().index(),
          sheet.scores().level().map(Level::code));
    }
  }

  /** A criteria group, its cells in the order of the units. */
  record GroupReply(
      String id, String title, Points maxPoints, List<Points> points, List<CriterionReply> criteria)
      implements ReplyPart {

    private static GroupReply of(CriteriaGroup group, List<ReadScorecard.Sheet> sheets) {
      return new GroupReply(
          group.id(),
          group.title(),
          group.maxPoints(),
          sheets.stream().map(sheet -> sheet.scores().pointsOf(group.id())).toList(),
          group.criteria().stream()
              .map(criterion -> CriterionReply.of(criterion, sheets))
              .toList());
    }
  }

  /** A criterion, its cells in the order of the units. */
  record CriterionReply(
      CriterionId id,
      String title,
      Points maxPoints,
      Optional<Boolean> hidden,
      List<CellReply> cells)
      implements ReplyPart {

    private static CriterionReply of(Criterion criterion, List<ReadScorecard.Sheet> sheets) {
      return new CriterionReply(
          criterion.id(),
          criterion.title(),
          criterion.maxPoints(),
          ReplyPart.only(sheets.getFirst().hides(criterion)),
          sheets.stream().map(sheet -> CellReply.of(sheet.line(criterion.id()))).toList());
    }
  }

  /** What one unit reached; nothing where the criterion does not count for it. */
  record CellReply(Optional<Points> points) implements ReplyPart {

    private static CellReply of(Optional<CardLine> line) {
      return new CellReply(line.filter(CardLine::applicable).map(CardLine::points));
    }
  }
}
