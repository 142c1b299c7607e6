/**
 * Closing (<i>chốt</i>) and signing (<i>ký, gửi phiếu</i>) a form, plan V.5: the unit closes what
 * it says and gets a check code of exactly that; the head of the unit signs by an account or on
 * paper, and the form is sent (infra/decisions/0016).
 *
 * <h2>States</h2>
 *
 * {@code IN_PROGRESS → CLOSED → SUBMITTED}, a commune's {@code → AT_DISTRICT}. A change of a closed
 * form makes the code void and opens it again; a signed paper that is refused lets it fall back to
 * CLOSED. Criteria that are open again in a sent form are closed and signed for themselves, and the
 * state stays.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A form is closed and sent whole: every criterion answered, every figure of the province
 *       confirmed or contested, every cited file there, or each is named ({@code FormCheck}).
 *   <li>The code is made of all that the unit answers for, and of nothing else ({@link
 *       vn.minhbach.core.assess.signing.FormContent}); a signature binds the form whose etag was
 *       read, or whose code is given.
 *   <li>Closed in time and signed within the days of grace (3) is sent in time, as of the closing.
 *       Signing again does not send it later.
 *   <li>A code that is void is refused with what has changed since, from the ledger.
 *   <li>Late is marked, asked for a reason, or refused, as the campaign says; it is never a
 *       surprise.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} closes on Monday 17/8/2020, a day before it is due, and gets a code of four groups
 * of four. Its head is away, and signs on 20/8: within the grace, so it was sent on 17/8, in time,
 * and is AT_DISTRICT. Signed on 21/8 it would be sent on 21/8, and late.
 */
package vn.minhbach.core.assess.signing;
