/**
 * A criteria set (<i>bộ tiêu chí</i>): groups, criteria and the rule by which each is scored. Rules
 * are data that a campaign imports, never code, since the annexes 2 to 4 of the plan change from
 * year to year. 100 points for a department, 170 for a district, 100 for a commune in 2020.
 *
 * <h2>States</h2>
 *
 * A set is checked and then immutable, under a version of its own; earlier ones stay, since forms
 * were judged by them. While forms are out a {@link vn.minhbach.core.criteria.Correction} (<i>đính
 * chính</i>) may lead from one version to the next.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Points add up from criteria to subgroup, group and set; no id stands twice; each rule names
 *       inputs that it has ({@link vn.minhbach.core.criteria.CriteriaSet#read} refuses with every
 *       fault at its place).
 *   <li>Every index has a level: the last one has no bottom.
 *   <li>A change of wording explains a question, a change of substance asks another one ({@link
 *       vn.minhbach.core.criteria.CriteriaDiff}): who answered the old one has not answered the new
 *       one.
 *   <li>A figure has an {@link vn.minhbach.core.criteria.Origin} where it is not the unit's own
 *       word: computed by the system, or summed up from communes and shown beside.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code II.13} of the districts' set: 8 points, {@code tiers} on {@code a/b}, 0.98 gives 8, 0.95
 * gives 6, 0.9 gives 4, 0.8 gives 2. {@code III.4} is computed: communes forwarded in time over all
 * of them.
 */
package vn.minhbach.core.criteria;
