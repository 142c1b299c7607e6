/**
 * What a PDF says of itself: pages, text and stamps by PDFBox, signatures by Bouncy Castle's CMS
 * over Java's own algorithms. Files of strangers, so everything has a bound, see {@link
 * vn.minhbach.adapter.pdfbox.Bounds}. Nothing of a file's text goes into a log.
 */
package vn.minhbach.adapter.pdfbox;
