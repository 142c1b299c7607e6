/**
 * The team's closing session (<i>họp Tổ thẩm định</i>, plan V.3): its minutes, signed by the
 * members who were there, with the opinions that some of them kept (<i>ý kiến bảo lưu</i>).
 *
 * <h2>States</h2>
 *
 * None, or kept; a later session replaces them, and the campaign's chain tells of each.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>No result is reported without minutes, nor on minutes that are older than the last
 *       appraisal that was closed ({@link vn.minhbach.core.appraise.session.HoldSession#held}).
 *   <li>The signatures stand in the paper, which lies where nothing is overwritten before the
 *       ledger names its digest. Names of persons stand in no ledger.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * On 28/12 five members sign minutes 03/BB-TTĐ; one of them keeps an opinion on {@code II.12}. The
 * office uploads the scan and keeps them. When the lead reopens Hạ Long on 29/12 and closes it on
 * 30/12, a report is refused until the team has met again.
 */
package vn.minhbach.core.appraise.session;
