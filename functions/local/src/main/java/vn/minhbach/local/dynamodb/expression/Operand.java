package vn.minhbach.local.dynamodb.expression;

import vn.minhbach.local.dynamodb.item.AttributeValue;

/** What a condition compares. */
public sealed interface Operand {

  /** A value in the item. */
  record Path(DocumentPath path) implements Operand {}

  /** A value that came with the request. */
  record Literal(String placeholder, AttributeValue value) implements Operand {}

  /** The size of a value in the item: characters, bytes or elements. */
  record Size(DocumentPath path) implements Operand {}
}
