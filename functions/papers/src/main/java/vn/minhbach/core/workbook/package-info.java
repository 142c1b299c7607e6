/**
 * Workbooks (<i>bảng tính</i>) as plain values, and what they say in the words of the other rooms:
 * a form to be filled in offline and brought back (plan V.5), a criteria set to be edited, lists of
 * units and figures to be imported. Nothing here knows a file format.
 *
 * <h2>States</h2>
 *
 * None. A form's workbook remembers on a hidden sheet whose form it is and what stood in it.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>What is seen is what is read: a hidden row, a filter or a number format cannot make a
 *       reader and the program see two figures (infra/decisions/0023).
 *   <li>A workbook is taken whole, or refused with each cell at fault by its name, as {@code
 *       Phiếu!F12}.
 *   <li>Nothing is written here: a workbook becomes what the ordinary routes take, and is judged by
 *       them. One that was opened and saved changes nothing.
 *   <li>Formulas are refused, and so are another unit's or campaign's workbooks.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} fetches its workbook, types 19 and 20 for {@code I.1} and sends it back: one
 * changed answer over the etag that the hidden sheet holds, with a plan that says TAKEN, as {@code
 * assess/offline} will do it.
 */
package vn.minhbach.core.workbook;
