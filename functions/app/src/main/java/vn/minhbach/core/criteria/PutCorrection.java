package vn.minhbach.core.criteria;

import vn.minhbach.core.ledger.Write;

/** Puts a new correction. */
public record PutCorrection(Correction correction) implements Write {}
