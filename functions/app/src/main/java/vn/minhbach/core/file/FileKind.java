package vn.minhbach.core.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.Bilingual;

/** What people call a media type; they know a file by its program and ending. */
public final class FileKind {

  public static final String PDF = "application/pdf";

  private static final Bilingual UNKNOWN =
      new Bilingual("loại không nhận ra được", "of a kind that is not known");

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  private static final Map<String, Bilingual> NAMES =
      Map.ofEntries(
          Map.entry(PDF, new Bilingual("PDF", "PDF")),
          Map.entry("image/png", new Bilingual("ảnh PNG", "a PNG picture")),
          Map.entry("image/jpeg", new Bilingual("ảnh JPEG", "a JPEG picture")),
          Map.entry(
              OFFICE + "wordprocessingml.document", new Bilingual("Word (.docx)", "Word (.docx)")),
          Map.entry(
              OFFICE + "spreadsheetml.sheet", new Bilingual("Excel (.xlsx)", "Excel (.xlsx)")),
          Map.entry(
              OFFICE + "presentationml.presentation",
              new Bilingual("PowerPoint (.pptx)", "PowerPoint (.pptx)")),
          Map.entry("application/msword", new Bilingual("Word kiểu cũ (.doc)", "old Word (.doc)")),
          Map.entry(
              "application/vnd.ms-excel",
              new Bilingual("Excel kiểu cũ (.xls)", "old Excel (.xls)")),
          Map.entry(
              "application/x-ole-storage",
              new Bilingual("Office kiểu cũ (.doc, .xls, .ppt)", "old Office (.doc, .xls, .ppt)")),
          Map.entry("application/zip", new Bilingual("tệp nén ZIP", "a ZIP archive")),
          Map.entry(
              "image/heic",
              new Bilingual("ảnh HEIC của iPhone (.heic)", "a HEIC picture of an iPhone (.heic)")),
          Map.entry(
              "image/heif",
              new Bilingual("ảnh HEIC của iPhone (.heic)", "a HEIC picture of an iPhone (.heic)")),
          Map.entry("image/tiff", new Bilingual("ảnh TIFF", "a TIFF picture")),
          Map.entry("image/webp", new Bilingual("ảnh WebP", "a WebP picture")),
          Map.entry("image/gif", new Bilingual("ảnh GIF", "a GIF picture")),
          Map.entry("video/mp4", new Bilingual("phim (MP4, MOV)", "a film (MP4, MOV)")),
          Map.entry("text/csv", new Bilingual("CSV", "CSV")),
          Map.entry("text/plain", new Bilingual("văn bản thuần (.txt)", "plain text (.txt)")),
          Map.entry("application/rtf", new Bilingual("văn bản RTF", "RTF text")),
          Map.entry("application/vnd.rar", new Bilingual("tệp nén RAR", "a RAR archive")),
          Map.entry("application/x-7z-compressed", new Bilingual("tệp nén 7z", "a 7z archive")),
          Map.entry("application/gzip", new Bilingual("tệp nén gzip", "a gzip archive")),
          Map.entry(
              "application/vnd.apple.iwork",
              new Bilingual("tệp Numbers, Pages của Apple", "a file of Apple Numbers or Pages")),
          Map.entry(
              "application/vnd.ms-excel.sheet.binary.macroenabled.12",
              new Bilingual("Excel nhị phân (.xlsb)", "binary Excel (.xlsb)")),
          Map.entry(
              OPEN_DOCUMENT + "spreadsheet",
              new Bilingual("bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)")),
          Map.entry(
              OPEN_DOCUMENT + "text",
              new Bilingual("văn bản OpenDocument (.odt)", "an OpenDocument text (.odt)")),
          Map.entry(
              OPEN_DOCUMENT + "presentation",
              new Bilingual("bản chiếu OpenDocument (.odp)", "an OpenDocument slide show (.odp)")),
          Map.entry("text/html", new Bilingual("trang web", "a web page")));

  private FileKind() {}

  /** Its name; the media type itself where people have no other. */
  public static Bilingual of(String mediaType) {
    Bilingual name = NAMES.get(mediaType);
    return name == null ? new Bilingual(mediaType, mediaType) : name;
  }

  /** The name of what a file's bytes show; empty says that they show nothing known. */
  public static Bilingual of(Optional<String> mediaType) {
    return mediaType.map(FileKind::of).orElse(UNKNOWN);
  }

  /** The names, one after the other. */
  public static Bilingual all(List<String> mediaTypes) {
    return new Bilingual(
        told(mediaTypes, Bilingual::vietnamese), told(mediaTypes, Bilingual::english));
  }

  private static String told(List<String> mediaTypes, Function<Bilingual, String> language) {
    return mediaTypes.stream().map(FileKind::of).map(language).collect(Collectors.joining(", "));
  }
}
