package vn.minhbach.adapter.openhtmltopdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
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
    FACES.forEach(face ->
        builder.useFont(() -> font(face), face.family(), face.weight(), face.style(), true));
    builder.withHtmlContent(xhtml, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException unprintable) {
      throw new UncheckedIOException(unprintable);
    }
    return out.toByteArray();
  }

  private static InputStream font(Face face) {
    InputStream font = HtmlPrinter.class.getResourceAsStream(face.file());
    if (font == null) {
      throw new IllegalStateException("no font " + face.file());
    }
    return font;
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
