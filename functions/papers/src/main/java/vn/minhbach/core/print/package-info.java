/**
 * Papers to be signed by hand (<i>bản in phiếu tự đánh giá</i>, plan V.5): the form as its unit's
 * head gets it to read, in the layout of an official document. A page is XHTML, so that a browser
 * shows it and a PDF is made of it.
 *
 * <h2>States</h2>
 *
 * A draft, marked as one (<i>bản nháp – chưa chốt</i>), until the form is closed; from then on the
 * check code stands large on it and at the foot of every page.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Reads what the form says and writes no figure anywhere; points are those that scoring gave,
 *       with a comma.
 *   <li>What people wrote is escaped and never markup.
 *   <li>The code on paper is the code in force when it was printed: brought back on a form that has
 *       changed since, it is refused with what has changed.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} closes its form and prints it: “PHIẾU TỰ ĐÁNH GIÁ”, ward and code, the plan
 * 131/KH-UBND, {@code I.1} with its two figures and 3,80 of 4,00 points. Its head signs and stamps;
 * the scan comes back as the paper {@code signed-form}.
 */
package vn.minhbach.core.print;
