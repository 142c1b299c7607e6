/**
 * Reminders (<i>đôn đốc</i>, plan V.1) that cannot embarrass: each unit gets the one mail that is
 * true at the moment of sending, once, in working hours.
 *
 * <p>What there is to remind of, {@link vn.minhbach.core.keep.reminder.ReminderKind kinds} say: the
 * ladder, the gate of the districts, and whatever is added. What was sent is claimed before and
 * confirmed after. A claim without confirmation may have been sent, so it is never sent again: the
 * desk shows it as UNCERTAIN, and the next rung comes in its time.
 *
 * <p>A run reads settings, cards, contacts, units and progress with one query each; then, for each
 * mail, writes the card, reads campaign, head and contacts, sends, and writes the card with the
 * record of what went out.
 */
package vn.minhbach.core.keep.reminder;
