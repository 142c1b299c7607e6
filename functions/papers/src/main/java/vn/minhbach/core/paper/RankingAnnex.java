package vn.minhbach.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.paper.Paper.Align;
import vn.minhbach.core.paper.Paper.Column;
import vn.minhbach.core.paper.Paper.Grid;
import vn.minhbach.core.paper.Paper.NewSheet;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Title;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.RankingRow;

/**
 * The rankings as annexes of the decision (<i>Phụ lục … (Kèm theo Quyết định …)</i>), one for each
 * group, with the check code of the snapshot under each.
 */
final class RankingAnnex {

  private static final List<String> NUMERALS = List.of("I", "II", "III", "IV", "V");

  private static final Map<String, String> CAUSES =
      Map.of(
          "NOT_SUBMITTED", "chưa nộp phiếu",
          "NOT_FORWARDED", "cấp huyện chưa chuyển phiếu",
          "NOT_APPRAISED", "chưa thẩm định xong",
          "EXCUSED", "được miễn đánh giá",
          "NOTHING_APPLICABLE", "không có tiêu chí áp dụng");

  private RankingAnnex() {}

  static Paper of(Frame frame, Campaign.Result result, List<GroupResult> groups) {
    var parts = new ArrayList<Part>();
    for (GroupResult group : groups) {
      if (!parts.isEmpty()) {
        parts.add(new NewSheet());
      }
      String number =
          groups.size() == 1 ? "Phụ lục" : "Phụ lục " + NUMERALS.get(groups.indexOf(group));
      parts.add(
          new Title(
              number,
              Names.upper(
                  "Kết quả, xếp hạng "
                      + frame.name()
                      + " – nhóm "
                      + group.group()
                      + ": "
                      + Frame.group(group.group())),
              Optional.of("(Kèm theo " + TheDecision.cited(frame, result) + ")")));
      parts.add(table(group));
      parts.add(
          Frame.text(
              "Tổng số "
                  + group.rows().size()
                  + " đơn vị, "
                  + group.report().ranked()
                  + " đơn vị được xếp hạng. Mã chốt của bảng số liệu (lần công bố "
                  + result.issue()
                  + "): "
                  + TheDecision.code(result)
                  + "."));
    }
    return new Paper(frame.fileName(PaperKind.RANKING_ANNEX), true, parts);
  }

  private static Part table(GroupResult group) {
    List<String> criteria = group.criteria().groups().stream().map(CriteriaGroup::id).toList();
    var columns = new ArrayList<Column>();
    columns.add(new Column("Hạng", 6, Align.MIDDLE));
    columns.add(new Column("Cơ quan, đơn vị", 20, Align.LEFT));
    criteria.forEach(id -> columns.add(new Column("Điểm nhóm " + id, 7, Align.RIGHT)));
    columns.add(new Column("Tổng điểm", 7, Align.RIGHT));
    columns.add(new Column("Điểm tối đa áp dụng", 8, Align.RIGHT));
    columns.add(new Column("Không đánh giá", 8, Align.RIGHT));
    columns.add(new Column("Chỉ số (%)", 7, Align.RIGHT));
    columns.add(new Column("Mức", 9, Align.MIDDLE));
    columns.add(new Column("Kỳ trước (chỉ số; hạng)", 9, Align.MIDDLE));
    columns.add(new Column("Ghi chú", 16, Align.LEFT));
    return new Grid(columns, group.rows().stream().map(row -> line(group, row, criteria)).toList());
  }

  private static List<String> line(GroupResult group, RankingRow row, List<String> criteria) {
    boolean ranked = row.unranked().isEmpty();
    var cells = new ArrayList<String>();
    cells.add(number(row.rank()));
    cells.add(row.name());
    criteria.forEach(id ->
        cells.add(
            ranked
                ? Optional.ofNullable(row.groupPoints().get(id)).map(Names::comma).orElse("")
                : ""));
    cells.add(ranked ? Names.comma(row.points()) : "");
    cells.add(ranked ? Names.comma(row.applicableMax()) : "");
    cells.add(
        row.annex()
            .filter(annex -> ranked)
            .map(annex -> Names.comma(annex.maximum().minus(row.applicableMax())))
            .orElse(""));
    cells.add(row.index().map(Names::comma).orElse(""));
    cells.add(row.level().map(group::level).orElse(""));
    cells.add(row.annex().flatMap(RankingRow.Annex::former).map(RankingAnnex::former).orElse(""));
    cells.add(note(row));
    return cells;
  }

  private static String former(RankingRow.Former former) {
    String rank = number(former.rank());
    return former.index().map((Points index) -> Names.comma(index)).orElse("–")
        + (rank.isEmpty() ? "" : "; " + rank);
  }

  private static String note(RankingRow row) {
    var said = new ArrayList<String>();
    row.unranked()
        .ifPresent(cause ->
            said.add(
                "Không xếp hạng: "
                    + CAUSES.getOrDefault(cause, cause)
                    + row.excused()
                        .map(one ->
                            " theo văn bản số " + one.number() + " " + Names.dated(one.date()))
                        .orElse("")));
    if (row.withoutForm()) {
      said.add("Không gửi phiếu");
    }
    row.annex()
        .map(RankingRow.Annex::tieBreak)
        .filter(breaks -> !breaks.isEmpty())
        .ifPresent(breaks ->
            said.add(
                "Phân hạng theo điểm nhóm "
                    + String.join(
                        ", ",
                        breaks.stream()
                            .map(one -> one.group() + ": " + Names.comma(one.points()))
                            .toList())));
    row.rankInDistrict().ifPresent(rank -> said.add("Hạng " + rank + " trong huyện"));
    return String.join(". ", said);
  }

  private static String number(OptionalInt rank) {
    return rank.isPresent() ? Integer.toString(rank.getAsInt()) : "";
  }
}
