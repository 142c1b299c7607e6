/**
 * Evidence (<i>tài liệu minh chứng</i>): what was granted, what arrived, what was scanned, and the
 * vault that keeps it.
 */
package vn.minhbach.core.assess.evidence;
