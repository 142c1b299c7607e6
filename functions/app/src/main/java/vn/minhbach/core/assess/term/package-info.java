/**
 * The clock of one form (<i>thời hạn, gia hạn</i>): when it arrived, how much more time was asked
 * for and given, and that it is locked. The plan (V.5) gives 15 days from receipt; which moment
 * that is, {@link vn.minhbach.core.prepare.campaign.Deadlines Deadlines} computes and nobody here.
 *
 * <h2>States</h2>
 *
 * An extension is asked for, then granted or refused; one request waits at a time. A form is open,
 * locked from {@code closesAt} on, and open again if an extension says so.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>An extension only lengthens: not before the due date, not into the past, not past the
 *       appraisal. A form that is sent gets none ({@link
 *       vn.minhbach.core.assess.term.ExtendDeadline}).
 *   <li>A clock cannot be bought with a date: an arrival lies between the sending and today, and
 *       after the due date only the office corrects it ({@link
 *       vn.minhbach.core.assess.term.NoteArrival}).
 *   <li>The lock is the clock's own. That the ledger notes it ({@link
 *       vn.minhbach.core.assess.term.NoteLocks}) changes nothing, and may come late or twice.
 *   <li>Nobody gives the own body more time; the access table sees to it.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code SKHCN} is due on 18/8/2020 and asks for 25/8: {@code EXTENSION_REQUESTED}. The office
 * grants it: {@code EXTENSION_GRANTED}, due at the end of 25/8, and the ladder of reminders counts
 * from there. Its registry had taken the dispatch in on 5/8: entered on 6/8, it would alone have
 * moved the due date to 20/8.
 */
package vn.minhbach.core.assess.term;
