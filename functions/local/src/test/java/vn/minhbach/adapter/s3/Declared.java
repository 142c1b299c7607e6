package vn.minhbach.adapter.s3;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Evidence;

/** A file as a unit declares it, granted now. */
final class Declared {

  private Declared() {}

  static Evidence file(String id, long bytes, String sha256, Duration life) {
    Instant now = Instant.now();
    return new Evidence(
        id,
        new CriterionId("II.12"),
        "Quyết định số 12.pdf",
        MediaType.PDF,
        bytes,
        sha256,
        Optional.empty(),
        Optional.empty(),
        Evidence.State.AWAITED,
        Optional.empty(),
        now,
        now.plus(life),
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
