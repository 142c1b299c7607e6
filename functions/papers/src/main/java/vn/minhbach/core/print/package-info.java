/**
 * Papers to be signed by hand: the form as its unit's head gets it to read. A page is XHTML, so
 * that a browser shows it and a PDF is made of it.
 */
package vn.minhbach.core.print;
