package vn.minhbach.core.ledger;

/**
 * What happened, as a chain tells it. Each capability has a sealed family of records, each with its
 * kind and its body, and reads them back from entries; nothing outside the families knows a kind or
 * the name of a member. Decision 0003 lists them all, made from these types.
 */
public interface Fact extends Part {

  /** As {@code ANSWER_SAVED}; never another once an entry has it. */
  String kind();
}
