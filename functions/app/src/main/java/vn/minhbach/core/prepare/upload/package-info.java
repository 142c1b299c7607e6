/**
 * Files of the office that are too large for a request: a workbook, a list of all figures. They go
 * to quarantine by a presigned PUT and are read once, in place of a body. No record is kept.
 */
package vn.minhbach.core.prepare.upload;
