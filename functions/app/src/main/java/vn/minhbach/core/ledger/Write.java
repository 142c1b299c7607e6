package vn.minhbach.core.ledger;

/**
 * An item that a commit puts. Open: each capability brings its own records, each with all that its
 * key needs, and the store knows how to put each class.
 */
public interface Write {}
