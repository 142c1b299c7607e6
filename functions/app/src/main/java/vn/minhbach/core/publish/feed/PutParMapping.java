package vn.minhbach.core.publish.feed;

import vn.minhbach.core.ledger.Write;

/** Puts a version that is not there yet, and in force over the one below it. */
public record PutParMapping(ParMapping mapping) implements Write {}
