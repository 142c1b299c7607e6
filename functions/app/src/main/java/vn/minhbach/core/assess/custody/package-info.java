/**
 * The keeping of evidence (<i>lưu giữ minh chứng</i>, plan V.5) from grant to audit: a unit
 * declares a file and is granted its upload, what arrives is checked, what is kept can be opened by
 * those who see the form, and the office can have every byte read again.
 *
 * <h2>States</h2>
 *
 * Of a file: {@code AWAITED → CHECKING → ACCEPTED | REJECTED}, with EXPIRED and WITHDRAWN. Of an
 * audit: running, unit by unit and hash by hash, then finished.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A grant is leave for exactly these bytes, for 15 minutes, and never past the closing of the
 *       form; what S3 took by its own clock was in time.
 *   <li>Events may come twice, late and out of order; a fact that is noted changes nothing, and
 *       {@link vn.minhbach.core.assess.custody.SweepUploads} does what no event did.
 *   <li>Whoever notes the second fact promotes. Nothing joins a closed or signed form that was not
 *       in it.
 *   <li>A file that falls out after closing opens its criterion again for days (3); if it was the
 *       signed form, the signature falls ({@link vn.minhbach.core.assess.custody.CheckEvidence}).
 *   <li>Bytes are read once for what they say of themselves ({@link
 *       vn.minhbach.core.assess.custody.ReadFile}). One with the stamp of a state secret opens to
 *       nobody until the office has released it ({@link
 *       vn.minhbach.core.assess.custody.ReleaseFile}).
 *   <li>What was kept before there was a reader is read once, unit by unit ({@link
 *       vn.minhbach.core.assess.custody.ReadBacklog}).
 *   <li>No link without a log of who opened it. What was in force at the signature cannot be
 *       withdrawn.
 *   <li>The ledger, and not the record, says what must lie in the vault, and what was taken down
 *       and must not ({@link vn.minhbach.core.assess.custody.VerifyEvidence}).
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} is granted an upload for {@code I.1} at 8:00. At 8:15 the URL is dead; the same
 * declaration again is the same record with more time. The scan finds a virus on the day after the
 * signature: REJECTED, and {@code I.1} is open again for three days.
 */
package vn.minhbach.core.assess.custody;
