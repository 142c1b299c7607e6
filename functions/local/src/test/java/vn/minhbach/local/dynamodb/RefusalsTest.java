package vn.minhbach.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What DynamoDB refuses, in its words. The forms of the messages were learned from a public suite
 * whose every expectation was checked against the service (infra/decisions/0021-own-table.md).
 */
class RefusalsTest {

  private static final String VALIDATION = "com.amazon.coral.validate#ValidationException";
  private static final String SERIALIZATION = "com.amazon.coral.service#SerializationException";
  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String KEY = "'TableName':'forms','Key':{'PK':{'S':'a'},'SK':{'N':'1'}}";

  private static Wire wire;

  /** A request that is refused, and how. */
  private record Case(String operation, String request, String type, String message) {}

  @BeforeAll
  static void start() {
    wire = new Wire();
    for (String name : List.of("forms", "other")) {
      Wire.Reply created =
          wire.send(
              "CreateTable",
              """
              {'TableName':'%s','BillingMode':'PAY_PER_REQUEST',
               'AttributeDefinitions':[{'AttributeName':'PK','AttributeType':'S'},
                 {'AttributeName':'SK','AttributeType':'N'},{'AttributeName':'U','AttributeType':'S'}],
               'KeySchema':[{'AttributeName':'PK','KeyType':'HASH'},
                 {'AttributeName':'SK','KeyType':'RANGE'}],
               'GlobalSecondaryIndexes':[{'IndexName':'byUnit',
                 'KeySchema':[{'AttributeName':'U','KeyType':'HASH'}],
                 'Projection':{'ProjectionType':'KEYS_ONLY'}}]}
              """
                  .formatted(name));
      assertEquals(200, created.status(), created::toString);
    }
    assertEquals(
        200,
        wire.send(
                "PutItem",
                "{'TableName':'forms','Item':{'PK':{'S':'kept'},'SK':{'N':'1'},'n':{'N':'5'},"
                    + "'t':{'S':'x'},'m':{'M':{'x':{'N':'1'}}},'l':{'L':[{'N':'1'}]}}}")
            .status());
  }

  @AfterAll
  static void stop() {
    wire.close();
  }

  @TestFactory
  Stream<DynamicTest> refusesInDynamoDbsWords() {
    return Stream.of(keys(), values(), conditions(), updates(), reads(), batches(), tables())
        .flatMap(List::stream)
        .map(one ->
            DynamicTest.dynamicTest(
                one.operation + ": " + one.message,
                () -> {
                  Wire.Reply reply = wire.send(one.operation, one.request);
                  assertEquals(400, reply.status(), reply::toString);
                  assertEquals(one.type, reply.body().path("__type").asString());
                  assertEquals(
                      one.message,
                      reply
                          .body()
                          .path(reply.body().has("Message") ? "Message" : "message")
                          .asString());
                }));
  }

  private static Case invalid(String operation, String request, String message) {
    return new Case(operation, "{" + request + "}", VALIDATION, message);
  }

  private static List<Case> keys() {
    String mismatch = "The provided key element does not match the schema";
    String empty =
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: PK";
    return List.of(
        invalid("GetItem", "'TableName':'forms','Key':{'PK':{'S':'a'}}", mismatch),
        invalid("GetItem", KEY.replace("'N':'1'", "'S':'1'"), mismatch),
        invalid("GetItem", KEY.replace("'SK'", "'sk'"), mismatch),
        invalid("DeleteItem", KEY.replace("}}", "},'U':{'S':'u'}}"), mismatch),
        invalid("GetItem", KEY.replace("'S':'a'", "'S':''"), empty),
        invalid("PutItem", KEY.replace("'Key'", "'Item'").replace("'S':'a'", "'S':''"), empty),
        invalid(
            "PutItem",
            "'TableName':'forms','Item':{'PK':{'S':'a'}}",
            INVALID + "Missing the key SK in the item"),
        invalid(
            "PutItem",
            KEY.replace("'Key'", "'Item'").replace("'N':'1'", "'S':'1'"),
            INVALID + "Type mismatch for key SK expected: N actual: S"),
        invalid(
            "PutItem",
            KEY.replace("'Key'", "'Item'").replace("}}", "},'U':{'N':'1'}}"),
            INVALID + "Type mismatch for Index Key U Expected: S Actual: N IndexName: byUnit"),
        invalid(
            "GetItem",
            KEY.replace("'S':'a'", "'S':'" + "a".repeat(2_049) + "'"),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        new Case(
            "GetItem",
            "{" + KEY.replace("forms", "nowhere") + "}",
            DYNAMODB + "ResourceNotFoundException",
            "Requested resource not found"));
  }

  private static List<Case> values() {
    return List.of(
        item("{'NULL':false}", INVALID + "Null attribute value types must have the value of true"),
        item("{'SS':[]}", INVALID + "An string set  may not be empty"),
        item("{'NS':[]}", INVALID + "An number set  may not be empty"),
        item("{'BS':[]}", INVALID + "Binary sets should not be empty"),
        item("{'L':[{'SS':[]}]}", INVALID + "An string set  may not be empty"),
        item("{'SS':['a','b','a']}", INVALID + "Input collection [a, b, a] contains duplicates."),
        item("{'N':'một'}", "The parameter cannot be converted to a numeric value: một"),
        item(
            "{'N':'1" + "0".repeat(37) + "1'}",
            "Attempting to store more than 38 significant digits in a Number"),
        item(
            "{'N':'1E126'}",
            "Number overflow. Attempting to store a number with magnitude larger than supported"
                + " range"),
        item(
            "{'N':'-1E-131'}",
            "Number underflow. Attempting to store a number with magnitude smaller than supported"
                + " range"),
        item(
            "{}",
            "Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes"),
        item(
            "{'S':'a','N':'1'}",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                + " the supported datatypes"),
        item(
            "{'S':'" + "x".repeat(400 * 1024) + "'}",
            "Item size has exceeded the maximum allowed size"),
        new Case(
            "PutItem",
            "{'TableName':'forms','Item':{'PK':{'S':'a'},'SK':{'N':1}}}",
            SERIALIZATION,
            "NUMBER_VALUE cannot be converted to String"),
        new Case(
            "PutItem",
            "{'TableName':'forms','Item':{'PK':{'S':'a'},'SK':{'N':'1'},'b':{'BOOL':1}}}",
            SERIALIZATION,
            "NUMBER_VALUE cannot be converted to Boolean"));
  }

  private static Case item(String value, String message) {
    return invalid(
        "PutItem", KEY.replace("'Key'", "'Item'").replace("}}", "},'v':" + value + "}"), message);
  }

  private static List<Case> conditions() {
    String condition = "Invalid ConditionExpression: ";
    return List.of(
        condition("", condition + "The expression can not be empty;", ""),
        condition("n =", condition + "Syntax error; token: \"<EOF>\", near: \"=\"", ""),
        condition("n = = :v", condition + "Syntax error; token: \"=\", near: \"= = :v\"", ":v"),
        condition(
            "n = :w",
            condition
                + "An expression attribute value used in expression is not defined; attribute"
                + " value: :w",
            ":v"),
        condition(
            "#n = :v",
            condition
                + "An expression attribute name used in the document path is not defined; attribute"
                + " name: #n",
            ":v"),
        condition(
            "attribute_exists(n)",
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}",
            ":v"),
        condition(
            "status = :v",
            condition + "Attribute name is a reserved keyword; reserved keyword: status",
            ":v"),
        condition("absent(n)", condition + "Invalid function name; function: absent", ""),
        condition(
            "attribute_exists(n, t)",
            condition
                + "Incorrect number of operands for operator or function; operator or function:"
                + " attribute_exists, number of operands: 2",
            ""),
        condition(
            "begins_with(t, :v)",
            condition
                + "Incorrect operand type for operator or function; operator or function:"
                + " begins_with, operand type: N",
            ":v"),
        condition("((n = :v))", condition + "The expression has redundant parentheses;", ":v"),
        condition(
            "n = n",
            condition
                + "The first operand must be distinct from the remaining operands for this operator"
                + " or function; operator: =, first operand: [n]",
            ""),
        condition(
            "size(n)",
            condition
                + "The function is not allowed to be used this way in an expression; function:"
                + " size",
            ""),
        condition(
            "attribute_exists(n) = :v",
            condition
                + "The function is not allowed to be used this way in an expression; function:"
                + " attribute_exists",
            ":v"),
        invalid(
            "DeleteItem",
            KEY
                + ",'ConditionExpression':':v BETWEEN n AND t','ExpressionAttributeValues':"
                + "{':v':{'SS':['a']}}",
            condition
                + "Incorrect operand type for operator or function; operator or function: BETWEEN,"
                + " operand type: SS"),
        new Case(
            "PutItem",
            "{'TableName':'forms','Item':{'PK':{'S':'kept'},'SK':{'N':'1'}},"
                + "'ConditionExpression':'attribute_not_exists(PK)'}",
            DYNAMODB + "ConditionalCheckFailedException",
            "The conditional request failed"));
  }

  private static Case condition(String expression, String message, String value) {
    return invalid(
        "DeleteItem",
        KEY
            + ",'ConditionExpression':'"
            + expression
            + "'"
            + (value.isEmpty() ? "" : ",'ExpressionAttributeValues':{'" + value + "':{'N':'1'}}"),
        message);
  }

  private static List<Case> updates() {
    String update = "Invalid UpdateExpression: ";
    String path = "The document path provided in the update expression is invalid for update";
    return List.of(
        update("", update + "The expression can not be empty;", null),
        update("SET", update + "Syntax error; token: \"<EOF>\", near: \"SET\"", null),
        update(
            "SET n = :v SET t = :v",
            update + "The \"SET\" section can only be used once in an update expression;",
            "{'N':'1'}"),
        update(
            "SET m = :v, m.x = :v",
            update
                + "Two document paths overlap with each other; must remove or rewrite one of these"
                + " paths; path one: [m], path two: [m, x]",
            "{'N':'1'}"),
        update(
            "SET SK = :v",
            INVALID + "Cannot update attribute SK. This attribute is part of the key",
            "{'N':'1'}"),
        update("SET t.x = :v", path, "{'N':'1'}"),
        update("SET gone.x = :v", path, "{'N':'1'}"),
        update(
            "SET n = gone",
            "The provided expression refers to an attribute that does not exist in the item",
            null),
        update(
            "SET n = t + :v",
            "An operand in the update expression has an incorrect data type",
            "{'N':'1'}"),
        update(
            "ADD n :v",
            update
                + "Incorrect operand type for operator or function; operator: ADD, operand type:"
                + " STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
            "{'S':'1'}"),
        update(
            "DELETE n :v",
            update
                + "Incorrect operand type for operator or function; operator: DELETE, operand type:"
                + " NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
            "{'N':'1'}"),
        update(
            "SET U = :v",
            INVALID + "Type mismatch for Index Key U Expected: S Actual: N IndexName: byUnit",
            "{'N':'1'}"),
        update(
            "SET t = :v",
            "Item size to update has exceeded the maximum allowed size",
            "{'S':'" + "x".repeat(400 * 1024) + "'}"));
  }

  private static Case update(String expression, String message, String value) {
    return invalid(
        "UpdateItem",
        KEY.replace("'a'", "'kept'")
            + ",'UpdateExpression':'"
            + expression
            + "'"
            + (value == null ? "" : ",'ExpressionAttributeValues':{':v':" + value + "}"),
        message);
  }

  private static List<Case> reads() {
    String key = "Query condition missed key schema element: PK";
    String scalars =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: ";
    return List.of(
        query("n = :v", "", key),
        query("PK > :v", "", "Query key condition not supported"),
        query(
            "U = :v",
            ",'IndexName':'byUnit','FilterExpression':'n = :v'",
            INVALID + "Secondary index byUnit does not project one or more filter attributes: [n]"),
        query("PK = :v", ",'ProjectionExpression':'PK[1]'", scalars + "Key: PK"),
        query("PK = :v", ",'FilterExpression':'U.x = :v'", scalars + "IndexKey: U"),
        query("PK = :v AND n = :v", "", "Query condition missed key schema element: SK"),
        query("PK = :v OR SK = :v", "", "Invalid operator used in KeyConditionExpression: OR"),
        query(
            "PK = :v",
            ",'FilterExpression':'SK = :v'",
            "Filter Expression can only contain non-primary key attributes: Primary key attribute:"
                + " SK"),
        query(
            "PK = :v",
            ",'Limit':0",
            "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member"
                + " must have value greater than or equal to 1"),
        query(
            "U = :v",
            ",'IndexName':'byUnit','ConsistentRead':true",
            "Consistent reads are not supported on global secondary indexes"),
        query(
            "PK = :v", ",'IndexName':'none'", "The table does not have the specified index: none"),
        query(
            "PK = :v",
            ",'Select':'SPECIFIC_ATTRIBUTES'",
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
                + " SPECIFIC_ATTRIBUTES"),
        query(
            "PK = :v",
            ",'Select':'COUNT','ProjectionExpression':'n'",
            "Cannot specify the ProjectionExpression when choosing to get only the Count"),
        query(
            "U = :v",
            ",'IndexName':'byUnit','Select':'ALL_ATTRIBUTES'",
            INVALID
                + "Select type ALL_ATTRIBUTES is not supported for global secondary index byUnit"
                + " because its projection type is not ALL"),
        query(
            "PK = :v",
            ",'ExclusiveStartKey':{'PK':{'S':'other'},'SK':{'N':'1'}}",
            "The provided starting key is outside query boundaries based on provided conditions"),
        query(
            "PK = :v",
            ",'ExclusiveStartKey':{'PK':{'S':'a'}}",
            "The provided starting key is invalid"),
        invalid(
            "Scan",
            "'TableName':'forms','Segment':2,'TotalSegments':2",
            "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
                + " Segment: 2 is not less than TotalSegments: 2"),
        invalid(
            "Scan",
            "'TableName':'forms','Segment':1",
            "The TotalSegments parameter is required but was not present in the request when"
                + " Segment parameter is present"),
        invalid(
            "GetItem",
            KEY + ",'ProjectionExpression':'m, m.x'",
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove"
                + " or rewrite one of these paths; path one: [m], path two: [m, x]"),
        invalid(
            "GetItem",
            KEY + ",'ExpressionAttributeNames':{'#n':'n'}",
            "ExpressionAttributeNames can only be specified when using expressions"));
  }

  private static Case query(String condition, String more, String message) {
    return invalid(
        "Query",
        "'TableName':'forms','KeyConditionExpression':'"
            + condition
            + "','ExpressionAttributeValues':{':v':{'S':'a'}}"
            + more,
        message);
  }

  private static List<Case> batches() {
    String key = "{'PK':{'S':'a'},'SK':{'N':'1'}}";
    String check =
        "{'ConditionCheck':{'TableName':'forms','Key':%s,'ConditionExpression':'attribute_exists(PK)'}}";
    return List.of(
        invalid(
            "BatchGetItem",
            "'RequestItems':{'forms':{'Keys':[" + key + "," + key + "]}}",
            "Provided list of item keys contains duplicates"),
        invalid(
            "BatchGetItem",
            "'RequestItems':{}",
            "The requestItems parameter is required for BatchGetItem"),
        invalid(
            "BatchWriteItem",
            "'RequestItems':{'forms':[{'PutRequest':{'Item':"
                + key
                + "}},{'DeleteRequest':{'Key':"
                + key
                + "}}]}",
            "Provided list of item keys contains duplicates"),
        invalid(
            "TransactWriteItems",
            "'TransactItems':["
                + check.formatted(key)
                + ",{'Delete':{'TableName':'forms','Key':"
                + key
                + "}}]",
            "Transaction request cannot include multiple operations on one item"),
        invalid(
            "TransactWriteItems",
            "'TransactItems':[{}]",
            "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"),
        new Case(
            "TransactWriteItems",
            "{'TransactItems':["
                + check.formatted("{'PK':{'S':'kept'},'SK':{'N':'1'}}")
                + ","
                + check.formatted(key)
                + "]}",
            DYNAMODB + "TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " ConditionalCheckFailed]"));
  }

  private static List<Case> tables() {
    String keys =
        "'BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'PK','KeyType':'HASH'}]";
    return List.of(
        new Case(
            "CreateTable",
            "{'TableName':'forms',"
                + keys
                + ",'AttributeDefinitions':[{'AttributeName':'PK',"
                + "'AttributeType':'S'}]}",
            DYNAMODB + "ResourceInUseException",
            "Table already exists: forms"),
        invalid(
            "CreateTable",
            "'TableName':'more',"
                + keys
                + ",'AttributeDefinitions':[{'AttributeName':'PK',"
                + "'AttributeType':'S'},{'AttributeName':'x','AttributeType':'S'}]",
            INVALID
                + "Number of attributes in KeySchema does not exactly match number of attributes"
                + " defined in AttributeDefinitions"),
        new Case(
            "DescribeTable",
            "{'TableName':'nowhere'}",
            DYNAMODB + "ResourceNotFoundException",
            "Requested resource not found: Table: nowhere not found"),
        new Case(
            "ExecuteStatement",
            "{'Statement':'SELECT * FROM forms'}",
            "com.amazon.coral.service#UnknownOperationException",
            "Not served by the local table: ExecuteStatement"));
  }

  @Test
  void aFailedConditionHandsOverTheOldItemWhereAsked() {
    String put =
        "{'TableName':'forms','Item':{'PK':{'S':'kept'},'SK':{'N':'1'}},"
            + "'ConditionExpression':'attribute_not_exists(PK)'"
            + ",'ReturnValuesOnConditionCheckFailure':'%s'}";
    assertEquals(
        Wire.json(
            "{'PK':{'S':'kept'},'SK':{'N':'1'},'n':{'N':'5'},'t':{'S':'x'},"
                + "'m':{'M':{'x':{'N':'1'}}},'l':{'L':[{'N':'1'}]}}"),
        wire.send("PutItem", put.formatted("ALL_OLD")).body().path("Item"));
    assertEquals(false, wire.send("PutItem", put.formatted("NONE")).body().has("Item"));
  }

  @Test
  void aCancelledTransactionSaysWhyItemByItem() {
    Wire.Reply reply =
        wire.send(
            "TransactWriteItems",
            "{'TransactItems':["
                + "{'Put':{'TableName':'other','Item':{'PK':{'S':'p'},'SK':{'N':'1'}}}},"
                + "{'Delete':{'TableName':'forms','Key':{'PK':{'S':'kept'},'SK':{'N':'1'}},"
                + "'ConditionExpression':'n = :v','ExpressionAttributeValues':{':v':{'N':'6'}},"
                + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}]}");
    assertEquals(400, reply.status());
    assertEquals(
        Wire.json(
            "[{'Code':'None'},{'Code':'ConditionalCheckFailed',"
                + "'Message':'The conditional request failed',"
                + "'Item':{'PK':{'S':'kept'},'SK':{'N':'1'},'n':{'N':'5'},'t':{'S':'x'},"
                + "'m':{'M':{'x':{'N':'1'}}},'l':{'L':[{'N':'1'}]}}}]"),
        reply.body().path("CancellationReasons"));
    assertEquals(
        Wire.json("{}"),
        wire.send("GetItem", "{'TableName':'other','Key':{'PK':{'S':'p'},'SK':{'N':'1'}}}").body(),
        "and nothing of it was written");
  }

  /** Within ten minutes a token names one request, done once; after them it is new. */
  @Test
  void aTokenIsKeptForTenMinutes() {
    String add =
        "{'ClientRequestToken':'t','TransactItems':[{'Update':{'TableName':'other',"
            + "'Key':{'PK':{'S':'token'},'SK':{'N':'1'}},'UpdateExpression':'ADD n :v',"
            + "'ExpressionAttributeValues':{':v':{'N':'%s'}}}}]}";
    assertEquals(200, wire.send("TransactWriteItems", add.formatted(1)).status());
    wire.now.updateAndGet(now -> now.plusSeconds(599));
    assertEquals(200, wire.send("TransactWriteItems", add.formatted(1)).status());
    assertEquals("1", count());
    assertEquals(
        DYNAMODB + "IdempotentParameterMismatchException",
        wire.send("TransactWriteItems", add.formatted(2)).body().path("__type").asString());
    wire.now.updateAndGet(now -> now.plusSeconds(2));
    assertEquals(200, wire.send("TransactWriteItems", add.formatted(2)).status());
    assertEquals("3", count());
  }

  private static String count() {
    return wire.send("GetItem", "{'TableName':'other','Key':{'PK':{'S':'token'},'SK':{'N':'1'}}}")
        .body()
        .at("/Item/n/N")
        .asString();
  }
}
