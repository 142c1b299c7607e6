/** The API seen from outside, for the rehearsal and for tests. */
package vn.minhbach.local.client;
