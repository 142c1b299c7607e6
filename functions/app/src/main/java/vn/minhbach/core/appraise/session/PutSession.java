package vn.minhbach.core.appraise.session;

import vn.minhbach.core.ledger.Write;

/** Puts the minutes over the version one below their own; version 1 over nothing. */
public record PutSession(Session session) implements Write {}
