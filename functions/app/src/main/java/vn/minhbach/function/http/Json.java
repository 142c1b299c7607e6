package vn.minhbach.function.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;

/** JSON to plain trees and back. Exact numbers, no duplicate keys, nothing after the end. */
final class Json {

  /** Deeper than any tree of the system by far. */
  private static final int DEPTH_MAX = 50;

  /** Digits of a number, and the size of its exponent. */
  private static final int DIGITS_MAX = 40;

  private static final Pattern NUMBER = Pattern.compile("-?([0-9.]+)(?:[eE][+-]?0*([0-9]{1,3}))?");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The tree of a body; refused with line and column when it is no JSON. */
  static Outcome<Object> tree(String text) {
    try {
      Optional<Refusal> beyond = beyondBounds(text);
      if (beyond.isPresent()) {
        return Outcome.refused(beyond.get());
      }
      Object tree = MAPPER.readValue(text, Object.class);
      if (tree == null) {
        return Outcome.refused(RequestProblem.BODY_REQUIRED.of());
      }
      return wellFormed(tree)
          ? Outcome.accepted(tree)
          : Outcome.refused(RequestProblem.MALFORMED_TEXT.of());
    } catch (JacksonException unreadable) {
      var at = unreadable.getLocation();
      return Outcome.refused(
          RequestProblem.MALFORMED_JSON.of(
              at == null ? "?" : String.valueOf(at.getLineNr()),
              at == null ? "?" : String.valueOf(at.getColumnNr()),
              unreadable.getOriginalMessage().lines().findFirst().orElse("")));
    }
  }

  // Before any number is made of it: 1e2147483648 is more than a BigDecimal can be, and much less
  // than that is more than anybody can write out.
  private static Optional<Refusal> beyondBounds(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token.isNumeric() && !within(parser.getString())) {
            return Optional.of(longNumber(parser));
          }
        }
        return Optional.empty();
      } catch (StreamConstraintsException beyond) {
        // It has no place of its own.
        var at = parser.currentLocation();
        return Optional.of(
            Refusal.of(
                RequestProblem.JSON_OUT_OF_BOUNDS.of(at.getLineNr(), at.getColumnNr(), DEPTH_MAX)));
      }
    }
  }

  private static Refusal longNumber(JsonParser parser) {
    Violation number =
        Violation.at(
            place(parser.streamReadContext()),
            RequestProblem.NUMBER_TOO_LONG.of(cut(parser.getString()), DIGITS_MAX));
    return Refusal.of(InputProblem.INVALID_BODY.of(1), List.of(number));
  }

  private static boolean within(String number) {
    Matcher parts = NUMBER.matcher(number);
    return parts.matches()
        && parts.group(1).length() <= DIGITS_MAX + 1
        && (parts.group(2) == null || Integer.parseInt(parts.group(2)) <= DIGITS_MAX);
  }

  private static String cut(String number) {
    return number.length() <= 40 ? number : number.substring(0, 40) + "…";
  }

  // As Node tells places: groups[1].criteria[4].maxPoints.
  private static String place(TokenStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String parent = place(context.getParent());
    if (context.inArray()) {
      return parent + "[" + context.getCurrentIndex() + "]";
    }
    return parent.isEmpty() ? context.currentName() : parent + "." + context.currentName();
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
      return Outcome.refused(RequestProblem.MALFORMED_TEXT.of());
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
