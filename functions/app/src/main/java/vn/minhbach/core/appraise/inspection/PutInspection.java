package vn.minhbach.core.appraise.inspection;

import vn.minhbach.core.ledger.Write;

/** Puts an inspection over the version one below its own; version 1 over nothing. */
public record PutInspection(Inspection inspection) implements Write {}
