/**
 * What the PAR index takes from a result (<i>Chỉ số cải cách hành chính</i>, plan V.1, V.2): the
 * owner of that index, the home department, maps its criteria to ours and reads what departments
 * and districts came to. Communes have no place in it.
 *
 * <h2>States</h2>
 *
 * A mapping has versions, 1, 2, …; none is ever changed. A feed has no state: it is computed from
 * an approved result, whose tables are frozen, and a version of the mapping, and the same two give
 * the same feed for ever.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>No feed before the result is approved; from then on without waiting for its publication.
 *   <li>Each value tells whence it is: campaign, issue, version of the tables, version of the
 *       criteria, check code, and which of our figures it was made from.
 *   <li>A share is rounded once, to two places; of the index it is the printed one.
 *   <li>What has no value is not nought: its cause stands in its place.
 *   <li>Our result never depends on a mapping.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code par} maps “6.1” of districts to our criterion {@code II.12} with 1.50 points. Uông Bí
 * reached 4.80 of 8.00: 1.50 × 4.80 / 8.00 = 0.90. After a correction the second issue has 6.40 and
 * 1.20, and {@code ?since=1} lists just that line.
 */
package vn.minhbach.core.publish.feed;
