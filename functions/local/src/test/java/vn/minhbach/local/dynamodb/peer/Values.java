package vn.minhbach.local.dynamodb.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Values by chance: few enough to meet again, and those at the edges where orders and limits are
 * got wrong. Some, seldom, are none that DynamoDB takes.
 */
final class Values {

  // U+FF5E comes before the emoji by code points and by bytes in UTF-8, after it by UTF-16.
  private static final List<String> TEXTS =
      List.of("a", "ab", "abc", "b", "Z", "ệ", "e", "é", "\uFF5E", "\uD83D\uDE00", "0", "10", "9");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "10",
          "-1",
          "-0",
          "1.50",
          "0.001",
          "1e2",
          "100",
          "-2.5",
          "007",
          "9",
          "3.1415926535897932384626433832795028841",
          "1E-130",
          "-1E-130",
          "123456789012345678",
          "9.9999999999999999999999999999999999999E+125",
          "-9.9999999999999999999999999999999999999E+125");
  private static final List<String> NO_NUMBERS =
      List.of("1E126", "1E-131", "123456789012345678901234567890123456789", "abc", "", "1.2.3");
  private static final List<byte[]> BINARIES =
      List.of(
          new byte[] {0},
          new byte[] {0, 0},
          new byte[] {1},
          new byte[] {127},
          new byte[] {-128},
          new byte[] {-1},
          new byte[] {1, -1});

  private final Random random;

  Values(Random random) {
    this.random = random;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Whether something seldom happens, once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  String text() {
    return once(30) ? "" : one(TEXTS);
  }

  String number() {
    return once(60) ? one(NO_NUMBERS) : one(NUMBERS);
  }

  SdkBytes binary() {
    return SdkBytes.fromByteArray(once(30) ? new byte[0] : one(BINARIES));
  }

  /** A key's value: mostly one of three. */
  AttributeValue key(ScalarAttributeType type) {
    if (once(60)) {
      return any(1);
    }
    int few = random.nextInt(once(5) ? TEXTS.size() : 3);
    return switch (type) {
      case S -> once(60) ? AttributeValue.fromS("") : AttributeValue.fromS(TEXTS.get(few));
      case N -> AttributeValue.fromN(once(60) ? number() : NUMBERS.get(few));
      default ->
          AttributeValue.fromB(
              SdkBytes.fromByteArray(BINARIES.get(Math.min(few, BINARIES.size() - 1))));
    };
  }

  /** Any value, documents at most so deep. */
  AttributeValue any(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 7)) {
      case 0, 1 -> AttributeValue.fromS(text());
      case 2, 3, 4 -> AttributeValue.fromN(number());
      case 5 -> AttributeValue.fromBool(random.nextBoolean());
      case 6 -> once(2) ? AttributeValue.fromNul(true) : AttributeValue.fromB(binary());
      case 7 -> AttributeValue.fromSs(set(TEXTS));
      case 8 -> AttributeValue.fromNs(set(NUMBERS.subList(0, 12)));
      case 9 -> AttributeValue.fromBs(set(BINARIES).stream().map(SdkBytes::fromByteArray).toList());
      case 10 -> {
        var list = new ArrayList<AttributeValue>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(any(depth - 1));
        }
        yield AttributeValue.fromL(list);
      }
      default -> {
        Map<String, AttributeValue> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(one(List.of("a", "x", "y")), any(depth - 1));
        }
        yield AttributeValue.fromM(map);
      }
    };
  }

  /**
   * A set: seldom empty, seldom with the same twice; "1" and "1.0" are such a twice for numbers.
   */
  private <T> List<T> set(List<T> of) {
    Set<T> set = new LinkedHashSet<>();
    for (int i = once(40) ? 0 : 1 + random.nextInt(3); i > 0; i--) {
      set.add(one(of));
    }
    var list = new ArrayList<>(set);
    if (once(40) && !list.isEmpty()) {
      list.add(list.getFirst());
    }
    return list;
  }

  /** An item of a layout, with index keys and some attributes, most of the right types. */
  Map<String, AttributeValue> item(Layout layout) {
    Map<String, AttributeValue> item = new LinkedHashMap<>(key(layout));
    if (random.nextInt(3) > 0) {
      item.put("G", once(60) ? any(0) : AttributeValue.fromS(one(TEXTS.subList(0, 3))));
    }
    if (random.nextInt(3) > 0) {
      item.put("H", once(60) ? any(0) : AttributeValue.fromN(one(NUMBERS)));
    }
    if (layout.sort().isPresent() && random.nextInt(3) > 0) {
      item.put("L", once(60) ? any(0) : AttributeValue.fromS(one(TEXTS)));
    }
    for (String name : List.of("a", "b", "c", "m", "l", "size")) {
      if (random.nextInt(3) > 0) {
        item.put(name, any(2));
      }
    }
    return item;
  }

  Map<String, AttributeValue> key(Layout layout) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    key.put("PK", key(layout.partition()));
    layout.sort().ifPresent(type -> key.put("SK", key(type)));
    if (once(150)) {
      key.remove(one(List.of("PK", "SK")));
    }
    return key;
  }
}
