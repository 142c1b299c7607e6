/**
 * DynamoDB's expressions: one grammar for condition, key condition, filter, projection and update,
 * parsed to sealed trees and evaluated on items. The developer guide's "Expressions in DynamoDB".
 */
package vn.minhbach.local.dynamodb.expression;
