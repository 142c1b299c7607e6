package vn.minhbach.core.source;

import java.time.Instant;
import java.util.Optional;

/**
 * One import of a source.
 *
 * @param by name of the person who took the figures from the system; kept here alone, where it can
 *     be erased
 * @param importedBy opaque id of the account that imported them
 * @param sha256 hex, of the file as sent
 * @param figures how many there are
 * @param units of how many units
 * @param previous version that this one came in place of; empty for a source's first
 */
public record Extraction(
    Provenance provenance,
    String by,
    Instant importedAt,
    String importedBy,
    String sha256,
    int figures,
    int units,
    Optional<Long> previous) {}
