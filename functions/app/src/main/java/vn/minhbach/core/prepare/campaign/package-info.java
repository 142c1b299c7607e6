/**
 * The campaign (<i>đợt đánh giá</i>, plan II, IV.1): what the standing office lays down before
 * forms go out, and the calendar that binds everybody from then on. {@link
 * vn.minhbach.core.prepare.campaign.PrepareCampaign} creates it, from a body or from the template
 * {@code 131-2020}; {@link vn.minhbach.core.prepare.campaign.OpenCampaign} sends the forms (<i>phát
 * phiếu</i>, plan V.1).
 *
 * <h2>States</h2>
 *
 * {@code DRAFT → OPEN → REPORTED → APPROVED → PUBLISHED}; APPRAISING and ARCHIVED are named, and no
 * use leads there yet. Units and criteria are imported in DRAFT alone; from REPORTED on no figure
 * can change ({@link vn.minhbach.core.prepare.campaign.Stage#frozen}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>The campaign is one item, changed by the office alone, each change through {@link
 *       vn.minhbach.core.prepare.campaign.CampaignChange} and in the campaign's own chain.
 *   <li>Registers and criteria are staged under a version and come into force by one conditional
 *       write: nobody reads half of one.
 *   <li>Every date comes from {@link vn.minhbach.core.prepare.campaign.Deadlines}
 *       (infra/decisions/0010). “Trước ngày X” means that X − 1 is the last day, in
 *       Asia/Ho_Chi_Minh; a term of days that ends on a rest day rolls on, a fixed date never does.
 *   <li>Whoever would get fewer days than promised is named, and forms go out only with a reason.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Forms are sent on Monday 3/8/2020 at 8:00. {@code SKHCN} is due at the end of 18/8, the 15th day.
 * With {@code communeDays} 12 the commune {@code 06649} is due on Saturday 15/8, so on Monday 17/8,
 * and must have left its district by the end of 18/8. Sent on 25/9 instead, {@code SKHCN} would be
 * due on 29/9. Forms lock when 1/11 begins, but for one whose extension reaches further.
 */
package vn.minhbach.core.prepare.campaign;
