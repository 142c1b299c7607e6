package vn.minhbach.function.campaigns;

import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.DeadlineRules;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.DeskSettings;
import vn.minhbach.function.http.Tree;

/** A campaign as a client reads it. */
final class CampaignView {

  private CampaignView() {}

  static Map<String, Object> of(Campaign campaign) {
    var calendar = campaign.calendar();
    DeadlineRules rules = campaign.settings().deadlineRules();
    Deadlines.Milestones milestones = Deadlines.of(campaign).milestones();
    var criteria = new TreeMap<String, Object>();
    campaign.criteriaVersions().forEach((group, version) -> criteria.put("" + group, version));
    var corrections = new TreeMap<String, Object>();
    campaign.pointers().corrections().forEach((group, count) -> corrections.put("" + group, count));
    return new Tree()
        .with("id", campaign.id())
        .with("name", campaign.settings().name())
        .with("year", campaign.settings().year())
        .with("stage", campaign.stage().name())
        .with("stageVi", campaign.stage().vietnamese())
        .with(
            "plan",
            new Tree()
                .with("number", campaign.settings().plan().number())
                .with("date", campaign.settings().plan().date())
                .with("issuer", campaign.settings().plan().issuer()))
        .with(
            "calendar",
            new Tree()
                .with("zone", calendar.zone())
                .with("answerDays", calendar.answerDays())
                .with("deliveryDays", rules.deliveryDays())
                .with("communeDays", rules.communeDays().orElse(calendar.answerDays()))
                .with("signatureGraceDays", rules.daysToSign())
                .with("rollOnRestDay", rules.rollOnRestDay())
                .with("correctionDays", rules.leastCorrectionDays())
                .with("dueBefore", calendar.dueBefore())
                .with("closesBefore", calendar.closesBefore())
                .with("appraisedBefore", calendar.appraisedBefore())
                .with("reportBefore", calendar.reportBefore())
                .with("publishBefore", calendar.publishBefore()))
        .with(
            "milestones",
            new Tree()
                .with("dueBy", milestones.dueBy())
                .with("closesBy", milestones.closesBy())
                .with("appraisedBy", milestones.appraisedBy())
                .with("reportBy", milestones.reportBy())
                .with("publishBy", milestones.publishBy()))
        .with("latePolicy", rules.latePolicy().name())
        .with("tieRule", campaign.settings().tieRule().name())
        .with(
            "uploadLimits",
            new Tree()
                .with("fileBytesMax", campaign.settings().uploadLimits().fileBytesMax())
                .with("unitBytesMax", campaign.settings().uploadLimits().unitBytesMax())
                .with("contentTypes", campaign.settings().uploadLimits().contentTypes())
                .with("grantsPerMinute", campaign.settings().uploadLimits().grantsInAMinute())
                .with("reopenDays", campaign.settings().uploadLimits().reopening().toDays())
                .with(
                    "dataPeriod",
                    campaign
                        .settings()
                        .uploadLimits()
                        .dataPeriod()
                        .map(period ->
                            new Tree()
                                .with("from", period.from())
                                .with("to", period.to())
                                .build())))
        .with("previous", campaign.settings().deskSettings().previous())
        .with("desk", desk(campaign.settings().deskSettings()))
        .with("unitsVersion", campaign.unitsVersion())
        .with("criteriaVersions", criteria)
        .with("corrections", corrections.isEmpty() ? null : corrections)
        .with("sources", new TreeMap<String, Object>(campaign.sourceVersions()))
        .with("accountsVersion", campaign.pointers().accounts())
        .with("openedAt", campaign.openedAt())
        .with("result", campaign.result().map(CampaignView::result))
        .with("version", campaign.version())
        .build();
  }

  private static Map<String, Object> desk(DeskSettings desk) {
    return new Tree()
        .with("jumpPoints", desk.jumpInPoints())
        .with("jumpPercent", desk.jumpInPercent())
        .with("reasonMin", desk.shortestReason())
        .with("staffLabels", desk.labelsOfStaff())
        .with("contestDays", desk.contestTerm().toDays())
        .with("questionsPerUnit", desk.questionsMax())
        .build();
  }

  private static Map<String, Object> result(Campaign.Result result) {
    return new Tree()
        .with("basis", result.basis())
        .with("reportedAt", result.reportedAt())
        .with(
            "approval",
            result
                .approval()
                .map(decision ->
                    new Tree()
                        .with("number", decision.number())
                        .with("date", decision.date())
                        .with("enteredAt", decision.enteredAt())
                        .build()))
        .with("publishedAt", result.publishedAt())
        .build();
  }
}
