/**
 * The team asks a unit to explain, and the unit explains (<i>giải trình</i>, plan V.5): only what
 * is disputed is open, for a term, and one answer a criterion comes back with the letter of its
 * head.
 *
 * <h2>States</h2>
 *
 * A round of a criterion is asked, answered (as often as the unit likes), confirmed, and ends with
 * the judgement after it. Silence ends it too: of the unit, and the mark that it was shown stands;
 * of the team, and the self-score stands.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nothing that was asked or said is ever taken away: a round stays, and every wording of an
 *       answer is in the ledger.
 *   <li>The self-score stays as it is, unless whoever asked let the figures be changed.
 *   <li>A cut that is shown with the question, with its reason, is heard.
 *   <li>While the unit speaks, no mark changes under it; no appraisal is closed over an open round.
 *   <li>The unit is told as what and of which body somebody asked, never who.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * On 2/11/2020 an appraiser gives {@code 193} 1.50 of 4.00 in {@code I.1}, for want of an invoice,
 * and asks. The district uploads the invoice and answers on 5/11; its chairman confirms with letter
 * 212/UBND of 6/11. The appraiser gives 3.88. Had the district kept silent until the end of 9/11,
 * 1.50 would stand; had the team, until the end of 13/11, the 3.88 that the district gave itself.
 */
package vn.minhbach.core.appraise.explanation;
