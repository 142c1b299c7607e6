/** Routes of a result on its way to the public, and of criteria tried on earlier answers. */
package vn.minhbach.function.publication;
