/**
 * What the appraisal team says of each answer (<i>chấm thẩm định</i>, plan V.1–V.3): a {@link
 * vn.minhbach.core.appraise.marking.Mark} for each cell, which is one criterion of one unit. A hand
 * agrees, corrects the figures, gives points, or decides whether the criterion applies. The unit's
 * own score is never touched; the appraised one stands beside it, and ranks once the lead has
 * closed the unit's appraisal.
 *
 * <h2>States</h2>
 *
 * A mark stores what hands said and nothing of what follows from it. {@link
 * vn.minhbach.core.appraise.marking.Marking} derives that, from the mark, the answer that lies
 * there now and the campaign's rules, whenever anybody asks: {@code UNMARKED → (AWAITS_SECOND →
 * GAP) → AWAITS_COUNTERSIGN → PROPOSED → SETTLED}, and {@code STALE} from any of them once
 * something moved. A figure of the province that the unit has confirmed, and one that the system
 * computed, is settled without a hand. What nothing was sent to is never marked and counts nothing.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A mark is bound to what was {@link vn.minhbach.core.appraise.marking.Seen}: answer, files
 *       and the rule as it is asked. A correction of another criterion, or of words, moves none.
 *   <li>The author of a reading stays: whoever confirms it, takes over, signs it, or is declared to
 *       have a conflict later. A hand that is recused now counts no more.
 *   <li>Two blind readers see nothing of each other until both stand, not in an etag, a refusal, a
 *       history or the ledger. Which of the two came first makes no difference.
 *   <li>Points that the rule cannot give have the signature of who leads; a change in the group of
 *       the marker's own body, and anything above the self-score, that of another body.
 *   <li>A cut counts once the unit was shown just that.
 *   <li>One mark is one transaction of head, mark and entry, and costs the same in any province.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code SXD} gave itself 3.00 in {@code I.1}. A member of STTTT, ranked beside it, finds machines
 * missing and gives 1.50 with a reason ({@code m1}): the cell awaits another body. A member of
 * SKHCN signs ({@code m2}): it is proposed. The provisional result shows it to the unit: it is
 * settled, and the lead may close.
 */
package vn.minhbach.core.appraise.marking;
