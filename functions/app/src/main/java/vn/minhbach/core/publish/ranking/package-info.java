/**
 * Ranks by the printed index (<i>xếp hạng</i>, plan II.2): one ranking for each group of units, and
 * a commune's place within its district beside it.
 *
 * <h2>States</h2>
 *
 * A table ({@link vn.minhbach.core.publish.ranking.Rankings.Table}) is staged whole under a version
 * and read once a pointer names it: the draft's own, or the campaign's result.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nothing that readers cannot see decides rank, tie or level. Equal printed indexes share a
 *       rank, unless the campaign declares what breaks a tie: then its points decide, and the row
 *       shows them. The order inside a tie that stays (points of group II, then name, then code) is
 *       for display.
 *   <li>DENSE is 1, 2, 2, 3 and COMPETITION 1, 2, 2, 4; the plan says neither, so the campaign
 *       does.
 *   <li>A unit without an index is listed with its cause, {@link
 *       vn.minhbach.core.publish.ranking.Unranked}, and not as zero.
 *   <li>The order in which units come in makes no difference.
 *   <li>Names are ordered by the Vietnamese alphabet, tones last.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Uông Bí ({@code 196}) has 85.88, Hạ Long ({@code 193}) and Cẩm Phả ({@code 195}) both 81.62, Cô
 * Tô ({@code 207}) 70.00: ranks 1, 2, 2, 3 under DENSE. Ba Chẽ ({@code 202}), which is excused by a
 * decision, comes last, unranked, {@code EXCUSED}.
 */
package vn.minhbach.core.publish.ranking;
