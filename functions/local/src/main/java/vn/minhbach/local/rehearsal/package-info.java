/** The rehearsal of a whole province, over the same HTTP paths as everybody. */
package vn.minhbach.local.rehearsal;
