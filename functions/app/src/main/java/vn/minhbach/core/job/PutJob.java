package vn.minhbach.core.job;

import vn.minhbach.core.ledger.Write;

/** Puts a new job. */
public record PutJob(Job job) implements Write {}
