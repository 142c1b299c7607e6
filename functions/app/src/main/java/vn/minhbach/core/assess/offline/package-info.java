/**
 * A unit brings back a copy of its form that was filled in without a line (<i>làm việc ngoại
 * tuyến</i>, plan V.5): a workbook, or a page that had none. It is held against the form criterion
 * by criterion, three ways: what the copy says, what stands in the form, and what both began from
 * (infra/decisions/0018).
 *
 * <h2>States</h2>
 *
 * Each criterion gets a {@code Verdict}: SAME, TAKEN (changed in the copy only), KEPT (in the form
 * only), CONFLICT (in both, differently). The whole is a {@link
 * vn.minhbach.core.assess.offline.MergePlan}, which can be had beforehand.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>All or nothing: while one criterion conflicts or cannot be stored, nothing is written, and
 *       each is named with what stands on either side.
 *   <li>Whether the form was changed is told by the answer's etag alone.
 *   <li>Plan and merge decide alike, by {@link vn.minhbach.core.assess.offline.HoldCopy}; what the
 *       plan says is what a merge does at that moment.
 *   <li>One transaction, one ledger entry {@code ANSWERS_SAVED}; at most 90 answers.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * A copy of {@code 06649} was made when {@code I.1} was at {@code a1}. In it {@code I.1} and {@code
 * I.2} were filled; meanwhile a colleague has changed {@code I.1} to {@code a2}. {@code I.2} alone
 * would be TAKEN, {@code I.1} is a CONFLICT, and so nothing is written. The copy sent again with
 * {@code I.1} over {@code a2} is taken.
 */
package vn.minhbach.core.assess.offline;
