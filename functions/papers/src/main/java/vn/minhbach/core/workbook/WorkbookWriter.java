package vn.minhbach.core.workbook;

import java.util.List;

/** Port: makes a workbook that a person can edit and {@link WorkbookReader} can read. */
public interface WorkbookWriter {

  /** The file's bytes. */
  byte[] write(List<Page> pages);
}
