package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.minhbach.core.assess.evidence.FileFacts.Layer;
import vn.minhbach.core.assess.evidence.SecretStamp;

/**
 * Goes through the first pages and notes of each whether it has letters or a picture, and on the
 * very first ones whether a line is a stamp. Keeps no text beyond the line in hand.
 */
final class Pages extends PDFTextStripper {

  /** Words further apart than so many times their height are of two columns, and two lines. */
  private static final float COLUMN_GAP = 1.5f;

  private static final Set<String> DEFLATED = Set.of("FlateDecode", "Fl");

  /** These make text of bytes, and are no larger when they are undone. */
  private static final Set<String> PLAIN = Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");

  /** What LZW or run lengths unfold to at most, by the byte. */
  private static final long OTHER_RATIO = 1_400;

  private final Bounds bounds;
  private long unfolded;
  private int letters;
  private boolean text;
  private boolean picture;
  private int read;
  private int withText;
  private int scanned;
  private Optional<SecretStamp> stamp = Optional.empty();
  private final StringBuilder line = new StringBuilder();
  private float lineEnd;

  Pages(Bounds bounds) {
    this.bounds = bounds;
    setEndPage(Bounds.PAGES_MAX);
    setSuppressDuplicateOverlappingText(false);
  }

  /** Looks at the pages; what was seen of them before the time was up stays. */
  void look(PDDocument document) throws IOException {
    try {
      writeText(document, Writer.nullWriter());
      // The last ones may be blank: nobody was asked to process those.
      read = Math.min(Bounds.PAGES_MAX, document.getNumberOfPages());
    } catch (Bounds.TooSlow late) {
      if (read < Math.min(Bounds.STAMP_PAGES, document.getNumberOfPages())) {
        throw late;
      }
    }
  }

  int read() {
    return read;
  }

  Optional<SecretStamp> stamp() {
    return stamp;
  }

  Optional<Layer> layer() {
    if (read == 0) {
      return Optional.empty();
    }
    if (withText > 0) {
      return Optional.of(scanned > 0 ? Layer.MIXED : Layer.TEXT);
    }
    return Optional.of(scanned > 0 ? Layer.SCAN : Layer.NEITHER);
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    bounds.checkTime();
    if (getCurrentPageNo() > Bounds.PAGES_MAX) {
      return;
    }
    unfolded = 0;
    letters = 0;
    text = false;
    picture = false;
    for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
      measure(parts.next().getCOSObject());
    }
    super.processPage(page);
    endLine();
    read = getCurrentPageNo();
    withText += text ? 1 : 0;
    scanned += picture && !text ? 1 : 0;
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    measure(form.getCOSObject());
    super.showForm(form);
  }

  // PDFBox unfolds the contents of a page into memory before it looks at them.
  private void measure(COSStream part) throws IOException {
    List<String> filters = filters(part.getFilters());
    boolean deflated =
        !filters.isEmpty()
            && DEFLATED.contains(filters.getLast())
            && PLAIN.containsAll(filters.subList(0, filters.size() - 1));
    if (deflated) {
      try (InputStream packed = new PDStream(part).createInputStream(List.copyOf(DEFLATED));
          InputStream in = new InflaterInputStream(packed)) {
        count(in);
      } catch (IOException damaged) {
        // So much came out of it; PDFBox will say what it thinks of the rest.
        bounds.checkTime();
      }
    } else {
      unfolded += part.getLength() * (PLAIN.containsAll(filters) ? 1 : OTHER_RATIO);
    }
    if (unfolded > Bounds.PAGE_BYTES_MAX) {
      throw new Bounds.TooLarge();
    }
  }

  private void count(InputStream in) throws IOException {
    byte[] block = new byte[8_192];
    for (int length = in.read(block); length >= 0; length = in.read(block)) {
      unfolded += length;
      if (unfolded > Bounds.PAGE_BYTES_MAX) {
        return;
      }
    }
  }

  private static List<String> filters(COSBase named) {
    return switch (named) {
      case COSName one -> List.of(one.getName());
      case COSArray several ->
          several.toList().stream()
              .map(name -> name instanceof COSName one ? one.getName() : "")
              .toList();
      case null, default -> List.of();
    };
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    bounds.checkTime();
    switch (operator.getName()) {
      case "BI" -> picture = true;
      case "Do" -> {
        PDResources resources = getResources();
        picture |=
            resources != null
                && !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && resources.isImageXObject(name);
      }
      default -> {}
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    text |= !letter.getUnicode().isBlank();
    if (++letters <= Bounds.LETTERS_MAX && getCurrentPageNo() <= Bounds.STAMP_PAGES) {
      super.processTextPosition(letter);
    }
  }

  @Override
  protected void writeString(String word, List<TextPosition> letters) {
    if (letters.isEmpty()) {
      return;
    }
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    float gap = first.getXDirAdj() - lineEnd;
    if (!line.isEmpty() && (gap < 0 || gap > COLUMN_GAP * first.getHeightDir() + 2)) {
      endLine();
    }
    line.append(word).append(' ');
    lineEnd = last.getXDirAdj() + last.getWidthDirAdj();
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  private void endLine() {
    SecretStamp.on(line.toString())
        .filter(found -> stamp.filter(known -> known.compareTo(found) >= 0).isEmpty())
        .ifPresent(found -> stamp = Optional.of(found));
    line.setLength(0);
  }
}
