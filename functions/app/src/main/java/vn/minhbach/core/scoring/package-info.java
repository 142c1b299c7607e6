/**
 * From declared inputs to points, from points to the index and the level (<i>điểm tự chấm, chỉ số,
 * mức độ</i>). Pure functions that anyone can run offline on published figures; the browser and the
 * verifier are to run the same ones.
 *
 * <h2>States</h2>
 *
 * None. What counts for a criterion is a {@link vn.minhbach.core.scoring.CriterionScore}: awarded,
 * not applicable, owed (the criterion was corrected since), or unanswered.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Exact decimals throughout; each criterion is rounded once, HALF_UP to two decimals, and
 *       sums add what is printed. Ratios are compared without dividing.
 *   <li>A score never leaves 0 to the criterion's maximum.
 *   <li>What does not apply leaves both points and maximum; unanswered is zero of the full maximum.
 *   <li>Index = points / applicable maximum × 100, rounded once; level, rank and tie are decided by
 *       that printed number and nothing else.
 *   <li>A {@link vn.minhbach.core.scoring.Derivation} says which part of the rule applied, so that
 *       every point can be explained.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * A district answers {@code I.1} (M 4, ratio) with {@code {"a":187,"b":193}}: 4 × 0.96891… = 3.88.
 * {@code II.12} (M 8, target 0.5) with 612 of 2040 gives 4.80, {@code II.13} with 9312 of 9660 is
 * 0.96398 and gives 6. A department without procedures has 61.50 of 82 applicable points: 75.00,
 * and so Khá.
 */
package vn.minhbach.core.scoring;
