package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Counts the files that lie in a document: those that it lists (ISO 32000-1, 7.11.4), and those
 * pinned to a page, each once.
 */
final class Attachments {

  private static final COSName FILE = COSName.getPDFName("FS");

  private final Bounds bounds;
  private final Set<COSBase> files = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Attachments(Bounds bounds) {
    this.bounds = bounds;
  }

  static int count(PDDocument document, Bounds bounds) throws IOException {
    var attachments = new Attachments(bounds);
    COSDictionary names =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.NAMES);
    if (names != null) {
      attachments.listed(names.getCOSDictionary(COSName.EMBEDDED_FILES));
    }
    int pages = 0;
    for (PDPage page : document.getPages()) {
      bounds.checkTime();
      if (++pages > Bounds.PAGES_MAX) {
        break;
      }
      attachments.pinned(page.getCOSObject().getCOSArray(COSName.ANNOTS));
    }
    return attachments.files.size();
  }

  // A tree that may be a ring.
  private void listed(COSDictionary root) {
    Deque<COSDictionary> open = new ArrayDeque<>();
    if (root != null) {
      open.add(root);
    }
    while (!open.isEmpty() && seen.size() < Bounds.NODES_MAX) {
      bounds.checkTime();
      COSDictionary node = open.remove();
      if (!seen.add(node)) {
        continue;
      }
      COSArray pairs = node.getCOSArray(COSName.NAMES);
      for (int i = 1;
          pairs != null && i < pairs.size() && files.size() < Bounds.NODES_MAX;
          i += 2) {
        if (pairs.getObject(i) instanceof COSDictionary file) {
          files.add(file);
        }
      }
      COSArray kids = node.getCOSArray(COSName.KIDS);
      for (int i = 0; kids != null && i < kids.size() && i < Bounds.NODES_MAX; i++) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          open.add(kid);
        }
      }
    }
  }

  private void pinned(COSArray notes) {
    for (int i = 0; notes != null && i < notes.size() && i < Bounds.NODES_MAX; i++) {
      if (notes.getObject(i) instanceof COSDictionary note
          && COSName.getPDFName("FileAttachment").equals(note.getCOSName(COSName.SUBTYPE))
          && note.getCOSDictionary(FILE) != null) {
        files.add(note.getCOSDictionary(FILE));
      }
    }
  }
}
