/**
 * Every unit is shown its provisional result, and asks to reconsider what it holds to be wrong
 * (<i>đề nghị xem xét lại điểm</i>; plan V.1–V.3): no cut counts unheard.
 *
 * <h2>States</h2>
 *
 * A petition is a draft, signed, decided; the points are kept or others, with a reason, and it is
 * over. The campaign goes from OPEN to APPRAISING when the result is shown; it is shown again where
 * something was cut since.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>One petition a criterion, and the criterion is its id for ever: none can vanish because
 *       another one was chosen, and none is opened twice. A criterion that nobody marked is among
 *       them.
 *   <li>Somebody else than who first read the criterion decides.
 *   <li>While one is open its criterion is marked by the decision alone, so that none is left
 *       pending beside a new mark.
 *   <li>Nothing is reported before the term is over and every signed one decided.
 *   <li>Showing writes one item, the campaign; what a unit sees follows from its marks.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The result is shown on 1/12/2020, petitions are taken until the end of 8/12. {@code 193} holds
 * its 1.50 of 4.00 in {@code I.1} to be wrong, brings the invoice and signs on 4/12. The lead, who
 * has not read it before, gives 3.88 because the invoice is there; or keeps 1.50 because it is of
 * 2019.
 */
package vn.minhbach.core.appraise.petition;
