/**
 * PDF from XHTML by openhtmltopdf, with its fonts embedded: Liberation Serif for the text, DejaVu
 * for signs.
 */
package vn.minhbach.adapter.openhtmltopdf;
