/** PDF from XHTML by openhtmltopdf, with DejaVu embedded: it has every Vietnamese letter. */
package vn.minhbach.adapter.openhtmltopdf;
