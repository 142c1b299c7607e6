/**
 * Routes of workbooks and documents: reads the table and renders, or turns a workbook into what the
 * ordinary routes take. Writes no figure anywhere.
 */
package vn.minhbach.function.papers;
