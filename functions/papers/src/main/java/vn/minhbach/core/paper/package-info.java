/**
 * The papers of a campaign (<i>văn bản hành chính</i>): letters, notices, minutes, report, decision
 * and its annex, drafted from what the campaign holds in the layout of decree 30/2020/NĐ-CP, for
 * clerks to edit, number and have signed.
 *
 * <h2>States</h2>
 *
 * A paper is drafted anew each time it is asked for, and can be from the moment on that there is
 * what it tells: the forms-letter with units and dates, the chaser while forms are out, minutes
 * from the appraisal on, the notice once the provisional result is shown, and report, submission,
 * decision and annex once the result is frozen.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A draft is no act: it bears no number and no day that nobody gave; a decision that was
 *       entered or approved from its paper lends it its own.
 *   <li>Ranks and points come from the frozen tables alone. What goes out before, chaser and
 *       notice, has none.
 *   <li>The annex bears the check code of the snapshot, so that paper and tables can be held
 *       against each other.
 *   <li>No name of a person stands in a paper that was not entered with a signed one.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 131-2020} is reported with the code {@code 7c1d 02aa 9e55 4b10}. The office asks for the
 * annex, the draft decision and the submission, puts in the numbers, and the chairman signs: <i>TM.
 * ỦY BAN NHÂN DÂN, CHỦ TỊCH</i>.
 */
package vn.minhbach.core.paper;
