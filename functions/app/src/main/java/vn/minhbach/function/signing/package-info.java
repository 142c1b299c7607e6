/** Routes of a form that is closed and signed. */
package vn.minhbach.function.signing;
