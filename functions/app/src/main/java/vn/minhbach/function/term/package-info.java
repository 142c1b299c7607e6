/** Routes of a form's clock: when it came in, more time asked for and given. */
package vn.minhbach.function.term;
