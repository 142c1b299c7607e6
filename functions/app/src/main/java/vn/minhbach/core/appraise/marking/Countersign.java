package vn.minhbach.core.appraise.marking;

import java.time.Instant;

/**
 * A second signature under a reading.
 *
 * @param worth what it signs; it stands for nothing else
 */
public record Countersign(Hand by, Worth worth, Instant at) {}
