/**
 * How far each unit is (<i>tiến độ, theo dõi</i>, plan V.1: the standing body chases): one row a
 * unit, computed from its form, so that the board of 220 units is one query.
 *
 * <h2>States</h2>
 *
 * A row has none of its own; it is as of a number in its form's chain ({@link
 * vn.minhbach.core.assess.progress.Progress#sourceSeq}). It may lag, and says so.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A projection: rebuildable at any time, in no ledger. Who must be sure of a unit reads its
 *       head; the report mends every row first and then reads none that lags.
 *   <li>What an event says does not count: the form is read anew, so that events may come twice,
 *       late or out of order, and an older row never overwrites a newer ({@link
 *       vn.minhbach.core.assess.progress.ProjectScores}).
 *   <li>A sweep mends every row that lags behind its head or behind the latest correction; repair
 *       never hangs on one lost event.
 *   <li>A unit that has written nothing has its line all the same, with its clock ({@link
 *       vn.minhbach.core.assess.progress.Overview}).
 *   <li>Points stand beside a line by the access table's leave alone.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} has answered 10 of 30 criteria and is due on 18/8/2020: on 12/8 its line says
 * IN_PROGRESS, 33.33 per cent, 0 days late; on 20/8, unsent, it is overdue by 2 days.
 */
package vn.minhbach.core.assess.progress;
