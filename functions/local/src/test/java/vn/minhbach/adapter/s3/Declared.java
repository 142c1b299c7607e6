package vn.minhbach.adapter.s3;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.minhbach.adapter.s3.inspection.MediaType;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;

/** A file as a unit declares it, granted now. */
final class Declared {

  private Declared() {}

  static Evidence file(String id, long bytes, String sha256, Duration life) {
    Instant now = Instant.now();
    return new Evidence(
        id,
        new Declaration(
            Optional.of(new CriterionId("II.12")),
            Optional.empty(),
            "Quyết định số 12.pdf",
            MediaType.PDF,
            bytes,
            sha256,
            Meaning.NONE),
        new Evidence.Grant(now, now.plus(life)),
        Checks.NONE,
        Evidence.State.AWAITED,
        1);
  }

  /** The same once its bytes have arrived as they were declared, under this tag. */
  static Evidence arrived(Evidence file, Instant at, String tag) {
    return file.arrived(
        new Checks.Verified(at, tag, Optional.empty(), Optional.empty(), Optional.empty()), true);
  }
}
