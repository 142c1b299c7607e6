package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventPatternTest {

  private static final JsonNode EVENT =
      JsonMapper.shared()
          .readTree(
              """
              {"source":"aws.s3","detail-type":"Object Created","resources":["a","b"],
               "detail":{"bucket":{"name":"quarantine"},"object":{"key":"c1/HL/e1","size":12}}}
              """);

  private static boolean matches(String pattern) {
    @SuppressWarnings("unchecked")
    Map<String, Object> read = JsonMapper.shared().readValue(pattern, Map.class);
    return EventPattern.of(read).test(EVENT);
  }

  @Test
  void needsEveryFieldAndAnyOfItsValues() {
    assertTrue(
        matches(
            """
            {"source":["aws.s3"],"detail-type":["Object Created"],
             "detail":{"bucket":{"name":["x","quarantine"]}}}
            """));
    assertFalse(matches("{\"source\":[\"aws.s3\"],\"detail\":{\"bucket\":{\"name\":[\"x\"]}}}"));
    assertFalse(matches("{\"detail\":{\"nothing\":{\"here\":[\"x\"]}}}"));
    assertTrue(matches("{\"resources\":[\"b\"]}"));
    assertTrue(matches("{\"detail\":{\"object\":{\"size\":[12.0]}}}"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    for (String pattern :
        List.of(
            "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}",
            "{\"a\":[\"b\",{\"prefix\":\"c\"}]}",
            "{\"a\":[[\"b\"]]}",
            "{\"$or\":[{\"a\":[1]}]}",
            "{\"a\":[]}",
            "{\"a\":\"text\"}")) {
      assertThrows(IllegalArgumentException.class, () -> matches(pattern), pattern);
    }
  }
}
