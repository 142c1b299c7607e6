/** Routes of the province's own figures. */
package vn.minhbach.function.source;
