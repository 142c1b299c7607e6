/** Routes of what is too large for a request. */
package vn.minhbach.function.upload;
