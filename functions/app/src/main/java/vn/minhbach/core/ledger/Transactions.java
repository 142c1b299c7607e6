package vn.minhbach.core.ledger;

/** Port: writes commits. */
public interface Transactions {

  /**
   * Writes a commit in one transaction: head, entry, writes and receipt, each on its condition.
   *
   * @return false when another hand was faster, on whatever item; nothing is written then
   */
  boolean commit(Commit<?> commit);
}
