package vn.minhbach.core.keep.reminder;

import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * A page of the site that a mail opens. Every link of every mail is made here, so that it leads
 * where somebody can act and not to what the API answers; whoever is not signed in is asked to and
 * goes on from there.
 */
public enum MailPage {
  /** The unit's list of what is left to do, where a form begins. */
  FORM("/u/{unit}"),
  /** Where the form is checked, closed and signed. */
  SIGNING("/u/{unit}/check"),
  EXPLANATIONS("/u/{unit}/explanations"),
  /** Provisional and final scores of a unit, with what it may still ask. */
  RESULT("/u/{unit}/result"),
  PLAN("/u/{unit}/plan"),
  /** A district's board of its communes; the unit is the district. */
  COMMUNES("/d/{unit}"),
  /** Where each person's own work begins, whatever their role. */
  START(""),
  /** The standing office's board of all units. */
  BOARD("/office/board");

  private final String path;

  MailPage(String path) {
    this.path = path;
  }

  /** The page of nobody's in particular. */
  String address(String site, CampaignId campaign) {
    return site + "/app/#" + route(campaign.value(), "");
  }

  /** The page of a unit. */
  String address(String site, CampaignId campaign, UnitCode unit) {
    return site + "/app/#" + route(campaign.value(), unit.value());
  }

  /** What the pages call this place: the part of the address that they read themselves. */
  public String route(String campaign, String unit) {
    return "/c/" + campaign + path.replace("{unit}", unit);
  }
}
