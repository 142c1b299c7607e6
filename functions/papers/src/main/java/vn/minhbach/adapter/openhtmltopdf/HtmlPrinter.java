package vn.minhbach.adapter.openhtmltopdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.minhbach.core.print.PdfPrinter;

/** {@link PdfPrinter} without any font of the machine, and without a way to other files. */
public final class HtmlPrinter implements PdfPrinter {

  /** The face of an official document: Times' metrics, see decree 30/2020/NĐ-CP, annex I. */
  private static final String TEXT = "/liberation/";

  /** Asked for what the former lacks, letter by letter. */
  private static final String SIGNS = "/net/sf/jasperreports/fonts/dejavu/";

  private static final String SERIF = "Liberation Serif";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private record Face(String file, String family, int weight, FontStyle style) {}

  private static final List<Face> FACES =
      List.of(
          new Face(TEXT + "LiberationSerif-Regular.ttf", SERIF, NORMAL, FontStyle.NORMAL),
          new Face(TEXT + "LiberationSerif-Bold.ttf", SERIF, BOLD, FontStyle.NORMAL),
          new Face(TEXT + "LiberationSerif-Italic.ttf", SERIF, NORMAL, FontStyle.ITALIC),
          new Face(TEXT + "LiberationSerif-BoldItalic.ttf", SERIF, BOLD, FontStyle.ITALIC),
          new Face(SIGNS + "DejaVuSerif.ttf", "DejaVu Serif", NORMAL, FontStyle.NORMAL),
          new Face(SIGNS + "DejaVuSans.ttf", "DejaVu Sans", NORMAL, FontStyle.NORMAL),
          new Face(SIGNS + "DejaVuSansMono-Bold.ttf", "DejaVu Sans Mono", BOLD, FontStyle.NORMAL));

  /** Made once; each print is its own. */
  public HtmlPrinter() {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  @Override
  public byte[] print(String xhtml) {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useHttpStreamImplementation(uri -> new Nothing());
    builder.useUriResolver((base, uri) -> null);
    // Marks that stand apart, as some systems write Vietnamese, have no substitution any more.
    builder.withHtmlContent(Normalizer.normalize(xhtml, Normalizer.Form.NFC), null);
    builder.toStream(out);
    try (var document = new PDDocument()) {
      builder.usePDDocument(document);
      for (Face face : FACES) {
        builder.useFont(
            new Embedded(document, face), face.family(), face.weight(), face.style(), true);
      }
      builder.run();
    } catch (IOException unprintable) {
      throw new UncheckedIOException(unprintable);
    }
    return out.toByteArray();
  }

  /**
   * A face in one document, read once it is asked for. Without its substitutions (ligatures such as
   * fi): PDFBox compiles their rules anew for every piece of text, two thirds of a print.
   */
  private static final class Embedded extends PDFontSupplier {

    private final PDDocument document;
    private final Face face;

    Embedded(PDDocument document, Face face) {
      super(null);
      this.document = document;
      this.face = face;
    }

    @Override
    public PDFont supply() {
      try (InputStream file = HtmlPrinter.class.getResourceAsStream(face.file())) {
        if (file == null) {
          throw new IllegalStateException("no font " + face.file());
        }
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** What a page that asks for another file gets. */
  private static final class Nothing implements FSStream {

    @Override
    public InputStream getStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public Reader getReader() {
      return Reader.nullReader();
    }
  }
}
