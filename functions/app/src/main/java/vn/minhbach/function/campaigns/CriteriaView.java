package vn.minhbach.function.campaigns;

import java.util.Map;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.criteria.ReadCriteria;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.function.http.DecisionView;
import vn.minhbach.function.http.Tree;

/** Criteria sets and their corrections as a client reads them. */
final class CriteriaView {

  private CriteriaView() {}

  /** The set as it was imported, so that it can be edited and sent back. */
  static Map<String, Object> set(ReadCriteria.Found found) {
    return new Tree()
        .with("version", found.version())
        .with("inForce", found.inForce())
        .with("correction", found.corrections())
        .with("set", found.tree())
        .build();
  }

  static Tree correction(Campaign campaign, Correction correction) {
    return new Tree()
        .with("number", correction.number())
        .with("group", correction.group())
        .with(
            "letter",
            new Tree()
                .with("number", correction.letter().number())
                .with("date", correction.letter().date()))
        .with("reason", correction.reason())
        .with("previous", correction.previous())
        .with("version", correction.version() == 0 ? null : correction.version())
        .with("at", correction.at())
        .with("until", correction.until())
        .with("untilDay", Deadlines.of(campaign).day(correction.until()))
        .with("set", correction.set())
        .with("criteria", correction.lines().stream().map(CriteriaView::line).toList());
  }

  static Map<String, Object> made(Campaign campaign, CorrectCriteria.Made made) {
    CorrectCriteria.Reach reach = made.reach();
    return correction(campaign, made.correction())
        .with("dryRun", made.dryRun())
        .with(
            "forms",
            new Tree()
                .with("units", reach.units())
                .with("touched", reach.touched())
                .with("sent", reach.sent())
                .with("unsent", reach.outdated())
                .with("answers", reach.answers()))
        .build();
  }

  private static Map<String, Object> line(CriteriaDiff.Line line) {
    return new Tree()
        .with("criterion", line.criterion())
        .with("change", line.change().name())
        .with("fields", line.fields())
        .with("reopens", line.opens())
        .build();
  }

  static Map<String, Object> exemption(Exemption exemption) {
    return new Tree()
        .with("number", exemption.number())
        .with("criterion", exemption.criterion())
        .with("units", exemption.units().stream().map(UnitCode::value).toList())
        .with("decision", DecisionView.of(exemption.decision()))
        .with("at", exemption.at())
        .build();
  }
}
