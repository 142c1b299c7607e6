package vn.minhbach.core.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * Work that touches many submissions: accepted with its cause in one transaction, done one
 * submission at a time, each step safe to repeat, and resumed by {@code keepDeadlines} after a
 * crash.
 *
 * @param id opaque
 * @param owner the unit in whose chain the cause stands; empty where it stands in the campaign's
 * @param forms what it is to be done to; empty where that is every form of a group
 * @param group of the units to whose forms it is done; empty where they are named
 * @param after how far it is: up to this unit, by code; empty at the beginning
 */
public record Job(
    CampaignId campaign,
    String id,
    Kind kind,
    Optional<UnitCode> owner,
    List<Form> forms,
    Instant at,
    Optional<Integer> group,
    Optional<UnitCode> after) {

  /** What is to be done to each unit. */
  public enum Kind {
    /** Pass the communes on to the office. */
    FORWARD,
    /** Note corrected criteria in the chains of the forms that they bear on. */
    CORRECT
  }

  /** A job of a unit on some forms. */
  public Job(
      CampaignId campaign, String id, Kind kind, UnitCode owner, List<Form> forms, Instant at) {
    this(campaign, id, kind, Optional.of(owner), forms, at, Optional.empty(), Optional.empty());
  }

  /** A job of the office on every form of a group. */
  public static Job correct(CampaignId campaign, String id, int group, Instant at) {
    return new Job(
        campaign,
        id,
        Kind.CORRECT,
        Optional.empty(),
        List.of(),
        at,
        Optional.of(group),
        Optional.empty());
  }

  /** The same job, done up to this unit. */
  public Job done(Optional<UnitCode> upTo) {
    return new Job(campaign, id, kind, owner, forms, at, group, upTo);
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
