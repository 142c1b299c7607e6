/**
 * From declared inputs to points, from points to the index and the level: pure functions, exact,
 * each number rounded once (domain/README.md section 4).
 */
package vn.minhbach.core.scoring;
