/**
 * The submission (<i>phiếu tự đánh giá</i>) of one unit in one campaign: its head, answers and
 * evidence, and every use that changes them.
 *
 * <p>Each use reads, decides on what it read, and commits on condition that the head is unchanged;
 * when it is not, it reads and decides anew ({@link vn.minhbach.core.Attempts}).
 */
package vn.minhbach.core.assess.submission;
