/**
 * Reminders (<i>đôn đốc</i>, plan V.1) that cannot embarrass: each unit gets the one mail that is
 * true at the moment of sending, once, in working hours.
 *
 * <p>What is sent follows from the one clock and the stored state; what was sent is claimed before
 * and confirmed after. A claim without confirmation may have been sent, so it is never sent again
 * by itself: the board shows it as UNCERTAIN, and the next rung comes in its time.
 */
package vn.minhbach.core.reminder;
