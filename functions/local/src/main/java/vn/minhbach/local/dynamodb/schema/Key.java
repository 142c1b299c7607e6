package vn.minhbach.local.dynamodb.schema;

import vn.minhbach.local.dynamodb.item.Bytes;
import vn.minhbach.local.dynamodb.item.Item;

/**
 * A key, as attributes and as the bytes that the store orders by.
 *
 * @param partition a hash and the partition key
 * @param sort empty when there is no sort key
 */
public record Key(Bytes partition, Bytes sort, Item attributes) {}
