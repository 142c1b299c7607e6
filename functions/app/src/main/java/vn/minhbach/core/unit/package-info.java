/**
 * The assessed units (<i>đơn vị được đánh giá</i>) of a campaign; they belong to it, not for ever.
 */
package vn.minhbach.core.unit;
