/**
 * From scores to a published ranking (<i>công bố</i>, plan IV.3): drafts while forms come in, then
 * report, approval and publication of one frozen result.
 */
package vn.minhbach.core.publish.publication;
