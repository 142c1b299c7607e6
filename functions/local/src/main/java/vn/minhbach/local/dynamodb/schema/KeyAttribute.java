package vn.minhbach.local.dynamodb.schema;

/**
 * An attribute of a key.
 *
 * @param type S, N or B
 */
public record KeyAttribute(String name, String type) {}
