/** Keys that never leave KMS: the bundle's and the log's. */
package vn.minhbach.adapter.kms;
