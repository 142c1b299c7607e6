package vn.minhbach.local.whole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;

/** The journey with one process per function, under Lambda's own runtime client. */
@Tag("forked")
@Timeout(900)
class ForkedJourneyTest {

  @Test
  void leadsFromOpeningToPublication() throws InterruptedException {
    try (LocalSystem system = LocalSystem.start(LocalOptions.forTests().withForked())) {
      new Journey(system, new Http(system), "journey").play();
    }
  }
}
