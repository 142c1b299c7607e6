package vn.minhbach.adapter.poi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.workbook.Book;

/** Reads the workbooks named as arguments and says of each what came of it. */
final class SmallHeap {

  private SmallHeap() {}

  public static void main(String... files) throws IOException {
    for (String file : files) {
      Outcome<Book> outcome = new XlsxReader().read(Files.readAllBytes(Path.of(file)));
      System.out.println(
          outcome.<String>fold(refusal -> refusal.problem().toString(), book -> "READ"));
    }
  }
}
