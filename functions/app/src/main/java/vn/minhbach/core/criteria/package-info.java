/**
 * A criteria set (<i>bộ tiêu chí</i>): groups, criteria and the rule by which each is scored. Rules
 * are data that a campaign imports, never code.
 */
package vn.minhbach.core.criteria;
