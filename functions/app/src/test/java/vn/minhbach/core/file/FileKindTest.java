package vn.minhbach.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Language;

class FileKindTest {

  @Test
  void everyTypeThatPapersOfAFormMayHaveIsNamedAsPeopleNameIt() {
    assertEquals(
        "PDF, ảnh PNG, ảnh JPEG",
        FileKind.all(List.of("application/pdf", "image/png", "image/jpeg"), Language.VI));
    assertEquals("old Word (.doc)", FileKind.of("application/msword", Language.EN));
  }

  @Test
  void whatHasNoOtherNameKeepsItsMediaTypeAndWhatIsNotKnownIsSaidToBe() {
    assertEquals("text/troff", FileKind.of("text/troff", Language.VI));
    assertEquals("loại không nhận ra được", FileKind.of(Optional.empty(), Language.VI));
  }

  @Test
  void aLimitIsToldInMegabytesWhereItIsWhole() {
    assertEquals("20 MB", UploadLimits.told(20_971_520));
    assertEquals("20000 B", UploadLimits.told(20_000));
  }
}
