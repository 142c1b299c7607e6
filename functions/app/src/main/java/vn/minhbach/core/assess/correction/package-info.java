/**
 * The office corrects the criteria of a group while forms are out (<i>công văn đính chính</i>),
 * because a tier was mistyped or a unit's question showed that two people read it in two ways. What
 * it means for one form is derived in {@code assess/submission}; here it is ordered, counted and
 * noted.
 *
 * <h2>States</h2>
 *
 * A correction is numbered 1, 2, 3… within its group and final. The job that notes it goes once
 * through every form of the group, and is struck off by a pass that began when nobody could have
 * read the old criteria any more ({@link vn.minhbach.core.assess.correction.NoteCorrections}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>One transaction puts the corrected set in force, with the ledger's entry, the correction
 *       for its readers, and the job. No form is written by it.
 *   <li>Corrected words ask nothing anew; corrected substance does: an outdated answer counts as
 *       the new rule has it, and a new one is awaited.
 *   <li>Working days to answer: at least the campaign's (5), and no more than there are before the
 *       appraisal.
 *   <li>What is tried with {@code dryRun} writes nothing and counts what it would bear on, without
 *       the reader's own body ({@link vn.minhbach.core.assess.correction.CorrectCriteria.Reach}).
 *   <li>An import of a source overwrites nothing either: {@link
 *       vn.minhbach.core.assess.correction.SourceDifferences} lists where forms rest on another
 *       figure than the one in force.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Forms are due on 18/8/2020. On Friday 14/8 the office corrects {@code II.13} of the districts
 * from 0.95 to 0.94 for 6 points, with 5 working days: until the end of Friday 21/8. {@code 195},
 * which had answered and not sent, is due then instead; {@code 193}, which had sent its form, has
 * that criterion open again and signs for it alone.
 */
package vn.minhbach.core.assess.correction;
