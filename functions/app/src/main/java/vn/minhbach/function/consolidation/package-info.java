/** Routes of the district's step: its communes' forms, forwarded. */
package vn.minhbach.function.consolidation;
