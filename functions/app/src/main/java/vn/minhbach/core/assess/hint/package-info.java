/**
 * What helps a clerk and stops nobody (<i>gợi ý, cảnh báo</i>): last year's figures beside this
 * year's criteria, and what looks odd. The plan (V.5) holds the unit to its figures; these are what
 * a careful colleague would ask before the form goes out.
 *
 * <h2>States</h2>
 *
 * None: hints are computed from form, files, last year and settings, and never stored.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nothing is refused, held back or scored by a hint; a store that fails after a save costs
 *       the hint and nothing else.
 *   <li>The same facts give the same warnings, in the order of the form ({@link
 *       vn.minhbach.core.assess.hint.Plausibility}).
 *   <li>Years stand side by side only where both ask the same of the same unit: same or sole
 *       successor, same group, same criterion, rule and inputs ({@link
 *       vn.minhbach.core.assess.hint.LastYear}). It never becomes an answer by itself.
 *   <li>Limits are the campaign's: 30 percentage points, 50 per cent, ten characters for a reason,
 *       unless it says otherwise.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Last year {@code 193} gave 120 of 193 for {@code I.1}, this year 187 of 193: 62.18 to 96.89 per
 * cent is a jump of more than 30 points, {@code SHARE_JUMPED}. Where {@code I.9} counts 190 and
 * {@code I.10} 193 staff under one label (<i>Tổng số CBCC</i>): {@code WHOLES_DIFFER}.
 */
package vn.minhbach.core.assess.hint;
