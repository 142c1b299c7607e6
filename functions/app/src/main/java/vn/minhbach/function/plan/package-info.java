/** Routes of a unit's improvement plan. */
package vn.minhbach.function.plan;
