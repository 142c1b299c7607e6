/**
 * Work that touches many submissions (<i>việc hàng loạt</i>): accepted with its cause in one
 * transaction, done one submission at a time. It is how a district passes on all its communes (plan
 * V.4) and how a correction of criteria reaches every chain, without a write that waits for 177
 * forms.
 *
 * <h2>States</h2>
 *
 * {@link vn.minhbach.core.job.Job#after} says up to which unit it is done, by code. It is open
 * until {@link vn.minhbach.core.job.Jobs#done} strikes it off, and taken up again by the schedule
 * after a crash.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A job knows units and what is to be done to them, and nothing of the capability that
 *       ordered it: its {@link vn.minhbach.core.job.Job.Kind} is told to that one when it runs.
 *   <li>Each step is safe to repeat, so that two runs at once do no harm.
 *   <li>A named form goes with the version that it had when the job was ordered: one that has
 *       changed since is another matter and is left alone.
 *   <li>While a job is open, no result is reported.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Hạ Long ({@code 193}) consolidates {@code 06649} and {@code 06652}: a job {@code FORWARD}, owner
 * {@code 193}, with both forms at their versions. The function dies after the first; within five
 * minutes {@code keepDeadlines} finds the job, passes over {@code 06649}, which is FORWARDED
 * already, and forwards {@code 06652}.
 */
package vn.minhbach.core.job;
