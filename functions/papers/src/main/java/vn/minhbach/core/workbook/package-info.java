/**
 * Workbooks (<i>bảng tính</i>) as plain values, and what they say in the words of the other
 * capabilities: criteria, sources, units. Nothing here knows a file format.
 */
package vn.minhbach.core.workbook;
