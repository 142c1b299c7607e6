package vn.minhbach.adapter.poi;

import java.math.BigInteger;
import java.text.Normalizer;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** Paragraphs and runs of a paper. Lengths are twentieths of a point. */
final class DocxText {

  static final int PLAIN = 0;
  static final int BOLD = 1;
  static final int ITALIC = 2;
  static final int BOLD_ITALIC = BOLD | ITALIC;

  /** Indent of a paragraph's first line: 1.27 cm. */
  static final int FIRST_LINE = 720;

  /** Length of the rule under the motto, which is that of the motto. */
  static final int MOTTO = 3300;

  static final int ADDRESSEES = 1440;

  private static final int AFTER = 120;
  private static final int SINGLE = 240;
  private static final int RULE = 6;
  private static final int THIN = 40;

  private DocxText() {}

  /** Adds text to a paragraph; a line end in it stays one. */
  static void write(CTP line, String text, int style, int size) {
    CTR run = style(line.addNewR(), style, size);
    String[] lines = Normalizer.normalize(text, Normalizer.Form.NFC).split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addNewBr();
      }
      CTText piece = run.addNewT();
      piece.setStringValue(lines[i]);
      piece.setSpace(SpaceAttribute.Space.PRESERVE);
    }
  }

  static CTR style(CTR run, int style, int size) {
    CTRPr properties = run.addNewRPr();
    if ((style & BOLD) != 0) {
      properties.addNewB();
    }
    if ((style & ITALIC) != 0) {
      properties.addNewI();
    }
    properties.addNewSz().setVal(BigInteger.valueOf(2L * size));
    properties.addNewSzCs().setVal(BigInteger.valueOf(2L * size));
    return run;
  }

  /** Justified, its first line indented. */
  static void block(CTP line, int style, String text, int size) {
    space(line);
    CTPPr properties = of(line);
    CTInd indent = properties.addNewInd();
    indent.setFirstLine(BigInteger.valueOf(FIRST_LINE));
    properties.addNewJc().setVal(STJc.BOTH);
    write(line, text, style, size);
  }

  /** 6 pt to the next paragraph, single lines. */
  static void space(CTP line) {
    CTSpacing spacing = of(line).addNewSpacing();
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.valueOf(AFTER));
    spacing.setLine(BigInteger.valueOf(SINGLE));
    spacing.setLineRule(STLineSpacingRule.AUTO);
  }

  static void align(CTP line, STJc.Enum where) {
    of(line).addNewJc().setVal(where);
  }

  static void indent(CTP line, int left) {
    of(line).addNewInd().setLeft(BigInteger.valueOf(left));
  }

  /** A rule in the middle of a width: the upper border of a thin line between two indents. */
  static void rule(CTP line, int width, int length) {
    CTPPr properties = of(line);
    CTBorder border = properties.addNewPBdr().addNewTop();
    border.setVal(STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(RULE));
    border.setSpace(BigInteger.ONE);
    CTSpacing spacing = properties.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(THIN));
    spacing.setAfter(BigInteger.valueOf(THIN));
    CTInd indent = properties.addNewInd();
    BigInteger side = BigInteger.valueOf((width - length) / 2);
    indent.setLeft(side);
    indent.setRight(side);
    write(line, "", PLAIN, 2);
  }

  private static CTPPr of(CTP line) {
    return line.isSetPPr() ? line.getPPr() : line.addNewPPr();
  }
}
