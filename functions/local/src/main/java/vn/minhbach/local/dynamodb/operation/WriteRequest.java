package vn.minhbach.local.dynamodb.operation;

import java.util.List;
import java.util.Optional;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Condition;
import vn.minhbach.local.dynamodb.expression.ConditionParser;
import vn.minhbach.local.dynamodb.expression.Kind;
import vn.minhbach.local.dynamodb.expression.Placeholders;
import vn.minhbach.local.dynamodb.expression.Update;
import vn.minhbach.local.dynamodb.expression.UpdateParser;
import vn.minhbach.local.dynamodb.item.Item;
import vn.minhbach.local.dynamodb.schema.Table;

/**
 * A put, update, delete or check as a request words it, read as far as that needs no table. The
 * same for an operation of its own and an action of a transaction.
 *
 * @param table its name
 * @param attributes the item that is put, else the key
 */
record WriteRequest(
    String table,
    Item attributes,
    Write.Action action,
    Optional<Condition> condition,
    boolean oldOnFailure) {

  private static final List<String> EXPRESSIONS =
      List.of(Kind.UPDATE.parameter(), Kind.CONDITION.parameter());

  /** The kinds of writes. */
  enum Verb {
    /** PutItem. */
    PUT("Item"),
    /** UpdateItem. */
    UPDATE("Key"),
    /** DeleteItem. */
    DELETE("Key"),
    /** ConditionCheck of a transaction. */
    CHECK("Key");

    private final String attributes;

    Verb(String attributes) {
      this.attributes = attributes;
    }
  }

  /**
   * Reads one whose members were checked.
   *
   * @throws Refusal when an expression or a value is not well formed
   */
  static WriteRequest of(Verb verb, String table, Request request) {
    boolean old = Options.oldOnFailure(request);
    request.required(verb == Verb.PUT ? "item" : "key", request.json().path(verb.attributes));
    if (verb == Verb.CHECK) {
      request.required("conditionExpression", request.json().path("ConditionExpression"));
    }
    request.refuseFaults();
    request.refuseLegacy(
        List.of("Expected", "ConditionalOperator", "AttributeUpdates"), EXPRESSIONS);
    Item attributes = request.item(verb.attributes);
    Placeholders placeholders = new Placeholders(request.json());
    String updating = request.text(Kind.UPDATE.parameter());
    String condition = request.text(Kind.CONDITION.parameter());
    if (updating == null && condition == null) {
      if (verb == Verb.UPDATE) {
        placeholders.refuseWithout(Kind.UPDATE, Kind.CONDITION);
      } else {
        placeholders.refuseWithout(Kind.CONDITION);
      }
    }
    Write.Action action =
        switch (verb) {
          case PUT -> new Write.Put(attributes);
          case UPDATE ->
              new Write.Apply(
                  updating == null ? Update.NONE : UpdateParser.parse(updating, placeholders));
          case DELETE -> new Write.Delete();
          case CHECK -> new Write.Check();
        };
    Optional<Condition> parsed =
        Optional.ofNullable(condition)
            .map(source -> ConditionParser.parse(Kind.CONDITION, source, placeholders));
    placeholders.refuseUnused();
    return new WriteRequest(table, attributes, action, parsed, old);
  }

  /**
   * The write to a table.
   *
   * @throws Refusal when the table cannot have such an item or key
   */
  Write on(Table found) {
    return Write.of(found, attributes, action, condition, oldOnFailure);
  }
}
