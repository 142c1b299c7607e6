/** Routes of what anyone recomputes a result from: the bundle, checkpoints, proofs. */
package vn.minhbach.function.bundle;
