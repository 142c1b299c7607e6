/**
 * The campaign (<i>đợt đánh giá</i>): its plan, calendar and stages, and which version of units and
 * criteria it judges by.
 */
package vn.minhbach.core.prepare.campaign;
