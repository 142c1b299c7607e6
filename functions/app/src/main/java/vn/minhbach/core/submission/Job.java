package vn.minhbach.core.submission;

import java.time.Instant;
import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Work that touches many submissions: accepted with its cause in one transaction, done one
 * submission at a time, each step safe to repeat, and resumed by {@code keepDeadlines} after a
 * crash.
 *
 * @param id opaque
 * @param kind FORWARD: pass the communes on to the office
 * @param owner the unit in whose chain the cause stands
 * @param forms what it is to be done to
 */
public record Job(
    CampaignId campaign, String id, Kind kind, UnitCode owner, List<Form> forms, Instant at) {

  /** What is to be done to each unit. */
  public enum Kind {
    FORWARD
  }

  /**
   * One form as it was when the job was ordered: a form that has changed since is another matter.
   */
  public record Form(UnitCode unit, long formVersion) {}

  public Job {
    forms = List.copyOf(forms);
  }

  public List<UnitCode> units() {
    return forms.stream().map(Form::unit).toList();
  }
}
