package vn.minhbach.adapter.poi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of fixed columns. Lengths are twentieths of a point. */
final class DocxTable {

  private static final int LINE = 4;
  private static final int PADDING = 57;

  private final CTTbl table;
  private final List<Integer> widths;

  private DocxTable(CTTbl table, List<Integer> widths) {
    this.table = table;
    this.widths = widths;
  }

  /** Without lines, for what stands side by side. */
  static DocxTable plain(CTBody body, int width, List<Integer> weights) {
    return of(body, width, weights, false);
  }

  /** With lines around every cell. */
  static DocxTable lined(CTBody body, int width, List<Integer> weights) {
    return of(body, width, weights, true);
  }

  private static DocxTable of(CTBody body, int width, List<Integer> weights, boolean lines) {
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    List<Integer> widths = weights.stream().map(weight -> width * weight / all).toList();
    CTTbl table = body.addNewTbl();
    CTTblPr properties = table.addNewTblPr();
    wide(properties.addNewTblW(), widths.stream().mapToInt(Integer::intValue).sum());
    if (lines) {
      lines(properties.addNewTblBorders());
    }
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblCellMar margins = properties.addNewTblCellMar();
    wide(margins.addNewLeft(), lines ? PADDING : 0);
    wide(margins.addNewRight(), lines ? PADDING : 0);
    CTTblGrid grid = table.addNewTblGrid();
    widths.forEach(one -> grid.addNewGridCol().setW(BigInteger.valueOf(one)));
    return new DocxTable(table, widths);
  }

  int width(int column) {
    return widths.get(column);
  }

  /** A row that no page end cuts; its cells are empty, and each wants a paragraph. */
  List<CTTc> row() {
    return cells(table.addNewTr());
  }

  /** The row that stands on top of every page. */
  List<CTTc> head() {
    CTRow row = table.addNewTr();
    List<CTTc> cells = cells(row);
    row.getTrPr().addNewTblHeader();
    return cells;
  }

  private List<CTTc> cells(CTRow row) {
    row.addNewTrPr().addNewCantSplit();
    var cells = new ArrayList<CTTc>(widths.size());
    for (int width : widths) {
      CTTc cell = row.addNewTc();
      wide(cell.addNewTcPr().addNewTcW(), width);
      cells.add(cell);
    }
    return cells;
  }

  private static void wide(CTTblWidth width, int value) {
    width.setType(STTblWidth.DXA);
    width.setW(BigInteger.valueOf(value));
  }

  private static void lines(CTTblBorders borders) {
    for (CTBorder border :
        List.of(
            borders.addNewTop(),
            borders.addNewLeft(),
            borders.addNewBottom(),
            borders.addNewRight(),
            borders.addNewInsideH(),
            borders.addNewInsideV())) {
      border.setVal(STBorder.SINGLE);
      border.setSz(BigInteger.valueOf(LINE));
    }
  }
}
