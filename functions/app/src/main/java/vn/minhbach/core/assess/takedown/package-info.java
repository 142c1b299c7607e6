/**
 * Taking down what should never have been uploaded (<i>gỡ bỏ tệp tải lên nhầm</i>), as a state
 * secret. One body asks, another decides; then every copy goes, in spite of the lock. How, and what
 * stays, is decision 0046.
 *
 * <h2>States</h2>
 *
 * {@code ASKED → DECLINED}, from where it can be asked again, or {@code ASKED → CONFIRMED →
 * REMOVED} ({@link vn.minhbach.core.assess.evidence.Takedown.State}). While it is asked the file
 * opens to nobody.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Who decides is neither the account nor of the body that asked; neither is recused from the
 *       unit.
 *   <li>What is confirmed ends in REMOVED whoever dies in between: {@link
 *       vn.minhbach.core.assess.takedown.TakeDownFiles} goes on from what is noted, and comes again
 *       to what is REMOVED, so that an upload under way, or a bucket that was put back, does not
 *       bring it back.
 *   <li>No record is ACCEPTED whose bytes are gone: records fall first, bytes after them.
 *   <li>Declaration, hash and entries stay: who knows the file can still prove which it was.
 *   <li>Bytes that were taken down at one unit come into the campaign no more, from no unit.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code SCT} uploads a plan that bears TỐI MẬT. The office asks by công văn 12/STTTT, the deputy
 * confirms; five minutes later the vault has no version of it. In the form of {@code SCT} the file
 * is REJECTED, taken down by 12/STTTT, and a verification says so instead of missing it.
 */
package vn.minhbach.core.assess.takedown;
