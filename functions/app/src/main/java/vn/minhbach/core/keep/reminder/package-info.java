/**
 * Reminders (<i>đôn đốc</i>, plan V.1) that cannot embarrass: each unit gets the one mail that is
 * true at the moment of sending, once, in working hours (infra/decisions/0019).
 *
 * <p>What there is to remind of, {@link vn.minhbach.core.keep.reminder.ReminderKind kinds} say: the
 * ladder, the gate of the districts, a signature that is awaited, a correction, what was typed for
 * a commune, a ruling of the People's Committee. To add one is to implement that interface.
 *
 * <h2>States</h2>
 *
 * A {@link vn.minhbach.core.keep.reminder.Claim} is CLAIMED, then SENT, FAILED (tried again), VOID
 * (no longer true) or NO_CONTACT. One without an ending may have been sent, so it is never sent
 * again: it ends as UNCERTAIN, the desk shows it, and the next rung comes in its time.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Claimed before and confirmed after, by conditional writes: runs may die, come twice or at
 *       once.
 *   <li>A missed day is caught up with the one rung that is true now, never with all that were
 *       missed ({@link vn.minhbach.core.keep.reminder.Ladder}).
 *   <li>Nobody is called late by a row that lags: the head is read before a mail says so.
 *   <li>One person is told once a day for all units, a district in one digest.
 *   <li>A run reads settings, cards, contacts, units and progress with one query each; then, for
 *       each mail, writes the card, reads campaign, head and contacts, sends, and writes the card
 *       with the record of what went out.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} is due on 18/8/2020. On 11/8 it is told by {@code before-7@2020-08-18}, on 17/8 by
 * {@code before-1}, on 19/8 by {@code late-1}; on 21/8 {@code above-3} is one line in the digest of
 * Hạ Long ({@code 193}). Extended on 17/8 to 25/8, the ladder begins anew, with {@code
 * before-7@2020-08-25} on 18/8.
 */
package vn.minhbach.core.keep.reminder;
