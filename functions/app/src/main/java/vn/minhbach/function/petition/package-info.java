/** Routes of the provisional result, and of petitions against it. */
package vn.minhbach.function.petition;
