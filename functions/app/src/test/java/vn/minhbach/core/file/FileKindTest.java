package vn.minhbach.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileKindTest {

  @Test
  void everyTypeThatPapersOfAFormMayHaveIsNamedAsPeopleNameIt() {
    assertEquals(
        "PDF, ảnh PNG, ảnh JPEG",
        FileKind.all(List.of("application/pdf", "image/png", "image/jpeg")).vietnamese());
    assertEquals("old Word (.doc)", FileKind.of("application/msword").english());
  }

  @Test
  void whatHasNoOtherNameKeepsItsMediaTypeAndWhatIsNotKnownIsSaidToBe() {
    assertEquals("text/troff", FileKind.of("text/troff").vietnamese());
    assertEquals("loại không nhận ra được", FileKind.of(Optional.empty()).vietnamese());
  }

  @Test
  void aLimitIsToldInMegabytesWhereItIsWhole() {
    assertEquals("20 MB", UploadLimits.told(20_971_520));
    assertEquals("20000 B", UploadLimits.told(20_000));
  }
}
