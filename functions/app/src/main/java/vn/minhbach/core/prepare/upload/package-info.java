/**
 * Files of the office that are too large for a request (<i>tệp dữ liệu lớn</i>): a workbook, a list
 * of all figures. They go to quarantine by a presigned PUT and are read once, in place of a body.
 * No record is kept, and what was read is judged as the body would have been. A signed paper (PDF)
 * is moved to where it stays for good by the use that names it ({@link
 * vn.minhbach.core.prepare.upload.SignedPapers}).
 *
 * <h2>States</h2>
 *
 * Granted, then there, then gone with the bucket's seven days. Nothing in the table knows of it.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A file is its SHA-256: the same file is the same upload, and bytes under a hash that is not
 *       theirs are not there ({@link vn.minhbach.core.prepare.upload.Uploads#read}).
 *   <li>At most 20 MB, of CSV, JSON, XLSX or PDF ({@link
 *       vn.minhbach.core.prepare.upload.BulkFile}).
 *   <li>The corner of quarantine is the office's: no campaign can be called {@code _uploads}, and
 *       no event looks there, so that nothing of it is ever taken for evidence.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * The office declares {@code so-lieu-qlvb.csv}, {@code text/csv}, 5 MB, with its digest, puts it
 * under {@code _uploads/131-2020/<sha256>}, and imports the source {@code qlvb} by naming the
 * digest instead of sending the lines.
 */
package vn.minhbach.core.prepare.upload;
