package vn.minhbach.core.criteria;

/** A choice that criteria sets name by a fixed word. */
interface Coded {

  /** The word as it stands in a criteria set. */
  String code();
}
