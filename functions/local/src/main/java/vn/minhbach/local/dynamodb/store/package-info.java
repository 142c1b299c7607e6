/**
 * Where tables, items, stream records and request tokens are kept: one SQLite database, on disk or
 * in memory, written by one at a time.
 */
package vn.minhbach.local.dynamodb.store;
