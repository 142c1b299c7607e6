package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.local.LocalSystem;

/** Ledgers as a reader of the API verifies them, and the tips that were noted elsewhere. */
final class Chains {

  private static final int PAGE = 7;

  private final LocalSystem system;
  private final Province province;

  Chains(LocalSystem system, Province province) {
    this.system = system;
    this.province = province;
  }

  /** Every entry of a unit's chain, page by page. */
  List<Entry> entries(String unit) {
    var entries = new ArrayList<Entry>();
    String cursor = "";
    do {
      JsonNode page =
          province.own(unit, "GET", "/ledger?limit=" + PAGE + cursor).expect(200).json();
      page.get("items").forEach(item -> entries.add(entry(item)));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());
    return entries;
  }

  /** Verifies a unit's chain against its head as stored. */
  List<Entry> verified(String unit) {
    List<Entry> entries = entries(unit);
    assertEquals(List.of(), Verification.faults(entries, head(unit)), unit);
    return entries;
  }

  /** The tip in the head item. */
  ChainTip head(String unit) {
    String document =
        new Stored(system).item("C#" + province.id + "#U#" + unit, "HEAD").get("document").s();
    return tip(Http.JSON.readTree(document).get("tip"));
  }

  /** The tip that an anchor of the publish bucket notes. */
  ChainTip anchored(String occasion, String chain) {
    String bucket =
        system.template().buckets().stream()
            .map(found -> found.name())
            .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("publish"))
            .findFirst()
            .orElseThrow();
    byte[] anchor =
        system
            .s3()
            .client()
            .getObjectAsBytes(
                get -> get.bucket(bucket).key("anchors/" + province.id + "/" + occasion + ".json"))
            .asByteArray();
    return tip(Http.JSON.readTree(anchor).get("chains").get(chain));
  }

  private static ChainTip tip(JsonNode tip) {
    return new ChainTip(tip.get("seq").asLong(), tip.get("hash").asString());
  }

  private static Entry entry(JsonNode item) {
    Map<?, ?> body =
        item.has("body") ? Http.JSON.convertValue(item.get("body"), Map.class) : Map.of();
    var content = new java.util.TreeMap<String, Object>();
    body.forEach((name, value) -> content.put((String) name, value));
    Entry entry =
        new Entry(
            item.get("format").asString(),
            item.get("chain").asString(),
            item.get("seq").asLong(),
            Instant.parse(item.get("at").asString()),
            item.get("kind").asString(),
            item.get("bodyHash").asString(),
            item.get("previousHash").asString(),
            content);
    assertEquals(item.get("hash").asString(), entry.hash());
    return entry;
  }
}
