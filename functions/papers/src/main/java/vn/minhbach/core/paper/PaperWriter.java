package vn.minhbach.core.paper;

/** Port: a paper as a file that clerks edit. */
public interface PaperWriter {

  /** The paper as DOCX of A4 sheets. */
  byte[] write(Paper paper);
}
