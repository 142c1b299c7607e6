package vn.minhbach.core.assess.submission;

import vn.minhbach.core.assess.evidence.Evidence;

/** A file beside the head of its form, as both were read. */
public record HeldFile(Head head, Evidence file) {}
