package vn.minhbach.local.dynamodb.expression;

import vn.minhbach.local.dynamodb.Refusal;

/** The kinds of expressions, named as the request's parameters are. */
public enum Kind {
  /** Of a write, or a check in a transaction. */
  CONDITION("ConditionExpression"),
  /** Which items of a partition a query reads. */
  KEY_CONDITION("KeyConditionExpression"),
  /** Which of the items read are answered. */
  FILTER("FilterExpression"),
  /** Which attributes are answered. */
  PROJECTION("ProjectionExpression"),
  /** What a write changes. */
  UPDATE("UpdateExpression");

  private final String parameter;

  Kind(String parameter) {
    this.parameter = parameter;
  }

  /** The name of the parameter. */
  public String parameter() {
    return parameter;
  }

  Refusal refusal(String why) {
    return Refusal.validation("Invalid " + parameter + ": " + why);
  }
}
