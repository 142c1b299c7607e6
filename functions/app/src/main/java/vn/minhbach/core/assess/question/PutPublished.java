package vn.minhbach.core.assess.question;

import vn.minhbach.core.ledger.Write;

/** Puts what others read of a question, over an earlier version of it or over nothing. */
public record PutPublished(Published published) implements Write {}
