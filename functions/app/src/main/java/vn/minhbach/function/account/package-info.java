/** Routes of the register of accounts. */
package vn.minhbach.function.account;
