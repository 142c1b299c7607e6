/**
 * What the team sees on the spot (<i>kiểm tra thực tế</i>, plan V.3): who goes where on which days,
 * what was found of which criterion with photos and dated screenshots, and the minutes that the
 * unit signs, too.
 *
 * <h2>States</h2>
 *
 * An inspection is planned, and planned otherwise as often as need be. At each of its units it is
 * open for findings from its first day until its minutes are kept; then never again.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Nobody is sent to a unit that they are recused from, and nobody notes anything where they
 *       were not sent.
 *   <li>A finding moves no point. Whoever marks weighs it; a criterion that nobody saw is told to
 *       be judged on documents ({@link vn.minhbach.core.appraise.marking.Visits}).
 *   <li>Files of the team go the way of all evidence (declared, checked, scanned, kept), and lie
 *       apart from the unit's: they count for no criterion and take none of its room.
 *   <li>The unit and its district read findings and files of an inspection once its minutes are
 *       there, as of a role and a body, never of a person.
 *   <li>The name of whoever signs for the unit stands in the signed paper alone; ledger and table
 *       keep the title.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * By plan 12/KH-TTĐ of 5/11 inspection 1 goes to Ba Chẽ ({@code 202}) on 10/11. {@code appraiser3}
 * notes of {@code II.4}: <i>differs</i>, two of nine terminals stand idle, with a photo of that
 * day. The minutes are signed on the spot and kept on 11/11; from then on Ba Chẽ reads them, and
 * answers in its explanation.
 */
package vn.minhbach.core.appraise.inspection;
