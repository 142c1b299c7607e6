package vn.minhbach.core.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.Language;

/** What people call a media type; they know a file by its program and ending. */
public final class FileKind {

  private record Name(String vietnamese, String english) {

    String in(Language language) {
      return language == Language.VI ? vietnamese : english;
    }
  }

  private static final Name UNKNOWN =
      new Name("loại không nhận ra được", "of a kind that is not known");

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  private static final Map<String, Name> NAMES =
      Map.ofEntries(
          Map.entry("application/pdf", new Name("PDF", "PDF")),
          Map.entry("image/png", new Name("ảnh PNG", "a PNG picture")),
          Map.entry("image/jpeg", new Name("ảnh JPEG", "a JPEG picture")),
          Map.entry(OFFICE + "wordprocessingml.document", new Name("Word (.docx)", "Word (.docx)")),
          Map.entry(OFFICE + "spreadsheetml.sheet", new Name("Excel (.xlsx)", "Excel (.xlsx)")),
          Map.entry(
              OFFICE + "presentationml.presentation",
              new Name("PowerPoint (.pptx)", "PowerPoint (.pptx)")),
          Map.entry("application/msword", new Name("Word kiểu cũ (.doc)", "old Word (.doc)")),
          Map.entry(
              "application/vnd.ms-excel", new Name("Excel kiểu cũ (.xls)", "old Excel (.xls)")),
          Map.entry(
              "application/x-ole-storage",
              new Name("Office kiểu cũ (.doc, .xls, .ppt)", "old Office (.doc, .xls, .ppt)")),
          Map.entry("application/zip", new Name("tệp nén ZIP", "a ZIP archive")),
          Map.entry(
              "image/heic",
              new Name("ảnh HEIC của iPhone (.heic)", "a HEIC picture of an iPhone (.heic)")),
          Map.entry(
              "image/heif",
              new Name("ảnh HEIC của iPhone (.heic)", "a HEIC picture of an iPhone (.heic)")),
          Map.entry("image/tiff", new Name("ảnh TIFF", "a TIFF picture")),
          Map.entry("image/webp", new Name("ảnh WebP", "a WebP picture")),
          Map.entry("image/gif", new Name("ảnh GIF", "a GIF picture")),
          Map.entry("video/mp4", new Name("phim (MP4, MOV)", "a film (MP4, MOV)")),
          Map.entry("text/csv", new Name("CSV", "CSV")),
          Map.entry("text/plain", new Name("văn bản thuần (.txt)", "plain text (.txt)")),
          Map.entry("application/rtf", new Name("văn bản RTF", "RTF text")),
          Map.entry("application/vnd.rar", new Name("tệp nén RAR", "a RAR archive")),
          Map.entry("application/x-7z-compressed", new Name("tệp nén 7z", "a 7z archive")),
          Map.entry("application/gzip", new Name("tệp nén gzip", "a gzip archive")),
          Map.entry(
              "application/vnd.apple.iwork",
              new Name("tệp Numbers, Pages của Apple", "a file of Apple Numbers or Pages")),
          Map.entry(
              "application/vnd.ms-excel.sheet.binary.macroenabled.12",
              new Name("Excel nhị phân (.xlsb)", "binary Excel (.xlsb)")),
          Map.entry(
              OPEN_DOCUMENT + "spreadsheet",
              new Name("bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)")),
          Map.entry(
              OPEN_DOCUMENT + "text",
              new Name("văn bản OpenDocument (.odt)", "an OpenDocument text (.odt)")),
          Map.entry(
              OPEN_DOCUMENT + "presentation",
              new Name("bản chiếu OpenDocument (.odp)", "an OpenDocument slide show (.odp)")),
          Map.entry("text/html", new Name("trang web", "a web page")));

  private FileKind() {}

  /** Its name; the media type itself where people have no other. */
  public static String of(String mediaType, Language language) {
    Name name = NAMES.get(mediaType);
    return name == null ? mediaType : name.in(language);
  }

  /** The name of what a file's bytes show; empty says that they show nothing known. */
  public static String of(Optional<String> mediaType, Language language) {
    return mediaType.map(type -> of(type, language)).orElseGet(() -> UNKNOWN.in(language));
  }

  /** The names, one after the other. */
  public static String all(List<String> mediaTypes, Language language) {
    return mediaTypes.stream().map(type -> of(type, language)).collect(Collectors.joining(", "));
  }
}
