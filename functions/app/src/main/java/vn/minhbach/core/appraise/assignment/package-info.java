/**
 * Who appraises what (<i>tổ thẩm định, phân công thẩm định</i>, plan V.1–V.3): the team's register,
 * the assignment of criteria, and for each cell, which is a unit's answer to a criterion, who reads
 * it first and, where it is read twice, who reads it second.
 *
 * <p>One hand judges one criterion for all units of a group, so that like is measured by like; a
 * unit as a whole is an exception. It starts from the body that the criteria set names as {@code
 * verifier}.
 *
 * <h2>States</h2>
 *
 * A campaign has no team, or a register in force; a group has no assignment, or one in force. Both
 * are staged under a version and come into force by one write of the campaign, in its chain.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nobody reads a cell of a unit that they are {@link vn.minhbach.core.access.Recusal recused}
 *       from, and the second reader is another person of another body.
 *   <li>Without a register nothing of appraisal is possible.
 *   <li>Register and assignment say who has to read; who has read is said by the mark. A later
 *       register changes no mark: the substitute of a member who left takes over what is not yet
 *       marked.
 *   <li>Readers are derived from register, assignment, seed and day; no item is written for a cell.
 *   <li>Nobody is told to whom a cell is assigned instead.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code II.12} of group 2 is given to {@code appraiser4} of {@code TTPVHCC}. Of the 13 districts
 * she declares a conflict in {@code 195}: there a stand-in reads, the same one at every request.
 * {@code 193} is in the sample of 5 %: a second reader of another body reads it without seeing her
 * mark. On 2/11 she leaves, and the register names {@code pham.ttpv} as substitute: what she marked
 * stays hers, the rest is {@code pham.ttpv}'s.
 */
package vn.minhbach.core.appraise.assignment;
