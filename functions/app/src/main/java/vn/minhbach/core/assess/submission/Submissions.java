package vn.minhbach.core.assess.submission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;

/** Port: the submissions. All reads are consistent. */
public interface Submissions {

  /** Head, answers and evidence in one query; empty when nothing was ever written. */
  Optional<Form> form(CampaignId campaign, UnitCode unit);

  /**
   * What an answer is saved on: head, answers and particulars, the head read first. The files stand
   * only where the head does not count them ({@link Head.Files#tally}): their number must not make
   * a saved answer dearer.
   */
  default Optional<Form> sheet(CampaignId campaign, UnitCode unit) {
    return form(campaign, unit);
  }

  Optional<Head> head(CampaignId campaign, UnitCode unit);

  /** The stored heads of many units. */
  Map<UnitCode, Head> heads(CampaignId campaign, Collection<UnitCode> units);

  Optional<Answer> answer(CampaignId campaign, UnitCode unit, CriterionId criterion);

  /** One answer among many. */
  record Asked(UnitCode unit, CriterionId criterion) {}

  /** The stored answers of many units. */
  Map<Asked, Answer> answers(CampaignId campaign, Collection<Asked> asked);

  /** A file, the unit's own or the team's. */
  Optional<Evidence> evidence(CampaignId campaign, UnitCode unit, String evidenceId);

  /** A file and its form's head; empty where one of them is not stored. */
  default Optional<HeldFile> held(CampaignId campaign, UnitCode unit, String evidenceId) {
    return head(campaign, unit)
        .flatMap(
            head -> evidence(campaign, unit, evidenceId).map(file -> new HeldFile(head, file)));
  }

  /** The unit's own files. */
  List<Evidence> evidenceOf(CampaignId campaign, UnitCode unit);

  /** What the team brought home from inspections of the unit; no form reads it. */
  List<Evidence> teamFilesOf(CampaignId campaign, UnitCode unit);

  /** The head of the form as the unit filled it in. */
  Optional<Particulars> particulars(CampaignId campaign, UnitCode unit);
}
