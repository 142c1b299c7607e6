/**
 * The kernel: what every capability shares. Pure Java; depends on no capability.
 *
 * <p>A refusal is a value ({@link vn.minhbach.core.Outcome}); an exception is a bug or an outage.
 */
package vn.minhbach.core;
