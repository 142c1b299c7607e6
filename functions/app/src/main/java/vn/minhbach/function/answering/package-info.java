/** Routes of a unit's form: read, answered, its head filled in, what was typed for it contested. */
package vn.minhbach.function.answering;
