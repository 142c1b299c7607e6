package vn.minhbach.function.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
      if (tree == null) {
        return Outcome.refused(Problem.BODY_REQUIRED);
      }
      return wellFormed(tree) ? Outcome.accepted(tree) : Outcome.refused(Problem.MALFORMED_TEXT);
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

  // Half of a surrogate pair can be written as an escape, but in no encoding: it could not be
  // stored.
  private static boolean wellFormed(Object tree) {
    return switch (tree) {
      case String text -> StandardCharsets.UTF_8.newEncoder().canEncode(text);
      case List<?> list -> list.stream().allMatch(Json::wellFormed);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(field -> wellFormed(field.getKey()) && wellFormed(field.getValue()));
      case null, default -> true;
    };
  }

  static String write(Object tree) {
    return MAPPER.writeValueAsString(tree);
  }
}
