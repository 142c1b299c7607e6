package vn.minhbach.adapter.poi;

import static vn.minhbach.adapter.poi.DocxText.BOLD;
import static vn.minhbach.adapter.poi.DocxText.BOLD_ITALIC;
import static vn.minhbach.adapter.poi.DocxText.ITALIC;
import static vn.minhbach.adapter.poi.DocxText.PLAIN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.minhbach.core.paper.Paper;
import vn.minhbach.core.paper.PaperWriter;
import vn.minhbach.core.paper.Signature;

/**
 * {@link PaperWriter} by POI: sizes, faces and places of decree 30/2020/NĐ-CP, annex I. Margins:
 * top and bottom 20 mm, left 30, right 15.
 */
public final class DocxWriter implements PaperWriter {

  private static final String FACE = "Times New Roman";

  // Twentieths of a point; a millimetre is 56.69 of them, rounded up so that no margin is too
  // small.
  private static final int SHORT_SIDE = 11906;
  private static final int LONG_SIDE = 16838;
  private static final int TOP = 1134;
  private static final int LEFT = 1701;
  private static final int RIGHT = 851;
  private static final int HEADER = 567;
  private static final int WIDTH = SHORT_SIDE - LEFT - RIGHT;
  private static final int WIDE = LONG_SIDE - LEFT - RIGHT;

  /** Points: the text, what stands on top in capitals, and the list of recipients. */
  private static final int TEXT = 14;

  private static final int TABLE = 13;
  private static final int TOP_LINE = 12;
  private static final int RECIPIENTS = 11;

  private static final int AGENCY_COLUMN = 41;
  private static final int STATE_COLUMN = 59;
  private static final int HALF = 50;
  private static final int SPACE_TO_SIGN = 4;

  /** Stateless. */
  public DocxWriter() {}

  @Override
  public byte[] write(Paper paper) {
    try (var document = new XWPFDocument();
        var out = new ByteArrayOutputStream()) {
      faces(document);
      CTBody body = document.getDocument().getBody();
      CTSectPr sheet = sheet(document, paper.wide());
      var drawing = new Drawing(body, sheet, paper.wide() ? WIDE : WIDTH);
      paper.parts().forEach(drawing::part);
      document.getProperties().getCoreProperties().setCreator("minhbach");
      document.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void faces(XWPFDocument document) {
    CTStyles styles = CTStyles.Factory.newInstance();
    CTRPr run = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
    CTFonts fonts = run.addNewRFonts();
    fonts.setAscii(FACE);
    fonts.setHAnsi(FACE);
    fonts.setCs(FACE);
    fonts.setEastAsia(FACE);
    run.addNewSz().setVal(BigInteger.valueOf(2L * TEXT));
    run.addNewSzCs().setVal(BigInteger.valueOf(2L * TEXT));
    run.addNewLang().setVal("vi-VN");
    document.createStyles().setStyles(styles);
  }

  // The number of a page stands in the middle of its top margin, and not on the first.
  private static CTSectPr sheet(XWPFDocument document, boolean wide) {
    CTP number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph().getCTP();
    DocxText.align(number, STJc.CENTER);
    var field = number.addNewFldSimple();
    field.setInstr(" PAGE ");
    DocxText.style(field.addNewR(), PLAIN, TABLE).addNewT().setStringValue("2");

    CTSectPr sheet = document.getDocument().getBody().getSectPr();
    CTPageSz size = sheet.addNewPgSz();
    size.setW(BigInteger.valueOf(wide ? LONG_SIDE : SHORT_SIDE));
    size.setH(BigInteger.valueOf(wide ? SHORT_SIDE : LONG_SIDE));
    if (wide) {
      size.setOrient(STPageOrientation.LANDSCAPE);
    }
    CTPageMar margins = sheet.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(TOP));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setHeader(BigInteger.valueOf(HEADER));
    margins.setFooter(BigInteger.valueOf(HEADER));
    margins.setGutter(BigInteger.ZERO);
    sheet.addNewPgNumType().setStart(BigInteger.ONE);
    sheet.addNewTitlePg();
    return sheet;
  }

  /** Draws one part below the other. */
  private record Drawing(CTBody body, CTSectPr sheet, int width) {

    void part(Paper.Part part) {
      switch (part) {
        case Paper.Letterhead head -> letterhead(head);
        case Paper.Title title -> title(title);
        case Paper.Addressees to -> addressees(to);
        case Paper.Paragraph text -> paragraph(text);
        case Paper.Grid grid -> new DocxGrid(body, width, TABLE).draw(grid);
        case Paper.Ending ending -> ending(ending);
        case Paper.Signatures places -> signatures(places);
        case Paper.NewSheet _ -> newSheet();
      }
    }

    private void letterhead(Paper.Letterhead head) {
      var table = DocxTable.plain(body, width, List.of(AGENCY_COLUMN, STATE_COLUMN));
      List<CTTc> cells = table.row();
      CTTc left = cells.get(0);
      head.above().ifPresent(above -> centred(left, upper(above), PLAIN, TOP_LINE));
      centred(left, upper(head.agency()), BOLD, TOP_LINE);
      DocxText.rule(left.addNewP(), table.width(0), table.width(0) / 3);
      CTTc right = cells.get(1);
      centred(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, TOP_LINE);
      centred(right, "Độc lập - Tự do - Hạnh phúc", BOLD, TABLE);
      DocxText.rule(right.addNewP(), table.width(1), DocxText.MOTTO);
      centred(left, head.number(), PLAIN, TABLE);
      head.about().ifPresent(about -> centred(left, "V/v " + about, PLAIN, TOP_LINE));
      centred(right, head.placeAndDate(), ITALIC, TABLE);
      gap();
    }

    private void title(Paper.Title title) {
      centred(title.kind(), BOLD);
      centred(title.about(), BOLD);
      if (title.note().isPresent()) {
        centred(title.note().get(), ITALIC);
      } else {
        DocxText.rule(body.addNewP(), width, width / 5);
      }
      gap();
    }

    private void addressees(Paper.Addressees to) {
      if (to.names().size() == 1) {
        CTP line = body.addNewP();
        DocxText.align(line, STJc.CENTER);
        DocxText.write(line, "Kính gửi: " + to.names().getFirst(), PLAIN, TEXT);
      } else {
        CTP line = body.addNewP();
        DocxText.indent(line, DocxText.ADDRESSEES);
        DocxText.write(line, "Kính gửi:", PLAIN, TEXT);
        for (int i = 0; i < to.names().size(); i++) {
          CTP name = body.addNewP();
          DocxText.indent(name, DocxText.ADDRESSEES + DocxText.FIRST_LINE);
          String end = i + 1 < to.names().size() ? ";" : ".";
          DocxText.write(name, "- " + to.names().get(i) + end, PLAIN, TEXT);
        }
      }
      gap();
    }

    private void paragraph(Paper.Paragraph text) {
      CTP line = body.addNewP();
      switch (text.style()) {
        case TEXT -> DocxText.block(line, PLAIN, text.text(), TEXT);
        case ARTICLE -> {
          int number = text.text().indexOf(". ") + 1;
          DocxText.block(line, BOLD, text.text().substring(0, number), TEXT);
          DocxText.write(line, text.text().substring(number), PLAIN, TEXT);
        }
        case BASIS -> DocxText.block(line, ITALIC, text.text(), TEXT);
        case HEAD -> {
          DocxText.block(line, BOLD, text.text(), TEXT);
          line.getPPr().addNewKeepNext();
        }
        case MIDDLE -> {
          DocxText.align(line, STJc.CENTER);
          DocxText.space(line);
          DocxText.write(line, text.text(), BOLD, TEXT);
        }
      }
    }

    private void ending(Paper.Ending ending) {
      gap();
      List<CTTc> cells = DocxTable.plain(body, width, List.of(HALF, HALF)).row();
      CTTc left = cells.get(0);
      DocxText.write(left.addNewP(), "Nơi nhận:", BOLD_ITALIC, TOP_LINE);
      ending
          .recipients()
          .forEach(name -> DocxText.write(left.addNewP(), "- " + name + ";", PLAIN, RECIPIENTS));
      DocxText.write(left.addNewP(), "- Lưu: " + ending.kept() + ".", PLAIN, RECIPIENTS);
      signature(cells.get(1), ending.signature());
      closed();
    }

    private void signatures(Paper.Signatures places) {
      gap();
      var table = DocxTable.plain(body, width, List.of(HALF, HALF));
      for (int i = 0; i < places.places().size(); i += 2) {
        List<CTTc> cells = table.row();
        signature(cells.get(0), Optional.of(places.places().get(i)));
        signature(
            cells.get(1),
            i + 1 < places.places().size()
                ? Optional.of(places.places().get(i + 1))
                : Optional.empty());
      }
      closed();
    }

    private static void signature(CTTc cell, Optional<Signature> signature) {
      if (signature.isEmpty()) {
        cell.addNewP();
        return;
      }
      signature.get().lines().forEach(line -> centred(cell, line, BOLD, TEXT));
      for (int i = 0; i < SPACE_TO_SIGN; i++) {
        centred(cell, "", PLAIN, TEXT);
      }
      centred(cell, signature.get().name().orElse(""), BOLD, TEXT);
    }

    // Each annex counts its pages from 1 (decree 30/2020/NĐ-CP, annex I, III.1).
    private void newSheet() {
      body.addNewP().addNewPPr().setSectPr((CTSectPr) sheet.copy());
    }

    private void centred(String text, int style) {
      CTP line = body.addNewP();
      DocxText.align(line, STJc.CENTER);
      DocxText.write(line, text, style, TEXT);
    }

    private static void centred(CTTc cell, String text, int style, int size) {
      CTP line = cell.addNewP();
      DocxText.align(line, STJc.CENTER);
      DocxText.write(line, text, style, size);
    }

    private void gap() {
      DocxText.write(body.addNewP(), "", PLAIN, TABLE);
    }

    // A table must not be the last of a document.
    private void closed() {
      DocxText.write(body.addNewP(), "", PLAIN, 1);
    }

    private static String upper(String text) {
      return text.toUpperCase(Locale.forLanguageTag("vi"));
    }
  }
}
