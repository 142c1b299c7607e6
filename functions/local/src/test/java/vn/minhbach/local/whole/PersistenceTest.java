package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.LocalOptions;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.whole.Http.Answer;

/** A second start finds what the first one left. */
@Timeout(300)
class PersistenceTest {

  private static final String UNIT = Province.DEPARTMENT;
  private static final byte[] FILE = Upload.pdf("kept");

  @TempDir Path directory;

  @Test
  void aSecondStartKeepsCampaignAnswersEvidenceAndClock() throws Exception {
    LocalOptions options = LocalOptions.forTests().withDirectory(directory);
    JsonNode form;
    Duration offset;
    String evidence;
    try (LocalSystem system = LocalSystem.start(options)) {
      system.clock().set(SharedSystem.OPENING);
      offset = system.clock().offset();
      Province province = Province.open(new Http(system), "kept");
      province.answer(UNIT, "I.1", "{\"a\":187,\"b\":193}");
      evidence =
          new Upload(province, UNIT)
              .through(Upload.declared("I.1", "giữ lại.pdf", FILE), FILE)
              .get("evidenceId")
              .asString();
      assertTrue(system.awaitQuiet(Duration.ofSeconds(60)));
      form = province.form(UNIT);
    }
    try (LocalSystem system = LocalSystem.start(options)) {
      Http http = new Http(system);
      Province province = Province.of(http, "kept");
      assertEquals(offset, system.clock().offset());
      assertEquals("OPEN", province.as("office", "GET", "").expect(200).at("/stage"));
      assertEquals(form, province.form(UNIT));
      new Chains(system, province).verified(UNIT);
      Answer link = province.own(UNIT, "GET", "/evidence/" + evidence + "/content").expect(303);
      Answer content =
          Http.raw(HttpRequest.newBuilder(URI.create(link.headers().get("location"))).GET());
      assertArrayEquals(FILE, content.bytes());
      // And it goes on from there.
      province.answerAll(UNIT, 5);
      province.submit(UNIT);
      new Chains(system, province).verified(UNIT);
      assertTrue(system.awaitQuiet(Duration.ofSeconds(60)));
      assertEquals(
          1, province.as("", "GET", "/summary").expect(200).json().get("submitted").asInt());
    }
  }
}
