/**
 * A table by DynamoDB's own protocol: HTTP, JSON 1.0, over SQLite. For the local run and the tests;
 * what it does not serve it refuses by name. See infra/decisions/0021-own-table.md.
 */
package vn.minhbach.local.dynamodb;
