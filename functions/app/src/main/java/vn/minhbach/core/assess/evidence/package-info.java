/**
 * A file of a unit (<i>tài liệu minh chứng</i>, plan V.5) as a value, and its ports: the vault, the
 * log of who opened it, the audits, who else holds the same bytes, and what the lane could not
 * bring to an end; and what a PDF was found to say of itself. The uses are next door, in {@code
 * assess/custody}.
 *
 * <h2>States</h2>
 *
 * {@code AWAITED → CHECKING → ACCEPTED} or {@code REJECTED}. An unused grant is EXPIRED; what the
 * unit takes back is WITHDRAWN ({@link vn.minhbach.core.assess.evidence.Evidence.State}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Two facts are asked of a file, in whichever order they come: its bytes are what was
 *       declared (size, SHA-256, real type), and the scan found nothing. Each is noted once.
 *   <li>ACCEPTED is noted after both, and after the bytes were put into the vault: it never names
 *       bytes that are not there. What is {@link vn.minhbach.core.assess.evidence.Takedown taken
 *       down} is REJECTED before its bytes go.
 *   <li>A file is for one criterion, or a paper of the form as a whole ({@link
 *       vn.minhbach.core.assess.evidence.Purpose}: the signed form, a commune's paper form), never
 *       both.
 *   <li>Quarantine key {@code <campaign>/<unit>/<id>}, vault key {@code
 *       <campaign>/<unit>/<sha256>}: bytes lie in the vault once, whatever they prove, and stay
 *       there, unless two bodies take them down.
 *   <li>A file may say {@link vn.minhbach.core.assess.evidence.Proof what kind of thing it shows}:
 *       all that it takes to find a document again, or nothing of it. What is said can change, the
 *       bytes cannot.
 *   <li>A {@code noStateSecret} that is false is refused before anything is noted: a secret must
 *       not even be named here.
 *   <li>What a file {@link vn.minhbach.core.assess.evidence.FileFacts says of itself} are facts,
 *       never a verdict: no rule and no point hangs on them. Its {@link
 *       vn.minhbach.core.assess.evidence.SecretStamp stamp} alone has an effect: it closes the
 *       file.
 *   <li>An {@link vn.minhbach.core.assess.evidence.Openings opening} is logged by opaque id,
 *       without name or address.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} declares {@code danh-sach-may-tinh.pdf} for {@code I.1}, 120 000 bytes: AWAITED. S3
 * takes it, arrival finds a PDF of that size and digest: CHECKING. The scan is clean: noted, still
 * CHECKING; the bytes are put into the vault: ACCEPTED. The etag rose with each note, from {@code
 * e1} to {@code e4}.
 */
package vn.minhbach.core.assess.evidence;
