/** Routes of the chains of entries. */
package vn.minhbach.function.ledger;
