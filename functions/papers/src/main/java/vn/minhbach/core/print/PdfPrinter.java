package vn.minhbach.core.print;

/** Port: prints a page. */
public interface PdfPrinter {

  /** The page as a PDF of A4 sheets, with its fonts embedded. */
  byte[] print(String xhtml);
}
