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

  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private record Face(String file, String family, int weight, FontStyle style) {}

  private static final List<Face> FACES =
      List.of(
          new Face("DejaVuSerif.ttf", "DejaVu Serif", NORMAL, FontStyle.NORMAL),
          new Face("DejaVuSerif-Bold.ttf", "DejaVu Serif", BOLD, FontStyle.NORMAL),
          new Face("DejaVuSerif-Italic.ttf", "DejaVu Serif", NORMAL, FontStyle.ITALIC),
          new Face("DejaVuSerif-BoldItalic.ttf", "DejaVu Serif", BOLD, FontStyle.ITALIC),
          new Face("DejaVuSansMono-Bold.ttf", "DejaVu Sans Mono", BOLD, FontStyle.NORMAL));

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
    InputStream font = HtmlPrinter.class.getResourceAsStream(FONTS + face.file());
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
