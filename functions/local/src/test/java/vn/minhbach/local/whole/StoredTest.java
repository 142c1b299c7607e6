package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the proofs that nothing was written stand on. */
@Tag("system")
class StoredTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  @Test
  void theMirrorHoldsWhatTheTableHolds() throws Exception {
    Province province = Province.open(SYSTEM.http(), "mirror");
    var stored = new Stored(SYSTEM.get());
    Map<String, String> before = stored.about("mirror");
    province.answerAll(Province.COMMUNE, 5);
    SYSTEM.get().awaitQuiet(Duration.ofSeconds(60));

    Map<String, String> after = stored.about("mirror");
    assertTrue(after.size() > before.size(), "it follows");
    assertEquals(scanned("C#mirror#"), within(after, "C#mirror#"));

    Map<String, AttributeValue> answer =
        new TreeMap<>(stored.item("C#mirror#U#" + Province.COMMUNE, "ANSWER#I.1"));
    stored.put(answer);
    assertEquals(after, stored.about("mirror"), "the same again is no change");
  }

  private static Map<String, String> within(Map<String, String> items, String prefix) {
    var within = new TreeMap<>(items);
    within.keySet().removeIf(key -> !key.startsWith(prefix));
    return within;
  }

  private static Map<String, String> scanned(String prefix) {
    var items = new TreeMap<String, String>();
    SYSTEM
        .get()
        .dynamoDb()
        .client()
        .scanPaginator(scan ->
            scan.tableName(SYSTEM.get().template().tables().getFirst().name()).consistentRead(true))
        .items()
        .forEach(item ->
            items.put(
                item.get("PK").s() + " " + item.get("SK").s(), new TreeMap<>(item).toString()));
    items
        .keySet()
        .removeIf(
            key -> !key.startsWith(prefix) || Stored.BY_ITSELF.stream().anyMatch(key::contains));
    return items;
  }
}
