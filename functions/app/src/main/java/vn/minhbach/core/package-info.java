/**
 * The kernel: what every capability shares. Pure Java; depends on no capability.
 *
 * <p>A refusal is a value ({@link vn.minhbach.core.Outcome}); an exception is a bug or an outage.
 * What can be refused stands in the catalogue of the room that raises it, a class of {@link
 * vn.minhbach.core.Problem} constants; here only what is wrong with any text, body or list ({@link
 * vn.minhbach.core.InputProblem}) and with any write ({@link vn.minhbach.core.WriteProblem}).
 */
package vn.minhbach.core;
