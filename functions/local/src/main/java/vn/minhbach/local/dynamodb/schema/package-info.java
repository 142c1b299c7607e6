/** What a table is: its keys, its indexes, its stream; and what it refuses of items and keys. */
package vn.minhbach.local.dynamodb.schema;
