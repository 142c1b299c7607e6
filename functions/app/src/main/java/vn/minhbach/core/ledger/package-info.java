/**
 * The ledger (<i>nhật ký điểm</i>): every change of every point, append-only and hash-chained, one
 * chain for each submission, one for each question and one for the campaign. Format, and the table
 * of all facts: infra/decisions/0003.
 *
 * <h2>One way to change anything</h2>
 *
 * {@link vn.minhbach.core.ledger.CommitProtocol}: an attempt asks whether the request took effect
 * already, decides on a fresh read, and commits the head that the chain hangs on, the entry of a
 * fact, what is written beside it and the receipt, in one transaction; overtaken, it begins anew.
 *
 * <ul>
 *   <li>A new fact is a record in its capability's sealed family, with its kind, {@code body} and
 *       {@code read}; a test asks for its vector, and for its line in decision 0003.
 *   <li>A new item is a record that is a {@link vn.minhbach.core.ledger.Write}, with all that its
 *       key needs; a test asks for its place in {@code DynamoCommit}.
 *   <li>A new chain has a {@link vn.minhbach.core.ledger.HeadWrite}, on a condition by which of two
 *       hands one is told to decide anew.
 * </ul>
 *
 * <h2>States</h2>
 *
 * A chain is at a {@link vn.minhbach.core.ledger.ChainTip}: number and hash of its last entry, or 0
 * and 64 zeros.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Numbers have no gap, each entry binds the one before it, and its body by hash; {@link
 *       vn.minhbach.core.ledger.Verification} checks just that, as anyone can.
 *   <li>Who may not read a body gets the envelope, and the chain still verifies.
 *   <li>Canonical bytes (RFC 8785) are pinned by vectors and never change.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * A unit withdraws a file: {@code commits.edit(head, head, List.of(PutEvidence.in(head,
 * withdrawn)), Note.of(now, new EvidenceWithdrawn(by, id, Optional.empty())))}. The chain {@code
 * 131-2020/06649} is one entry longer then, of the kind {@code EVIDENCE_WITHDRAWN}.
 */
package vn.minhbach.core.ledger;
