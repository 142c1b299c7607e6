/**
 * Questions on criteria (<i>câu hỏi, vướng mắc</i>, plan V.1: the standing body guides): a unit
 * asks, the office answers, and what helps others is published to all units of the group without
 * the name of who asked. The register of difficulties is an annex of the report.
 *
 * <p>A difficulty that only the People's Committee can settle goes up to it (<i>trình UBND
 * tỉnh</i>, plan V, last paragraph), and its ruling is entered by number, date and text.
 *
 * <p>A question lives beside the form, not in it: asking changes nothing that is signed. Each has a
 * chain of its own, so that who answered what, and when, stands as firmly as the figures do.
 *
 * <h2>States</h2>
 *
 * Asked, answered, answered anew; every {@link vn.minhbach.core.assess.question.Question.Reply}
 * stays and the last is in force. Published or not, and a later reply may take back what an earlier
 * one published. Beside that: referred, ruled, taken back; each stays as well.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A unit asks while the campaign is open, also after it has sent its form, and at most 50
 *       times unless the campaign says otherwise. The office answers whenever forms are out.
 *   <li>What is {@link vn.minhbach.core.assess.question.Published published} does not hold who
 *       asked, so nothing that reads it can tell.
 *   <li>A ruling is read by the whole group and goes before the office's answer. What the report
 *       says of a difficulty is worded by the office, and names no unit.
 *   <li>Who answers names what it has read; the same answer again writes nothing.
 *   <li>Nobody answers the own body: the deputy, of another, does.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} asks on {@code I.1}: “Máy tính bảng có được tính không?” The office answers and
 * publishes it as “Máy tính bảng có tính là máy tính không?”. All 177 communes read that under
 * {@code I.1}; the chain {@code 131-2020/06649/questions/<id>} holds {@code QUESTION_ASKED} and
 * {@code QUESTION_ANSWERED}.
 */
package vn.minhbach.core.assess.question;
