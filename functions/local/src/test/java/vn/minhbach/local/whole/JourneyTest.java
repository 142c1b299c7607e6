package vn.minhbach.local.whole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("system")
@Timeout(300)
class JourneyTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  @Test
  void leadsFromOpeningToPublication() throws InterruptedException {
    new Journey(SYSTEM.get(), SYSTEM.http(), "journey").play();
  }
}
