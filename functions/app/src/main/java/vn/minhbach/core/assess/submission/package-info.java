/**
 * The kernel of a form (<i>phiếu tự đánh giá</i>, plan V.5): its {@link
 * vn.minhbach.core.assess.submission.Head}, its answers, and what every room of {@code assess}
 * needs to read and change them. A form that nobody has written to exists by derivation ({@link
 * vn.minhbach.core.assess.submission.Forms}), so that sending 220 of them writes nothing.
 *
 * <h2>States</h2>
 *
 * {@code NOT_STARTED → IN_PROGRESS → CLOSED → SUBMITTED}, and for a commune {@code → AT_DISTRICT →
 * FORWARDED} instead of SUBMITTED; from there {@code → UNDER_APPRAISAL ⇄ EXPLANATION_REQUESTED →
 * EXPLAINED} and {@code → APPRAISED} ({@link vn.minhbach.core.assess.submission.State}). What leads
 * from one to another, by whom and with which reason, is one table, {@link
 * vn.minhbach.core.assess.submission.Move}. A change of a closed form opens it again. In a sent one
 * single criteria may be open again for some days, and the state stays; in an appraised one nothing
 * changes.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>The state changes by a legal move and in no other way; an illegal one is refused with those
 *       that are legal.
 *   <li>Every change passes the head and holds only if it is still as read; overtaken, the use
 *       decides anew ({@link vn.minhbach.core.assess.submission.Commits}, {@code Attempts}).
 *   <li>An {@link vn.minhbach.core.assess.submission.Edit} changes what the form says: the version
 *       rises, and a check code in force is void. A note beside the form leaves its version.
 *   <li>Nothing of the unit's is written after {@code closesAt}, by the domain clock and by
 *       condition of the write.
 *   <li>What a correction of criteria means is derived whenever a form is read ({@link
 *       vn.minhbach.core.assess.submission.Amendments}); none can be missed.
 *   <li>Who may change a criterion is asked in one place, {@link
 *       vn.minhbach.core.assess.submission.Forms#editable Forms.editable}.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Forms are out since 3/8/2020. The head of {@code 06649} is derived: NOT_STARTED, chain {@code
 * 131-2020/06649} at 0, etag {@code f0}, due on 18/8. The first saved answer writes head
 * (IN_PROGRESS, {@code f1}), answer ({@code a1}) and entry 1 in one transaction.
 */
package vn.minhbach.core.assess.submission;
