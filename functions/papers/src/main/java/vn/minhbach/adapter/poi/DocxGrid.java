package vn.minhbach.adapter.poi;

import java.util.List;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import vn.minhbach.core.paper.Paper.Align;
import vn.minhbach.core.paper.Paper.Column;
import vn.minhbach.core.paper.Paper.Grid;

/** The tables of a paper: each with its head on every page. */
record DocxGrid(CTBody body, int width, int size) {

  void draw(Grid grid) {
    DocxTable table =
        DocxTable.lined(body, width, grid.columns().stream().map(Column::weight).toList());
    List<CTTc> heads = table.head();
    for (int i = 0; i < heads.size(); i++) {
      write(heads.get(i), grid.columns().get(i).head(), DocxText.BOLD, Align.MIDDLE);
    }
    for (List<String> row : grid.rows()) {
      List<CTTc> cells = table.row();
      for (int i = 0; i < cells.size(); i++) {
        write(cells.get(i), row.get(i), DocxText.PLAIN, grid.columns().get(i).align());
      }
    }
    // What follows must not stick to the table.
    DocxText.write(body.addNewP(), "", DocxText.PLAIN, size);
  }

  private void write(CTTc cell, String text, int style, Align align) {
    CTP line = cell.addNewP();
    DocxText.align(
        line,
        switch (align) {
          case LEFT -> STJc.LEFT;
          case MIDDLE -> STJc.CENTER;
          case RIGHT -> STJc.RIGHT;
        });
    DocxText.write(line, text, style, size);
  }
}
