package vn.minhbach.core.workbook;

/** Port: makes the workbook of a form. */
public interface FormBookWriter {

  /** The file's bytes. */
  byte[] write(FormBook book);
}
