/**
 * Ranks by the printed index. Nothing that readers cannot see decides rank, tie or level
 * (domain/README.md section 4).
 */
package vn.minhbach.core.publish.ranking;
