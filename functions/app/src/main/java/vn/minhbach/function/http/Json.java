package vn.minhbach.function.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;

/** JSON to plain trees and back. Exact numbers, no duplicate keys, nothing after the end. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The tree of a body; refused with line and column when it is no JSON. */
  static Outcome<Object> tree(String text) {
    try {
      Object tree = MAPPER.readValue(text, Object.class);
      return tree == null ? Outcome.refused(Problem.BODY_REQUIRED) : Outcome.accepted(tree);
    } catch (JacksonException unreadable) {
      var at = unreadable.getLocation();
      return Outcome.refused(
          Problem.MALFORMED_JSON,
          "line",
          at == null ? "?" : String.valueOf(at.getLineNr()),
          "column",
          at == null ? "?" : String.valueOf(at.getColumnNr()),
          "reason",
          unreadable.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  /** Text of bytes that must be UTF-8. */
  static Outcome<String> text(byte[] bytes) {
    try {
      return Outcome.accepted(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Outcome.refused(Problem.MALFORMED_TEXT);
    }
  }

  static String write(Object tree) {
    return MAPPER.writeValueAsString(tree);
  }
}
