/**
 * The buckets. Quarantine takes uploads from outside, each once and exactly as declared; evidence
 * keeps what was verified and scanned clean.
 *
 * <p>A missing object answers 404 only to who may list its bucket (else 403), so the functions that
 * inspect and promote need {@code s3:ListBucket} on both.
 */
package vn.minhbach.adapter.s3;
