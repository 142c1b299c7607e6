/** Routes of the criteria by which a group is judged: brought in, read, corrected. */
package vn.minhbach.function.criteria;
