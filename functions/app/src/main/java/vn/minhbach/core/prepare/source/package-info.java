/**
 * The province's own figures (<i>số liệu của hệ thống dùng chung</i>): the 2019 round judged by
 * them, and so does {@code verifyBy: shared-system}. What the province holds already, a unit
 * confirms or contests with a reason instead of typing it.
 *
 * <h2>States</h2>
 *
 * An import ({@link vn.minhbach.core.prepare.source.Extraction}) is staged under a version of its
 * own and then in force; a later one comes in its place, and the earlier stays for tracing. Figures
 * for the body that employs the importer are awaited first, and in force once {@link
 * vn.minhbach.core.prepare.source.ConfirmFigures} by a member of another body says so.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A file is taken whole or refused with every line at fault; one source gives a figure, not
 *       two.
 *   <li>An import touches no answer, whenever it happens; a figure goes with its {@link
 *       vn.minhbach.core.prepare.source.Provenance}, and so does every answer that rests on it.
 *   <li>Nobody alone sets a figure of their own body.
 *   <li>A number that can be read as two, {@code 1.890}, is refused and not guessed.
 *   <li>Nothing is imported or confirmed once the result is reported.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The office, employed by {@code STTTT}, imports the source {@code qlvb} (document management) with
 * the lines {@code SKHCN,II.1,a=1890;b=2040} and {@code STTTT,II.1,a=3111;b=3200}. {@code SKHCN}
 * sees 3.71 of 4 points beside its criterion at once; the line of {@code STTTT} waits until the
 * deputy, of {@code SNV}, has confirmed it.
 */
package vn.minhbach.core.prepare.source;
