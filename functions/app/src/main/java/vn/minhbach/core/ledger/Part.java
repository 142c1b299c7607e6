package vn.minhbach.core.ledger;

/** A group of members that several facts tell, beside others of their own or as one of them. */
public interface Part {

  /** Its members, as the ledger keeps them. */
  Body body();
}
