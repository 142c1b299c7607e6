package vn.minhbach.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * What was hashed once is hashed so for ever: the vectors were made by another program in another
 * language (infra/decisions/0003), and chains that are kept depend on them.
 */
class LedgerVectorsTest {

  private static final ChainId CHAIN =
      ChainId.of(new CampaignId("131-2020"), new UnitCode("06649"));

  private record Vector(
      String name,
      String chain,
      String at,
      String kind,
      String nonce,
      Map<String, Object> content,
      String canonicalBody,
      String bodyHash,
      long seq,
      String previousHash,
      String canonicalEnvelope,
      String hash) {}

  private record Vectors(String about, String start, List<Vector> entries) {}

  @Test
  void everyEntryIsHashedAsTheOtherProgramDid() {
    Vectors vectors = vectors();
    assertEquals(ChainTip.START.hash(), vectors.start());
    ChainTip tip = ChainTip.START;
    for (Vector vector : vectors.entries()) {
      Entry entry = entry(vector, tip);
      var body = new TreeMap<String, Object>(vector.content());
      body.put("nonce", vector.nonce());
      assertEquals(vector.canonicalBody(), CanonicalJson.text(body), vector.name());
      assertEquals(vector.bodyHash(), entry.bodyHash(), vector.name());
      assertEquals(vector.seq(), entry.seq());
      assertEquals(vector.previousHash(), entry.previousHash());
      assertEquals(vector.canonicalEnvelope(), CanonicalJson.text(entry.envelope()), vector.name());
      assertEquals(vector.hash(), entry.hash(), vector.name());
      tip = entry.tip();
    }
    assertEquals(5, tip.seq());
  }

  @Test
  void chainOfTheVectorsVerifies() {
    var entries = new ArrayList<Entry>();
    ChainTip tip = ChainTip.START;
    for (Vector vector : vectors().entries()) {
      entries.add(entry(vector, tip));
      tip = entries.getLast().tip();
    }
    assertTrue(Verification.faults(entries, tip).isEmpty());
  }

  @Test
  void timesAlwaysHaveThreeDecimals() {
    assertEquals("2020-08-03T02:00:00.000Z", at("2020-08-03T02:00:00Z"));
    assertEquals("2020-08-03T02:00:00.120Z", at("2020-08-03T02:00:00.12Z"));
  }

  @Test
  void nonceIsTheLedgersOwn() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Entry.after(
                ChainTip.START, CHAIN, Instant.EPOCH, "NOTED", Map.of("nonce", "mine"), "00"));
  }

  private static String at(String instant) {
    return (String)
        Entry.after(ChainTip.START, CHAIN, Instant.parse(instant), "NOTED", Map.of(), "00")
            .envelope()
            .get("at");
  }

  private static Entry entry(Vector vector, ChainTip tip) {
    assertEquals(CHAIN.toString(), vector.chain());
    return Entry.after(
        tip, CHAIN, Instant.parse(vector.at()), vector.kind(), vector.content(), vector.nonce());
  }

  private static Vectors vectors() {
    return read("/ledger/vectors.json", new TypeReference<>() {});
  }

  private static <T> T read(String resource, TypeReference<T> type) {
    try (InputStream in = LedgerVectorsTest.class.getResourceAsStream(resource)) {
      return JsonMapper.shared().readValue(in, type);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
