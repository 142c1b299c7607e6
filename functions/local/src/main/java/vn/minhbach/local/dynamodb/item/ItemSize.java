package vn.minhbach.local.dynamodb.item;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.minhbach.local.dynamodb.item.AttributeValue.B;
import vn.minhbach.local.dynamodb.item.AttributeValue.BS;
import vn.minhbach.local.dynamodb.item.AttributeValue.Bool;
import vn.minhbach.local.dynamodb.item.AttributeValue.L;
import vn.minhbach.local.dynamodb.item.AttributeValue.M;
import vn.minhbach.local.dynamodb.item.AttributeValue.N;
import vn.minhbach.local.dynamodb.item.AttributeValue.NS;
import vn.minhbach.local.dynamodb.item.AttributeValue.Null;
import vn.minhbach.local.dynamodb.item.AttributeValue.S;
import vn.minhbach.local.dynamodb.item.AttributeValue.SS;

/** Sizes as DynamoDB's developer guide gives them ("Item sizes and formats"). */
final class ItemSize {

  private static final int OF_A_COLLECTION = 3;
  private static final int OF_AN_ELEMENT = 1;

  private ItemSize() {}

  static int of(Map<String, AttributeValue> attributes) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      size += utf8(attribute.getKey()) + of(attribute.getValue());
    }
    return size;
  }

  private static int of(AttributeValue value) {
    return switch (value) {
      case S(String text) -> utf8(text);
      case N number -> Decimal.size(number.value());
      case B(Bytes bytes) -> bytes.length();
      case Bool _, Null _ -> 1;
      case M(Map<String, AttributeValue> map) ->
          OF_A_COLLECTION + of(map) + OF_AN_ELEMENT * map.size();
      case L list ->
          OF_A_COLLECTION + list.value().stream().mapToInt(one -> OF_AN_ELEMENT + of(one)).sum();
      case SS set -> set.value().stream().mapToInt(ItemSize::utf8).sum();
      case NS set -> set.value().stream().mapToInt(Decimal::size).sum();
      case BS set -> set.value().stream().mapToInt(Bytes::length).sum();
    };
  }

  private static int utf8(String text) {
    int length = text.length();
    for (int index = 0; index < length; index++) {
      if (text.charAt(index) >= 0x80) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return length;
  }
}
