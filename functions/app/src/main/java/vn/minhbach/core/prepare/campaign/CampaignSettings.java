package vn.minhbach.core.prepare.campaign;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.file.UploadLimits;

/**
 * What the plan lays down for a campaign.
 *
 * @param rules how the calendar is counted; empty in what was stored before there was a choice
 * @param desk how forms are worked on; empty where everything is as by default
 * @param appraisal how they are appraised; empty where everything is as by default
 * @param result how they are ranked; empty where everything is as by default
 */
public record CampaignSettings(
    String name,
    int year,
    Plan plan,
    Calendar calendar,
    TieRule tieRule,
    UploadLimits uploadLimits,
    Optional<DeadlineRules> rules,
    Optional<DeskSettings> desk,
    Optional<AppraisalSettings> appraisal,
    Optional<ResultSettings> result) {

  /** Ranked as by default. */
  public CampaignSettings(
      String name,
      int year,
      Plan plan,
      Calendar calendar,
      TieRule tieRule,
      UploadLimits uploadLimits,
      Optional<DeadlineRules> rules,
      Optional<DeskSettings> desk,
      Optional<AppraisalSettings> appraisal) {
    this(
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        rules,
        desk,
        appraisal,
        Optional.empty());
  }

  public CampaignSettings(
      String name,
      int year,
      Plan plan,
      Calendar calendar,
      TieRule tieRule,
      UploadLimits uploadLimits) {
    this(
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The plan (<i>kế hoạch</i>) that orders the campaign. */
  public record Plan(String number, LocalDate date, String issuer) {}

  /** How the calendar is counted. */
  public DeadlineRules deadlineRules() {
    return rules.orElse(DeadlineRules.DEFAULT);
  }

  /** How forms are worked on. */
  public DeskSettings deskSettings() {
    return desk.orElse(DeskSettings.DEFAULT);
  }

  /** How forms are appraised. */
  public AppraisalSettings appraisalSettings() {
    return appraisal.orElse(AppraisalSettings.DEFAULT);
  }

  /** How they are ranked. */
  public ResultSettings resultSettings() {
    return result.orElse(ResultSettings.DEFAULT);
  }

  public CampaignSettings with(DeadlineRules next) {
    return new CampaignSettings(
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        Optional.of(next),
        desk,
        appraisal,
        result);
  }
}
