package vn.minhbach.function.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.publish.publication.CardLine;
import vn.minhbach.core.publish.publication.ReadScorecard;
import vn.minhbach.function.http.Sheet;

/** A scorecard as a table: a line for each criterion, from what the unit said to what counts. */
final class ScorecardSheet {

  private static final List<String> HEADER =
      List.of(
          "group",
          "criterion",
          "title",
          "max",
          "self",
          "appraised",
          "explained",
          "petitioned",
          "final",
          "counts");

  private ScorecardSheet() {}

  static Sheet of(CampaignId campaign, ReadScorecard.Sheet sheet) {
    var rows = new ArrayList<List<Object>>();
    for (CriteriaGroup group : sheet.criteria().groups()) {
      for (Criterion criterion : group.criteria()) {
        sheet.line(criterion.id()).ifPresent(line -> rows.add(cells(group, criterion, line)));
      }
    }
    return new Sheet("phieu-diem-" + campaign + "-" + sheet.card().unit(), HEADER, rows);
  }

  private static List<Object> cells(CriteriaGroup group, Criterion criterion, CardLine line) {
    return List.of(
        group.id(),
        criterion.id().value(),
        criterion.title(),
        criterion.maxPoints(),
        worth(line.self()),
        worth(line.appraised()),
        heard(line.explained()),
        heard(line.petitioned()),
        line.applicable() ? line.points() : "",
        line.counts().name());
  }

  private static Object heard(Optional<CardLine.Heard> heard) {
    return heard
        .<Object>map(one -> one.worth().isPresent() ? worth(one.worth()) : one.ended().name())
        .orElse("");
  }

  private static Object worth(Optional<Worth> worth) {
    return worth.<Object>map(one -> one.applicable() ? one.points() : "NOT_APPLICABLE").orElse("");
  }
}
