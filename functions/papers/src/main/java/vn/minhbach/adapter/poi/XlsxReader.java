package vn.minhbach.adapter.poi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.workbook.Book;
import vn.minhbach.core.workbook.WorkbookProblem;
import vn.minhbach.core.workbook.WorkbookReader;

/**
 * Reads .xlsx. First the bytes say what it is, then {@link Archive} measures it, and only then POI
 * finds its way through the parts; cells are read as a stream, against {@link Limits}. Whatever the
 * file holds, memory stays within some tens of megabytes.
 */
public final class XlsxReader implements WorkbookReader {

  /** What POI reads as a whole tree: lists of parts and of their relations. */
  private static final long TREE_MAX = 1L << 20;

  private static final int SHEETS_MAX = 60;

  private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

  private final XmlParts xml = new XmlParts();

  @Override
  public Outcome<Book> read(byte[] file) {
    try {
      Archive archive = archive(file);
      return Outcome.accepted(book(archive));
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.refusal());
    }
  }

  private static Archive archive(byte[] file) throws Unreadable {
    String start = new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1);
    if (!start.startsWith("PK\3\4")) {
      throw other(start, file);
    }
    Archive archive = Archive.of(file);
    if (archive.has(name -> name.startsWith("index/") && name.endsWith(".iwa"))) {
      throw notXlsx("tệp Numbers hoặc Pages của Apple", "a file of Apple Numbers or Pages");
    }
    if (archive.has(name -> name.equals("mimetype"))) {
      throw notXlsx("tệp OpenDocument, như .ods", "an OpenDocument file, as .ods");
    }
    if (archive.has(name -> name.equals("xl/workbook.bin"))) {
      throw notXlsx("bảng tính nhị phân .xlsb", "a binary workbook .xlsb");
    }
    // MS-OFFMACRO 2.2: the project's part, and the older macro sheets of Excel.
    if (archive.has(
        name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))) {
      throw new Unreadable(WorkbookProblem.WORKBOOK_WITH_MACROS.of());
    }
    if (!archive.has(name -> name.equals("[content_types].xml"))
        || !archive.has(name -> name.startsWith("xl/"))) {
      throw archive.has(name -> name.startsWith("word/"))
          ? notXlsx("văn bản Word", "a Word document")
          : notXlsx("tệp nén ZIP", "a ZIP archive");
    }
    return archive;
  }

  private static Unreadable other(String start, byte[] file) {
    if (start.startsWith(OLE)) {
      // MS-OFFCRYPTO 2.3.4.4: an encrypted workbook is a stream of this name in an OLE file.
      String all = new String(file, StandardCharsets.ISO_8859_1);
      return all.contains(String.join("\0", "EncryptedPackage".split("")))
          ? new Unreadable(WorkbookProblem.WORKBOOK_ENCRYPTED.of())
          : notXlsx("bảng tính kiểu cũ .xls", "an old workbook .xls");
    }
    if (start.startsWith("%PDF")) {
      return notXlsx("tệp PDF", "a PDF file");
    }
    if (start.startsWith("ftyp", 4)) {
      return notXlsx("ảnh HEIC hoặc phim", "a HEIC picture or a film");
    }
    if (start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("\u0089PNG")) {
      return notXlsx("ảnh", "a picture");
    }
    if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
      return notXlsx("văn bản mã UTF-16", "text in UTF-16");
    }
    if (start.isBlank()) {
      return notXlsx("tệp rỗng", "an empty file");
    }
    if (start.stripLeading().startsWith("<")) {
      return notXlsx("trang web hoặc XML", "a web page or XML");
    }
    return start.chars().noneMatch(c -> c < ' ' && "\t\r\n".indexOf(c) < 0)
        ? notXlsx("văn bản (CSV?)", "text (CSV?)")
        : notXlsx("kiểu tệp lạ", "an unknown file type");
  }

  private static Unreadable notXlsx(String vietnamese, String english) {
    return new Unreadable(WorkbookProblem.NOT_AN_XLSX.of(new Bilingual(vietnamese, english)));
  }

  private Book book(Archive archive) throws Unreadable {
    var limits = new Limits();
    var sheets = new ArrayList<Book.Sheet>();
    try (OPCPackage parts = opened(archive)) {
      PackagePart workbook = workbook(parts);
      WorkbookSheets named = WorkbookSheets.read(xml, workbook.getInputStream());
      Optional<PackagePart> texts = find(workbook, "/sharedStrings");
      List<String> strings =
          texts.isEmpty() ? List.of() : Strings.read(xml, texts.get().getInputStream(), limits);
      Optional<PackagePart> styles = find(workbook, "/styles");
      CellFormats formats =
          styles.isEmpty()
              ? CellFormats.none()
              : CellFormats.read(xml, styles.get().getInputStream());
      for (WorkbookSheets.Named sheet : named.sheets()) {
        PackageRelationship to = workbook.getRelationship(sheet.relation());
        if (sheets.size() >= SHEETS_MAX || to == null) {
          throw Unreadable.damaged("workbook");
        }
        if (!to.getRelationshipType().endsWith("/worksheet")) {
          continue; // A chart has no cells.
        }
        sheets.add(
            SheetContents.read(
                xml,
                sheet,
                workbook.getRelatedPart(to).getInputStream(),
                strings,
                formats,
                named.from1904(),
                limits));
      }
    } catch (IOException | OpenXML4JException broken) {
      throw Unreadable.damaged("workbook");
    } catch (RuntimeException notAWorkbook) {
      // POI says in many ways that a part is missing or is not what it should be.
      throw Unreadable.damaged("workbook");
    }
    return new Book(sheets);
  }

  // By the last word of its type: the strict form (“Strict Open XML Spreadsheet”) has other
  // namespaces for the same relations, and POI's reader knows the transitional ones alone.
  private static Optional<PackagePart> find(PackagePart from, String type)
      throws OpenXML4JException {
    for (PackageRelationship relation : from.getRelationships()) {
      if (relation.getRelationshipType().endsWith(type)
          && relation.getTargetMode() == TargetMode.INTERNAL) {
        return Optional.ofNullable(from.getRelatedPart(relation));
      }
    }
    return Optional.empty();
  }

  private static PackagePart workbook(OPCPackage parts) throws Unreadable {
    for (PackageRelationship relation : parts.getRelationships()) {
      if (relation.getRelationshipType().endsWith("/officeDocument")) {
        PackagePart part = parts.getPart(relation);
        if (part != null) {
          return part;
        }
      }
    }
    throw Unreadable.damaged("workbook");
  }

  private static OPCPackage opened(Archive archive) throws Unreadable, OpenXML4JException {
    for (Archive.Entry entry : archive.entries().values()) {
      boolean tree = entry.name().endsWith(".rels") || entry.name().endsWith("Types].xml");
      if (tree && entry.size() > TREE_MAX) {
        throw Unreadable.damaged(entry.name());
      }
    }
    return OPCPackage.open(new Parts(archive));
  }

  /** The parts that a list of cells needs; pictures, programs and descriptions stay closed. */
  private record Parts(Archive archive) implements ZipEntrySource {

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
      return Collections.enumeration(
          archive.entries().keySet().stream()
              .filter(Parts::needed)
              .map(ZipArchiveEntry::new)
              .toList());
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
      String name = path.startsWith("/") ? path.substring(1) : path;
      return archive.entries().keySet().stream()
          .filter(name::equalsIgnoreCase)
          .filter(Parts::needed)
          .map(ZipArchiveEntry::new)
          .findFirst()
          .orElse(null);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
      Archive.Entry found = archive.entries().get(entry.getName());
      if (found == null) {
        throw new IOException("no part " + entry.getName());
      }
      return archive.open(found);
    }

    private static boolean needed(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.endsWith(".rels") || (lower.endsWith(".xml") && !lower.startsWith("docprops/"));
    }

    @Override
    public void close() {
      // In memory.
    }

    @Override
    public boolean isClosed() {
      return false;
    }
  }
}
