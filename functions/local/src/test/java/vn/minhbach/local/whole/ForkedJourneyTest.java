package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.Template;

/** The journey with one process per function, under Lambda's own runtime client. */
@Tag("forked")
@Timeout(900)
class ForkedJourneyTest {

  @Test
  void leadsFromOpeningToPublicationAndLeavesNoProcess() throws Exception {
    List<ProcessHandle> functions;
    try (LocalSystem system = LocalSystem.start(LocalOptions.forTests().withForked())) {
      new Journey(system, new Http(system), "journey").play();
      functions = ProcessHandle.current().children().toList();
      assertTrue(functions.size() > 3, "one process per function");
      // The runtime client ran the hooks around a snapshot before the first call, as in Lambda.
      for (Template.Function function : system.template().functions()) {
        Path log = system.directory().resolve("logs").resolve(function.definition() + ".log");
        assertTrue(
            Files.readString(log).contains(function.definition() + " is primed by "),
            function.definition());
      }
    }
    for (ProcessHandle function : functions) {
      function.onExit().get(20, TimeUnit.SECONDS);
    }
  }
}
