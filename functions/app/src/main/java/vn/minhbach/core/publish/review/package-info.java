/**
 * A unit asks to look again at a published result (<i>đề nghị phúc tra</i>): one criterion of one
 * issue, by a letter of its head, within some days of the publication. It is another thing than the
 * petition before it (<i>đề nghị xem xét lại điểm</i>, {@link vn.minhbach.core.appraise.petition}),
 * which is heard while nothing is decided yet.
 *
 * <h2>States</h2>
 *
 * {@code PENDING → KEPT | CHANGED}. It comes in signed, and is decided once.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>It is judged on what lay before the team: no new evidence, since the form is shut.
 *   <li>Nobody decides who has judged the criterion before, not even by deciding its petition; nor
 *       who is recused from the unit.
 *   <li>Points do not change under a published table. Who finds them wrong takes the result up for
 *       correction first; the new points then come with a new approval and an issue of their own,
 *       beside the first ({@link vn.minhbach.core.publish.publication.PublishResult}).
 *   <li>Nothing is reported over a review that waits, so each ends with a reason before the next
 *       issue.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The ranking is out on 10/2. On 15/2 Hà Khánh asks for a review of {@code II.12}, letter 31/UBND.
 * The deputy keeps it: “giấy xác nhận ngoài kỳ đánh giá”. At Hà Trung the deputy finds 3.00 instead
 * of 2.00: the office takes the result up, the lead reopens that appraisal, the deputy decides, and
 * the second issue lists every unit whose rank moved.
 */
package vn.minhbach.core.publish.review;
