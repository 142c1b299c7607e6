/** Routes of the PAR index: its mapping, and what it takes from a result. */
package vn.minhbach.function.feed;
