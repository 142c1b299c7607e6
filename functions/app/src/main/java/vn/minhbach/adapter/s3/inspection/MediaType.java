package vn.minhbach.adapter.s3.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.file.FileKind;

/**
 * Media types by the first bytes of a file. Only what units cite is known: PDF, PNG, JPEG, zip
 * archives with the Office formats among them, and the older Office formats (OLE).
 */
public final class MediaType {

  public static final String PDF = FileKind.PDF;
  public static final String PNG = "image/png";
  static final String JPEG = "image/jpeg";
  public static final String ZIP = "application/zip";

  static final String IWORK = "application/vnd.apple.iwork";
  static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  /** Before the header of a PDF may stand so much of anything (ISO 32000-1, annex H.3.4.1). */
  private static final int BEFORE_PDF = 1024;

  /** The container of .doc, .xls and .ppt; which of them it is stands too deep in the file. */
  public static final String OLE = "application/x-ole-storage";

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  public static final String DOCX = OFFICE + "wordprocessingml.document";
  public static final String XLSX = OFFICE + "spreadsheetml.sheet";
  static final String PPTX = OFFICE + "presentationml.presentation";

  private static final Set<String> SERVED =
      Set.of(
          PDF,
          PNG,
          JPEG,
          ZIP,
          DOCX,
          XLSX,
          PPTX,
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint");

  /** The usual ending first. */
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          PDF, List.of(".pdf"),
          PNG, List.of(".png"),
          JPEG, List.of(".jpg", ".jpeg"),
          ZIP, List.of(".zip"),
          DOCX, List.of(".docx"),
          XLSX, List.of(".xlsx"),
          PPTX, List.of(".pptx"));

  private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG_START = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG_START = HexFormat.of().parseHex("ffd8ff");
  private static final byte[] OLE_START = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};

  // APPNOTE.TXT 4.3.7: name length at 26, name at 30 of a local file header.
  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;

  private MediaType() {}

  /** The type that a file's first block shows; empty when it is none of ours. */
  static Optional<String> of(byte[] block) {
    if (startsWith(block, 0, PDF_START)) {
      return Optional.of(PDF);
    }
    if (startsWith(block, 0, PNG_START)) {
      return Optional.of(PNG);
    }
    if (startsWith(block, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (startsWith(block, 0, OLE_START)) {
      return Optional.of(OLE);
    }
    return startsWith(block, 0, ZIP_ENTRY) ? Optional.of(archive(block)) : Optional.empty();
  }

  /** Where the header of a PDF stands that somebody's mail or scanner put something before. */
  static int headerOfPdf(byte[] block) {
    for (int at = 0; at <= BEFORE_PDF; at++) {
      if (startsWith(block, at, PDF_START)) {
        return at;
      }
    }
    return -1;
  }

  /** What a file is served as: a type that no browser runs as a page. */
  public static String served(String contentType) {
    return SERVED.contains(contentType) ? contentType : "application/octet-stream";
  }

  // Office archives name their folder early; an archive that does not is just a zip.
  private static String archive(byte[] block) {
    for (int at = 0; at + NAME_AT < block.length; at++) {
      if (startsWith(block, at, ZIP_ENTRY)) {
        Optional<String> office = office(name(block, at));
        if (office.isPresent()) {
          return office.get();
        }
      }
    }
    return ZIP;
  }

  /** The Office type that an archive's entry shows. */
  static Optional<String> office(String entry) {
    if (entry.startsWith("word/")) {
      return Optional.of(DOCX);
    }
    if (entry.startsWith("xl/")) {
      return Optional.of(XLSX);
    }
    return entry.startsWith("ppt/") ? Optional.of(PPTX) : Optional.empty();
  }

  /** A file's name with an ending of its type, since that is what a double click goes by. */
  public static String named(String fileName, String contentType) {
    List<String> endings = ENDINGS.getOrDefault(contentType, List.of());
    String lower = fileName.toLowerCase(Locale.ROOT);
    return endings.isEmpty() || endings.stream().anyMatch(lower::endsWith)
        ? fileName
        : fileName + endings.getFirst();
  }

  private static String name(byte[] block, int at) {
    int length = (block[at + NAME_LENGTH_AT] & 0xff) | (block[at + NAME_LENGTH_AT + 1] & 0xff) << 8;
    int end = Math.min(block.length, at + NAME_AT + length);
    return new String(Arrays.copyOfRange(block, at + NAME_AT, end), StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] block, int at, byte[] start) {
    return block.length - at >= start.length
        && Arrays.equals(block, at, at + start.length, start, 0, start.length);
  }
}
