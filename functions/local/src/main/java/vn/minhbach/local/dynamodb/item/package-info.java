/** DynamoDB's values: the ten types, their JSON, their sizes and the order of keys. */
package vn.minhbach.local.dynamodb.item;
