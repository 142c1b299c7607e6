package vn.minhbach.core.evidence;

import java.util.List;

/**
 * What a campaign accepts as evidence.
 *
 * @param fileBytesMax largest single file
 * @param unitBytesMax all files of a unit together
 * @param contentTypes accepted media types
 */
public record UploadLimits(long fileBytesMax, long unitBytesMax, List<String> contentTypes) {

  public UploadLimits {
    contentTypes = List.copyOf(contentTypes);
  }
}
