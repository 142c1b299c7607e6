/** The verifier as a program: reads an archive, prints a message for each step. */
package vn.minhbach.verify;
