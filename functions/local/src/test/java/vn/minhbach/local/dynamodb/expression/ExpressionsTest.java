package vn.minhbach.local.dynamodb.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.Item;

class ExpressionsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ITEM =
      """
      {"s":{"S":"minh bạch"},"n":{"N":"7"},"b":{"B":"AQID"},"t":{"BOOL":true},"z":{"NULL":true},
       "m":{"M":{"x":{"N":"1"},"y":{"L":[{"S":"a"},{"S":"b"}]}}},"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]},
       "ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}\
      """;

  private static final String VALUES =
      """
      ":one":{"N":"1"},":six":{"N":"6"},":seven":{"N":"7.0"},":eight":{"N":"8"},":a":{"S":"a"},":minh":{"S":"minh"},
      ":S":{"S":"S"},":ss":{"SS":["b","a"]},":c":{"SS":["b","c"]},":all":{"SS":["a","b"]},":list":{"L":[{"N":"9"}]},
      ":map":{"M":{}},":bin":{"B":"AQ=="},":what":{"S":"WHAT"},":true":{"BOOL":true},":two":{"NS":["2","3"]}\
      """;

  private static Item item() {
    return AttributeJson.item(JSON.readTree(ITEM));
  }

  private static Placeholders placeholders() {
    return new Placeholders(
        JSON.readTree(
            "{\"ExpressionAttributeNames\":{\"#n\":\"n\"},\"ExpressionAttributeValues\":{"
                + VALUES
                + "}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s = s OR #n = :seven",
        "n = :seven",
        "#n = :seven and not n = :eight",
        "n BETWEEN :six AND :eight",
        "n BETWEEN :one AND n",
        "n IN (:one, :seven)",
        "absent <> :one",
        "n <> :one",
        "n <> :a",
        "NOT (n < :a)",
        "attribute_exists(m.x)",
        "attribute_exists(m.y[1])",
        "attribute_not_exists(m.y[2])",
        "attribute_not_exists(s.x)",
        "attribute_type(s, :S)",
        "begins_with(s, :minh)",
        "begins_with(b, :bin)",
        "contains(s, :minh)",
        "contains(ss, :a)",
        "contains(l, :one)",
        "contains(b, :bin)",
        "size(s) = size(s)",
        "size(l) > :one",
        "size(m) < :six",
        "ss = :ss",
        "t = :true",
        "(n = :one OR n = :seven) AND (s <> :a)",
        "n = :one OR n = :six OR n = :seven",
        "n = :one AND n = :six OR n = :seven",
        ":six < n"
      })
  void holds(String condition) {
    // Of two sides alike there is nothing to compare: refused, in DynamoDB as here.
    if (condition.startsWith("s = s")) {
      assertThrows(Refusal.class, () -> parse(condition));
      return;
    }
    assertEquals(true, Conditions.hold(parse(condition), item()), condition);
    assertEquals(false, Conditions.hold(new Condition.Not(parse(condition)), item()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "absent = :one",
        "absent < :one",
        "n < :a",
        "n = :a",
        "size(n) = :one",
        "contains(n, :one)",
        "begins_with(n, :a)",
        "absent IN (:one)",
        "absent BETWEEN :one AND :six",
        "l[9] = :one",
        "attribute_type(absent, :S)"
      })
  void doesNotHold(String condition) {
    assertEquals(false, Conditions.hold(parse(condition), item()), condition);
  }

  private static Condition parse(String condition) {
    return ConditionParser.parse(Kind.CONDITION, condition, placeholders());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "a ! b | Syntax error; token: \"!\", near: \"a ! b\"",
        "a = :one) | Syntax error; token: \")\", near: \":one)\"",
        "((a = :one)) | The expression has redundant parentheses;",
        "status = :one | Attribute name is a reserved keyword; reserved keyword: status",
        "#no = :one | An expression attribute name used in the document path is not defined;"
            + " attribute name: #no",
        "a = :no | An expression attribute value used in expression is not defined; attribute"
            + " value: :no",
        "a BETWEEN :six AND :one | The BETWEEN operator requires upper bound to be greater than or"
            + " equal to lower bound; lower bound operand: AttributeValue: {N:6}, upper bound"
            + " operand: AttributeValue: {N:1}",
        "a BETWEEN :one AND :a | The BETWEEN operator requires same data type for lower and upper"
            + " bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand:"
            + " AttributeValue: {S:a}",
        "a < :map | Incorrect operand type for operator or function; operator or function: <,"
            + " operand type: M",
        "begins_with(a, :one) | Incorrect operand type for operator or function; operator or"
            + " function: begins_with, operand type: N",
        "size(a) | The function is not allowed to be used this way in an expression; function:"
            + " size",
        "size(a, b) = :one | Incorrect number of operands for operator or function; operator or"
            + " function: size, number of operands: 2",
        "contains(a) | Incorrect number of operands for operator or function; operator or function:"
            + " contains, number of operands: 1",
        "begin(a, :a) | Invalid function name; function: begin",
        "a = begins_with(a, :a) | The function is not allowed to be used this way in an expression;"
            + " function: begins_with",
        "begins_with(a, :a) = :true | The function is not allowed to be used this way in an"
            + " expression; function: begins_with",
        ":map BETWEEN :one AND :six | Incorrect operand type for operator or function; operator or"
            + " function: BETWEEN, operand type: M",
        "attribute_exists(:a) | Operator or function requires a document path; operator or"
            + " function: attribute_exists",
        "attribute_type(a, :what) | Invalid attribute type name found; type: WHAT, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "a = a | The first operand must be distinct from the remaining operands for this operator"
            + " or function; operator: =, first operand: [a]",
      })
  void refuses(String condition, String why) {
    Refusal refusal = assertThrows(Refusal.class, () -> parse(condition));
    assertEquals("Invalid ConditionExpression: " + why, refusal.getMessage());
  }

  @Test
  void aTreeTooDeepOrTooLongIsRefusedAndNotFollowed() {
    assertThrows(Refusal.class, () -> parse("n = :one" + " OR n = :one".repeat(300)));
    assertThrows(Refusal.class, () -> parse("(".repeat(4000) + "n = :one"));
    assertThrows(Refusal.class, () -> parse("NOT ".repeat(1000) + "n = :one"));
    assertThrows(Refusal.class, () -> parse("n = :one" + " ".repeat(5000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET n = n + :one, p = n | n | {\"N\":\"8\"}",
        "SET p = n - :eight, n = :one | p | {\"N\":\"-1\"}",
        "SET m.x = if_not_exists(m.x, :six) | m |"
            + " {\"M\":{\"x\":{\"N\":\"1\"},\"y\":{\"L\":[{\"S\":\"a\"},{\"S\":\"b\"}]}}}",
        "SET p = if_not_exists(p, :one) + :six | p | {\"N\":\"7\"}",
        "SET l = list_append(:list, l) | l |"
            + " {\"L\":[{\"N\":\"9\"},{\"N\":\"1\"},{\"N\":\"2\"},{\"N\":\"3\"}]}",
        "SET l[7] = :six, l[5] = :one | l |"
            + " {\"L\":[{\"N\":\"1\"},{\"N\":\"2\"},{\"N\":\"3\"},{\"N\":\"1\"},{\"N\":\"6\"}]}",
        "REMOVE l[0], l[2] | l | {\"L\":[{\"N\":\"2\"}]}",
        "REMOVE l[9] | l | {\"L\":[{\"N\":\"1\"},{\"N\":\"2\"},{\"N\":\"3\"}]}",
        "REMOVE m.x SET m.y[0] = :one | m | {\"M\":{\"y\":{\"L\":[{\"N\":\"1\"},{\"S\":\"b\"}]}}}",
        "REMOVE n | n | null",
        "ADD n :one, p :six | n | {\"N\":\"8\"}",
        "ADD p :c | p | {\"SS\":[\"b\",\"c\"]}",
        "ADD ss :c | ss | {\"SS\":[\"a\",\"b\",\"c\"]}",
        "ADD ns :two | ns | {\"NS\":[\"1\",\"2\",\"3\"]}",
        "DELETE ss :c | ss | {\"SS\":[\"a\"]}",
        "DELETE ss :all | ss | null",
        "DELETE p :all | p | null",
      })
  void updates(String update, String attribute, String expected) {
    Item after = Updates.apply(UpdateParser.parse(update, placeholders()), item());
    assertEquals(
        expected,
        after.get(attribute) == null
            ? "null"
            : AttributeJson.write(after.get(attribute)).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET a.b.c = :one | The document path provided in the update expression is invalid for"
            + " update",
        "SET s.x = :one | The document path provided in the update expression is invalid for"
            + " update",
        "SET m[0] = :one | The document path provided in the update expression is invalid for"
            + " update",
        "SET a = absent | The provided expression refers to an attribute that does not exist in the"
            + " item",
        "SET n = s + :one | An operand in the update expression has an incorrect data type",
        "SET l = list_append(s, :list) | An operand in the update expression has an incorrect data"
            + " type",
        "ADD s :one | An operand in the update expression has an incorrect data type",
        "ADD ns :c | An operand in the update expression has an incorrect data type",
        "DELETE n :c | An operand in the update expression has an incorrect data type",
        "SET a = :one SET b = :one | Invalid UpdateExpression: The \"SET\" section can only be used"
            + " once in an update expression;",
        "SET a = :one, a = :six | Invalid UpdateExpression: Two document paths overlap with each"
            + " other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
        "SET m.x = :one REMOVE m | Invalid UpdateExpression: Two document paths overlap with each"
            + " other; must remove or rewrite one of these paths; path one: [m, x], path two: [m]",
        "SET a.b = :one, a[0] = :one | Invalid UpdateExpression: Two document paths conflict with"
            + " each other; must remove or rewrite one of these paths; path one: [a, b], path two:"
            + " [a, [0]]",
        "SET a = :one + :a | Invalid UpdateExpression: Incorrect operand type for operator or"
            + " function; operator or function: +, operand type: S",
        "ADD a :a | Invalid UpdateExpression: Incorrect operand type for operator or function;"
            + " operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
        "DELETE a :one | Invalid UpdateExpression: Incorrect operand type for operator or function;"
            + " operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
        "PUT a :one | Invalid UpdateExpression: Syntax error; token: \"PUT\", near: \"PUT a\"",
      })
  void refusesUpdates(String update, String why) {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> Updates.apply(UpdateParser.parse(update, placeholders()), item()));
    assertEquals(why, refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n, absent | {\"n\":{\"N\":\"7\"}}",
        "m.y[1], m.x | {\"m\":{\"M\":{\"y\":{\"L\":[{\"S\":\"b\"}]},\"x\":{\"N\":\"1\"}}}}",
        "l[2], l[0] | {\"l\":{\"L\":[{\"N\":\"1\"},{\"N\":\"3\"}]}}",
      })
  void projects(String projection, String expected) {
    Item part = Projection.parse(projection, placeholders()).of(item());
    assertEquals(expected, AttributeJson.write(part).toString());
  }

  @Test
  void refusesPlaceholdersThatNothingUses() {
    Placeholders some = placeholders();
    ConditionParser.parse(Kind.CONDITION, "#n = :one", some);
    assertEquals(
        "ExpressionAttributeValues",
        assertThrows(Refusal.class, some::refuseUnused).getMessage().split(" ")[3]);
  }
}
