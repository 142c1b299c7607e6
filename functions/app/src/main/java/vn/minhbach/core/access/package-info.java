/**
 * Who may see and do what (<i>phân quyền</i>): one table, {@link vn.minhbach.core.access.Access}, a
 * line for each kind of use, and for each line which role reaches how far. Deny by default: a role
 * that a line does not name has no way in. Every route names one line, and the matrix test is made
 * from it.
 *
 * <h2>States</h2>
 *
 * One thing alone changes the table's answer: whether the result is frozen. From the report on,
 * those who write, check and sign it read every group.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nobody, in any role, acts on or reads more than the public of the unit that employs them
 *       except as that unit: all five bodies that staff office and team are ranked themselves.
 *   <li>A role of the staff acts for a stated employer only: one code of the register, or
 *       explicitly none of the ranked.
 *   <li>Draft ranks of a group are shown to nobody employed by a unit of it, in no list and no sum,
 *       before the result is frozen.
 *   <li>Which criteria a contributor was given stands in its {@code Caller}, and the rooms ask.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The office is employed by {@code STTTT}. {@code EXTEND_DEADLINE} reaches {@code OTHERS}: it may
 * give {@code SKHCN} until 25/8/2020, and is refused for {@code STTTT}; the deputy, of {@code SNV},
 * does that, and is refused for {@code SNV}.
 */
package vn.minhbach.core.access;
