/**
 * The log of chain ends (<i>nhật ký minh bạch</i>): each anchor's ends become leaves of one
 * append-only Merkle tree (RFC 6962) for each campaign, and its size and root a signed checkpoint
 * (C2SP). Who has kept one checkpoint can be shown that every later one only adds to it; who has
 * kept a proof of its submission need not trust us that it is still there.
 *
 * <h2>States</h2>
 *
 * A log is at a size. {@link vn.minhbach.core.publish.transparency.LogRecord} number n brought it
 * there.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A record is never overwritten; of two hands one is told that it was slower.
 *   <li>A leaf is canonical JSON of {@code {chain, seq, hash}}; only ends that go beyond those in
 *       the log are added, in the order of their names.
 *   <li>The anchor's own object stays as it always was (decision 0003); the log is made from it.
 *   <li>Nothing in here tells more than chains' names, numbers and hashes.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * On 25/9/2020 the anchor {@code daily-2020-09-25} has 221 chains, three of which grew since the
 * day before. Record 54 adds three leaves; the checkpoint says size 1402. Hà Khánh ({@code 06649})
 * keeps the eleven hashes that lead from its leaf to that root.
 */
package vn.minhbach.core.publish.transparency;
