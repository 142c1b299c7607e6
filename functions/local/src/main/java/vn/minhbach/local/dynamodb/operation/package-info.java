/** The operations of DynamoDB and DynamoDB Streams, each a class of its API's name. */
package vn.minhbach.local.dynamodb.operation;
