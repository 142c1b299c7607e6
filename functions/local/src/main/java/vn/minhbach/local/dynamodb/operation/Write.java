package vn.minhbach.local.dynamodb.operation;

import java.sql.SQLException;
import java.util.Optional;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Condition;
import vn.minhbach.local.dynamodb.expression.Conditions;
import vn.minhbach.local.dynamodb.expression.DocumentPath;
import vn.minhbach.local.dynamodb.expression.Update;
import vn.minhbach.local.dynamodb.expression.Updates;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Key;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Change;
import vn.minhbach.local.dynamodb.store.Items;
import vn.minhbach.local.dynamodb.store.Session;

/**
 * A write of one item, or the check of one, before it is known what is there.
 *
 * @param oldOnFailure whether a failed condition answers the item
 */
record Write(
    Table table, Key key, Action action, Optional<Condition> condition, boolean oldOnFailure) {

  /** What is to be done. */
  sealed interface Action {}

  /** Puts an item in the place of what is there. */
  record Put(Item item) implements Action {}

  /** Changes what is there, or makes it. */
  record Apply(Update update) implements Action {}

  /** Deletes what is there. */
  record Delete() implements Action {}

  /** Does nothing but to see to the condition. */
  record Check() implements Action {}

  /**
   * A write of a table's item.
   *
   * @param attributes the item that is put, else the key
   * @throws Refusal when the table cannot have such an item or key
   */
  static Write of(
      Table table,
      Item attributes,
      Action action,
      Optional<Condition> condition,
      boolean oldOnFailure) {
    Key key = action instanceof Put ? table.keyOf(attributes) : table.key(attributes);
    if (action instanceof Put(Item item) && item.size() > Item.LARGEST) {
      throw Refusal.validation("Item size has exceeded the maximum allowed size");
    }
    condition.ifPresent(some -> table.refuseIntoKeys(Conditions.paths(some)));
    if (action instanceof Apply(Update update)) {
      table.refuseIntoKeys(update.paths());
      for (DocumentPath path : update.paths()) {
        if (table.keys().has(path.attribute())) {
          throw Refusal.parameter(
              "Cannot update attribute %s. This attribute is part of the key"
                  .formatted(path.attribute()));
        }
      }
    }
    return new Write(table, key, action, condition, oldOnFailure);
  }

  /**
   * Within a write: what it will change, from what is there. Nothing is written yet.
   *
   * @throws Refusal when the condition does not hold, or the item cannot be changed so
   */
  Change change(Session session) throws SQLException {
    Item before = Items.get(session, table, key);
    if (condition.isPresent() && !Conditions.hold(condition.get(), before)) {
      throw Refusal.conditionFailed(
          oldOnFailure && before != null ? AttributeJson.write(before) : null);
    }
    return new Change(table, key, before, after(before), false);
  }

  /** What is there, for a request that was done before. */
  Change unchanged(Session session) throws SQLException {
    Item there = Items.get(session, table, key);
    return new Change(table, key, there, there, false);
  }

  private Item after(Item before) {
    return switch (action) {
      case Put(Item item) -> item;
      case Delete() -> null;
      case Check() -> before;
      case Apply(Update update) -> {
        Item after = Updates.apply(update, before == null ? key.attributes() : before);
        if (after.size() > Item.LARGEST) {
          throw Refusal.validation("Item size to update has exceeded the maximum allowed size");
        }
        table.refuseBadIndexKeys(after);
        yield after;
      }
    };
  }
}
