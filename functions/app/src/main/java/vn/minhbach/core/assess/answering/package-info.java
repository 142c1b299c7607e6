/**
 * A unit gives its figures (<i>tự chấm điểm</i>, plan V.5): one criterion at a time, or the head of
 * the form; and everybody who may reads the form with all that is known for it ({@link
 * vn.minhbach.core.assess.answering.ReadForm}).
 *
 * <h2>States</h2>
 *
 * A criterion is unanswered, answered, not applicable with a reason, or typed for a commune from
 * its signed paper (<i>nhập thay</i>) and then perhaps set aside by it. How an answer stands to the
 * province's figure is its claim: CONFIRMED, CONTESTED with a reason, or COMPUTED by the system.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Answers become what is stored in one place, {@link
 *       vn.minhbach.core.assess.answering.Settling}, whether one comes or many.
 *   <li>A writer names what it has read: nobody's answer is overwritten unread. The same content
 *       again is accepted and writes nothing.
 *   <li>What the system computes cannot be typed. Nobody but the unit edits its figures; for a
 *       commune its district or the office may type, from a paper that lies among its files, and
 *       the commune has days (3) to contest it.
 *   <li>A contact's name and number stand where they can be erased, and in no ledger.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The typist of {@code 06649} puts {@code {"inputs":{"a":19,"b":20}}} for {@code I.1}: 4 × 19/20 =
 * 3.80 points, {@code a1}, and {@code ANSWER_SAVED} in the chain. Sent again, it writes nothing;
 * {@code {"a":20,"b":20}} without {@code If-Match} is refused, and with {@code a1} becomes {@code
 * a2}, 4.00 points.
 */
package vn.minhbach.core.assess.answering;
