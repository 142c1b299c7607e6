/** Routes of what was filled in without a line. */
package vn.minhbach.function.offline;
