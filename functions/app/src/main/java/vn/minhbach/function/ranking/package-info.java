/** Routes of results: what the public reads, and the drafts that it does not. */
package vn.minhbach.function.ranking;
