package vn.minhbach.core.prepare.upload;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.file.FileName;
import vn.minhbach.core.file.FileProblem;

/**
 * A file as its sender declares it. Its SHA-256 is its id: what is read later is held against it,
 * and the same file is the same upload.
 *
 * @param contentType one of {@link #CSV}, {@link #JSON}, {@link #XLSX}, {@link #PDF}
 * @param sizeBytes 1 to {@value #BYTES_MAX}
 * @param sha256 hex, lower case
 */
public record BulkFile(String fileName, String contentType, long sizeBytes, String sha256) {

  public static final String CSV = "text/csv";
  public static final String JSON = "application/json";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A signed paper. */
  public static final String PDF = FileKind.PDF;

  /** 20 MB: all figures of a country's communes are 5 MB. */
  public static final int BYTES_MAX = 20 << 20;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Whether a text may be the id of an upload. */
  public static boolean validId(String id) {
    return SHA256.matcher(id).matches();
  }

  /** Reads a declaration; refused with each fault, and as too large above 20 MB. */
  public static Outcome<BulkFile> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, BulkFile::shape)
        .flatMap(file ->
            file.sizeBytes() > BYTES_MAX
                ? Outcome.refused(
                    UploadProblem.UPLOAD_TOO_LARGE.of(file.sizeBytes(), (BYTES_MAX >> 20) + " MB"))
                : Outcome.accepted(file));
  }

  private static Supplier<BulkFile> shape(Node root) {
    root.only("fileName", "contentType", "sizeBytes", "sha256");
    String fileName = FileName.read(root.field("fileName"));
    String contentType = root.field("contentType").oneOf(CSV, JSON, XLSX, PDF);
    long size = root.field("sizeBytes").integer(1, Long.MAX_VALUE);
    Node hash = root.field("sha256");
    String sha256 = hash.text(64);
    if (hash.raw() instanceof String && !validId(sha256)) {
      hash.fault(FileProblem.BAD_SHA256.of());
    }
    return () -> new BulkFile(fileName, contentType, size, sha256);
  }
}
