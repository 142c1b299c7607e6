/**
 * The gate between a unit and the appraisal (<i>trả lại phiếu, ý kiến của huyện</i>, plan V.4):
 * what a district or the team finds wanting in a sent form goes back to its unit with a reason, and
 * what a district thinks of a criterion stands beside it for the commune and the team.
 *
 * <h2>States</h2>
 *
 * A commune's {@code AT_DISTRICT, FORWARDED → IN_PROGRESS} by its district; any unit's {@code
 * SUBMITTED, FORWARDED → IN_PROGRESS} by the team; by criterion the state stays. All before the
 * first mark ({@link vn.minhbach.core.assess.submission.Move}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nothing is lost: answers, files, remarks and the chain stay as they are, whatever goes
 *       back.
 *   <li>A form that is sent anew within its term, five working days, counts as sent when it was
 *       sent first, and is late if it was. Nobody has less time than before.
 *   <li>The time that a district's own return takes is the district's; what the team returns does
 *       not make the district late.
 *   <li>A remark changes nothing of the form, and its code stays in force.
 * </ul>
 *
 * <h2>What is never sent anew</h2>
 *
 * A form that was returned whole and is not sent again is a form that was not sent: nobody signs
 * for what it says now. After its term it is late, and taken until the lock, with a reason, or not
 * at all, as the campaign says of every late form ({@link
 * vn.minhbach.core.prepare.campaign.LatePolicy}); at the lock it shuts, its unit stands among those
 * that did not submit, and the office may extend, as for any other. A form of which criteria were
 * returned stays sent, at the lock and after: those criteria count as they are answered, and what
 * was changed and not signed for shows in the code, which is void. So who returns a form whole
 * takes it out of the ranking until its unit acts, and the reminders of a form in work go to the
 * unit.
 *
 * <h2>Example</h2>
 *
 * {@code 06649} sent on 17/8/2020, in time. Its district returns it whole on Friday 21/8: it is
 * {@code IN_PROGRESS}, due on 28/8. Signed on 27/8 it counts as sent on 17/8 and waits at the
 * district again; signed on 29/8 it would be late by a day.
 */
package vn.minhbach.core.assess.gate;
