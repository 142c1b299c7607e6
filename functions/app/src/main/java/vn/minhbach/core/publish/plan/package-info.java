/**
 * What a unit does about its result (<i>kế hoạch khắc phục hạn chế</i>, plan I.1, V.5): after the
 * publication it says for which criteria it takes which measure, who is in charge and until when;
 * in the next campaign it says of each measure whether it was taken.
 *
 * <h2>States</h2>
 *
 * None, drafted, issued by the unit under a number and a date. What is issued changes with another
 * paper alone.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>No plan before there is a public result; it is due so many days after the publication
 *       ({@link vn.minhbach.core.publish.plan.PlanTerm}), and taken late rather than refused.
 *   <li>Who is in charge is a title or a department. It stands in the plan and in no ledger, since
 *       nothing keeps a clerk from writing a name there.
 *   <li>The signed paper stays with the unit; here stands its SHA-256, so that either can be held
 *       against the other.
 *   <li>A measure is marked in the campaign that follows, by the unit that the planner became
 *       ({@link vn.minhbach.core.unit.Lineage}), until that campaign is reported. It moves no
 *       point.
 *   <li>What is offered as weakest is read from the card that the report froze, not from a form
 *       that moves.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The result is out on 10/2. Hà Khánh lost 3.20 of 8.00 points at {@code II.12}, more than anywhere
 * else. Until 12/3 it plans “mở điểm hỗ trợ nộp hồ sơ trực tuyến”, charge of the <i>Văn phòng -
 * Thống kê</i>, until 30/6, and issues it as 14/KH-UBND. Its next form shows that beside {@code
 * II.12}; it marks it done and cites a file of that form.
 */
package vn.minhbach.core.publish.plan;
