/**
 * What must happen by itself (<i>việc định kỳ</i>): jobs that a crash cut short are taken up, locks
 * noted, projections that lag mended, drafts rebuilt, chains anchored once a day. Nobody asks for
 * it; the schedule {@code keepDeadlines} runs it every few minutes.
 *
 * <h2>States</h2>
 *
 * None: what there is to do is read from the campaign each time, and {@link
 * vn.minhbach.core.keep.upkeep.KeepHouse.Done} says how much it was.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Everything here is safe to repeat, to cut short and to run twice at once; a run that finds
 *       all in order writes nothing but the day's anchor.
 *   <li>Documents of an older schema are brought to the one that is written now, at most 100 units
 *       a run; where it is kept how far that is, and until then, and ever after, they are read as
 *       they are ({@link vn.minhbach.core.keep.upkeep.MigrateDocuments}).
 *   <li>What was accepted is done, and what was decided is anchored, whatever the stage. Locks and
 *       drafts end with OPEN, mending and daily anchors with publication.
 *   <li>Nothing depends on its having run: a form is shut from {@code closesAt} on whether the lock
 *       was noted or not, and a corrected criterion is open before its job has written so.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * 1/11/2020, 00:00 in Hạ Long: 7 forms of {@code 131-2020} were never sent. The next run notes
 * {@code FORM_LOCKED} in 7 chains and keeps the anchor {@code daily-2020-11-01}. The run after that
 * finds nothing to do.
 */
package vn.minhbach.core.keep.upkeep;
