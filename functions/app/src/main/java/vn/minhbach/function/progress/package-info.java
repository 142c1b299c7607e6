/** Routes of the progress board. */
package vn.minhbach.function.progress;
